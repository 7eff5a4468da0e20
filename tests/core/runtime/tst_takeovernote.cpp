#include "core/graph/fleetgraph.h"
#include "core/runtime/runnote.h"
#include "core/runtime/takeover.h"
#include "tests/core/runtime/fakekeeper.h"
#include "tests/core/runtime/fleetofone.h"

#include <QtTest>

using namespace foghorn;

namespace {

/// A keeper that writes down what it is told, in order.
class NotingKeeper final : public ServiceKeeper
{
public:
    void launch(const LaunchOrder &order) override
    {
        said << QByteArray("launch");
        Q_EMIT launched(order.service, 4711, 1);
    }
    void signal(const ServiceId &, int number, SignalScope) override { said << "signal " + QByteArray::number(number); }
    void forget(const ServiceId &) override { said << QByteArray("forget"); }
    void note(const ServiceId &, const QByteArray &note) override { said << "note " + note; }
    void listTree(const ServiceId &) override { }

    QList<QByteArray> said;
};

} // namespace

/// An orchestrator died before it had written down that it was ending a run; the keeper tells the next one.
class TestTakeoverNote : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void comesBackAsItWas()
    {
        for (const RunNote note : {RunNote{Goal::Down, Cause::Command}, RunNote{Goal::Up, Cause::Unhealthy},
                 RunNote{Goal::Down, Cause::Command, true}})
            QCOMPARE(runNoteFromText(toText(note)), std::optional(note));
        QCOMPARE(toText({Goal::Down, Cause::Command}), QByteArray("down.Command"));
        QCOMPARE(toText({Goal::Down, Cause::Command, true}), QByteArray("down.Command.now"));
        for (const char *text : {"", "down", "down.", "up.Nonsense", "sideways.Command", "downCommand", "down.now",
                 "down..now", "up.Command.now", "down.Command.now.now"})
            QVERIFY2(!runNoteFromText(text), text);
    }
    void isToldBeforeTheSignal()
    {
        NotingKeeper keeper;
        ServiceRegistry registry;
        Orchestrator orchestrator(keeper, registry, {});
        const FleetSpec fleet = fleetOfOne();
        orchestrator.setFleet(fleet, fleet, std::get<DependencyGraph>(graphOf(fleet)));
        orchestrator.wish(0, lifecycle::Stimulus::WishUp, Cause::Command);
        QTRY_COMPARE(registry.find(QStringLiteral("a"))->status.state, RunState::Running);
        orchestrator.wish(0, lifecycle::Stimulus::WishDown, Cause::Command);
        orchestrator.wish(0, lifecycle::Stimulus::WishDown, Cause::Command); // nothing new
        orchestrator.wish(0, lifecycle::Stimulus::WishUp, Cause::StartUp);
        const QList<QByteArray> said{"launch", "note down.Command", "signal 15", "note up.StartUp"};
        QCOMPARE(keeper.said, said);
        ExitInfo exit;
        exit.kind = ExitInfo::Kind::Exited;
        Q_EMIT keeper.exited(QStringLiteral("a"), exit, true);
        QTRY_COMPARE(keeper.said, said + QList<QByteArray>{"launch"}); // what a new run replaces need not be forgotten
        Q_EMIT keeper.exited(QStringLiteral("a"), exit, true);
        QCOMPARE(registry.find(QStringLiteral("a"))->status.state, RunState::Finished);
        QCOMPARE(keeper.said.last(), QByteArray("launch"));
        QTRY_COMPARE(keeper.said.last(), QByteArray("forget")); // once the store had its time
    }
    void decidesWhatAnEndMeant_data()
    {
        QTest::addColumn<QByteArray>("note");
        QTest::addColumn<bool>("isAlive");
        QTest::addColumn<RunState>("state");
        QTest::addColumn<Cause>("cause");
        QTest::newRow("ended by itself") << QByteArray() << false << RunState::Finished << Cause::Exited;
        QTest::newRow("stopped") << QByteArray("down.Command") << false << RunState::Stopped << Cause::Command;
        QTest::newRow("restarted") << QByteArray("up.Command") << false << RunState::Waiting << Cause::Command;
        QTest::newRow("ill") << QByteArray("up.Unhealthy") << false << RunState::Backoff << Cause::Unhealthy;
        QTest::newRow("being stopped") << QByteArray("down.Command") << true << RunState::Stopping << Cause::Command;
        QTest::newRow("untouched") << QByteArray() << true << RunState::Running << Cause::Adopted;
        QTest::newRow("strange") << QByteArray("left.Over") << false << RunState::Finished << Cause::Exited;
    }
    void decidesWhatAnEndMeant()
    {
        QFETCH(QByteArray, note);
        QFETCH(bool, isAlive);
        FakeKeeper keeper(1);
        ServiceRegistry registry;
        Orchestrator orchestrator(keeper, registry, {});
        const FleetSpec fleet = fleetOfOne();
        orchestrator.setFleet(fleet, fleet, std::get<DependencyGraph>(graphOf(fleet)));
        Takeover takeover(orchestrator, keeper);
        const WallTime now = Now::read().wall;
        KeptTree tree;
        tree.service = QStringLiteral("a");
        tree.pid = 4711;
        tree.startedAtMs = (now - std::chrono::seconds(9)).time_since_epoch() / milliseconds(1);
        tree.leaderAlive = isAlive;
        tree.treeEmpty = !isAlive;
        tree.note = note;
        if (!isAlive) {
            tree.exit = ExitInfo{};
            tree.exit->kind = ExitInfo::Kind::Exited;
            tree.exitedAtMs = now.time_since_epoch() / milliseconds(1);
        }
        PastRun past; // what was written last: it ran
        past.goal = Goal::Up;
        past.state = RunState::Running;
        past.cause = Cause::StartUp;
        past.since = now - std::chrono::seconds(8);
        takeover.begin({tree}, {{tree.service, past}}, false);
        const auto status = [&registry] { return registry.find(QStringLiteral("a"))->status; };
        QTEST(status().state, "state");
        QTEST(status().cause, "cause");
    }
};

QTEST_GUILESS_MAIN(TestTakeoverNote)
#include "tst_takeovernote.moc"
