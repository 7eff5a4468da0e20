#include "core/runtime/launchplan.h"

#include "core/process/useraccount.h"

#include <QCryptographicHash>
#include <QMap>

namespace foghorn {
namespace {

QString portVariable(const QString &port)
{
    QString name = QStringLiteral("FOGHORN_PORT_");
    const QString upper = port.toUpper();
    for (const QChar c : upper)
        name += c.isLetterOrNumber() ? c : QChar(u'_');
    return name;
}

QList<QByteArray> utf8(const QList<QString> &texts)
{
    QList<QByteArray> out;
    out.reserve(texts.size());
    for (const QString &text : texts)
        out.append(text.toUtf8());
    return out;
}

/// What a program that runs as somebody else expects of its own: not our home, nor our name.
void addAccount(QMap<QString, QString> &variables, const QString &user)
{
    const auto account = user.isEmpty() ? std::nullopt : findUserAccount(user);
    if (!account)
        return; // no such user: the launch fails and says so
    variables.insert(QStringLiteral("USER"), account->name);
    variables.insert(QStringLiteral("LOGNAME"), account->name);
    variables.insert(QStringLiteral("HOME"), account->home);
    variables.insert(QStringLiteral("SHELL"), account->shell);
}

void addProgramDirectory(QMap<QString, QString> &variables, const QByteArray &directory)
{
    QString &path = variables[QStringLiteral("PATH")];
    if (path.isEmpty())
        path = QStringLiteral("/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
    if (!directory.isEmpty())
        path += u':' + QString::fromLocal8Bit(directory);
}

} // namespace

QList<QByteArray> inheritableEnvironment(const QHash<QString, QString> &own)
{
    static const QList<QString> ours{QStringLiteral("NOTIFY_SOCKET"), QStringLiteral("WATCHDOG_USEC"),
        QStringLiteral("WATCHDOG_PID"), QStringLiteral("LISTEN_FDS"), QStringLiteral("LISTEN_PID"),
        QStringLiteral("LISTEN_FDNAMES"), QStringLiteral("INVOCATION_ID"), QStringLiteral("JOURNAL_STREAM")};
    QList<QByteArray> out;
    for (auto variable = own.cbegin(); variable != own.cend(); ++variable) {
        if (!variable.key().startsWith(QStringLiteral("FOGHORN_")) && !ours.contains(variable.key()))
            out.append(QString(variable.key() + u'=' + variable.value()).toLocal8Bit());
    }
    return out;
}

QList<QByteArray> environmentOf(const ServiceSpec &spec, const LaunchContext &context)
{
    QMap<QString, QString> variables;
    for (const QByteArray &inherited : context.inheritedEnvironment) {
        const qsizetype equals = inherited.indexOf('=');
        variables.insert(
            QString::fromLocal8Bit(inherited.left(equals)), QString::fromLocal8Bit(inherited.mid(equals + 1)));
    }
    addAccount(variables, spec.user);
    for (const auto &[name, value] : spec.environment)
        variables.insert(name, value);
    addProgramDirectory(variables, context.programDirectory);
    variables.insert(QStringLiteral("FOGHORN_SERVICE"), spec.name);
    variables.insert(QStringLiteral("FOGHORN_FLEET"), context.fleet);
    if (!context.apiUrl.isEmpty()) {
        variables.insert(QStringLiteral("FOGHORN_URL"), context.apiUrl);
        variables.insert(QStringLiteral("FOGHORN_HEARTBEAT_URL"),
            context.apiUrl + QStringLiteral("/api/orchestration/registry/") + spec.name + QStringLiteral("/heartbeat"));
    }
    const QString notifySocket = spec.user.isEmpty() ? context.notifySocket : context.notifySocketOfOthers;
    if (!notifySocket.isEmpty() && (spec.ready == ReadyWhen::Notify || spec.heartbeat))
        variables.insert(QStringLiteral("NOTIFY_SOCKET"), notifySocket);
    for (const NamedPort &port : spec.ports)
        variables.insert(portVariable(port.name), QString::number(port.port));

    QList<QByteArray> out;
    out.reserve(variables.size());
    for (auto variable = variables.cbegin(); variable != variables.cend(); ++variable)
        out.append(QString(variable.key() + u'=' + variable.value()).toUtf8());
    return out;
}

QString logFileOf(const ServiceId &service, const LaunchContext &context)
{
    return context.stateDirectory + QStringLiteral("/logs/") + service + QStringLiteral(".log");
}

LaunchOrder launchOrderOf(const ServiceSpec &spec, const LaunchContext &context)
{
    LaunchOrder order;
    order.service = spec.name;
    order.argv = utf8(spec.command);
    order.environment = environmentOf(spec, context);
    order.workingDirectory = spec.workingDirectory.toUtf8();
    order.user = spec.user.toUtf8();
    order.logFile = logFileOf(spec.name, context).toUtf8();
    order.limits = spec.limits;
    return order;
}

QByteArray fingerprintOf(const ServiceSpec &spec)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&hash](const QString &text) {
        hash.addData(text.toUtf8());
        hash.addData(QByteArrayView("\0", 1));
    };
    for (const QString &argument : spec.command)
        add(argument);
    add(spec.workingDirectory);
    add(spec.user);
    for (const auto &[name, value] : spec.environment)
        add(name + u'=' + value);
    for (const NamedPort &port : spec.ports)
        add(port.name + u'=' + QString::number(port.port));
    add(spec.ready == ReadyWhen::Notify || spec.heartbeat ? QStringLiteral("notifies") : QString());
    for (const auto &limit : {spec.limits.nofile, spec.limits.memory, spec.limits.core})
        add(limit ? QString::number(*limit) : QStringLiteral("-"));
    return hash.result().left(16).toHex();
}

} // namespace foghorn
