#include "core/graph/fleetgraph.h"
#include "core/runtime/gates.h"

#include <QtTest>

using namespace foghorn;

Q_DECLARE_METATYPE(foghorn::DependencyCondition)
Q_DECLARE_METATYPE(foghorn::RunState)
Q_DECLARE_METATYPE(foghorn::Health)

namespace {

/// `top` needs `base` with a condition, or only wants it.
struct Pair
{
    FleetSpec fleet;
    DependencyGraph graph;
    QList<ServiceStatus> states{2};
    Health health = Health::Unknown;
    bool waitsInVain = false;

    Pair(bool isRequired, DependencyCondition condition)
    {
        fleet.services.resize(2);
        fleet.services[0].name = QStringLiteral("base");
        fleet.services[1].name = QStringLiteral("top");
        fleet.services[1].dependsOn = {{QStringLiteral("base"), isRequired, condition}};
        graph = std::get<DependencyGraph>(graphOf(fleet));
    }
    bool isOpen() const
    {
        return gates::blockersOf(graph, 1, [this](int node) {
            return GateView{&fleet.services.at(node), &states.at(node), health, waitsInVain && node == 0};
        }).isEmpty();
    }
};

} // namespace

class tst_gates : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void opensOnItsCondition_data()
    {
        QTest::addColumn<DependencyCondition>("condition");
        QTest::addColumn<bool>("hasProbe");
        QTest::addColumn<bool>("isJob");
        QTest::addColumn<RunState>("state");
        QTest::addColumn<qint64>("pid");
        QTest::addColumn<Health>("health");
        QTest::addColumn<bool>("isOpen");
        using enum RunState;
        using C = DependencyCondition;
        const auto row = [](const char *name, C condition, bool hasProbe, bool isJob, RunState state, qint64 pid,
                             Health health, bool isOpen) {
            QTest::newRow(name) << condition << hasProbe << isJob << state << pid << health << isOpen;
        };
        row("probe, starting", C::Default, true, false, Starting, 7, Health::Unknown, false);
        row("probe, running, not yet checked", C::Default, true, false, Running, 7, Health::Unknown, false);
        row("probe, healthy", C::Default, true, false, Running, 7, Health::Healthy, true);
        row("probe, unhealthy", C::Default, true, false, Running, 7, Health::Unhealthy, false);
        row("no probe, running", C::Default, false, false, Running, 7, Health::Unknown, true);
        row("started, not launched", C::Started, true, false, Starting, 0, Health::Unknown, false);
        row("started, launched", C::Started, true, false, Starting, 7, Health::Unknown, true);
        row("job, running", C::Default, false, true, Running, 7, Health::Unknown, false);
        row("job, finished", C::Default, false, true, Finished, 0, Health::Unknown, true);
        row("job, failed", C::Default, false, true, Failed, 0, Health::Unknown, false);
        row("completed, stopped", C::Completed, false, false, Stopped, 0, Health::Unknown, false);
    }
    void opensOnItsCondition()
    {
        QFETCH(DependencyCondition, condition);
        QFETCH(bool, hasProbe);
        QFETCH(bool, isJob);
        QFETCH(RunState, state);
        QFETCH(qint64, pid);
        QFETCH(Health, health);
        Pair pair(true, condition);
        pair.fleet.services[0].job = isJob;
        pair.fleet.services[0].probe.kind = hasProbe ? ProbeSpec::Kind::Tcp : ProbeSpec::Kind::None;
        pair.states[0].state = state;
        pair.states[0].pid = pid;
        pair.health = health;
        QTEST(pair.isOpen(), "isOpen");
    }
    void anOptionalOneOpensWhenSettled()
    {
        using enum RunState;
        for (const RunState state : {Running, Finished, Failed, Waiting, Starting, Draining, Stopping, Backoff}) {
            Pair pair(false, DependencyCondition::Default);
            pair.states[0].goal = Goal::Up;
            pair.states[0].state = state;
            QCOMPARE(pair.isOpen(), state == Running || state == Finished || state == Failed);
        }
        Pair stopped(false, DependencyCondition::Default);
        QVERIFY(stopped.isOpen());
        Pair stuck(false, DependencyCondition::Default);
        stuck.states[0].goal = Goal::Up;
        stuck.states[0].state = Waiting;
        stuck.waitsInVain = true;
        QVERIFY(stuck.isOpen());
    }
};

QTEST_GUILESS_MAIN(tst_gates)
#include "tst_gates.moc"
