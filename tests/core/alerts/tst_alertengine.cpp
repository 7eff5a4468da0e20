#include "tests/core/alerts/alertworld.h"

#include <QTest>

using namespace foghorn;
using L = QStringList;

/// Rules, time and silence, on services by themselves.
class TestAlertEngine : public QObject
{
    Q_OBJECT

    static AlertWorld alone() { return AlertWorld(AlertWorld::graphOf({a, b}, {})); }
    static inline const QString a = QStringLiteral("a");
    static inline const QString b = QStringLiteral("b");

private Q_SLOTS:
    void unhealthyIsAnAlertUntilWell()
    {
        AlertWorld world = alone();
        world.degraded(a);
        QCOMPARE(world.pass(10), L());
        world.unhealthy(a);
        QCOMPARE(world.look(), L{QStringLiteral("raised 1 unhealthy a")});
        QCOMPARE(world.last.severity, AlertSeverity::Critical);
        QCOMPARE(world.last.message, QStringLiteral("a is unhealthy: HTTP 503"));
        QCOMPARE(world.last.since, *fromRfc3339("2026-11-23T00:00:00.000Z")); // the first failed check
        QCOMPARE(world.pass(5), L());
        world.say(a, RunState::Starting, Cause::Unhealthy, Health::Unknown); // restarted for it: not over
        QCOMPARE(world.pass(5), L());
        world.well(a);
        QCOMPARE(world.look(), L{QStringLiteral("resolved 1 unhealthy a")});
        QCOMPARE(world.last.duration, std::optional(milliseconds(20'000)));
        QCOMPARE(world.last.resolvedAt, std::optional(*fromRfc3339("2026-11-23T00:00:20.000Z")));
        world.unhealthy(a);
        QCOMPARE(world.look(), L{QStringLiteral("raised 2 unhealthy a")});
    }

    void degradedIsAWarningAfterAWhile()
    {
        AlertWorld world = alone();
        world.degraded(a);
        QCOMPARE(world.pass(299), L());
        QCOMPARE(world.pass(1), L{QStringLiteral("raised 1 degraded a")});
        QCOMPARE(world.last.severity, AlertSeverity::Warning);
        world.unhealthy(a);
        QCOMPARE(world.look(), L{QStringLiteral("escalated 1 unhealthy a")});
        world.degraded(a); // recovering: one alert, at its worst
        QCOMPARE(world.pass(400), L());
        world.well(a);
        QCOMPARE(world.look(), L{QStringLiteral("resolved 1 unhealthy a")});
    }

    void aCrashAloneIsNoneButTheLimitIs()
    {
        AlertWorld world = alone();
        world.crashed(a);
        QCOMPARE(world.pass(10), L());
        world.atLimit(a);
        QCOMPARE(world.look(), L{QStringLiteral("raised 1 restart_limit a")});
        world.restarting(a); // by hand: neither over nor new
        QCOMPARE(world.pass(10), L());
        world.well(a);
        QCOMPARE(world.look(), L{QStringLiteral("resolved 1 restart_limit a")});
    }

    void aResetTakesTheLimitBack()
    {
        AlertWorld world = alone();
        world.atLimit(a);
        QCOMPARE(world.look(), L{QStringLiteral("raised 1 restart_limit a")});
        QCOMPARE(world.last.message, QStringLiteral("a has failed: all 3 automatic restarts are used up"));
        world.restartsWereReset = true;
        world.atLimit(a);
        QCOMPARE(world.look(), L()); // changed: nobody is told of something worse
        QCOMPARE(world.last.rule, AlertRule::Failed);
        QCOMPARE(world.last.message, QStringLiteral("a has failed"));
        QCOMPARE(world.last.severity, AlertSeverity::Critical);
        world.restartsWereReset = false;
        world.atLimit(a);
        QCOMPARE(world.look(), L{QStringLiteral("escalated 1 restart_limit a")});
    }

    void whatNeverComesUpIsDown()
    {
        AlertWorld world = alone();
        world.crashed(a);
        QCOMPARE(world.pass(200), L());
        world.say(a, RunState::Starting, Cause::Exited, Health::Unknown);
        QCOMPARE(world.pass(99), L());
        QCOMPARE(world.pass(1), L{QStringLiteral("raised 1 down a")});
    }

    void heartbeatAndOtherFailures()
    {
        AlertWorld world = alone();
        world.say(a, RunState::Stopping, Cause::HeartbeatLost, Health::Healthy);
        world.say(b, RunState::Failed, Cause::SpawnFailed, Health::Unknown);
        QCOMPARE(world.look(), (L{QStringLiteral("raised 1 heartbeat_lost a"), QStringLiteral("raised 2 failed b")}));
    }

    void flappingIsTold()
    {
        AlertWorld world = alone();
        for (int i = 0; i < 2; ++i) {
            world.crashed(a);
            QCOMPARE(world.pass(30), L());
            world.well(a);
            QCOMPARE(world.pass(30), L());
        }
        world.crashed(a);
        QCOMPARE(world.pass(30), L());
        world.well(a);
        QCOMPARE(world.look(), L{QStringLiteral("raised 1 flapping a")});
        // 6 changes, the last three of them 30 s apart: over when less than half are left in the window
        const L after = world.pass(700);
        QCOMPARE(after, L{QStringLiteral("resolved 1 flapping a")});
    }

    void plannedStopsAndRestartsAreNeverTold()
    {
        AlertWorld world = alone();
        for (int i = 0; i < 10; ++i) {
            world.say(a, RunState::Stopping, Cause::Command, Health::Unhealthy, Goal::Down);
            QCOMPARE(world.pass(20), L());
            world.stopped(a);
            QCOMPARE(world.pass(20), L());
            world.restarting(a);
            QCOMPARE(world.pass(20), L());
            world.well(a);
            QCOMPARE(world.pass(1), L());
        }
    }

    void aStopOnPurposeEndsTheAlert()
    {
        AlertWorld world = alone();
        world.atLimit(a);
        QCOMPARE(world.look(), L{QStringLiteral("raised 1 restart_limit a")});
        world.stopped(a);
        QCOMPARE(world.look(), L{QStringLiteral("resolved 1 restart_limit a")});
    }

    void countsReturns()
    {
        AlertWorld world = alone();
        for (int i = 0; i < 3; ++i) {
            world.unhealthy(a);
            world.pass(5);
            world.degraded(a);
            world.pass(5);
        }
        QCOMPARE(world.engine.alerts().find(1)->count, 3);
    }

    void mutesEndAndRemind()
    {
        AlertWorld world = alone();
        world.unhealthy(a);
        world.look();
        world.engine.alerts().mute(1, milliseconds(60'000), world.now);
        QVERIFY(world.engine.alerts().find(1)->isSilenced());
        world.now.wall += std::chrono::hours(5); // a jump of the clock ends nothing
        QCOMPARE(world.pass(59), L());
        QCOMPARE(world.pass(1), L{QStringLiteral("reminded 1 unhealthy a")});
        QVERIFY(!world.engine.alerts().find(1)->isSilenced());
    }

    void acknowledgementsEndWhenItGetsWorse()
    {
        AlertWorld world = alone();
        world.degraded(a);
        world.pass(300);
        world.engine.alerts().acknowledge(1, QStringLiteral("ann"), world.now.wall);
        QCOMPARE(world.engine.alerts().find(1)->acknowledgedBy, QStringLiteral("ann"));
        world.unhealthy(a);
        QCOMPARE(world.look(), L{QStringLiteral("escalated 1 unhealthy a")});
        QVERIFY(world.last.acknowledgedBy.isEmpty());
        world.engine.alerts().acknowledge(1, QStringLiteral("ann"), world.now.wall);
        world.atLimit(a); // as critical as before: she knows
        QCOMPARE(world.look(), L{QStringLiteral("escalated 1 restart_limit a")});
        QCOMPARE(world.last.acknowledgedBy, QStringLiteral("ann"));
    }

    void theMachineHasOneAlert()
    {
        AlertWorld world = alone();
        world.engine.setMachineProblem(QStringLiteral("The disk is full"));
        QCOMPARE(world.look(), L{QStringLiteral("raised 1 disk_full ")});
        world.engine.setMachineProblem(QStringLiteral("The disk is very full"));
        QCOMPARE(world.pass(3), L());
        world.engine.setMachineProblem({});
        QCOMPARE(world.look(), L{QStringLiteral("resolved 1 disk_full ")});
    }

    void clockJumpsRaiseNothing()
    {
        AlertWorld world = alone();
        world.degraded(a);
        world.pass(10);
        for (const int hours : {1, -1, 24 * 365 * 12, -24 * 365 * 50}) {
            world.now.wall += std::chrono::hours(hours);
            QCOMPARE(world.pass(2), L());
        }
        world.unhealthy(a);
        world.look();
        world.now.wall += std::chrono::hours(7);
        world.pass(2);
        world.well(a);
        world.look();
        QCOMPARE(world.last.duration, std::optional(milliseconds(20'000)));
    }

    void nothingIsWaitedForAtRest()
    {
        AlertWorld world = alone();
        QVERIFY(!world.engine.isWaiting());
        world.degraded(a);
        QVERIFY(world.engine.isWaiting());
        world.well(a);
        world.look();
        QVERIFY(world.engine.isWaiting()); // two changes may be the beginning of flapping
        world.pass(601);
        QVERIFY(!world.engine.isWaiting());
    }
};

QTEST_GUILESS_MAIN(TestAlertEngine)
#include "tst_alertengine.moc"
