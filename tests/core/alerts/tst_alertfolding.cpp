#include "tests/core/alerts/alertworld.h"

#include <QElapsedTimer>
#include <QTest>

using namespace foghorn;
using L = QStringList;

/// One alert per cause: who is folded under whom.
class TestAlertFolding : public QObject
{
    Q_OBJECT

    static QString q(const char *text) { return QString::fromLatin1(text); }
    static AlertWorld defaultFleet() { return AlertWorld(AlertWorld::defaultGraph()); }
    /// d requires b and c, which both require a.
    static AlertWorld diamond()
    {
        return AlertWorld(AlertWorld::graphOf(
            {q("a"), q("b"), q("c"), q("d"), q("e")}, {q("b<a"), q("c<a"), q("d<b"), q("d<c"), q("e~a")}));
    }

private Q_SLOTS:
    void dependentsFoldUnderTheirCause()
    {
        AlertWorld world = defaultFleet();
        QCOMPARE(world.graph.size(), 10);
        world.unhealthy(q("fog_coordinator"));
        QCOMPARE(world.look(), L{q("raised 1 unhealthy fog_coordinator")});
        world.unhealthy(q("onion"));
        world.waiting(q("vpn_coordinator")); // requires onion and fog_coordinator
        world.unhealthy(q("p2p")); // only wants fog_coordinator: an alert of its own
        QCOMPARE(world.pass(60), L{q("raised 2 unhealthy p2p")});
        QCOMPARE(world.open(), (L{q("fog_coordinator: onion vpn_coordinator"), q("p2p:")}));
        for (const char *service : {"fog_coordinator", "onion", "vpn_coordinator", "p2p"})
            world.well(q(service));
        QCOMPARE(world.pass(100), (L{q("resolved 1 unhealthy fog_coordinator"), q("resolved 2 unhealthy p2p")}));
    }

    void aDependentThatComesFirstIsHeld()
    {
        AlertWorld world = defaultFleet();
        world.unhealthy(q("harvest")); // its probe is quicker than that of edge
        QCOMPARE(world.pass(10), L());
        world.unhealthy(q("edge"));
        QCOMPARE(world.look(), L{q("raised 1 unhealthy edge")});
        QCOMPARE(world.last.affected, QList<ServiceId>{q("harvest")}); // told with the alert
        QCOMPARE(world.pass(60), L());
        QCOMPARE(world.open(), L{q("edge: harvest")});
    }

    void aDependentIsHeldWhileItsCauseMayBecomeWorse()
    {
        AlertWorld world = defaultFleet();
        world.degraded(q("edge"));
        world.unhealthy(q("harvest"));
        QCOMPARE(world.pass(60), L());
        world.well(q("edge")); // it was not edge
        QCOMPARE(world.pass(44), L());
        QCOMPARE(world.pass(2), L{q("raised 1 unhealthy harvest")});
    }

    void whatWasStoppedWithItsCauseIsNotForgotten()
    {
        AlertWorld world(AlertWorld::graphOf({q("db"), q("api"), q("web")}, {q("api<db"), q("web<api")}));
        world.atLimit(q("db"));
        world.say(q("api"), RunState::Stopped, Cause::DependencyLost, Health::Unknown, Goal::Down);
        world.unhealthy(q("web"));
        QCOMPARE(world.look(), L{q("raised 1 restart_limit db")});
        QCOMPARE(world.open(), L{q("db: api web")});
        world.well(q("db")); // but nobody starts what was stopped with it
        QCOMPARE(world.look(), L{q("resolved 1 restart_limit db")});
        QCOMPARE(world.pass(400), L{q("raised 2 down api")});
        QCOMPARE(world.open(), L{q("api: web")});
        world.stopped(q("api"));
        QCOMPARE(world.look(), L{q("resolved 2 down api")});
    }

    void aDependentAloneIsToldAfterTheHold()
    {
        AlertWorld world = defaultFleet();
        world.unhealthy(q("harvest"));
        QCOMPARE(world.look(), L());
        QCOMPARE(world.pass(14), L());
        QCOMPARE(world.pass(1), L{q("raised 1 unhealthy harvest")});
    }

    void anAlertTooEarlyIsFoldedLater()
    {
        AlertWorld world = defaultFleet();
        world.unhealthy(q("harvest"));
        QCOMPARE(world.pass(20), L{q("raised 1 unhealthy harvest")});
        world.atLimit(q("edge"));
        QCOMPARE(world.pass(2), (L{q("raised 2 restart_limit edge"), q("resolved 1 unhealthy harvest")}));
        QCOMPARE(world.open(), L{q("edge: harvest")});
    }

    void anOldAlertStaysItsOwn()
    {
        AlertWorld world = defaultFleet();
        world.unhealthy(q("harvest"));
        world.pass(3600);
        world.unhealthy(q("edge"));
        QCOMPARE(world.pass(60), L{q("raised 2 unhealthy edge")});
        QCOMPARE(world.open(), (L{q("harvest:"), q("edge:")}));
    }

    void whoStaysBadGetsItsOwn()
    {
        AlertWorld world = defaultFleet();
        world.unhealthy(q("edge"));
        world.unhealthy(q("harvest"));
        world.pass(60);
        world.well(q("edge"));
        QCOMPARE(world.pass(44), L{q("resolved 1 unhealthy edge")}); // time to recover
        QCOMPARE(world.pass(5), L{q("raised 2 unhealthy harvest")});
    }

    void crashesThatAreBeingTriedAgainExplainToo()
    {
        AlertWorld world = defaultFleet();
        world.crashed(q("edge")); // no alert by itself
        world.unhealthy(q("harvest"));
        QCOMPARE(world.pass(30), L());
        world.atLimit(q("edge"));
        QCOMPARE(world.pass(1), L{q("raised 1 restart_limit edge")});
        QCOMPARE(world.open(), L{q("edge: harvest")});
    }

    void aDiamondHasOneCause()
    {
        AlertWorld world = diamond();
        for (const char *service : {"d", "c", "b"})
            world.unhealthy(q(service));
        QCOMPARE(world.pass(10), L());
        world.unhealthy(q("a"));
        QCOMPARE(world.pass(60), L{q("raised 1 unhealthy a")});
        QCOMPARE(world.open(), L{q("a: b c d")});
    }

    void aDiamondWithTwoCauses()
    {
        AlertWorld world = diamond();
        for (const char *service : {"b", "c", "d"})
            world.unhealthy(q(service));
        QCOMPARE(world.pass(60), (L{q("raised 1 unhealthy b"), q("raised 2 unhealthy c")}));
        QCOMPARE(world.open(), (L{q("b: d"), q("c: d")}));
        world.well(q("b"));
        QCOMPARE(world.pass(60), L{q("resolved 1 unhealthy b")});
        QCOMPARE(world.open(), L{q("c: d")});
    }

    void causesReachThroughServicesThatSeemWell()
    {
        AlertWorld world = diamond();
        world.unhealthy(q("a"));
        world.unhealthy(q("d")); // b and c, without a probe, notice nothing
        world.pass(60);
        QCOMPARE(world.open(), L{q("a: d")});
    }

    void slownessExplainsOnlySlowness()
    {
        AlertWorld world = diamond();
        ServiceFacts slow = *world.engine.factsFor(q("a"));
        slow.slowness = Slowness{10, 100, 500};
        world.engine.observe(slow, world.now);
        slow.service = q("b");
        world.engine.observe(slow, world.now);
        world.unhealthy(q("c"));
        QCOMPARE(world.pass(60), (L{q("raised 1 slow a"), q("raised 2 unhealthy c")}));
        QCOMPARE(world.open(), (L{q("a: b"), q("c:")}));
    }

    void aPlannedStopExplainsButIsNotTold()
    {
        AlertWorld world = defaultFleet();
        world.stopped(q("edge"));
        world.unhealthy(q("harvest"));
        QCOMPARE(world.pass(600), L());
        world.restarting(q("edge"));
        QCOMPARE(world.pass(600), L());
        world.well(q("edge"));
        QCOMPARE(world.pass(60), L{q("raised 1 unhealthy harvest")});
    }

    void maintenanceFollowsTheGraph()
    {
        AlertWorld world = defaultFleet();
        world.engine.alerts().maintain(q("fog_coordinator"), std::chrono::minutes(10), world.now);
        world.unhealthy(q("fog_coordinator"));
        for (const char *service : {"onion", "vpn_coordinator"})
            world.unhealthy(q(service));
        world.unhealthy(q("dao")); // nobody works on that one
        QCOMPARE(world.pass(599), L{q("raised 1 unhealthy dao")});
        QCOMPARE(world.pass(2), L{q("raised 2 unhealthy fog_coordinator")});
        QCOMPARE(world.open(), (L{q("dao:"), q("fog_coordinator: onion vpn_coordinator")}));
    }

    void maintenanceOfAWellServiceHidesNobodysTrouble()
    {
        AlertWorld world = defaultFleet();
        world.engine.alerts().maintain(q("edge"), std::chrono::minutes(10), world.now);
        world.unhealthy(q("harvest"));
        QCOMPARE(world.pass(20), L{q("raised 1 unhealthy harvest")});
    }

    void nothingIsToldWhileTheFleetComesUp()
    {
        AlertEngine engine;
        const DependencyGraph graph = AlertWorld::defaultGraph();
        Now now = Now::read();
        engine.setServices(graph, {}, now);
        ServiceFacts facts;
        facts.goal = Goal::Up;
        facts.hasProbe = true;
        for (const ServiceId &service : graph.names()) {
            facts.service = service;
            facts.state = graph.layer(*graph.indexOf(service)) == 0 ? RunState::Starting : RunState::Waiting;
            facts.cause = facts.state == RunState::Starting ? Cause::StartUp : Cause::Dependency;
            engine.observe(facts, now);
        }
        for (int i = 0; i < 600; ++i) {
            now.mono += std::chrono::seconds(1);
            QVERIFY(engine.evaluate(now).isEmpty());
        }
    }

    void aBigFleetIsJudgedQuickly()
    {
        constexpr int services = 2000;
        QList<ServiceId> names;
        std::vector<Edge> edges;
        for (int i = 0; i < services; ++i) {
            names << q("s") + QString::number(i);
            for (int j = 1; j <= 3 && i - j * 7 >= 0; ++j)
                edges.push_back({i - j * 7, i, EdgeKind::Required});
        }
        AlertWorld world(std::get<DependencyGraph>(DependencyGraph::build(names, edges)));
        QElapsedTimer clock;
        clock.start();
        for (int i = 0; i < 20; ++i)
            world.look();
        qInfo("all well: %.2f ms", static_cast<double>(clock.nsecsElapsed()) / 20e6);
        for (const ServiceId &name : std::as_const(names))
            world.unhealthy(name);
        clock.restart();
        const L raised = world.look();
        qInfo("all unhealthy: %.2f ms", static_cast<double>(clock.nsecsElapsed()) / 1e6);
        QVERIFY2(clock.elapsed() < 1000, qPrintable(QString::number(clock.elapsed())));
        QCOMPARE(raised.size(), 7); // the seven that require nobody
    }

    void anAlertOfBeforeLivesThroughTheTakeOver()
    {
        const Now now = Now::read();
        Alert alert;
        alert.id = 7;
        alert.service = q("edge");
        alert.since = now.wall - std::chrono::minutes(5);
        AlertEngine engine;
        engine.alerts().restore({alert}, {}, 7, now);
        engine.setServices(AlertWorld::defaultGraph(), {}, now);
        QVERIFY(engine.evaluate(now).isEmpty()); // nothing is known yet: all seem stopped
        ServiceFacts facts;
        facts.service = q("edge");
        facts.goal = Goal::Up;
        facts.state = RunState::Running;
        facts.cause = Cause::Adopted;
        facts.hasProbe = true;
        engine.observe(facts, now);
        QVERIFY(engine.evaluate(now).isEmpty());
        facts.health = Health::Healthy;
        engine.observe(facts, now);
        const QList<AlertChange> changes = engine.evaluate(now);
        QCOMPARE(changes.size(), 1);
        QCOMPARE(changes.first().what, AlertChange::What::Resolved);
        QCOMPARE(changes.first().alert.duration, std::optional(milliseconds(300'000)));
    }

    void flappingIsNotOverBecauseOfATakeOver()
    {
        Now now = Now::read();
        Alert alert;
        alert.id = 7;
        alert.rule = AlertRule::Flapping;
        alert.service = q("edge");
        alert.since = now.wall - std::chrono::minutes(5);
        AlertEngine engine;
        engine.alerts().restore({alert}, {}, 7, now);
        engine.setServices(AlertWorld::defaultGraph(), {}, now);
        ServiceFacts facts;
        facts.service = q("edge");
        facts.goal = Goal::Up;
        facts.state = RunState::Running;
        facts.health = Health::Healthy;
        engine.observe(facts, now);
        QVERIFY(engine.evaluate(now).isEmpty());
        now.mono += FlappingRule{}.window - milliseconds(1);
        QVERIFY(engine.evaluate(now).isEmpty() && engine.isWaiting());
        now.mono += milliseconds(1);
        QCOMPARE(engine.evaluate(now).size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestAlertFolding)
#include "tst_alertfolding.moc"
