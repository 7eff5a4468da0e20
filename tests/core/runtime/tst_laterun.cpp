#include "core/graph/fleetgraph.h"
#include "core/runtime/orchestrator.h"
#include "tests/core/runtime/fleetofone.h"

#include <QtTest>

#include <csignal>

using namespace foghorn;

namespace {

/// A keeper that says nothing by itself.
class SilentKeeper final : public ServiceKeeper
{
public:
    void launch(const LaunchOrder &order) override { launches << order.service; }
    void signal(const ServiceId &service, int number, SignalScope) override { signalled << qMakePair(service, number); }
    void forget(const ServiceId &) override { }
    void note(const ServiceId &, const QByteArray &) override { }
    void listTree(const ServiceId &) override { }

    QList<ServiceId> launches;
    QList<QPair<ServiceId, int>> signalled;
};

const ServiceId name = QStringLiteral("a");

} // namespace

/// A keeper that was killed had told of an end; the next one looks for itself, and tells of it again when the next run
/// is ordered already.
class TestLateRun : public QObject
{
    Q_OBJECT

    SilentKeeper m_keeper;
    ServiceRegistry m_registry;
    std::unique_ptr<Orchestrator> m_orchestrator;
    RunState state() { return m_registry.find(name)->status.state; }

private Q_SLOTS:
    void init()
    {
        m_orchestrator = std::make_unique<Orchestrator>(m_keeper, m_registry, LaunchContext());
        const FleetSpec fleet = fleetOfOne();
        m_orchestrator->setFleet(fleet, fleet, std::get<DependencyGraph>(graphOf(fleet)));
        m_keeper.launches.clear();
        m_keeper.signalled.clear();
        m_orchestrator->wish(0, lifecycle::Stimulus::WishUp, Cause::Command);
        QTRY_COMPARE(m_keeper.launches.size(), 1);
    }
    void anEarlierEndIsNotOfTheRunThatBegins()
    {
        ExitInfo exit;
        exit.kind = ExitInfo::Kind::Exited;
        exit.code = 3;
        Q_EMIT m_keeper.exited(name, exit, false);
        QCOMPARE(state(), RunState::Starting);
        Q_EMIT m_keeper.treeEmpty(name);
        QCOMPARE(state(), RunState::Starting);
        Q_EMIT m_keeper.exited(name, exit, true);
        QCOMPARE(state(), RunState::Starting);
        Q_EMIT m_keeper.launched(name, 4711, 1);
        QTRY_COMPARE(state(), RunState::Running);
        QCOMPARE(m_registry.find(name)->status.pid, 4711);
        QCOMPARE(m_registry.find(name)->status.restartAttempts, 0);
        QCOMPARE(m_keeper.launches.size(), 1);
        Q_EMIT m_keeper.exited(name, exit, true); // and this is its own
        QVERIFY(state() != RunState::Running);
    }
    void norOfTheOneThatIsStoppedBeforeItBegan()
    {
        m_orchestrator->wish(0, lifecycle::Stimulus::WishDown, Cause::Command);
        Q_EMIT m_keeper.treeEmpty(name);
        QCOMPARE(state(), RunState::Stopping);
        Q_EMIT m_keeper.launched(name, 4711, 1);
        QCOMPARE(state(), RunState::Stopping);
        Q_EMIT m_keeper.exited(name, {}, true);
        QTRY_COMPARE(state(), RunState::Stopped);
    }
    void aRunThatNobodyWaitsForIsEnded()
    {
        ExitInfo failure;
        failure.kind = ExitInfo::Kind::SpawnFailed;
        Q_EMIT m_keeper.launchFailed(name, failure, true);
        QTRY_COMPARE(state(), RunState::Failed);
        Q_EMIT m_keeper.launched(name, 4711, 1);
        QCOMPARE(m_keeper.signalled, (QList<QPair<ServiceId, int>>{{name, SIGKILL}}));
    }
    void cleanup() { m_orchestrator.reset(); }
};

QTEST_GUILESS_MAIN(TestLateRun)
#include "tst_laterun.moc"
