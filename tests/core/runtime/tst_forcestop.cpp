#include "core/graph/fleetgraph.h"
#include "core/runtime/commanddesk.h"
#include "core/runtime/takeover.h"

#include <QtTest>

#include <csignal>
#include <optional>

using namespace foghorn;

namespace {

/// A keeper whose trees end only by SIGKILL, and when the test lets them. Writes down the signals: "web 9".
class DeafKeeper final : public ServiceKeeper
{
public:
    void launch(const LaunchOrder &order) override { Q_EMIT launched(order.service, ++m_lastPid, 1); }
    void signal(const ServiceId &service, int signalNumber, SignalScope scope) override
    {
        if (signalNumber == SIGCONT)
            return;
        signals << QStringLiteral("%1 %2").arg(service).arg(signalNumber);
        if (signalNumber == SIGKILL)
            isWholeTree = scope == SignalScope::Tree;
    }
    void forget(const ServiceId &) override { }
    void note(const ServiceId &service, const QByteArray &text) override { notes.insert(service, text); }
    void listTree(const ServiceId &service) override { Q_EMIT treeListed(service, {}); }
    void end(const ServiceId &service)
    {
        ExitInfo exit;
        exit.kind = ExitInfo::Kind::Signaled;
        exit.signal = SIGKILL;
        Q_EMIT exited(service, exit, true);
    }

    QStringList signals;
    QHash<ServiceId, QByteArray> notes;
    bool isWholeTree = false;

private:
    qint64 m_lastPid = 100;
};

/// db <- web, both with a stop_timeout that no test waits for.
FleetSpec fleetOfTwo()
{
    FleetSpec fleet;
    fleet.name = QStringLiteral("t");
    for (const QString &name : {QStringLiteral("db"), QStringLiteral("web")}) {
        ServiceSpec spec;
        spec.name = name;
        spec.command = {QStringLiteral("x")};
        spec.stopTimeout = 1h;
        fleet.services.append(spec);
    }
    fleet.services.last().dependsOn.append({QStringLiteral("db"), true, DependencyCondition::Default});
    return fleet;
}

} // namespace

/// A stop with force: who is killed, and when.
class TestForceStop : public QObject
{
    Q_OBJECT

    const ServiceId db = QStringLiteral("db");
    const ServiceId web = QStringLiteral("web");
    const Actor m_actor{QStringLiteral("operator"), QStringLiteral("127.0.0.1"), QStringLiteral("test")};
    const CommandOptions m_force{true, false, true};

    struct World
    {
        World()
        {
            const FleetSpec fleet = fleetOfTwo();
            orchestrator.setFleet(fleet, fleet, std::get<DependencyGraph>(graphOf(fleet)));
            desk.begin();
        }
        RunState stateOf(const ServiceId &service) const { return registry.find(service)->status.state; }
        bool bringUp(const Actor &actor)
        {
            (void)desk.startAll({}, actor);
            return QTest::qWaitFor([this] { return stateOf(QStringLiteral("web")) == RunState::Running; });
        }

        DeafKeeper keeper;
        ServiceRegistry registry;
        EventLog events;
        Orchestrator orchestrator{keeper, registry, {}};
        Reloader reloader{orchestrator, [] { return QFuture<LoadedFleet>(); },
            [](const FleetSpec &spec) { return Result<FleetSpec>(spec); }};
        CommandDesk desk{orchestrator, reloader, events, {}};
    };
    std::unique_ptr<World> m_world;

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<World>();
        QVERIFY(m_world->bringUp(m_actor));
    }
    void cleanup() { m_world.reset(); }

    void killsWithoutAsking()
    {
        QSignalSpy ending(&m_world->orchestrator, &Orchestrator::runEnding);
        const QFuture<CommandOutcome> stopped = m_world->desk.stop(web, m_force, m_actor);
        QTRY_COMPARE(m_world->keeper.signals, QStringList{QStringLiteral("web 9")});
        QVERIFY(m_world->keeper.isWholeTree);
        QCOMPARE(ending.size(), 1); // it is checked no more
        QCOMPARE(m_world->stateOf(web), RunState::Stopping);
        QCOMPARE(m_world->keeper.notes.value(web), QByteArray("down.Command.now")); // for whoever comes after us
        QVERIFY(!stopped.isFinished());
        m_world->keeper.end(web);
        QTRY_VERIFY(stopped.isFinished());
        QCOMPARE(stopped.result().verdict, Verdict::Done);
        QCOMPARE(m_world->stateOf(web), RunState::Stopped);
        QCOMPARE(m_world->registry.find(web)->status.cause, Cause::Command);
        QCOMPARE(m_world->stateOf(db), RunState::Running);
    }
    void cutsTheGraceTimeShort()
    {
        const QFuture<CommandOutcome> asked = m_world->desk.stop(web, {}, m_actor);
        QTRY_COMPARE(m_world->keeper.signals, QStringList{QStringLiteral("web 15")});
        const QFuture<CommandOutcome> forced = m_world->desk.stop(web, m_force, m_actor);
        QTRY_COMPARE(m_world->keeper.signals.last(), QStringLiteral("web 9"));
        m_world->orchestrator.repeatEnd(1); // a keeper that took over is not asked politely either
        QCOMPARE(m_world->keeper.signals.last(), QStringLiteral("web 9"));
        m_world->keeper.end(web);
        QTRY_VERIFY(asked.isFinished() && forced.isFinished());
        QCOMPARE(asked.result().verdict, Verdict::Done); // both wanted the same
        QCOMPARE(forced.result().verdict, Verdict::Done);
    }
    void overtakesARestartThatHangs()
    {
        const QFuture<CommandOutcome> restart = m_world->desk.restart(web, {}, m_actor);
        QTRY_COMPARE(m_world->keeper.signals, QStringList{QStringLiteral("web 15")});
        const QFuture<CommandOutcome> forced = m_world->desk.stop(web, m_force, m_actor);
        QTRY_COMPARE(m_world->keeper.signals.last(), QStringLiteral("web 9"));
        QVERIFY(restart.isFinished());
        QCOMPARE(restart.result().verdict, Verdict::Conflict);
        m_world->keeper.end(web);
        QTRY_VERIFY(forced.isFinished());
        QCOMPARE(m_world->stateOf(web), RunState::Stopped);
        QCOMPARE(forced.result().verdict, Verdict::Done);
    }
    void isRefusedWhereOthersNeedIt()
    {
        const QFuture<CommandOutcome> refused = m_world->desk.stop(db, m_force, m_actor);
        QVERIFY(refused.isFinished());
        QCOMPARE(refused.result().verdict, Verdict::Conflict);
        QVERIFY(refused.result().message.contains(web));
        QCoreApplication::sendPostedEvents();
        QCOMPARE(m_world->keeper.signals, QStringList());
    }
    void asksThoseThatNeedItFirst()
    {
        const QFuture<CommandOutcome> stopped = m_world->desk.stop(db, {true, true, true}, m_actor);
        QTRY_COMPARE(m_world->keeper.signals, QStringList{QStringLiteral("web 15")});
        m_world->keeper.end(web);
        QTRY_COMPARE(m_world->keeper.signals, (QStringList{QStringLiteral("web 15"), QStringLiteral("db 9")}));
        m_world->keeper.end(db);
        QTRY_VERIFY(stopped.isFinished());
        QCOMPARE(stopped.result().verdict, Verdict::Done);
    }
    /// Killed while db waits for web: who comes next knows of it from the keeper alone.
    void theNextOrchestratorKillsInTurn()
    {
        (void)m_world->desk.stop(db, {true, true, true}, m_actor);
        QTRY_COMPARE(m_world->keeper.signals, QStringList{QStringLiteral("web 15")});
        QCOMPARE(m_world->keeper.notes.value(db), QByteArray("down.Command.now"));
        DeafKeeper keeper;
        ServiceRegistry registry;
        Orchestrator next(keeper, registry, {});
        const FleetSpec fleet = fleetOfTwo();
        next.setFleet(fleet, fleet, std::get<DependencyGraph>(graphOf(fleet)));
        QList<KeptTree> trees;
        for (const ServiceId &service : {db, web}) {
            KeptTree tree;
            tree.service = service;
            tree.pid = 4711;
            tree.startedAtMs = 1;
            tree.leaderAlive = true;
            tree.note = m_world->keeper.notes.value(service);
            trees << tree;
        }
        Takeover(next, keeper).begin(trees, {}, false);
        QSignalSpy settled(&next, &Orchestrator::settled);
        QVERIFY(settled.wait());
        QCOMPARE(keeper.signals, QStringList{QStringLiteral("web 15")}); // db has its turn after it
        QCOMPARE(keeper.notes.value(db), QByteArray("down.Command.now")); // and once more
        keeper.end(web);
        QTRY_COMPARE(keeper.signals, (QStringList{QStringLiteral("web 15"), QStringLiteral("db 9")}));
        keeper.end(db);
        QTRY_COMPARE(registry.find(db)->status.state, RunState::Stopped);
        QCOMPARE(registry.find(db)->status.cause, Cause::Command);
    }
    void aResetNeedsSomethingToCount()
    {
        FleetSpec fleet = fleetOfTwo();
        fleet.services.last().restart.maxAttempts = 0;
        m_world->orchestrator.setFleet(fleet, fleet, std::get<DependencyGraph>(graphOf(fleet)));
        ExitInfo exit;
        exit.kind = ExitInfo::Kind::Exited;
        exit.code = 3;
        Q_EMIT m_world->keeper.exited(web, exit, true);
        QTRY_COMPARE(m_world->stateOf(web), RunState::Failed);
        const qint64 before = m_world->events.lastId();
        const QFuture<CommandOutcome> reset = m_world->desk.resetFailed(web, m_actor);
        QVERIFY(reset.isFinished());
        QCOMPARE(reset.result().verdict, Verdict::Conflict); // "0 of its 0" would promise that restart works
        QVERIFY2(reset.result().message.contains(u"no automatic restarts"), qPrintable(reset.result().message));
        QCOMPARE(m_world->events.lastId(), before); // nothing was done
        QCOMPARE(m_world->desk.restart(web, {}, m_actor).result().verdict, Verdict::Conflict);
    }
    void isWrittenDownWithWhoAsked()
    {
        (void)m_world->desk.stop(web, m_force, m_actor);
        const Event event = m_world->events.after(m_world->events.lastId() - 1, 1).value(0);
        QCOMPARE(event.kind, EventKind::Command);
        QCOMPARE(event.to, QStringLiteral("stop --force"));
        QCOMPARE(event.actor, QStringLiteral("operator 127.0.0.1 test"));
        QCOMPARE(event.message, QStringLiteral("stop --force web"));
    }
    void leavesWhatIsAtRest()
    {
        m_world->keeper.signals.clear();
        const QFuture<CommandOutcome> first = m_world->desk.stop(web, m_force, m_actor);
        QTRY_COMPARE(m_world->keeper.signals.size(), 1);
        m_world->keeper.end(web);
        QTRY_VERIFY(first.isFinished());
        const QFuture<CommandOutcome> again = m_world->desk.stop(web, m_force, m_actor);
        QTRY_VERIFY(again.isFinished());
        QCOMPARE(again.result().verdict, Verdict::Done);
        QCOMPARE(m_world->keeper.signals.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestForceStop)
#include "tst_forcestop.moc"
