#include "core/runtime/startturns.h"

#include <QtTest>

#include <deque>
#include <set>

using namespace foghorn;
using namespace std::chrono_literals;

namespace {

const MonoTime start{std::chrono::hours(1)};

ServiceId nameOf(int number) { return QStringLiteral("s%1").arg(number); }

StartTurns turnsOf(int perSecond, int concurrent)
{
    StartTurns turns;
    turns.setLimits({perSecond, concurrent});
    return turns;
}

} // namespace

/// Storms are bounded, and nobody is forgotten.
class TestStartTurns : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void letsThroughWhatTheLimitsAllow()
    {
        StartTurns turns = turnsOf(3, 100);
        for (int i = 0; i < 3; ++i) {
            QVERIFY(turns.admits(nameOf(i), start));
            turns.noteLaunch(start);
        }
        QVERIFY(!turns.admits(nameOf(3), start));
        QCOMPARE(turns.nextAt(start), std::optional(start + 1s));
        QCOMPARE(turns.takeNext(start + 999ms), std::nullopt);
        QCOMPARE(turns.takeNext(start + 1s), std::optional(nameOf(3)));
        QCOMPARE(turns.nextAt(start + 1s), std::nullopt);
    }
    /// A thousand fail together: in any second no more start than may, and all do in the end.
    void neverExceedsTheRate()
    {
        constexpr int limit = 50;
        StartTurns turns = turnsOf(limit, 1000);
        std::deque<MonoTime> launches;
        std::set<ServiceId> started;
        const auto launch = [&](const ServiceId &service, MonoTime at) {
            turns.noteLaunch(at);
            launches.push_back(at);
            started.insert(service);
            if (launches.size() > limit)
                QVERIFY(at - launches.at(launches.size() - limit - 1) >= 1s);
        };
        for (int i = 0; i < 1000; ++i) {
            if (turns.admits(nameOf(i), start))
                launch(nameOf(i), start);
        }
        MonoTime now = start;
        while (const auto next = turns.nextAt(now)) {
            now = std::max(*next, now);
            while (const auto service = turns.takeNext(now))
                launch(*service, now);
        }
        QCOMPARE(started.size(), std::size_t(1000));
        QCOMPARE(now - start, MonoTime::duration(19s));
    }
    void waitsForTheEndOfAStart()
    {
        StartTurns turns = turnsOf(1000, 2);
        turns.noteStarting(nameOf(0), true);
        turns.noteStarting(nameOf(0), true); // told again
        QVERIFY(turns.admits(nameOf(1), start));
        turns.noteStarting(nameOf(1), true);
        QVERIFY(!turns.admits(nameOf(2), start));
        QCOMPARE(turns.nextAt(start), std::nullopt); // no clock brings it on
        QCOMPARE(turns.takeNext(start + 1h), std::nullopt);
        turns.noteStarting(nameOf(0), false);
        QCOMPARE(turns.takeNext(start + 1h), std::optional(nameOf(2)));
    }
    void keepsTheOrder()
    {
        StartTurns turns = turnsOf(1, 100);
        QVERIFY(turns.admits(nameOf(0), start));
        turns.noteLaunch(start);
        QVERIFY(!turns.admits(nameOf(1), start));
        QVERIFY(!turns.admits(nameOf(2), start + 1s)); // free again, but somebody came before
        QVERIFY(!turns.admits(nameOf(1), start + 1s)); // asked twice, waits once
        QCOMPARE(turns.takeNext(start + 1s), std::optional(nameOf(1)));
        turns.noteLaunch(start + 1s);
        QCOMPARE(turns.takeNext(start + 2s), std::optional(nameOf(2)));
        QVERIFY(!turns.isAnyoneWaiting());
    }
    void heedsALimitThatIsLowered()
    {
        StartTurns turns = turnsOf(3, 100);
        for (int i = 0; i < 3; ++i)
            turns.noteLaunch(start + i * 100ms);
        turns.setLimits({1, 100});
        QVERIFY(!turns.admits(nameOf(4), start + 200ms));
        QCOMPARE(turns.nextAt(start + 200ms), std::optional(start + 1200ms));
        QCOMPARE(turns.takeNext(start + 1100ms), std::nullopt);
        QCOMPARE(turns.takeNext(start + 1200ms), std::optional(nameOf(4)));
    }
};

QTEST_GUILESS_MAIN(TestStartTurns)
#include "tst_startturns.moc"
