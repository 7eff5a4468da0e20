#include "core/runtime/launchplan.h"

#include "core/process/useraccount.h"

#include <QCryptographicHash>

#include <algorithm>

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

/// "NAME=value" entries sorted by name, each name once. Entries that are not touched stay shared between services.
class Variables
{
public:
    explicit Variables(const QList<QByteArray> &sorted)
        : m_entries(sorted)
    {
    }

    void set(QByteArrayView name, QByteArrayView value)
    {
        QByteArray entry;
        entry.reserve(name.size() + value.size() + 1);
        entry.append(name).append('=').append(value);
        const qsizetype at = placeOf(name);
        if (isAt(at, name))
            m_entries[at] = std::move(entry);
        else
            m_entries.insert(at, std::move(entry));
    }
    void set(QByteArrayView name, const QString &value) { set(name, QByteArrayView(value.toUtf8())); }
    QByteArray value(QByteArrayView name) const
    {
        const qsizetype at = placeOf(name);
        return isAt(at, name) ? m_entries.at(at).mid(name.size() + 1) : QByteArray();
    }
    const QList<QByteArray> &entries() const { return m_entries; }

private:
    qsizetype placeOf(QByteArrayView name) const
    {
        return std::lower_bound(m_entries.cbegin(), m_entries.cend(), name,
                   [](const QByteArray &entry, QByteArrayView wanted) { return nameOf(entry) < wanted; })
            - m_entries.cbegin();
    }
    bool isAt(qsizetype at, QByteArrayView name) const
    {
        return at < m_entries.size() && nameOf(m_entries.at(at)) == name;
    }
    static QByteArrayView nameOf(const QByteArray &entry) { return QByteArrayView(entry).first(entry.indexOf('=')); }

    QList<QByteArray> m_entries;
};

/// What a program that runs as somebody else expects of its own: not our home, nor our name.
void addAccount(Variables &variables, const QString &user)
{
    const auto account = user.isEmpty() ? std::nullopt : findUserAccount(user);
    if (!account)
        return; // no such user: the launch fails and says so
    variables.set("USER", account->name);
    variables.set("LOGNAME", account->name);
    variables.set("HOME", account->home);
    variables.set("SHELL", account->shell);
}

void addProgramDirectory(Variables &variables, const QByteArray &directory)
{
    QByteArray path = variables.value("PATH");
    if (path.isEmpty())
        path = usualPath;
    if (!directory.isEmpty())
        path += ':' + directory;
    variables.set("PATH", QByteArrayView(path));
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
            out.append(QString(variable.key() + u'=' + variable.value()).toUtf8());
    }
    std::sort(out.begin(), out.end(),
        [](const QByteArray &a, const QByteArray &b) { return a.left(a.indexOf('=')) < b.left(b.indexOf('=')); });
    return out;
}

QList<QByteArray> environmentOf(const ServiceSpec &spec, const LaunchContext &context)
{
    Variables variables(context.inheritedEnvironment);
    addAccount(variables, spec.user);
    for (const auto &[name, value] : spec.environment)
        variables.set(name.toUtf8(), value);
    addProgramDirectory(variables, context.programDirectory);
    variables.set("FOGHORN_SERVICE", spec.name);
    variables.set("FOGHORN_FLEET", context.fleet);
    if (!context.apiUrl.isEmpty()) {
        variables.set("FOGHORN_URL", context.apiUrl);
        variables.set("FOGHORN_HEARTBEAT_URL",
            context.apiUrl + QStringLiteral("/api/orchestration/registry/") + spec.name + QStringLiteral("/heartbeat"));
    }
    const QString notifySocket = spec.user.isEmpty() ? context.notifySocket : context.notifySocketOfOthers;
    if (!notifySocket.isEmpty() && (spec.ready == ReadyWhen::Notify || spec.heartbeat))
        variables.set("NOTIFY_SOCKET", notifySocket);
    if (!notifySocket.isEmpty() && spec.heartbeat) // as sd_watchdog_enabled(3) reads it
        variables.set("WATCHDOG_USEC", QString::number(std::chrono::microseconds(spec.heartbeat->timeout).count()));
    for (const NamedPort &port : spec.ports)
        variables.set(portVariable(port.name).toUtf8(), QString::number(port.port));
    return variables.entries();
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
    order.rights = spec.rights;
    order.fingerprint = fingerprintOf(spec);
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
    if (spec.rights != Rights()) // the digest of all others stays what earlier releases noted
        add(QStringLiteral("%1 %2").arg(spec.rights.noNewPrivileges).arg(spec.rights.capabilities.value_or(~0ULL)));
    return hash.result().left(16).toHex();
}

} // namespace foghorn
