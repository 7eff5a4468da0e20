#include "tests/ui/support/fakefleet.h"
#include "ui/models/operationmodel.h"
#include "ui/models/operationwords.h"

#include <QSignalSpy>
#include <QTest>

using namespace foghorn;

namespace {

QString id(const char *text) { return QString::fromLatin1(text); }

} // namespace

class TestOperationModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void startIsDoneWithTheFirstCheck();
    void startSaysWhatItWaitsFor();
    void failureStaysAndNamesItsReason();
    void failedFirstChecksFailTheStart();
    void stopGoesThroughTheLayersBackwards();
    void restartIsNotDoneBeforeItWasDown();
    void restartWaitsForAnotherRun();
    void aLaterWishSkipsWhatIsLeft();
    void refusalEndsIt();
    void silenceIsNotTakenForAnythingAtOnce();
    void retryTriesAnew();
    void skippedFailureIsNobodysConcern();
    void goodOnesFoldBadOnesStay();
    void layersAndFailuresAreAnnouncedOnce();
    void serviceThatLeavesIsSkipped();
    void oldOnesAreForgotten();
    void manyServicesAreCounted();

private:
    int begin(OperationKind kind, const QList<ServiceId> &services)
    {
        return m_model->begin(kind, services, OperationWords::title(kind, services, m_registry->fleetName()));
    }
    StepPhase phase(int operation, const char *service) const
    {
        return m_model->find(operation)->step(id(service))->phase;
    }
    QString words(int operation, const char *service) const
    {
        const Operation &found = *m_model->find(operation);
        const OperationStep &step = *found.step(id(service));
        return OperationWords::step(step, found.waitsFor(step, *m_registry), m_now);
    }
    void put(const char *service, RunState state, Goal goal = Goal::Up)
    {
        m_wall += 10ms;
        ServiceStatus status = m_registry->find(id(service))->status;
        status.state = state;
        status.goal = goal;
        status.cause = Cause::Command;
        status.since = m_wall;
        status.blockers.clear();
        const bool isAlive = state == RunState::Starting || state == RunState::Running || state == RunState::Stopping;
        if (isAlive && status.pid == 0) {
            status.pid = ++m_pid;
            status.startedAt = m_wall;
        } else if (!isAlive) {
            status.pid = 0;
        }
        m_registry->update(status);
    }
    void pass(std::chrono::milliseconds time)
    {
        m_now += time;
        m_model->look();
    }

    std::unique_ptr<ServiceRegistry> m_registry;
    std::unique_ptr<OperationModel> m_model;
    MonoTime m_now{};
    WallTime m_wall{};
    qint64 m_pid = 100;
};

void TestOperationModel::init()
{
    m_model.reset();
    m_registry = std::make_unique<ServiceRegistry>();
    m_registry->setOutline(fakeOutline(id("local"), tenServices()));
    m_now = std::chrono::steady_clock::now();
    m_wall = Now::read().wall;
    m_model = std::make_unique<OperationModel>(*m_registry);
    m_model->setClock([this] { return m_now; });
}

void TestOperationModel::startIsDoneWithTheFirstCheck()
{
    const int operation = begin(OperationKind::Start, {id("dao")});
    QCOMPARE(phase(operation, "dao"), StepPhase::Queued);
    QCOMPARE(words(operation, "dao"), QStringLiteral("dao — waiting for its turn"));
    put("dao", RunState::Starting);
    QCOMPARE(phase(operation, "dao"), StepPhase::Checking);
    m_now += 1200ms;
    QCOMPARE(words(operation, "dao"), QStringLiteral("dao — started, waiting for its first good check, 1 s of 1 min"));
    put("dao", RunState::Running);
    m_model->noteAnswer(operation, {});
    QCOMPARE(phase(operation, "dao"), StepPhase::Checking); // it runs, but is it well?
    QVERIFY(m_model->find(operation)->isRunning());
    addChecks(*m_registry, id("dao"), Health::Healthy, 1);
    QCOMPARE(phase(operation, "dao"), StepPhase::Done);
    QVERIFY(!m_model->find(operation)->isRunning());
    QCOMPARE(words(operation, "dao"), QStringLiteral("dao 1.2 s"));
    QCOMPARE(OperationWords::progress(*m_model->find(operation), m_now), QStringLiteral("1 of 1 done · 1.2 s"));
    put("dao", RunState::Failed); // another story
    QCOMPARE(phase(operation, "dao"), StepPhase::Done);
}

void TestOperationModel::startSaysWhatItWaitsFor()
{
    const int operation = begin(OperationKind::Start, {id("onion"), id("fog_coordinator")});
    QCOMPARE(m_model->find(operation)->steps.front().service, id("fog_coordinator")); // the lower layer first
    put("onion", RunState::Waiting);
    ServiceStatus status = m_registry->find(id("onion"))->status;
    status.blockers = {{id("fog_coordinator"), DependencyCondition::Healthy, true}};
    m_registry->update(status);
    QCOMPARE(phase(operation, "onion"), StepPhase::Waiting);
    QCOMPARE(words(operation, "onion"), QStringLiteral("onion — waiting for fog_coordinator"));
}

void TestOperationModel::failureStaysAndNamesItsReason()
{
    const int operation = begin(OperationKind::Start, {id("onion"), id("vpn_coordinator")});
    put("onion", RunState::Starting);
    put("vpn_coordinator", RunState::Waiting);
    ServiceStatus status = m_registry->find(id("onion"))->status;
    status.state = RunState::Failed;
    status.cause = Cause::Exited;
    status.since = m_wall + 1s;
    status.lastExit = ExitInfo{ExitInfo::Kind::Exited, 1, 0, false, {}};
    m_registry->update(status);
    QCOMPARE(words(operation, "onion"), QStringLiteral("onion — exit 1"));
    QVERIFY(m_model->find(operation)->isRunning());
    m_model->noteAnswer(operation, QStringLiteral("'onion' did not come up"));
    QVERIFY(!m_model->find(operation)->isRunning()); // who waits for onion waits in vain
    QVERIFY(m_model->find(operation)->isBad());
    QVERIFY(OperationWords::progress(*m_model->find(operation), m_now)
                .startsWith(QStringLiteral("0 of 2 done, 1 failed, 1 still waiting")));
}

void TestOperationModel::failedFirstChecksFailTheStart()
{
    const int operation = begin(OperationKind::Start, {id("dao")});
    put("dao", RunState::Running); // ready without a check
    m_model->noteAnswer(operation, {});
    addChecks(*m_registry, id("dao"), Health::Degraded, 1, QStringLiteral("HTTP 503"));
    QCOMPARE(phase(operation, "dao"), StepPhase::Checking);
    addChecks(*m_registry, id("dao"), Health::Unhealthy, 2, QStringLiteral("HTTP 503"));
    QCOMPARE(phase(operation, "dao"), StepPhase::Failed);
    QCOMPARE(words(operation, "dao"), QStringLiteral("dao — HTTP 503"));
}

void TestOperationModel::stopGoesThroughTheLayersBackwards()
{
    makeAllHealthy(*m_registry);
    const int operation = begin(OperationKind::Stop, {id("onion"), id("vpn_coordinator"), id("betanet")});
    const Operation &found = *m_model->find(operation);
    QCOMPARE(found.steps.front().service, id("betanet"));
    QCOMPARE(found.steps.back().service, id("onion"));
    QCOMPARE(words(operation, "onion"), QStringLiteral("onion — waiting for vpn_coordinator and betanet"));
    put("betanet", RunState::Stopping, Goal::Down);
    m_now += 12s;
    QCOMPARE(words(operation, "betanet"), QStringLiteral("betanet — stopping, 12 s of 30 s"));
    put("betanet", RunState::Stopped, Goal::Down);
    QCOMPARE(phase(operation, "betanet"), StepPhase::Done);
    QCOMPARE(words(operation, "onion"), QStringLiteral("onion — waiting for vpn_coordinator"));
}

void TestOperationModel::restartIsNotDoneBeforeItWasDown()
{
    put("dao", RunState::Running);
    addChecks(*m_registry, id("dao"), Health::Healthy, 3);
    const int operation = begin(OperationKind::Restart, {id("dao")});
    QCOMPARE(phase(operation, "dao"), StepPhase::Queued); // healthy, but the old run
    addChecks(*m_registry, id("dao"), Health::Healthy, 1);
    QCOMPARE(phase(operation, "dao"), StepPhase::Queued);
    put("dao", RunState::Stopping);
    QCOMPARE(phase(operation, "dao"), StepPhase::Stopping);
    put("dao", RunState::Stopped);
    QCOMPARE(phase(operation, "dao"), StepPhase::Queued);
    m_registry->resetHealth(id("dao"));
    put("dao", RunState::Starting);
    QCOMPARE(phase(operation, "dao"), StepPhase::Checking);
    put("dao", RunState::Running);
    addChecks(*m_registry, id("dao"), Health::Healthy, 1);
    QCOMPARE(phase(operation, "dao"), StepPhase::Done);
}

/// Where the registry is told only now and then, nothing but the new run is ever seen.
void TestOperationModel::restartWaitsForAnotherRun()
{
    put("dao", RunState::Running);
    addChecks(*m_registry, id("dao"), Health::Healthy, 1);
    const int operation = begin(OperationKind::Restart, {id("dao")});
    ServiceStatus status = m_registry->find(id("dao"))->status;
    status.pid = 4711;
    status.since = m_wall + 5s;
    status.startedAt = m_wall + 5s;
    m_registry->update(status);
    QCOMPARE(phase(operation, "dao"), StepPhase::Done);
}

void TestOperationModel::aLaterWishSkipsWhatIsLeft()
{
    const int operation = begin(OperationKind::Start, {id("dao"), id("edge")});
    put("dao", RunState::Running);
    addChecks(*m_registry, id("dao"), Health::Healthy, 1);
    put("edge", RunState::Starting);
    m_model->supersede({id("edge"), id("dao")}, OperationKind::Stop, QStringLiteral("stopped on request"));
    QCOMPARE(phase(operation, "edge"), StepPhase::Skipped);
    QCOMPARE(phase(operation, "dao"), StepPhase::Done);
    QCOMPARE(words(operation, "edge"), QStringLiteral("edge — skipped: stopped on request"));
    m_model->noteAnswer(operation, {});
    QVERIFY(!m_model->find(operation)->isRunning());
    QVERIFY(!m_model->find(operation)->isBad());
}

void TestOperationModel::refusalEndsIt()
{
    const int one = begin(OperationKind::Start, {id("dao")});
    m_model->noteAnswer(one, QStringLiteral("no such program"));
    QCOMPARE(phase(one, "dao"), StepPhase::Failed);
    QCOMPARE(words(one, "dao"), QStringLiteral("dao — no such program"));
    const int several = begin(OperationKind::Start, {id("dao"), id("edge")});
    m_model->noteAnswer(several, QStringLiteral("The fleet is shutting down."));
    QVERIFY(m_model->find(several)->isRunning()); // the registry may still tell more
    pass(OperationModel::grace);
    QVERIFY(!m_model->find(several)->isRunning());
    QCOMPARE(m_model->find(several)->count(StepPhase::Skipped), 2);
    QVERIFY(m_model->find(several)->isBad());
}

void TestOperationModel::silenceIsNotTakenForAnythingAtOnce()
{
    const int operation = begin(OperationKind::Restart, {id("dao")});
    m_model->noteAnswer(operation, {});
    QVERIFY(m_model->find(operation)->isRunning());
    pass(OperationModel::grace);
    QCOMPARE(phase(operation, "dao"), StepPhase::Done);
    QVERIFY(!m_model->find(operation)->isRunning());
}

void TestOperationModel::retryTriesAnew()
{
    const int operation = begin(OperationKind::Start, {id("dao"), id("edge")});
    for (const char *name : {"dao", "edge"})
        put(name, RunState::Failed);
    m_model->noteAnswer(operation, QStringLiteral("both failed"));
    QVERIFY(!m_model->find(operation)->isRunning());
    m_model->retry(operation, id("dao"));
    QVERIFY(m_model->find(operation)->isRunning());
    QCOMPARE(phase(operation, "dao"), StepPhase::Queued);
    QCOMPARE(phase(operation, "edge"), StepPhase::Failed);
    put("dao", RunState::Running);
    addChecks(*m_registry, id("dao"), Health::Healthy, 1);
    m_model->noteAnswer(operation, {});
    QVERIFY(!m_model->find(operation)->isRunning());
    QCOMPARE(m_model->find(operation)->count(StepPhase::Done), 1);
    QVERIFY(m_model->find(operation)->isBad()); // edge is still down
}

void TestOperationModel::skippedFailureIsNobodysConcern()
{
    const int operation = begin(OperationKind::Start, {id("dao"), id("edge")});
    const QSignalSpy settled(m_model.get(), &OperationModel::stepSettled);
    const QSignalSpy announced(m_model.get(), &OperationModel::announced);
    const QSignalSpy ended(m_model.get(), &OperationModel::ended);
    put("dao", RunState::Failed);
    m_model->passOver(operation, id("edge")); // has not failed
    QCOMPARE(phase(operation, "edge"), StepPhase::Queued);
    const auto told = std::pair(settled.size(), announced.size());
    m_model->passOver(operation, id("dao"));
    QCOMPARE(words(operation, "dao"), QStringLiteral("dao — skipped by you"));
    QCOMPARE(std::pair(settled.size(), announced.size()), told); // its end was told when it failed
    put("dao", RunState::Starting); // by itself: of no concern here
    QCOMPARE(phase(operation, "dao"), StepPhase::Skipped);
    m_model->noteAnswer(operation, {});
    QVERIFY(m_model->find(operation)->isRunning()); // the other one is under way
    put("edge", RunState::Running);
    addChecks(*m_registry, id("edge"), Health::Healthy, 1);
    QCOMPARE(ended.size(), 1);
    QVERIFY(!m_model->find(operation)->isBad());
    QVERIFY2(OperationWords::progress(*m_model->find(operation), m_now).startsWith(id("1 of 2 done, 1 skipped")),
        qPrintable(OperationWords::progress(*m_model->find(operation), m_now)));
    pass(OperationModel::foldsAfter);
    QVERIFY(m_model->find(operation)->folded);
    // One that has ended badly is put in order as well.
    const int later = begin(OperationKind::Start, {id("p2p")});
    put("p2p", RunState::Failed);
    m_model->noteAnswer(later, id("p2p did not come up"));
    QVERIFY(m_model->find(later)->isBad() && !m_model->find(later)->isRunning());
    m_model->passOver(later, id("p2p"));
    QVERIFY(!m_model->find(later)->isBad());
    QCOMPARE(ended.size(), 2);
}

void TestOperationModel::goodOnesFoldBadOnesStay()
{
    const int good = begin(OperationKind::Stop, {id("dao")}); // it is down already
    const int bad = begin(OperationKind::Start, {id("edge")});
    m_model->noteAnswer(good, {});
    m_model->noteAnswer(bad, QStringLiteral("no such program"));
    QCOMPARE(m_model->runningCount(), 0);
    pass(4s);
    QVERIFY(!m_model->find(good)->folded);
    pass(1s);
    QVERIFY(m_model->find(good)->folded);
    QVERIFY(!m_model->find(bad)->folded);
    m_model->dismiss(bad);
    QVERIFY(!m_model->find(bad));
}

void TestOperationModel::layersAndFailuresAreAnnouncedOnce()
{
    QSignalSpy said(m_model.get(), &OperationModel::announced);
    begin(OperationKind::Start, {id("dao"), id("scheduler"), id("edge")});
    for (const char *name : {"dao", "scheduler"}) {
        put(name, RunState::Starting);
        put(name, RunState::Running);
        addChecks(*m_registry, id(name), Health::Healthy, 3);
    }
    QCOMPARE(said.count(), 1); // layer 0; of layer 1 edge is left
    QCOMPARE(said.takeFirst().first().toString(), QStringLiteral("Layer 0 is done: 1 of 1"));
    ServiceStatus status = m_registry->find(id("edge"))->status;
    status.state = RunState::Failed;
    status.since = m_wall + 1s;
    status.lastError = QStringLiteral("port 7001 in use");
    m_registry->update(status);
    QCOMPARE(said.count(), 2);
    QCOMPARE(said.takeFirst().first().toString(), QStringLiteral("edge failed: port 7001 in use"));
    QCOMPARE(said.takeFirst().first().toString(), QStringLiteral("Layer 1 is done: 1 of 2"));
}

void TestOperationModel::serviceThatLeavesIsSkipped()
{
    const int operation = begin(OperationKind::Start, {id("dao"), id("nobody")});
    QCOMPARE(m_model->find(operation)->total(), 1);
    m_registry->setOutline({});
    QCOMPARE(m_model->find(operation)->count(StepPhase::Skipped), 1);
    m_model->noteAnswer(operation, {});
    QVERIFY(!m_model->find(operation)->isRunning());
}

void TestOperationModel::oldOnesAreForgotten()
{
    const int running = begin(OperationKind::Start, {id("dao")});
    for (int i = 0; i < 40; ++i)
        m_model->noteAnswer(begin(OperationKind::Stop, {id("edge")}), {});
    QVERIFY(m_model->operations().size() <= OperationModel::mostKept);
    QVERIFY(m_model->find(running)); // never while it is under way
    QCOMPARE(m_model->runningCount(), 1);
}

void TestOperationModel::manyServicesAreCounted()
{
    m_registry->setOutline(fakeOutline(id("switch"), manyServices(2000)));
    const int operation = begin(OperationKind::Start, m_registry->order());
    for (const ServiceId &service : m_registry->order())
        setState(*m_registry, service, RunState::Running, Cause::Command, 0s);
    const Operation &found = *m_model->find(operation);
    QCOMPARE(found.count(StepPhase::Checking), 2000);
    for (const ServiceId &service : m_registry->order())
        addChecks(*m_registry, service, Health::Healthy, 1);
    QCOMPARE(found.count(StepPhase::Done), 2000);
    QCOMPARE(found.finished(), 2000);
}

QTEST_GUILESS_MAIN(TestOperationModel)
#include "tst_operationmodel.moc"
