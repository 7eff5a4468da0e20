#include "tests/reliability/checktimes.h"
#include "tests/support/figures.h"

#include <algorithm>

using namespace foghorn;

/// T24: nobody is declared down for what the daemon did not hear while it was stopped itself.
class tst_StoppedDaemon : public QObject
{
    Q_OBJECT

    static int falseDowns(FleetFixture &fleet)
    {
        const QJsonArray events = eventsOf(fleet);
        return static_cast<int>(std::count_if(events.begin(), events.end(), [](const QJsonValue &event) {
            const QString to = event[u"to"].toString();
            return to == u"unhealthy" || to == u"degraded" || to == u"failed" || to == u"backoff" || to == u"stopping"
                || event[u"kind"].toString() == u"alert";
        }));
    }

private Q_SLOTS:
    void thirtySecondsAreNobodysFault()
    {
        FleetFixture fleet("");
        const int stoppedMs = figure(6'000, 30'000);
        // Each of them would be long late after the stop: checks, their time-outs, heartbeats and start-up times.
        fleet.writeRaw(
            "fleet: t\nservices:\n"
            "  beating: {command: 'while :; do curl -s -o /dev/null -X POST -H \"Authorization: Bearer $(cat $TOKEN)\""
            " -H \"Content-Type: application/json\" -d {} $FOGHORN_HEARTBEAT_URL; sleep 0.3; done',"
            " heartbeat: {interval: 1s, timeout: 3s}, environment: {TOKEN: \"${DIR}/state/token\"}}\n"
            "  shell: {command: [sleep, '1000'], health: {exec: [sleep, '0.05'], interval: 0.5s, timeout: 0.5s,"
            " failure_threshold: 1}}\n"
            "  web: {command: [foghorn-demo, --name, web, --port, \"${port.http}\"], ports: {http: auto},"
            " health: {http: \"http://127.0.0.1:${port.http}/health\", interval: 0.5s, timeout: 0.5s,"
            " failure_threshold: 1}}\n"
            "  still: {command: [sleep, '1000'], health: {process: true, interval: 0.5s, timeout: 0.5s}}\n");
        QVERIFY(fleet.beginAndSettle());
        for (const char *name : {"beating", "shell", "web", "still"})
            QTRY_COMPARE_WITH_TIMEOUT(fleet.stateOf(name), QStringLiteral("running"), 20'000);
        const QMap<QString, qint64> pids = fleet.pids();
        const int before = falseDowns(fleet);
        const int rounds = figure(1, 10);
        for (int round = 0; round < rounds; ++round) {
            fleet.daemon().signal(SIGSTOP);
            QTest::qWait(stoppedMs);
            fleet.daemon().signal(SIGCONT);
            QTest::qWait(3'000); // in which all that was due comes at once
            QCOMPARE(falseDowns(fleet), before);
            QCOMPARE(fleet.pids(), pids);
        }
        for (const char *name : {"beating", "shell", "web", "still"})
            QCOMPARE(fleet.number(name, "restart_count"), 0);
        // It says so of itself.
        QVERIFY(metricOf(fleet, "foghorn_event_loop_lag_max_seconds") > stoppedMs / 1000.0 - 1);
        // It is watched as before: what does end is seen.
        sendSignal(pids.value(QStringLiteral("still")), SIGKILL);
        QTRY_COMPARE_WITH_TIMEOUT(fleet.number("still", "restart_count"), 1, 20'000);
        reportFigure(
            "T24", QStringLiteral("daemon stopped %1 times for %2 s: 0 false downs").arg(rounds).arg(stoppedMs / 1000));
    }
};

QTEST_GUILESS_MAIN(tst_StoppedDaemon)
#include "tst_stoppeddaemon.moc"
