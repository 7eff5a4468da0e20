#include "core/registry/clockwatch.h"

#include "core/registry/serviceregistry.h"
#include "tests/support/fakeclock.h"
#include "tests/support/outlines.h"

#include <QTest>

using namespace foghorn;
using namespace foghorn::test;
using namespace std::chrono_literals;
using Condition = UptimeLedger::Condition;

namespace {

const ServiceId web = QStringLiteral("web");

CheckResult checkOf(const ServiceId &service, bool passed)
{
    CheckResult result;
    result.service = service;
    result.passed = passed;
    return result;
}

ServiceStatus running()
{
    ServiceStatus status;
    status.service = web;
    status.goal = Goal::Up;
    status.state = RunState::Running;
    status.cause = Cause::Adopted;
    return status;
}

} // namespace

/// Uptime in the registry while clocks are set and the machine sleeps.
class TestClockWatch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsJumpsAndSleepApart();
    void smallStepsAddUp();
    void jumpsChangeNoUptime_data();
    void jumpsChangeNoUptime();
    void sleepIsNoUptime();
    void readsTheKernelsClocks();
};

void TestClockWatch::tellsJumpsAndSleepApart()
{
    FakeClock clock;
    ClockWatch watch;
    const auto step = [&](milliseconds asleep) {
        const ClockStep taken = watch.takeStep(clock.now(), asleep);
        return QList<qint64>{taken.jump / 1s, taken.asleep / 1s};
    };
    QCOMPARE(step(100h), (QList<qint64>{0, 0})); // before we came
    clock.advance(1h);
    QCOMPARE(step(100h), (QList<qint64>{0, 0}));
    clock.jumpWall(-1h);
    QCOMPARE(step(100h), (QList<qint64>{-3600, 0}));
    QCOMPARE(step(100h), (QList<qint64>{0, 0}));
    clock.jumpWall(8h); // the wall clock goes on while the monotonic one sleeps
    QCOMPARE(step(108h), (QList<qint64>{0, 28800}));
    clock.jumpWall(8h + 60s); // both
    QCOMPARE(step(116h), (QList<qint64>{60, 28800}));
}

void TestClockWatch::smallStepsAddUp()
{
    FakeClock clock;
    ClockWatch watch;
    watch.takeStep(clock.now(), {});
    clock.jumpWall(1500ms);
    QVERIFY(watch.takeStep(clock.now(), {}).jump == 0s);
    clock.jumpWall(1500ms);
    QVERIFY(watch.takeStep(clock.now(), {}).jump == 3s);
}

void TestClockWatch::jumpsChangeNoUptime_data()
{
    QTest::addColumn<qint64>("seconds");
    for (const qint64 seconds : {3600, -3600, 86400, -86400, 126144000, -126144000})
        QTest::addRow("%lld s", static_cast<long long>(seconds)) << seconds;
}

void TestClockWatch::jumpsChangeNoUptime()
{
    QFETCH(qint64, seconds);
    FakeClock clock;
    ServiceRegistry registry;
    registry.setClock(clock.reader());
    registry.setOutline(outline({info(web)}));
    const std::vector<UptimeLedger::Span> written{
        {clock.wall() - 20h, Condition::Down}, {clock.wall() - 15h, Condition::Up}};
    registry.update(running());
    registry.restore(web, {}, UptimeLedger::fromSpans(written));
    const auto share = [&](std::chrono::hours window) {
        return registry.find(web)->uptime.share(clock.wall(), window).value_or(-1);
    };
    clock.advance(1h);
    registry.recordCheck(checkOf(web, false), {Health::Unhealthy, 3, 0});
    clock.advance(1h);
    registry.recordCheck(checkOf(web, true), {Health::Healthy, 0, 1});
    clock.advance(2h); // 5 h down and 15 up before, 1 h down and 3 h up in this run
    clock.jumpWall(std::chrono::seconds(seconds));
    QVERIFY(registry.followClock()); // nothing else happens
    QVERIFY(!registry.followClock());
    QCOMPARE(share(4h), 0.75);
    clock.jumpWall(-std::chrono::seconds(seconds));
    QVERIFY(registry.followClock());
    QCOMPARE(share(4h), 0.75);
    QCOMPARE(share(24h), 0.75);
    const auto &spans = registry.find(web)->uptime.spans();
    QVERIFY(std::equal(written.begin(), written.end(), spans.begin()));
}

void TestClockWatch::sleepIsNoUptime()
{
    FakeClock clock;
    milliseconds asleep{};
    ServiceRegistry registry;
    registry.setClock(clock.reader(), [&asleep] { return asleep; });
    registry.setOutline(outline({info(web)}));
    registry.update(running());
    clock.advance(1h);
    registry.recordCheck(checkOf(web, false), {Health::Unhealthy, 3, 0});
    clock.advance(1h);
    clock.jumpWall(10h);
    asleep += 10h;
    registry.recordCheck(checkOf(web, true), {Health::Healthy, 0, 1});
    clock.advance(1h);
    QCOMPARE(registry.find(web)->uptime.share(clock.wall(), 24h), 2.0 / 3);
    QCOMPARE(registry.find(web)->uptime.share(clock.wall(), 1h), 1.0);
}

void TestClockWatch::readsTheKernelsClocks()
{
    const milliseconds first = timeAsleep();
    QVERIFY(first >= 0ms);
    QVERIFY(timeAsleep() - first < 2s); // it does not run while we are awake
}

QTEST_GUILESS_MAIN(TestClockWatch)
#include "tst_clockwatch.moc"
