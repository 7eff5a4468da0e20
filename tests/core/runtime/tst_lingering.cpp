#include "core/graph/fleetgraph.h"
#include "core/runtime/orchestrator.h"
#include "tests/core/runtime/fleetofone.h"

#include <QProcess>
#include <QtTest>

#include <csignal>

using namespace foghorn;

namespace {

/// A keeper whose one tree never ends, with the processes in it that it is told.
class StubbornKeeper final : public ServiceKeeper
{
public:
    void launch(const LaunchOrder &order) override { Q_EMIT launched(order.service, 4711, 1); }
    void signal(const ServiceId &, int, SignalScope) override { }
    void forget(const ServiceId &) override { }
    void note(const ServiceId &, const QByteArray &) override { }
    void listTree(const ServiceId &service) override
    {
        ++asked;
        Q_EMIT treeListed(service, pids);
    }

    QList<qint64> pids;
    int asked = 0;
};

} // namespace

/// What blocks a stop is said, and kept true while it does.
class TestLingering : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysWhatIsLeftWhileItIs()
    {
        QProcess first;
        QProcess second;
        first.start(QStringLiteral("/bin/sleep"), {QStringLiteral("1001")});
        second.start(QStringLiteral("/bin/sleep"), {QStringLiteral("1002")});
        QTRY_VERIFY(first.state() == QProcess::Running && second.state() == QProcess::Running);
        StubbornKeeper keeper;
        keeper.pids = {first.processId(), second.processId()};
        ServiceRegistry registry;
        Orchestrator orchestrator(keeper, registry, {});
        FleetSpec fleet = fleetOfOne();
        fleet.services.first().stopTimeout = 1ms;
        orchestrator.setFleet(fleet, fleet, std::get<DependencyGraph>(graphOf(fleet)));
        orchestrator.wish(0, lifecycle::Stimulus::WishUp, Cause::Command);
        const auto status = [&registry] { return registry.find(QStringLiteral("a"))->status; };
        QTRY_COMPARE(status().state, RunState::Running);
        QVERIFY(status().lingering.isEmpty());
        orchestrator.wish(0, lifecycle::Stimulus::WishDown, Cause::Command);
        QTRY_COMPARE(status().lingering.size(), 2);
        QCOMPARE(status().lingering.first().pid, first.processId());
        QCOMPARE(status().lingering.first().command, QStringLiteral("/bin/sleep 1001"));
        const auto age = Now::read().wall - *status().lingering.first().startedAt;
        QVERIFY(age >= -2s && age < 5min);
        first.kill();
        QTRY_COMPARE(first.state(), QProcess::NotRunning);
        QTRY_COMPARE(status().lingering.size(), 1);
        QCOMPARE(status().lingering.first().command, QStringLiteral("/bin/sleep 1002"));
        QVERIFY(keeper.asked >= 2);
        Q_EMIT keeper.exited(QStringLiteral("a"), {}, true);
        QTRY_COMPARE(status().state, RunState::Stopped);
        QVERIFY(status().lingering.isEmpty());
        second.kill();
        QTRY_COMPARE(second.state(), QProcess::NotRunning);
    }
};

QTEST_GUILESS_MAIN(TestLingering)
#include "tst_lingering.moc"
