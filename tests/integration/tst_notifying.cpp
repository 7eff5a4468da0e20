#include "tests/integration/fleetfixture.h"

#include <QStandardPaths>

using namespace foghorn;

/// Services that speak for themselves over NOTIFY_SOCKET, under the real programs: real redis, real systemd-notify.
class TestNotifying : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (const char *program : {"redis-server", "systemd-notify"}) {
            const QByteArray lack = QByteArray(program) + " is missing; ./dev test installs it";
            QVERIFY2(!QStandardPaths::findExecutable(QLatin1String(program)).isEmpty(), lack);
        }
    }
    void cleanup() { m_fleet.reset(); }

    void redisSaysThatItIsReady();
    void aShellScriptSaysThatItIsReady();
    void otherWordsHaveTheirEffects();
    void extendsItsOwnTimeouts();
    void theWatchdogCanBeTriggered();
    void saysWhichErrorItEndsWith();
    void whatIsSaidWhileNobodyIsThereIsNotLost();
    void readinessThatWasJustHeardSurvivesAKill();
    void aForkingServiceIsItsDaemon_data();
    void aForkingServiceIsItsDaemon();
    void aStrangersMainPidIsIgnored();

private:
    bool begin(const QByteArray &services)
    {
        m_fleet = std::make_unique<FleetFixture>(services);
        return m_fleet->begin();
    }
    QString stateOf(const char *name) { return m_fleet->stateOf(name); }

    std::unique_ptr<FleetFixture> m_fleet;
};

void TestNotifying::redisSaysThatItIsReady()
{
    QVERIFY(begin("  redis:\n"
                  "    ready: notify\n"
                  "    ports: {redis: auto}\n"
                  "    command: [redis-server, --port, \"${port.redis}\", --supervised, systemd, --save, \"\", --dir, "
                  "\"${DIR}\"]\n"
                  "    health: {tcp: \"127.0.0.1:${port.redis}\"}\n"));
    QTRY_COMPARE_WITH_TIMEOUT(stateOf("redis"), QStringLiteral("running"), 60'000);
    QCOMPARE(m_fleet->text("redis", "status_text"), QStringLiteral("Ready to accept connections"));
    QCOMPARE(m_fleet->post("stop/redis").status, 200);
    QCOMPARE(stateOf("redis"), QStringLiteral("stopped"));
    QVERIFY(m_fleet->service("redis").value(u"status_text").isNull());
}

void TestNotifying::aShellScriptSaysThatItIsReady()
{
    QVERIFY(begin("  web:\n"
                  "    ready: notify\n"
                  "    command: 'systemd-notify --status=loading; while [ ! -e $DIR/go ]; do sleep 0.1; done; "
                  "systemd-notify --ready --status=\"serving all\"; sleep 600'\n"));
    QTRY_COMPARE_WITH_TIMEOUT(m_fleet->text("web", "status_text"), QStringLiteral("loading"), 30'000);
    QCOMPARE(stateOf("web"), QStringLiteral("starting"));
    QVERIFY(m_fleet->text("web", "why").endsWith(QStringLiteral("; it says: loading")));
    m_fleet->touch(QStringLiteral("go"));
    QTRY_COMPARE_WITH_TIMEOUT(stateOf("web"), QStringLiteral("running"), 30'000);
    QCOMPARE(m_fleet->text("web", "status_text"), QStringLiteral("serving all"));
}

void TestNotifying::otherWordsHaveTheirEffects()
{
    QVERIFY(begin("  web:\n"
                  "    ready: notify\n"
                  "    command: 'systemd-notify --ready; for i in 1 2 3; do while [ ! -e $DIR/go$i ]; do sleep 0.1; "
                  "done; case $i in 1) systemd-notify RELOADING=1 MONOTONIC_USEC=1;; 2) systemd-notify READY=1;; "
                  "3) systemd-notify STOPPING=1;; esac; done; sleep 600'\n"));
    const auto why = [this] { return m_fleet->text("web", "why"); };
    QTRY_COMPARE_WITH_TIMEOUT(why(), QStringLiteral("running"), 30'000);
    m_fleet->touch(QStringLiteral("go1"));
    QTRY_COMPARE_WITH_TIMEOUT(why(), QStringLiteral("running, and says that it is reloading"), 30'000);
    m_fleet->touch(QStringLiteral("go2"));
    QTRY_COMPARE_WITH_TIMEOUT(why(), QStringLiteral("running"), 30'000);
    m_fleet->touch(QStringLiteral("go3"));
    QTRY_COMPARE_WITH_TIMEOUT(why(), QStringLiteral("running, but says that it is stopping"), 30'000);
}

void TestNotifying::extendsItsOwnTimeouts()
{
    // both would have to be given up after a second; the second one also says nothing that would put off the end
    QVERIFY(
        begin("  slow:\n"
              "    ready: notify\n"
              "    start_timeout: 1s\n"
              "    restart: {policy: never}\n"
              "    stop_timeout: 1s\n"
              "    command: 'trap \"systemd-notify EXTEND_TIMEOUT_USEC=30000000; sleep 3; touch $DIR/done; exit 0\" "
              "TERM; systemd-notify EXTEND_TIMEOUT_USEC=30000000; sleep 3; systemd-notify --ready; "
              "while :; do sleep 0.1; done'\n"
              "  strict:\n"
              "    ready: notify\n"
              "    start_timeout: 1s\n"
              "    restart: {policy: never}\n"
              "    command: 'sleep 600'\n"));
    QTRY_COMPARE_WITH_TIMEOUT(stateOf("slow"), QStringLiteral("running"), 30'000);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf("strict"), QStringLiteral("failed"), 30'000);
    QCOMPARE(m_fleet->post("stop/slow").status, 200);
    QVERIFY(m_fleet->has(QStringLiteral("done"))); // it was not killed before
}

void TestNotifying::theWatchdogCanBeTriggered()
{
    QVERIFY(begin("  web:\n"
                  "    ready: notify\n"
                  "    heartbeat: {interval: 20s, timeout: 40s}\n"
                  "    restart: {policy: never}\n"
                  "    command: 'echo usec $WATCHDOG_USEC; systemd-notify --ready; while [ ! -e $DIR/go ]; do sleep "
                  "0.1; done; systemd-notify WATCHDOG=trigger; sleep 600'\n"));
    QTRY_COMPARE_WITH_TIMEOUT(stateOf("web"), QStringLiteral("running"), 30'000);
    QCOMPARE(m_fleet->read(QStringLiteral("state/logs/web.log")), QByteArray("usec 40000000\n"));
    m_fleet->touch(QStringLiteral("go"));
    QTRY_COMPARE_WITH_TIMEOUT(stateOf("web"), QStringLiteral("failed"), 30'000);
    QCOMPARE(m_fleet->text("web", "cause"), QStringLiteral("HeartbeatLost"));
    QVERIFY(m_fleet->text("web", "last_error").contains(QStringLiteral("WATCHDOG=trigger")));
}

void TestNotifying::saysWhichErrorItEndsWith()
{
    QVERIFY(begin("  web:\n"
                  "    ready: notify\n"
                  "    restart: {policy: never}\n"
                  "    command: 'systemd-notify ERRNO=13; exit 3'\n"));
    QTRY_COMPARE_WITH_TIMEOUT(stateOf("web"), QStringLiteral("failed"), 30'000);
    QCOMPARE(m_fleet->text("web", "last_error"), QStringLiteral("exit 3; it said: Permission denied"));
}

void TestNotifying::whatIsSaidWhileNobodyIsThereIsNotLost()
{
    QVERIFY(begin("  web:\n"
                  "    ready: notify\n"
                  "    restart: {policy: never}\n"
                  "    command: 'while [ ! -e $DIR/go ]; do sleep 0.1; done; systemd-notify --ready --status=late; "
                  "touch $DIR/said; sleep 600'\n"));
    QTRY_VERIFY_WITH_TIMEOUT(m_fleet->pidOf("web") > 0, 30'000);
    const qint64 pid = m_fleet->pidOf("web");
    m_fleet->daemon().kill();
    m_fleet->touch(QStringLiteral("go"));
    QTRY_VERIFY_WITH_TIMEOUT(m_fleet->has(QStringLiteral("said")), 30'000);
    QVERIFY(m_fleet->begin());
    QTRY_COMPARE_WITH_TIMEOUT(stateOf("web"), QStringLiteral("running"), 30'000);
    QCOMPARE(m_fleet->pidOf("web"), pid);
    QCOMPARE(m_fleet->text("web", "status_text"), QStringLiteral("late"));
    QCOMPARE(m_fleet->number("web", "restart_count"), 0);
}

void TestNotifying::readinessThatWasJustHeardSurvivesAKill()
{
    QVERIFY(begin("  web:\n"
                  "    ready: notify\n"
                  "    start_timeout: 20s\n"
                  "    command: [test-notifier, \"READY=1\\nSTATUS=early\"]\n"));
    for (int round = 0; round < 5; ++round) {
        // as soon as it lives: what was heard may be written down or not
        QTRY_VERIFY_WITH_TIMEOUT(m_fleet->pidOf("web") > 0, 30'000);
        const qint64 pid = m_fleet->pidOf("web");
        m_fleet->daemon().kill();
        QVERIFY(m_fleet->begin());
        QTRY_COMPARE_WITH_TIMEOUT(stateOf("web"), QStringLiteral("running"), 15'000);
        QTRY_COMPARE_WITH_TIMEOUT(m_fleet->text("web", "status_text"), QStringLiteral("early"), 15'000);
        QCOMPARE(m_fleet->pidOf("web"), pid);
        QCOMPARE(m_fleet->post("restart/web", {{QStringLiteral("wait"), false}}).status, 202);
    }
}

void TestNotifying::aForkingServiceIsItsDaemon_data()
{
    QTest::addColumn<QByteArray>("noGroups");
    QTest::newRow("cgroup") << QByteArray("0");
    QTest::newRow("scan") << QByteArray("1");
}

void TestNotifying::aForkingServiceIsItsDaemon()
{
    QFETCH(QByteArray, noGroups);
    qputenv("FOGHORN_NO_CGROUP", noGroups);
    QVERIFY(begin("  web:\n"
                  "    ready: notify\n"
                  "    health: {process: true, interval: 200ms}\n"
                  "    command: 'sleep 600 & echo $$$$ $$! >> $DIR/pids; systemd-notify --ready --status=forked "
                  "MAINPID=$$!; exit 0'\n"));
    qunsetenv("FOGHORN_NO_CGROUP");
    const auto pidsOfRun = [this](int run) {
        const QList<QByteArray> line = m_fleet->read(QStringLiteral("pids")).split('\n').value(run).split(' ');
        return std::pair(line.value(0).toLongLong(), line.value(1).toLongLong());
    };
    const auto hasEnded = [](qint64 pid) { return !QFile::exists(QStringLiteral("/proc/%1").arg(pid)); };
    QTRY_COMPARE_WITH_TIMEOUT(stateOf("web"), QStringLiteral("running"), 30'000);
    const auto [first, daemon] = pidsOfRun(0);
    QCOMPARE(m_fleet->pidOf("web"), daemon);
    QCOMPARE(m_fleet->text("web", "status_text"), QStringLiteral("forked"));
    QTRY_VERIFY_WITH_TIMEOUT(hasEnded(first), 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(m_fleet->text("web", "health"), QStringLiteral("healthy"), 20'000);

    m_fleet->daemon().kill();
    QVERIFY(m_fleet->begin());
    QTRY_COMPARE_WITH_TIMEOUT(stateOf("web"), QStringLiteral("running"), 30'000);
    QCOMPARE(m_fleet->pidOf("web"), daemon);
    QTRY_COMPARE_WITH_TIMEOUT(m_fleet->text("web", "health"), QStringLiteral("healthy"), 20'000);
    QCOMPARE(m_fleet->number("web", "restart_count"), 0);

    sendSignal(daemon, SIGKILL);
    QTRY_COMPARE_WITH_TIMEOUT(m_fleet->number("web", "restart_count"), 1, 30'000);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf("web"), QStringLiteral("running"), 30'000);
    QVERIFY(m_fleet->text("web", "last_exit").contains(QStringLiteral("SIGKILL")));
    const qint64 next = pidsOfRun(1).second;
    QVERIFY(next > 1 && next != daemon);
    QCOMPARE(m_fleet->pidOf("web"), next);
    QCOMPARE(m_fleet->post("stop/web").status, 200);
    QCOMPARE(stateOf("web"), QStringLiteral("stopped"));
    QTRY_VERIFY_WITH_TIMEOUT(hasEnded(next), 20'000);
}

void TestNotifying::aStrangersMainPidIsIgnored()
{
    const QByteArray own = QByteArray::number(QCoreApplication::applicationPid());
    QVERIFY(begin("  web:\n"
                  "    ready: notify\n"
                  "    command: 'systemd-notify MAINPID="
        + own + "; systemd-notify MAINPID=" + own + "; systemd-notify --ready; exec sleep 600'\n"));
    QTRY_COMPARE_WITH_TIMEOUT(stateOf("web"), QStringLiteral("running"), 30'000);
    QVERIFY(m_fleet->pidOf("web") > 1 && m_fleet->pidOf("web") != QCoreApplication::applicationPid());
    const QJsonArray events = m_fleet->daemon().get(QStringLiteral("events")).value(u"events").toArray();
    QCOMPARE(std::count_if(events.begin(), events.end(),
                 [&own](const QJsonValue &event) {
                     return event.toObject()
                         .value(u"message")
                         .toString()
                         .contains(QStringLiteral("MAINPID=") + QString::fromLatin1(own));
                 }),
        1);
}

QTEST_GUILESS_MAIN(TestNotifying)
#include "tst_notifying.moc"
