#include "core/registry/serviceregistry.h"
#include "core/model/words.h"
#include "tests/support/fakeclock.h"
#include "tests/support/outlines.h"

#include <QSignalSpy>
#include <QTest>

using namespace foghorn;
using namespace foghorn::test;

namespace {

const ServiceId a = QStringLiteral("a");
const ServiceId b = QStringLiteral("b");
const ServiceId c = QStringLiteral("c");

ServiceStatus statusOf(const ServiceId &service, RunState state, Cause cause = Cause::StartUp, Goal goal = Goal::Up)
{
    ServiceStatus status;
    status.service = service;
    status.goal = goal;
    status.state = state;
    status.cause = cause;
    return status;
}

CheckResult checkOf(const ServiceId &service, bool passed)
{
    CheckResult result;
    result.service = service;
    result.passed = passed;
    result.message = passed ? QStringLiteral("passed") : QStringLiteral("HTTP 503");
    return result;
}

} // namespace

class TestServiceRegistry : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsEachChangeOnce();
    void ignoresTheUnknown();
    void survivesAListenerThatRemovesTheService();
    void isReadyWhenAllCriticalOnesRun();
    void countsFinishedJobsAsReady();
    void isNotReadyBeforeThereIsAFleet();
    void composesHealth_data();
    void composesHealth();
    void keepsWhatStaysThroughAReload();
    void keepsTheLastHundredChecks();
    void keepsEqualWordsOnce();
    void forgetsCountersAtAStart();
    void countsUptime();
    void uptimeKeepsItsDurationsWhenTheClockIsSet();
    void leavesOutPlannedRestarts();
    void countsCrashesAsDowntime();
    void restoresHistoryWithoutMovingIt();
    void keepsExternalServices();
    void givesTheNameToTheManagedOne();
    void costsNearlyNothing();

private:
    FakeClock m_clock;
};

void TestServiceRegistry::tellsEachChangeOnce()
{
    ServiceRegistry registry;
    registry.setOutline(outline({info(a)}));
    QList<ServiceStatus> befores;
    QList<ServiceStatus> nows;
    connect(
        &registry, &ServiceRegistry::statusChanged, this, [&](const ServiceStatus &before, const ServiceStatus &now) {
            QVERIFY(registry.find(a)->status == now); // told last
            befores.append(before);
            nows.append(now);
        });
    registry.update(statusOf(a, RunState::Starting));
    registry.update(statusOf(a, RunState::Starting));
    QCOMPARE(nows.size(), 1);
    QVERIFY(befores.at(0).state == RunState::Stopped);
    const quint64 revision = registry.find(a)->revision;
    registry.update(statusOf(a, RunState::Running));
    QCOMPARE(nows.size(), 2);
    QVERIFY(befores.at(1).state == RunState::Starting);
    QVERIFY(registry.find(a)->revision > revision);
    QCOMPARE(registry.find(a)->revision, registry.revision());
}

void TestServiceRegistry::ignoresTheUnknown()
{
    ServiceRegistry registry;
    registry.setOutline(outline({info(a)}));
    QSignalSpy changed(&registry, &ServiceRegistry::statusChanged);
    const quint64 revision = registry.revision();
    registry.update(statusOf(b, RunState::Running));
    registry.recordCheck(checkOf(b, true), {Health::Healthy, 0, 1});
    registry.resetHealth(b);
    registry.recordHeartbeat(b, Now::read());
    registry.restore(b, {checkOf(b, true)}, {});
    registry.removeExternal(b);
    registry.removeExternal(a); // not an external one
    QCOMPARE(changed.size(), 0);
    QCOMPARE(registry.revision(), revision);
    QVERIFY(!registry.find(b));
    QVERIFY(registry.find(a));
}

void TestServiceRegistry::survivesAListenerThatRemovesTheService()
{
    ServiceRegistry registry;
    registry.setOutline(outline({info(a), info(b)}));
    connect(&registry, &ServiceRegistry::statusChanged, this, [&] { registry.setOutline(outline({info(b)})); });
    int told = 0;
    connect(
        &registry, &ServiceRegistry::statusChanged, this, [&](const ServiceStatus &before, const ServiceStatus &now) {
            ++told;
            QCOMPARE(before.service, a);
            QVERIFY(now.state == RunState::Running);
        });
    registry.update(statusOf(a, RunState::Running));
    QCOMPARE(told, 1);
    QVERIFY(!registry.find(a));
}

void TestServiceRegistry::isReadyWhenAllCriticalOnesRun()
{
    ServiceRegistry registry;
    registry.setOutline(outline({info(a), info(b), info(c, false)}));
    QSignalSpy told(&registry, &ServiceRegistry::readyChanged);
    registry.update(statusOf(a, RunState::Running));
    QVERIFY(!registry.isReady());
    registry.update(statusOf(b, RunState::Running));
    QVERIFY(registry.isReady());
    QCOMPARE(told.size(), 1);
    registry.update(statusOf(c, RunState::Failed, Cause::RestartLimit));
    QVERIFY(registry.isReady());
    registry.update(statusOf(b, RunState::Stopped, Cause::Command, Goal::Down));
    QVERIFY(!registry.isReady()); // also when it was stopped on purpose
    QCOMPARE(told.size(), 2);
    registry.setOutline(outline({info(a), info(b, false)}));
    QVERIFY(registry.isReady());
    QCOMPARE(told.last().at(0).toBool(), true);
}

void TestServiceRegistry::countsFinishedJobsAsReady()
{
    ServiceRegistry registry;
    ServiceInfo job = info(a);
    job.job = true;
    registry.setOutline(outline({job}));
    QVERIFY(!registry.isReady());
    registry.update(statusOf(a, RunState::Finished));
    QVERIFY(registry.isReady());
}

void TestServiceRegistry::isNotReadyBeforeThereIsAFleet()
{
    ServiceRegistry registry;
    QVERIFY(!registry.isReady());
    registry.setOutline(outline({}));
    QVERIFY(registry.isReady());
}

void TestServiceRegistry::composesHealth_data()
{
    // each service is a word: state, then health as HDU?, "-" without a probe, "d" behind it: not meant to be up
    QTest::addColumn<QString>("services");
    QTest::addColumn<int>("expected");
    const auto row = [](const char *services, Health expected) {
        QTest::newRow(services) << QString::fromLatin1(services) << static_cast<int>(expected);
    };
    row("", Health::Unknown);
    row("runningH", Health::Healthy);
    row("runningH runningH", Health::Healthy);
    row("runningH runningD", Health::Degraded);
    row("runningD runningU runningH", Health::Unhealthy);
    row("runningH failed?", Health::Unhealthy);
    row("runningH failed-", Health::Unhealthy);
    row("runningD failed?", Health::Unhealthy);
    row("runningH starting?", Health::Unknown);
    row("runningH waiting?", Health::Unknown);
    row("runningD starting?", Health::Degraded);
    row("runningH backoffU", Health::Unhealthy);
    row("runningH backoffH", Health::Unknown);
    row("runningH running-", Health::Healthy);
    row("running-", Health::Healthy);
    row("runningH stoppedUd", Health::Healthy);
    row("runningH stopped?d", Health::Healthy);
    row("runningH finished?", Health::Healthy);
    row("stopped?d", Health::Unknown);
    row("runningH running?", Health::Unknown);
}

void TestServiceRegistry::composesHealth()
{
    QFETCH(QString, services);
    QFETCH(int, expected);
    const QHash<QChar, Health> healths{{u'H', Health::Healthy}, {u'D', Health::Degraded}, {u'U', Health::Unhealthy}};
    ServiceRegistry registry;
    const QStringList words = services.split(u' ', Qt::SkipEmptyParts);
    QList<ServiceInfo> infos;
    for (int i = 0; i < words.size(); ++i) {
        infos.append(info(QStringLiteral("s%1").arg(i)));
        infos.last().hasProbe = !words.at(i).contains(u'-');
    }
    registry.setOutline(outline(infos));
    for (int i = 0; i < words.size(); ++i) {
        QString word = words.at(i);
        const Goal goal = word.endsWith(u"d") && !word.endsWith(u"failed") ? Goal::Down : Goal::Up;
        word.chop(goal == Goal::Down ? 1 : 0);
        const Health health = healths.value(word.back(), Health::Unknown);
        word.chop(1);
        ServiceStatus status = statusOf(infos.at(i).name, runStateFromWord(word).value(), Cause::None, goal);
        registry.update(status);
        if (health != Health::Unknown)
            registry.recordCheck(checkOf(status.service, health == Health::Healthy), {health, 0, 0});
    }
    QCOMPARE(static_cast<int>(registry.compositeHealth()), expected);
}

void TestServiceRegistry::keepsWhatStaysThroughAReload()
{
    ServiceRegistry registry;
    registry.setOutline(outline({info(a), info(b)}));
    registry.update(statusOf(a, RunState::Running));
    registry.recordCheck(checkOf(a, true), {Health::Healthy, 0, 1});
    registry.addExternal(info(c), m_clock.now());
    const quint64 before = registry.outlineRevision();
    QSignalSpy told(&registry, &ServiceRegistry::outlineChanged);
    ServiceInfo changed = info(a);
    changed.description = QStringLiteral("new");
    registry.setOutline(outline({info(QStringLiteral("d")), changed}));
    QCOMPARE(told.size(), 1);
    QVERIFY(registry.outlineRevision() > before);
    QCOMPARE(registry.order(), (QList<ServiceId>{QStringLiteral("d"), a, c}));
    QVERIFY(!registry.find(b));
    QCOMPARE(registry.find(a)->info.description, QStringLiteral("new"));
    QVERIFY(registry.find(a)->status.state == RunState::Running);
    QCOMPARE(registry.find(a)->checks.size(), std::size_t(1));
    QVERIFY(registry.find(a)->health.health == Health::Healthy);
}

void TestServiceRegistry::keepsTheLastHundredChecks()
{
    ServiceRegistry registry;
    registry.setOutline(outline({info(a)}));
    QSignalSpy recorded(&registry, &ServiceRegistry::checkRecorded);
    QSignalSpy changed(&registry, &ServiceRegistry::healthChanged);
    for (int i = 0; i < 103; ++i) {
        CheckResult result = checkOf(a, true);
        result.at = m_clock.wall() + std::chrono::seconds(i);
        registry.recordCheck(result, {Health::Healthy, 0, i + 1});
    }
    QCOMPARE(recorded.size(), 103);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(registry.find(a)->checks.size(), std::size_t(100));
    QVERIFY(registry.find(a)->checks.at(0).at == m_clock.wall() + 3s);
    QVERIFY(registry.find(a)->lastCheck == registry.find(a)->checks.last());
}

void TestServiceRegistry::keepsEqualWordsOnce()
{
    ServiceRegistry registry;
    registry.setOutline(outline({info(a)}));
    for (int i = 0; i < 2; ++i) {
        CheckResult result = checkOf(QString::fromLatin1("a"), true);
        result.message = QString::fromLatin1("HTTP 200");
        registry.recordCheck(result, {});
    }
    const auto &checks = registry.find(a)->checks;
    QCOMPARE(checks.at(0).message.constData(), checks.at(1).message.constData());
    QCOMPARE(checks.at(0).service.constData(), checks.at(1).service.constData());
}

void TestServiceRegistry::forgetsCountersAtAStart()
{
    ServiceRegistry registry;
    registry.setOutline(outline({info(a)}));
    registry.recordCheck(checkOf(a, false), {Health::Degraded, 1, 0});
    QSignalSpy changed(&registry, &ServiceRegistry::healthChanged);
    registry.resetHealth(a);
    registry.resetHealth(a);
    QCOMPARE(changed.size(), 1);
    QVERIFY(registry.find(a)->health == HealthSummary{});
    QCOMPARE(registry.find(a)->checks.size(), std::size_t(1));
}

void TestServiceRegistry::countsUptime()
{
    ServiceRegistry registry;
    registry.setClock(m_clock.reader());
    registry.setOutline(outline({info(a)}));
    m_clock.advance(10min); // stopped: no uptime, no downtime
    registry.update(statusOf(a, RunState::Starting, Cause::StartUp));
    m_clock.advance(1min); // the first start does not count
    registry.update(statusOf(a, RunState::Running, Cause::StartUp));
    m_clock.advance(30min);
    registry.recordCheck(checkOf(a, false), {Health::Unhealthy, 3, 0});
    m_clock.advance(5min);
    registry.recordCheck(checkOf(a, true), {Health::Degraded, 0, 1});
    m_clock.advance(5min);
    registry.update(statusOf(a, RunState::Stopped, Cause::Command, Goal::Down));
    m_clock.advance(1min);
    const auto share = registry.find(a)->uptime.share(m_clock.wall(), 1h);
    QCOMPARE(share, 35.0 / 40.0);
}

void TestServiceRegistry::uptimeKeepsItsDurationsWhenTheClockIsSet()
{
    for (const milliseconds jump : {milliseconds(48h), milliseconds(-48h), milliseconds(-1min), milliseconds(7s)}) {
        ServiceRegistry registry;
        registry.setClock(m_clock.reader());
        registry.setOutline(outline({info(a)}));
        registry.update(statusOf(a, RunState::Running, Cause::StartUp));
        m_clock.advance(30min);
        m_clock.jumpWall(jump);
        registry.recordCheck(checkOf(a, false), {Health::Unhealthy, 3, 0});
        m_clock.advance(15min);
        registry.recordCheck(checkOf(a, true), {Health::Healthy, 0, 2});
        m_clock.advance(15min);
        QCOMPARE(registry.find(a)->uptime.share(m_clock.wall(), 24h * 30), 45.0 / 60);
        QCOMPARE(registry.find(a)->uptime.share(m_clock.wall(), 30min), 0.5);
    }
}

void TestServiceRegistry::leavesOutPlannedRestarts()
{
    ServiceRegistry registry;
    registry.setClock(m_clock.reader());
    registry.setOutline(outline({info(a)}));
    registry.update(statusOf(a, RunState::Running));
    for (const RunState state : {RunState::Stopping, RunState::Waiting, RunState::Starting, RunState::Running}) {
        m_clock.advance(1min);
        registry.update(statusOf(a, state, Cause::Command));
    }
    m_clock.advance(1min);
    QCOMPARE(registry.find(a)->uptime.share(m_clock.wall(), 1h), 1.0);
}

void TestServiceRegistry::countsCrashesAsDowntime()
{
    ServiceRegistry registry;
    registry.setClock(m_clock.reader());
    registry.setOutline(outline({info(a)}));
    registry.update(statusOf(a, RunState::Running));
    for (const RunState state : {RunState::Draining, RunState::Backoff, RunState::Starting}) {
        m_clock.advance(1min);
        registry.update(statusOf(a, state, Cause::Exited));
    }
    m_clock.advance(1min);
    registry.update(statusOf(a, RunState::Running, Cause::Exited));
    QCOMPARE(registry.find(a)->uptime.share(m_clock.wall(), 1h), 0.25);
}

void TestServiceRegistry::restoresHistoryWithoutMovingIt()
{
    ServiceRegistry registry;
    registry.setClock(m_clock.reader());
    registry.setOutline(outline({info(a)}));
    UptimeLedger ledger;
    const WallTime started = m_clock.wall() - 10h;
    ledger.note(started, UptimeLedger::Condition::Up);
    ledger.note(started + 5h, UptimeLedger::Condition::Down);
    ledger.note(started + 6h, UptimeLedger::Condition::Up);
    registry.update(statusOf(a, RunState::Running, Cause::Adopted));
    registry.restore(a, {checkOf(a, true), checkOf(a, false)}, ledger);
    ServiceStatus adopted = statusOf(a, RunState::Running, Cause::Adopted);
    adopted.since = started; // long before the last span began
    registry.update(adopted);
    QCOMPARE(registry.find(a)->checks.size(), std::size_t(2));
    QCOMPARE(registry.find(a)->lastCheck->passed, false);
    QVERIFY(registry.find(a)->health.health == Health::Unknown);
    QCOMPARE(registry.find(a)->uptime.share(m_clock.wall(), 24h), 0.9);
}

void TestServiceRegistry::keepsExternalServices()
{
    ServiceRegistry registry;
    registry.setOutline(outline({info(a)}));
    QSignalSpy told(&registry, &ServiceRegistry::outlineChanged);
    registry.addExternal(info(b), m_clock.now());
    registry.addExternal(info(b), m_clock.now()); // nothing new to tell
    QCOMPARE(told.size(), 1);
    QCOMPARE(registry.order(), (QList<ServiceId>{a, b}));
    QVERIFY(registry.find(b)->info.external);
    QVERIFY(registry.find(b)->status.state == RunState::Running);
    registry.update(statusOf(a, RunState::Running));
    registry.recordCheck(checkOf(a, true), {Health::Healthy, 0, 1});
    registry.update(statusOf(b, RunState::Failed, Cause::HeartbeatLost));
    QVERIFY(registry.isReady()); // an outside program is not ours to answer for
    QVERIFY(registry.compositeHealth() == Health::Healthy);
    registry.addExternal(info(a), m_clock.now());
    QVERIFY(!registry.find(a)->info.external);
    registry.removeExternal(registry.find(b)->info.name);
    QVERIFY(!registry.find(b));
    QCOMPARE(registry.order(), QList<ServiceId>{a});
}

void TestServiceRegistry::givesTheNameToTheManagedOne()
{
    ServiceRegistry registry;
    registry.setOutline(outline({}));
    registry.addExternal(info(a), m_clock.now());
    registry.setOutline(outline({info(a)}));
    QCOMPARE(registry.order(), QList<ServiceId>{a});
    QVERIFY(!registry.find(a)->info.external);
    QVERIFY(registry.find(a)->status.state == RunState::Stopped);
    QVERIFY(!registry.isReady());
}

void TestServiceRegistry::costsNearlyNothing()
{
    ServiceRegistry registry;
    QList<ServiceInfo> infos;
    for (int i = 0; i < 2000; ++i)
        infos.append(info(QStringLiteral("s%1").arg(i)));
    registry.setOutline(outline(infos));
    const auto begun = std::chrono::steady_clock::now();
    int healthy = 0;
    for (int i = 0; i < 20'000; ++i) { // a hundred seconds' worth of changes
        const ServiceId &name = infos.at(i % 2000).name;
        registry.update(statusOf(name, i / 2000 % 2 == 0 ? RunState::Running : RunState::Backoff));
        healthy += registry.compositeHealth() == Health::Healthy || registry.isReady() ? 1 : 0;
    }
    const auto took = std::chrono::steady_clock::now() - begun;
    QVERIFY(healthy >= 1);
    QVERIFY2(took < 2s, "20,000 changes took over 2 s"); // about 50 ms even in a debug build
}

QTEST_GUILESS_MAIN(TestServiceRegistry)
#include "tst_serviceregistry.moc"
