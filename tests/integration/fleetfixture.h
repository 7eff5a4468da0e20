#pragma once

#include "tests/integration/runningdaemon.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QTest>

#include <csignal>
#include <memory>

namespace foghorn {

/// A directory with a fleet file, a state directory and the real foghornd on them. The file sees ${DIR}, the directory,
/// and ${PROGRAMS}, that of the tests' own programs, in which write()'s services are looked for first.
class FleetFixture
{
public:
    explicit FleetFixture(const QByteArray &services) { write(services); }
    /// Also what a killed orchestrator left: its keeper names the state directory, and all services are below it.
    ~FleetFixture()
    {
        m_daemon.reset();
        for (const qint64 owner : processesNaming(state().toLocal8Bit())) {
            for (const ProcessMark &left : treeOf(owner))
                sendSignal(left.pid, SIGKILL);
        }
    }
    Q_DISABLE_COPY_MOVE(FleetFixture)

    /// The text below `services:`; kept small by short delays for all of them.
    void write(const QByteArray &services)
    {
        // root's Foghorn does not look where our PATH leads
        writeRaw("fleet: t\ndefaults: {stop_timeout: 2s, restart: {backoff_base: 0.1}}\n"
                 "environment: {PATH: "
                 "\"${PROGRAMS:-/usr/bin}:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin\"}\n"
                 "services:\n"
            + services);
    }
    void writeRaw(const QByteArray &text) { touch(QStringLiteral("fleet.yaml"), text); }
    void touch(const QString &name, const QByteArray &content = {})
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(file.fileName()));
    }
    bool has(const QString &name) const { return QFile::exists(path(name)); }
    QByteArray read(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QString path(const QString &name) const { return m_directory.filePath(name); }
    QString state() const { return path(QStringLiteral("state")); }

    /// A new orchestrator on the same file and state directory.
    bool begin()
    {
        m_daemon = std::make_unique<RunningDaemon>(QStringList{path(QStringLiteral("fleet.yaml"))}, state());
        m_daemon->setEnvironment(QStringLiteral("DIR"), m_directory.path());
        m_daemon->setEnvironment(
            QStringLiteral("PROGRAMS"), QCoreApplication::applicationDirPath() + QStringLiteral("/programs"));
        for (auto variable = m_environment.cbegin(); variable != m_environment.cend(); ++variable)
            m_daemon->setEnvironment(variable.key(), variable.value());
        if (!m_listen.isEmpty())
            m_daemon->setListen(m_listen);
        return m_daemon->start();
    }
    /// Of each orchestrator from the next begin() on.
    void setEnvironment(const QString &name, const QString &value) { m_environment.insert(name, value); }
    /// Instead of a free port, the same way.
    void setListen(const QString &address) { m_listen = address; }
    bool isInitialized() { return m_daemon->get(QStringLiteral("services")).value(u"initialized").toBool(); }
    /// Whether the start-up settles in time.
    bool beginAndSettle()
    {
        return begin() && QTest::qWaitFor([this] { return isInitialized(); }, 20'000);
    }
    RunningDaemon &daemon() { return *m_daemon; }

    QJsonObject service(const char *name) { return m_daemon->service(QLatin1String(name)); }
    QString text(const char *name, const char *member) { return service(name).value(QLatin1String(member)).toString(); }
    int number(const char *name, const char *member) { return service(name).value(QLatin1String(member)).toInt(); }
    QString stateOf(const char *name) { return text(name, "state"); }
    qint64 pidOf(const char *name) { return service(name).value(u"pid").toInteger(); }
    QMap<QString, qint64> pids()
    {
        QMap<QString, qint64> found;
        const QJsonObject services = m_daemon->get(QStringLiteral("services")).value(u"services").toObject();
        for (auto it = services.begin(); it != services.end(); ++it)
            found.insert(it.key(), it.value().toObject().value(u"pid").toInteger());
        return found;
    }

    ApiAnswer post(const char *path, const QJsonObject &body = {}) { return m_daemon->post(QLatin1String(path), body); }
    QString detailOf(const ApiAnswer &answer) { return answer.object().value(u"detail").toString(); }

    /// A command that is under way while others are given.
    struct Pending
    {
        QObject context;
        std::optional<ApiAnswer> answer;
        bool hasEnded()
        {
            return QTest::qWaitFor([this] { return answer.has_value(); }, 30'000);
        }
        int status() { return hasEnded() ? answer->status : 0; }
        QString detail() { return hasEnded() ? answer->object().value(u"detail").toString() : QString(); }
    };
    std::unique_ptr<Pending> send(const char *path, const QJsonObject &body = {})
    {
        auto pending = std::make_unique<Pending>();
        m_daemon->client().post(ApiClient::apiPath(QLatin1String(path)), body, &pending->context,
            [one = pending.get()](
                const Result<ApiAnswer> &given) { one->answer = given ? given.value() : ApiAnswer(); });
        return pending;
    }

    /// The states a service came to, oldest first, from the journal.
    QStringList history(const QString &service)
    {
        QStringList states;
        const QJsonArray events = m_daemon->get(QStringLiteral("events")).value(u"events").toArray();
        for (const QJsonValue &event : events) {
            if (event.toObject().value(u"kind").toString() == u"state"
                && event.toObject().value(u"service").toString() == service)
                states << event.toObject().value(u"to").toString();
        }
        return states;
    }
    /// The services in the order in which they came to `state`.
    QStringList orderOf(const QString &state)
    {
        QStringList names;
        const QJsonArray events = m_daemon->get(QStringLiteral("events")).value(u"events").toArray();
        for (const QJsonValue &event : events) {
            if (event.toObject().value(u"kind").toString() == u"state"
                && event.toObject().value(u"to").toString() == state)
                names << event.toObject().value(u"service").toString();
        }
        return names;
    }

private:
    QTemporaryDir m_directory;
    QMap<QString, QString> m_environment;
    QString m_listen;
    std::unique_ptr<RunningDaemon> m_daemon;
};

} // namespace foghorn
