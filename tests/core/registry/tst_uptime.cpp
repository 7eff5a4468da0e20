#include "core/registry/uptime.h"

#include <QTest>

using namespace foghorn;
using namespace std::chrono_literals;
using Condition = UptimeLedger::Condition;

namespace {

constexpr WallTime start{std::chrono::milliseconds(1'795'392'000'000)};

} // namespace

class TestUptime : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void knowsNothingAtFirst();
    void sharesByTime();
    void looksOnlyIntoItsWindow();
    void leavesOutPlannedStops();
    void mergesEqualNeighbours();
    void forgetsWhatLastedNoTime();
    void forgetsAfterThirtyDays();
    void takesSmallStepsBackAsNow();
    void movesItsPastWithAClockSetBack();
    void shiftsItsPast();
    void leavesOutWhatNobodySaw();
    void staysBoundedAndRight();
    void keepsEachHourOfAFlappingWeek();
    void daylightSavingIsNoTime();
    void readsWhatItWrote();
};

void TestUptime::knowsNothingAtFirst()
{
    UptimeLedger ledger;
    QVERIFY(!ledger.share(start, 1h));
    QVERIFY(!ledger.wasEverUp());
    ledger.note(start, Condition::Up);
    QVERIFY(!ledger.share(start, 1h)); // nothing was observed yet
    QCOMPARE(ledger.share(start + 1ms, 1h), 1.0);
}

void TestUptime::sharesByTime()
{
    UptimeLedger ledger;
    ledger.note(start, Condition::Up);
    ledger.note(start + 30min, Condition::Down);
    ledger.note(start + 40min, Condition::Up);
    QCOMPARE(ledger.share(start + 60min, 1h), 50.0 / 60.0);
    QVERIFY(ledger.wasEverUp());
}

void TestUptime::looksOnlyIntoItsWindow()
{
    UptimeLedger ledger;
    ledger.note(start, Condition::Down);
    ledger.note(start + 2h, Condition::Up);
    QCOMPARE(ledger.share(start + 3h, 1h), 1.0);
    QCOMPARE(ledger.share(start + 150min, 1h), 0.5);
    // the observed part of a longer window, not all of it
    QCOMPARE(ledger.share(start + 4h, 24h), 0.5);
}

void TestUptime::leavesOutPlannedStops()
{
    UptimeLedger ledger;
    ledger.note(start, Condition::Up);
    ledger.note(start + 10min, Condition::Excluded);
    ledger.note(start + 50min, Condition::Down);
    QCOMPARE(ledger.share(start + 60min, 1h), 0.5);
    UptimeLedger stopped;
    stopped.note(start, Condition::Excluded);
    QVERIFY(!stopped.share(start + 1h, 1h));
}

void TestUptime::mergesEqualNeighbours()
{
    UptimeLedger ledger;
    for (int i = 0; i < 1000; ++i)
        ledger.note(start + i * 1s, Condition::Up);
    QCOMPARE(ledger.spans().size(), std::size_t(1));
    QVERIFY(ledger.spans().front().from == start);
}

void TestUptime::forgetsWhatLastedNoTime()
{
    UptimeLedger ledger;
    ledger.note(start, Condition::Up);
    ledger.note(start + 1min, Condition::Down);
    ledger.note(start + 1min, Condition::Up);
    QCOMPARE(ledger.spans().size(), std::size_t(1));
    QCOMPARE(ledger.share(start + 2min, 1h), 1.0);
}

void TestUptime::forgetsAfterThirtyDays()
{
    UptimeLedger ledger;
    ledger.note(start, Condition::Down);
    ledger.note(start + 1h, Condition::Up);
    ledger.note(start + 24h * 30, Condition::Down);
    QCOMPARE(ledger.spans().size(), std::size_t(3)); // the first hour is still in reach
    ledger.note(start + 24h * 30 + 2h, Condition::Up);
    QCOMPARE(ledger.spans().size(), std::size_t(3));
    QVERIFY(ledger.spans().front().condition == Condition::Up);
    const double share = ledger.share(start + 24h * 30 + 2h, UptimeLedger::reach).value();
    QCOMPARE(share, (30.0 * 24 - 2) / (30.0 * 24));
}

void TestUptime::takesSmallStepsBackAsNow()
{
    UptimeLedger ledger;
    ledger.note(start, Condition::Up);
    ledger.note(start + 10min, Condition::Down);
    ledger.note(start + 9min, Condition::Up);
    ledger.note(start + 20min, Condition::Down);
    QCOMPARE(ledger.share(start + 20min, 1h), 1.0);
}

void TestUptime::movesItsPastWithAClockSetBack()
{
    UptimeLedger ledger;
    ledger.note(start + 24h * 365, Condition::Down); // the clock is a year ahead
    ledger.note(start + 24h * 365 + 30min, Condition::Up);
    ledger.note(start, Condition::Up); // and is set right
    QCOMPARE(ledger.share(start + 30min, 1h), 0.5);
    ledger.note(start + 30min, Condition::Down);
    QVERIFY(ledger.share(start + 60min, 1h).value() > 0.49);
    QVERIFY(ledger.share(start - 24h, 1h).has_value()); // a clock behind the ledger harms nothing
}

void TestUptime::staysBoundedAndRight()
{
    UptimeLedger ledger;
    WallTime at = start;
    for (int i = 0; i < 5'000; ++i) { // three days of flapping: 40 s up, 12 s down
        ledger.note(at, Condition::Up);
        ledger.note(at + 40s, Condition::Down);
        at += 52s;
        QVERIFY(ledger.spans().size() <= UptimeLedger::mostSpans);
    }
    const double expected = 40.0 / 52.0;
    QVERIFY(qAbs(ledger.share(at, UptimeLedger::reach).value() - expected) < 1e-9);
    QVERIFY(qAbs(ledger.share(at, 52min).value() - expected) < 1e-9);
    for (std::size_t i = 1; i < ledger.spans().size(); ++i) {
        QVERIFY(ledger.spans()[i - 1].from < ledger.spans()[i].from);
        QVERIFY(ledger.spans()[i - 1].condition != ledger.spans()[i].condition);
    }
}

/// A week of flapping with a good and a bad day in turn: windows that end in the middle of old history are right to the
/// hour, and a long time of peace that begins in a busy hour stays where it was.
void TestUptime::keepsEachHourOfAFlappingWeek()
{
    UptimeLedger ledger;
    WallTime at = start;
    for (; at < start + 24h; at += 1min) {
        ledger.note(at, Condition::Up);
        ledger.note(at + 6s, Condition::Down); // 10 % up
    }
    ledger.note(at, Condition::Up); // a day in peace
    for (at = start + 48h; at < start + 72h; at += 1min) {
        ledger.note(at, Condition::Down);
        ledger.note(at + 6s, Condition::Up); // 90 % up
        QVERIFY(ledger.spans().size() <= UptimeLedger::mostSpans);
    }
    QVERIFY(qAbs(ledger.share(at, 24h).value() - 0.9) < 0.005);
    QVERIFY(qAbs(ledger.share(at, 48h).value() - 0.95) < 0.005);
    QVERIFY(qAbs(ledger.share(at, 72h).value() - 2.0 / 3) < 0.005);
    QVERIFY(qAbs(ledger.share(at, 60h).value() - (12 * 0.1 + 24 + 24 * 0.9) / 60) < 0.02);
}

void TestUptime::shiftsItsPast()
{
    UptimeLedger ledger;
    ledger.note(start, Condition::Down);
    ledger.note(start + 30min, Condition::Up);
    const quint64 before = ledger.rewrites();
    ledger.shift(24h); // the clock was set a day forward just now
    QVERIFY(ledger.rewrites() != before);
    QCOMPARE(ledger.share(start + 24h + 60min, 24h), 0.5);
    ledger.shift(-48h);
    QCOMPARE(ledger.share(start - 24h + 60min, 24h), 0.5);
}

void TestUptime::leavesOutWhatNobodySaw()
{
    UptimeLedger ledger;
    ledger.leaveUnobservedFrom(start); // nothing is known, so nothing ends
    QVERIFY(ledger.spans().empty());
    ledger.note(start, Condition::Up);
    UptimeLedger early = ledger;
    early.leaveUnobservedFrom(start - 1h);
    QVERIFY(!early.share(start + 1h, 24h)); // how long it lasted nobody knows
    ledger.leaveUnobservedFrom(start + 30min);
    ledger.note(start + 9h, Condition::Down);
    QCOMPARE(ledger.share(start + 9h + 30min, 24h), 0.5);
}

/// 25 October 2026, 01:00 UTC: clocks in Berlin go back by an hour. Shares are of hours, whatever people call them.
void TestUptime::daylightSavingIsNoTime()
{
    qputenv("TZ", "Europe/Berlin");
    const WallTime change{1'792'890'000s};
    UptimeLedger ledger;
    ledger.note(change - 12h, Condition::Up);
    ledger.note(change - 30min, Condition::Down);
    ledger.note(change + 30min, Condition::Up);
    QCOMPARE(ledger.share(change + 30min, 1h), 0.0);
    QCOMPARE(ledger.share(change + 12h, 24h), 23.0 / 24);
    qunsetenv("TZ");
}

void TestUptime::readsWhatItWrote()
{
    UptimeLedger ledger;
    ledger.note(start, Condition::Up);
    ledger.note(start + 10min, Condition::Excluded);
    ledger.note(start + 20min, Condition::Down);
    QCOMPARE(UptimeLedger::fromSpans(ledger.spans()).spans(), ledger.spans());
    auto shuffled = ledger.spans();
    std::swap(shuffled[0], shuffled[2]);
    QCOMPARE(UptimeLedger::fromSpans(shuffled).spans(), ledger.spans());
}

QTEST_GUILESS_MAIN(TestUptime)
#include "tst_uptime.moc"
