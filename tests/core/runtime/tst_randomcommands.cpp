#include "core/graph/fleetgraph.h"
#include "core/runtime/commanddesk.h"
#include "tests/core/runtime/fakekeeper.h"

#include <QtTest>

using namespace foghorn;

namespace {

constexpr int serviceCount = 20;
constexpr int commandCount = 10'000;
constexpr int commandsBetweenLooks = 25;

FleetSpec randomFleet(QRandomGenerator &random)
{
    FleetSpec fleet;
    fleet.startLimits.perSecond = 1'000'000'000; // no time goes by here
    fleet.name = QStringLiteral("t");
    for (int i = 0; i < serviceCount; ++i) {
        ServiceSpec spec;
        spec.name = QStringLiteral("s%1").arg(i);
        spec.command = {QStringLiteral("x")};
        spec.restart.when = RestartPolicy::When::Always;
        spec.restart.maxAttempts = 1'000'000;
        spec.restart.backoffBase = 0;
        for (int target = 0; target < i; ++target) {
            const int kind = random.bounded(14);
            if (kind < 2)
                spec.dependsOn.append({fleet.services.at(target).name, kind == 0, DependencyCondition::Default});
            else if (kind == 2)
                spec.after.append(fleet.services.at(target).name);
        }
        fleet.services.append(spec);
    }
    return fleet;
}

/// What people asked for last, as they would say it.
class Model
{
public:
    explicit Model(const DependencyGraph &graph)
        : m_graph(graph)
        , m_isUp(static_cast<std::size_t>(graph.size()), false)
    {
    }

    bool isUp(int node) const { return m_isUp[static_cast<std::size_t>(node)]; }
    void set(int node, bool up) { m_isUp[static_cast<std::size_t>(node)] = up; }
    void setAll(bool up) { std::fill(m_isUp.begin(), m_isUp.end(), up); }
    void start(int node)
    {
        for (const int required : m_graph.requirementsOf(node))
            set(required, true);
        set(node, true);
    }
    bool isNeeded(int node) const
    {
        const auto dependents = m_graph.dependents(node);
        return std::any_of(dependents.begin(), dependents.end(), [this](const DependencyGraph::Neighbour &other) {
            return other.kind == EdgeKind::Required && isUp(other.node);
        });
    }
    void stopWithDependents(int node)
    {
        for (const int dependent : m_graph.dependentsOf(node))
            set(dependent, false);
        set(node, false);
    }

private:
    const DependencyGraph &m_graph;
    std::vector<bool> m_isUp;
};

class World
{
public:
    World(const FleetSpec &fleet, quint32 seed)
        : graph(std::get<DependencyGraph>(graphOf(fleet)))
        , keeper(seed)
        , orchestrator(keeper, registry, {})
        , reloader(
              orchestrator, [] { return QFuture<LoadedFleet>(); },
              [](const FleetSpec &spec) { return Result<FleetSpec>(spec); })
        , desk(orchestrator, reloader, events, {})
    {
        orchestrator.setFleet(fleet, fleet, graph);
        orchestrator.noteStartUpBegan();
        desk.begin();
    }
    /// Until nothing is due any more; false when that does not come.
    bool settle()
    {
        for (int idle = 0, steps = 0; idle < 3; ++steps) {
            if (steps > 200'000)
                return false;
            QCoreApplication::sendPostedEvents();
            idle = keeper.step() ? 0 : idle + 1;
        }
        return true;
    }

    DependencyGraph graph;
    FakeKeeper keeper;
    ServiceRegistry registry;
    EventLog events;
    Orchestrator orchestrator;
    Reloader reloader;
    CommandDesk desk;
};

} // namespace

/// People command at random while programs end at random: what is true in the end is what was wished last.
class tst_randomcommands : public QObject
{
    Q_OBJECT

    const Actor m_actor{QStringLiteral("operator"), QStringLiteral("test"), QStringLiteral("test")};

    /// Gives one command to both; the futures must all end.
    void command(World &world, Model &model, QRandomGenerator &random, QList<QFuture<CommandOutcome>> &futures)
    {
        const int node = random.bounded(serviceCount);
        const ServiceId &service = world.graph.name(node);
        CommandOptions options;
        options.cascade = random.bounded(2) == 0;
        options.wait = random.bounded(4) != 0;
        options.force = random.bounded(4) == 0;
        const int kind = random.bounded(100);
        if (kind < 35) {
            futures << world.desk.start(service, options, m_actor);
            model.start(node);
        } else if (kind < 70) {
            const bool isRefused = model.isNeeded(node) && !options.cascade;
            const QFuture<CommandOutcome> future = world.desk.stop(service, options, m_actor);
            if (isRefused) {
                QVERIFY(future.isFinished());
                QCOMPARE(future.result().verdict, Verdict::Conflict);
            } else {
                QVERIFY(!future.isFinished() || future.result().verdict == Verdict::Accepted);
                model.stopWithDependents(node);
            }
            futures << future;
        } else if (kind < 98) {
            futures << world.desk.restart(service, options, m_actor);
            model.start(node);
        } else if (kind == 98) {
            futures << world.desk.startAll(options, m_actor);
            model.setAll(true);
        } else {
            futures << world.desk.stopAll(options, m_actor);
            model.setAll(false);
        }
    }
    void compare(World &world, const Model &model, const QList<QFuture<CommandOutcome>> &futures)
    {
        for (int node = 0; node < serviceCount; ++node) {
            const ServiceStatus &status = world.orchestrator.fleet().at(node).status();
            QCOMPARE(status.state, model.isUp(node) ? RunState::Running : RunState::Stopped);
            QCOMPARE(world.keeper.alive().contains(status.service), model.isUp(node));
        }
        for (const auto &future : futures)
            QVERIFY(future.isFinished());
    }

private Q_SLOTS:
    void endsAsWishedLast_data()
    {
        QTest::addColumn<quint32>("seed");
        for (const quint32 seed : {1U, 2U, 20'261'123U})
            QTest::addRow("seed %u", seed) << seed;
    }
    void endsAsWishedLast()
    {
        QFETCH(quint32, seed);
        QRandomGenerator random(seed);
        World world(randomFleet(random), seed);
        Model model(world.graph);
        QList<QFuture<CommandOutcome>> futures;
        for (int i = 0; i < commandCount; ++i) {
            command(world, model, random, futures);
            for (int steps = random.bounded(6); steps > 0; --steps) {
                QCoreApplication::sendPostedEvents();
                (void)world.keeper.step();
            }
            if (random.bounded(5) == 0)
                world.keeper.crash(world.graph.name(random.bounded(serviceCount)));
            if (i % commandsBetweenLooks == 0) {
                QVERIFY(world.settle());
                compare(world, model, futures);
                futures.clear();
            }
            if (QTest::currentTestFailed()) {
                qWarning("command %d", i);
                return;
            }
        }
        QVERIFY(world.settle());
        compare(world, model, futures);
        QCOMPARE(world.keeper.doubles, 0);
    }
};

QTEST_GUILESS_MAIN(tst_randomcommands)
#include "tst_randomcommands.moc"
