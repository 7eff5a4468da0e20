#include "core/store/believedtime.h"

#include "core/store/savedfleet.h"

#include <QTest>

using namespace foghorn;
using namespace std::chrono_literals;

namespace {

constexpr WallTime start{std::chrono::milliseconds(1'795'392'000'000)};
constexpr auto years = std::chrono::hours(24 * 365 * 4);

} // namespace

/// What is inferred from a wall clock that may be wrong.
class BelievedTimeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void believesAClockThatGoes();
    void doubtsALeap();
    void believesALeapThatLasts();
    void takesTheEarlierOfTwo();
    void ofManyLeapsNoneIsBelieved();
    void idsRiseForEver();
};

void BelievedTimeTest::believesAClockThatGoes()
{
    BelievedTime time;
    Now now{MonoTime(1h), start};
    for (int hour = 0; hour < 100; ++hour) {
        QCOMPARE(time.take(now), now.wall);
        now.mono += 10min;
        now.wall += hour % 2 ? 23h : -1h;
    }
    time.begin(start);
    QCOMPARE(time.take({now.mono, start + 20h}), start + 20h); // it was off overnight
}

void BelievedTimeTest::doubtsALeap()
{
    BelievedTime time;
    time.begin(start);
    Now now{MonoTime(1h), start + years};
    for (int minute = 0; minute < 100; ++minute) {
        QCOMPARE(time.take(now), start);
        now.mono += 1min;
        now.wall += 1min;
    }
    now.wall -= years; // put right
    QCOMPARE(time.take(now), now.wall);
}

void BelievedTimeTest::believesALeapThatLasts()
{
    for (const auto leap : {std::chrono::hours(72), years}) {
        BelievedTime time;
        time.begin(start);
        Now now{MonoTime(1h), start + leap};
        QCOMPARE(time.take(now), start);
        const auto needed = leap == years ? BelievedTime::longDoubt : BelievedTime::doubt;
        now.mono += needed - 1min;
        now.wall += needed - 1min;
        QCOMPARE(time.take(now), start);
        now.mono += 1min;
        now.wall += 1min;
        QCOMPARE(time.take(now), now.wall);
        QVERIFY(time.believed() == now.wall);
    }
}

void BelievedTimeTest::takesTheEarlierOfTwo()
{
    BelievedTime time;
    time.begin(start);
    QCOMPARE(time.take({MonoTime(1h), start - years}), start - years); // 1970 forgets nothing
    QVERIFY(time.believed() == start);
    QCOMPARE(time.take({MonoTime(1h), start + 1h}), start + 1h);
}

void BelievedTimeTest::ofManyLeapsNoneIsBelieved()
{
    BelievedTime time;
    time.begin(start);
    for (int hour = 0; hour < 100; ++hour) {
        const auto away = std::chrono::hours(24 * 100 * (hour % 3 + 1));
        QCOMPARE(time.take({MonoTime(1h) + hour * 1h, start + away}), start);
    }
}

void BelievedTimeTest::idsRiseForEver()
{
    SavedFleet fleet;
    fleet.lastEventId = 5'000;
    QCOMPARE(fleet.highestIdGiven(start), 5'000);
    fleet.endedCleanly = false;
    QVERIFY(fleet.highestIdGiven(start) >= 25'000); // the whole queue may have been lost
    fleet.alive = BootClock{start - 1h}; // the disk was full for an hour
    QVERIFY(fleet.highestIdGiven(start) >= 5'000 + 3'600'000);
    fleet.alive = BootClock{start + years}; // a clock was wrong
    QVERIFY(fleet.highestIdGiven(start) >= 25'000);
    fleet.alive = BootClock{};
    QVERIFY(fleet.highestIdGiven(start) < qint64(1) << 40); // JSON's numbers end at 2^53
    fleet.wasRead = false;
    QVERIFY(fleet.highestIdGiven(start) >= start.time_since_epoch().count());
}

QTEST_GUILESS_MAIN(BelievedTimeTest)
#include "tst_believedtime.moc"
