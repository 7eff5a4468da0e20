#include "tests/integration/runningdaemon.h"

#include <QJsonArray>
#include <QStandardPaths>
#include <QTest>

#include <csignal>

using namespace foghorn;

/// The fleet of real servers: redis, PostgreSQL and nginx from the distribution.
class tst_Servers : public QObject
{
    Q_OBJECT

    QTemporaryDir m_data; ///< of the servers, shared by all tests: making a database cluster takes seconds
    QTemporaryDir m_files;
    std::unique_ptr<QTemporaryDir> m_state;
    std::unique_ptr<RunningDaemon> m_daemon;

    static bool isInstalled(const char *program)
    {
        const QStringList folders{
            QStringLiteral("/usr/bin"), QStringLiteral("/usr/sbin"), QStringLiteral("/usr/local/bin")};
        return !QStandardPaths::findExecutable(QLatin1String(program), folders).isEmpty();
    }
    bool isRunning(const QString &name) { return m_daemon->service(name).value(u"status").toString() == u"running"; }
    /// Waits for a life of the service after the one with `pid`.
    bool runsAgain(const QString &name, qint64 pid)
    {
        return QTest::qWaitFor(
            [&] {
                const QJsonObject service = m_daemon->service(name);
                const qint64 now = service.value(u"pid").toInteger();
                return now > 0 && now != pid && service.value(u"status").toString() == u"running";
            },
            60'000);
    }
    bool journalHas(const QString &service, const QString &to)
    {
        const QJsonArray events = m_daemon->get(QStringLiteral("events")).value(u"events").toArray();
        return std::any_of(events.begin(), events.end(), [&](const QJsonValue &event) {
            return event.toObject().value(u"service").toString() == service
                && event.toObject().value(u"to").toString() == to;
        });
    }

private Q_SLOTS:
    void initTestCase()
    {
        for (const char *program : {"redis-server", "nginx", "pg_isready"})
            QVERIFY2(isInstalled(program), "a server is missing; ./dev test installs them");
        // Quick checks, and no waiting between restarts.
        QFile overlay(m_files.filePath(QStringLiteral("quick.yaml")));
        QVERIFY(overlay.open(QIODevice::WriteOnly));
        overlay.write("fleet: servers\nservices:\n");
        for (const char *name : {"postgres", "redis", "nginx"}) {
            overlay.write(QByteArray("  ") + name + ":\n    restart: {policy: on-failure, backoff_base: 0}\n"
                + "    health: {interval: 1s, timeout: 800ms}\n");
        }
    }

    void init()
    {
        m_state = std::make_unique<QTemporaryDir>();
        m_daemon =
            std::make_unique<RunningDaemon>(QStringList{sourcePath(QStringLiteral("resources/fleets/servers.yaml")),
                                                m_files.filePath(QStringLiteral("quick.yaml"))},
                m_state->path());
        m_daemon->setEnvironment(QStringLiteral("FOGHORN_DATA"), m_data.path());
        QVERIFY2(m_daemon->start(), m_daemon->errors().constData());
        QVERIFY2(m_daemon->waitUntilReady(120'000), m_daemon->errors().constData());
    }

    /// A clean stop after each test: nothing of it may be left.
    void cleanup()
    {
        if (!m_daemon || !m_daemon->isRunning())
            return;
        const QList<ProcessMark> all = m_daemon->everything();
        QVERIFY(all.size() > 5);
        QCOMPARE(m_daemon->stop(), 0);
        QTRY_COMPARE(stillRunning(all), QList<qint64>());
        QCOMPARE(processesNaming(m_data.path().toLocal8Bit()), QList<qint64>());
        m_daemon.reset();
    }

    void comesUpInDependencyOrder()
    {
        QCOMPARE(
            m_daemon->service(QStringLiteral("postgres-init")).value(u"state").toString(), QStringLiteral("finished"));
        QStringList order;
        const QJsonArray events = m_daemon->get(QStringLiteral("events")).value(u"events").toArray();
        for (const QJsonValue &event : events) {
            const QString to = event.toObject().value(u"to").toString();
            if (event.toObject().value(u"kind").toString() == u"state" && (to == u"running" || to == u"finished"))
                order << event.toObject().value(u"service").toString();
        }
        QCOMPARE(order.count(QStringLiteral("nginx")), 1);
        QVERIFY(order.indexOf(QStringLiteral("postgres-init")) < order.indexOf(QStringLiteral("postgres")));
        QVERIFY(order.indexOf(QStringLiteral("postgres")) < order.indexOf(QStringLiteral("nginx")));
        QVERIFY(order.indexOf(QStringLiteral("redis")) < order.indexOf(QStringLiteral("nginx")));
    }

    void checksAllOfThemWell()
    {
        const QJsonObject answer = m_daemon->post(QStringLiteral("health/check-now")).object();
        QCOMPARE(answer.value(u"composite_health").toString(), QStringLiteral("healthy"));
        QCOMPARE(answer.value(u"results").toObject().keys(),
            (QStringList{QStringLiteral("nginx"), QStringLiteral("postgres"), QStringLiteral("redis")}));
    }

    void restartsWhatWasKilled_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"redis", "postgres", "nginx"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void restartsWhatWasKilled()
    {
        QFETCH(QString, name);
        const QJsonObject before = m_daemon->service(name);
        const qint64 pid = before.value(u"pid").toInteger();
        QVERIFY(pid > 0);
        QVERIFY(sendSignal(pid, SIGKILL));
        QVERIFY(runsAgain(name, pid));
        QVERIFY(m_daemon->service(name).value(u"restart_count").toInt() > before.value(u"restart_count").toInt());
        QTRY_VERIFY(m_daemon->get(QStringLiteral("services")).value(u"is_ready").toBool());
    }

    void restartsWhatHangs()
    {
        const QString name = QStringLiteral("redis");
        const qint64 pid = m_daemon->service(name).value(u"pid").toInteger();
        QVERIFY(sendSignal(pid, SIGSTOP));
        QTRY_VERIFY_WITH_TIMEOUT(journalHas(name, QStringLiteral("unhealthy")), 30'000);
        QVERIFY(runsAgain(name, pid));
        QVERIFY(isRunning(QStringLiteral("nginx")));
    }
};

QTEST_GUILESS_MAIN(tst_Servers)
#include "tst_servers.moc"
