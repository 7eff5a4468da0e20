#include "core/health/awakeclock.h"

#include <QTest>

using namespace foghorn;
using namespace std::chrono_literals;

class TestAwakeClock : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void runsWithTheMonotonicClock();
    void leavesOutAStop();
    void ordinaryLatenessIsNoGap();
    void earlyWakeIsNoGap();
    void wallClockJumpsMoveNothing();
};

namespace {

Now at(std::chrono::milliseconds mono, std::chrono::milliseconds wall) { return {MonoTime(mono), WallTime(wall)}; }

Now at(std::chrono::milliseconds both) { return at(both, both); }

} // namespace

void TestAwakeClock::runsWithTheMonotonicClock()
{
    AwakeClock clock(at(0s));
    QCOMPARE(clock.wake(at(5s)), MonoTime(5s)); // nobody said when it would wake
    clock.sleepUntil(MonoTime(6s));
    QCOMPARE(clock.wake(at(6s)), MonoTime(6s));
    QCOMPARE(clock.gaps(), 0);
}

void TestAwakeClock::leavesOutAStop()
{
    AwakeClock clock(at(0s));
    clock.sleepUntil(MonoTime(1s));
    QCOMPARE(clock.wake(at(31s)), MonoTime(1s));
    QCOMPARE(clock.gaps(), 1);
    clock.sleepUntil(MonoTime(2s));
    QCOMPARE(clock.wake(at(32s)), MonoTime(2s));
    QCOMPARE(clock.gaps(), 1);
    clock.sleepUntil(MonoTime(3s));
    QCOMPARE(clock.wake(at(43s)), MonoTime(3s)); // gaps add up
    QCOMPARE(clock.gaps(), 2);
}

void TestAwakeClock::ordinaryLatenessIsNoGap()
{
    AwakeClock clock(at(0s));
    clock.sleepUntil(MonoTime(1s));
    QCOMPARE(clock.wake(at(1200ms)), MonoTime(1200ms));
    QCOMPARE(clock.gaps(), 0);
}

void TestAwakeClock::earlyWakeIsNoGap()
{
    AwakeClock clock(at(0s));
    clock.sleepUntil(MonoTime(30s));
    QCOMPARE(clock.wake(at(3s)), MonoTime(3s));
    QCOMPARE(clock.wake(at(29s)), MonoTime(29s));
    QCOMPARE(clock.gaps(), 0);
}

void TestAwakeClock::wallClockJumpsMoveNothing()
{
    AwakeClock clock(at(0s));
    QCOMPARE(clock.wake(at(1s, 3600s)), MonoTime(1s)); // forward, or a suspend: what was under way is doubtful
    QCOMPARE(clock.gaps(), 1);
    QCOMPARE(clock.wake(at(2s, 10s)), MonoTime(2s)); // back
    QCOMPARE(clock.wake(at(3s, 11s)), MonoTime(3s));
    QCOMPARE(clock.gaps(), 1);
}

QTEST_GUILESS_MAIN(TestAwakeClock)
#include "tst_awakeclock.moc"
