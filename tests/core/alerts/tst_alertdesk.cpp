#include "core/alerts/alertdesk.h"
#include "core/registry/eventlog.h"
#include "core/registry/serviceregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace foghorn;
using namespace std::chrono_literals;

/// From the registry to board and journal, and what people do about alerts.
class TestAlertDesk : public QObject
{
    Q_OBJECT

    struct World
    {
        World()
        {
            FleetOutline outline;
            const QList<ServiceId> names{QStringLiteral("a"), QStringLiteral("b")};
            outline.graph = std::get<DependencyGraph>(DependencyGraph::build(names, {{0, 1, EdgeKind::Required}}));
            for (const ServiceId &name : names) {
                ServiceInfo info;
                info.name = name;
                info.hasProbe = true;
                outline.services.append(info);
            }
            registry.setOutline(outline);
            for (const ServiceId &name : names)
                state(name, RunState::Running, Cause::StartUp);
            registry.setInitialized(true);
            AlertRules rules;
            rules.hold = 0ms;
            desk.setRules(rules);
        }
        void state(const ServiceId &name, RunState now, Cause cause, Goal goal = Goal::Up)
        {
            ServiceStatus status;
            status.service = name;
            status.goal = goal;
            status.state = now;
            status.cause = cause;
            status.maxAttempts = 3;
            registry.update(status);
        }
        void check(const ServiceId &name, Health after, milliseconds time = 10ms)
        {
            CheckResult result;
            result.service = name;
            result.passed = after == Health::Healthy;
            result.message = result.passed ? QStringLiteral("HTTP 200") : QStringLiteral("HTTP 503");
            result.responseTime = time;
            result.healthAfter = after;
            registry.recordCheck(result, {after, result.passed ? 0 : 3, 0});
        }
        QStringList journal() const
        {
            QStringList lines;
            const QList<Event> all = events.after(0, 100);
            for (const Event &event : all) {
                if (event.kind == EventKind::Alert)
                    lines << event.to + u'|' + event.message + u'|' + event.actor;
            }
            return lines;
        }

        ServiceRegistry registry;
        EventLog events;
        AlertBoard board;
        AlertDesk desk{registry, board, events};
    };
    static inline const Actor ann{QStringLiteral("operator"), QStringLiteral("127.0.0.1"), QStringLiteral("curl")};
    static inline const QString a = QStringLiteral("a");
    static inline const QString b = QStringLiteral("b");

private Q_SLOTS:
    void writesBoardAndJournal()
    {
        World world;
        world.desk.begin();
        QSignalSpy happened(&world.desk, &AlertDesk::happened);
        world.check(a, Health::Unhealthy);
        world.check(b, Health::Unhealthy);
        QTRY_COMPARE(world.board.firingCount(), 1);
        QTRY_COMPARE(world.board.find(1)->affected, QList<ServiceId>{b});
        QCOMPARE(world.board.find(1)->message, QStringLiteral("a is unhealthy: HTTP 503"));
        world.check(a, Health::Healthy);
        world.check(b, Health::Healthy);
        QTRY_COMPARE(world.board.firingCount(), 0);
        const QStringList journal = world.journal();
        QCOMPARE(journal.size(), 2);
        QCOMPARE(journal.first(), QStringLiteral("raised|alert 1: a is unhealthy: HTTP 503|"));
        QVERIFY(journal.last().startsWith(QStringLiteral("resolved|alert 1 is over after ")));
        QVERIFY(!happened.isEmpty());
    }

    void tellsSlowness()
    {
        World world;
        world.desk.begin();
        for (int i = 0; i < 60; ++i)
            world.check(a, Health::Healthy, 20ms);
        for (int i = 0; i < 5; ++i)
            world.check(a, Health::Healthy, 2000ms);
        QTRY_COMPARE(world.board.firingCount(), 1);
        QCOMPARE(world.board.find(1)->rule, AlertRule::Slow);
        QCOMPARE(world.board.find(1)->message, QStringLiteral("a answers its checks in 2000 ms, usually in 20 ms"));
        world.check(a, Health::Healthy, 20ms);
        QTRY_COMPARE(world.board.firingCount(), 0);
    }

    void peopleAreHeard()
    {
        World world;
        world.desk.begin();
        QCOMPARE(world.desk.acknowledge(1, true, ann).result().verdict, Verdict::NotFound);
        world.check(a, Health::Unhealthy);
        QTRY_COMPARE(world.board.firingCount(), 1);
        QCOMPARE(world.desk.acknowledge(1, true, ann).result().verdict, Verdict::Done);
        QCOMPARE(world.board.find(1)->acknowledgedBy, QStringLiteral("operator 127.0.0.1 curl"));
        QCOMPARE(world.desk.acknowledge(1, false, ann).result().verdict, Verdict::Done);
        QVERIFY(world.board.find(1)->acknowledgedBy.isEmpty());
        QCOMPARE(world.desk.mute(1, 60min, ann).result().verdict, Verdict::Done);
        QVERIFY(world.board.find(1)->mutedUntil);
        QCOMPARE(world.desk.mute(1, std::chrono::minutes(43'201), ann).result().verdict, Verdict::Invalid);
        QCOMPARE(world.desk.mute(1, 0min, ann).result().verdict, Verdict::Done);
        QVERIFY(!world.board.find(1)->mutedUntil);
        QCOMPARE(world.desk.maintain(a, 30min, ann).result().verdict, Verdict::Done);
        QVERIFY(world.board.find(1)->inMaintenance);
        QCOMPARE(world.board.maintenance().keys(), QList<ServiceId>{a});
        QCOMPARE(world.desk.maintain(a, 0min, ann).result().verdict, Verdict::Done);
        QVERIFY(!world.board.find(1)->inMaintenance);
        QCOMPARE(world.desk.maintain(QStringLiteral("x"), 1min, ann).result().verdict, Verdict::NotFound);
        world.check(a, Health::Healthy);
        QTRY_COMPARE(world.board.firingCount(), 0);
        QCOMPARE(world.desk.acknowledge(1, true, ann).result().verdict, Verdict::Conflict);
        QCOMPARE(world.desk.mute(1, 5min, ann).result().verdict, Verdict::Conflict);
        const QStringList journal = world.journal();
        QVERIFY(journal.contains(QStringLiteral("|Alert 1 is acknowledged|operator 127.0.0.1 curl")));
        QVERIFY(journal.contains(QStringLiteral("|Alert 1 is muted for 1h|operator 127.0.0.1 curl")));
        QVERIFY(journal.contains(QStringLiteral("|Service 'a' is in maintenance for 30m|operator 127.0.0.1 curl")));
    }

    void livesOnOverARestart()
    {
        SavedAlerts saved;
        {
            World world;
            world.desk.begin();
            world.check(a, Health::Unhealthy);
            QTRY_COMPARE(world.board.firingCount(), 1);
            world.check(a, Health::Healthy);
            QTRY_COMPARE(world.board.firingCount(), 0);
            world.check(a, Health::Unhealthy);
            QTRY_COMPARE(world.board.firingCount(), 1);
            world.desk.acknowledge(2, true, ann);
            world.desk.mute(2, 60min, ann);
            world.desk.maintain(b, 60min, ann);
            saved = *savedAlertsFromJson(toJson(world.desk.saved()));
            QCOMPARE(saved, world.desk.saved());
        }
        World world;
        world.check(a, Health::Unhealthy);
        world.desk.restore(saved);
        world.desk.begin();
        QSignalSpy happened(&world.desk, &AlertDesk::happened);
        world.desk.setDiskProblem(QStringLiteral("nearly full"));
        QTRY_COMPARE(happened.size(), 1); // that alone: alert 2 is neither new nor over
        QVERIFY(happened.first().first().value<AlertChange>().alert.service.isEmpty());
        QCOMPARE(world.board.alerts().size(), 3U);
        world.desk.setDiskProblem({});
        QTRY_COMPARE(world.board.firingCount(), 1);
        QVERIFY(!world.board.find(2)->acknowledgedBy.isEmpty());
        QVERIFY(world.board.find(2)->mutedUntil);
        QCOMPARE(world.board.maintenance().keys(), QList<ServiceId>{b});
        world.state(a, RunState::Stopped, Cause::Command, Goal::Down);
        QTRY_COMPARE(world.board.firingCount(), 0);
        world.state(a, RunState::Failed, Cause::RestartLimit);
        QTRY_COMPARE(world.board.firingCount(), 1);
        QVERIFY(world.board.find(4)); // ids rise for ever
    }

    void aPauseIsNoTime()
    {
        World world;
        Now now = Now::read();
        world.desk.setClock([&now] { return now; });
        AlertRules rules;
        rules.hold = 12s;
        world.desk.setRules(rules);
        world.desk.begin();
        world.check(a, Health::Healthy);
        world.check(b, Health::Unhealthy); // held: a may be the cause
        world.desk.look();
        now.mono += 60s; // we were stopped, and so was whoever asks a
        world.desk.look();
        QCOMPARE(world.board.firingCount(), 0);
        int seconds = 0;
        for (; seconds < 40 && world.board.firingCount() == 0; ++seconds) {
            now.mono += 1s;
            world.desk.look();
        }
        QCOMPARE(seconds, 12); // all of the time that it is held
    }

    void theDiskIsTold()
    {
        World world;
        world.desk.begin();
        world.desk.setCalm(300ms);
        for (int i = 0; i < 5; ++i) { // small writes succeed now and then
            world.desk.setWriteProblem(QStringLiteral("History cannot be written: disk full"));
            world.desk.look();
            world.desk.setWriteProblem({});
            world.desk.look();
        }
        QCOMPARE(world.board.alerts().size(), 1U);
        QTRY_COMPARE(world.board.firingCount(), 0);
        world.desk.setWriteProblem(QStringLiteral("History cannot be written: disk full"));
        QTRY_COMPARE(world.board.firingCount(), 1);
        QCOMPARE(world.board.find(2)->rule, AlertRule::DiskFull);
        QVERIFY(world.board.find(2)->service.isEmpty());
        world.desk.setDiskProblem(QStringLiteral("nearly full"));
        world.desk.setWriteProblem({});
        World later; // becomes calm later, and so shows that the first one is
        later.desk.begin();
        later.desk.setCalm(400ms);
        later.desk.setWriteProblem(QStringLiteral("History cannot be written: disk full"));
        QTRY_COMPARE(later.board.firingCount(), 1);
        later.desk.setWriteProblem({});
        QTRY_COMPARE(later.board.firingCount(), 0);
        world.desk.look();
        QCOMPARE(world.board.firingCount(), 1);
        world.desk.setDiskProblem({});
        QTRY_COMPARE(world.board.firingCount(), 0);
    }

    void servicesThatLeaveTakeTheirAlertsAlong()
    {
        World world;
        world.desk.begin();
        world.check(a, Health::Healthy);
        world.check(b, Health::Unhealthy);
        QTRY_COMPARE(world.board.firingCount(), 1);
        FleetOutline outline = world.registry.outline();
        outline.services.removeLast();
        outline.graph = std::get<DependencyGraph>(DependencyGraph::build({a}, {}));
        world.registry.setOutline(outline);
        QTRY_COMPARE(world.board.firingCount(), 0);
    }

    void outsideProgramsThatFallSilentAreTold()
    {
        World world;
        world.desk.begin();
        ServiceInfo info;
        info.name = QStringLiteral("outside");
        world.registry.addExternal(info, Now::read());
        world.state(info.name, RunState::Failed, Cause::HeartbeatLost);
        QTRY_COMPARE(world.board.firingCount(), 1);
        QCOMPARE(world.board.find(1)->rule, AlertRule::HeartbeatLost);
        world.registry.removeExternal(info.name);
        QTRY_COMPARE(world.board.firingCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestAlertDesk)
#include "tst_alertdesk.moc"
