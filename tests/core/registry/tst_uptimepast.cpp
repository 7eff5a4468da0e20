#include "core/registry/uptime.h"

#include <QTest>

using namespace foghorn;
using namespace std::chrono_literals;
using Condition = UptimeLedger::Condition;
using Spans = std::vector<UptimeLedger::Span>;

namespace {

constexpr WallTime start{std::chrono::milliseconds(1'795'392'000'000)};
constexpr auto years = std::chrono::hours(24 * 365 * 4);

/// Two hours down, ten hours up, then nobody looked.
const Spans written{{start, Condition::Down}, {start + 2h, Condition::Up}, {start + 12h, Condition::Excluded}};

UptimeLedger afterAnEarlierRun(Spans spans = written)
{
    UptimeLedger ledger = UptimeLedger::fromSpans(std::move(spans));
    ledger.closePast();
    return ledger;
}

bool keepsPast(const UptimeLedger &ledger)
{
    return ledger.spans().size() > written.size() && std::equal(written.begin(), written.end(), ledger.spans().begin());
}

bool isInOrder(const UptimeLedger &ledger)
{
    return std::is_sorted(ledger.spans().begin(), ledger.spans().end(), [](const auto &a, const auto &b) {
        return a.from < b.from;
    }) && std::adjacent_find(ledger.spans().begin(), ledger.spans().end(), [](const auto &a, const auto &b) {
        return a.from == b.from;
    }) == ledger.spans().end();
}

} // namespace

/// What the wall clock does to the spans of this run and of earlier ones.
class TestUptimePast : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void leavesEarlierRunsAlone();
    void clockAheadAtTheStart();
    void clockBehindAtTheStart();
    void makesWayWithoutLosingTime();
    void shrinksUnobservedTimeFirst();
    void nothingIsKnownBetweenTheRuns();
    void aWrongYearForgetsNothing();
    void readsWhatWasWrittenInAWrongYear();
    void tellsThatItForgets();
    void movesWithAClockThatWasSetSince();
    void leavesOutSleep();
    void staysBoundedInOrder();
};

void TestUptimePast::leavesEarlierRunsAlone()
{
    UptimeLedger ledger = afterAnEarlierRun();
    ledger.note(start + 20h, Condition::Up);
    QVERIFY(keepsPast(ledger));
    ledger.note(start + 21h, Condition::Down);
    for (const auto jump : {1h, -1h, -5h, 5h, 100h, -100h}) {
        const quint64 before = ledger.rewrites();
        ledger.shift(jump);
        QVERIFY(keepsPast(ledger));
        QVERIFY(ledger.rewrites() != before);
    }
    QCOMPARE(ledger.share(start + 22h, 24h), 11.0 / 14);
    ledger.shift(-1h); // an hour of each sort moves into each window as it was
    QCOMPARE(ledger.share(start + 21h, 2h), 0.5);
}

void TestUptimePast::clockAheadAtTheStart()
{
    UptimeLedger ledger = afterAnEarlierRun();
    ledger.note(start + 20h + 24h, Condition::Up); // a day ahead
    ledger.note(start + 21h + 24h, Condition::Down);
    ledger.shift(-24h);
    QVERIFY(keepsPast(ledger));
    QVERIFY((ledger.spans().back() == UptimeLedger::Span{start + 21h, Condition::Down}));
    QCOMPARE(ledger.share(start + 22h, 24h), 11.0 / 14);
}

void TestUptimePast::clockBehindAtTheStart()
{
    UptimeLedger ledger = afterAnEarlierRun();
    ledger.note(start - years, Condition::Up);
    ledger.note(start - years + 1h, Condition::Down);
    QCOMPARE(ledger.share(start - years + 2h, 24h), 11.0 / 14); // all of it lies before
    QVERIFY(isInOrder(ledger));
    ledger.shift(years + 20h);
    QVERIFY(keepsPast(ledger));
    QCOMPARE(ledger.share(start + 22h, 24h), 11.0 / 14);
}

void TestUptimePast::makesWayWithoutLosingTime()
{
    const Spans past{{start, Condition::Up}, {start + 10h, Condition::Down}};
    UptimeLedger ledger = afterAnEarlierRun(past);
    ledger.note(start + 12h, Condition::Up);
    QCOMPARE(ledger.share(start + 13h, 24h), 11.0 / 13);
    ledger.shift(-1h); // set back over what the earlier run wrote
    QVERIFY(isInOrder(ledger));
    QCOMPARE(ledger.share(start + 12h, 24h), 11.0 / 13);
    QCOMPARE(ledger.share(start + 12h, 3h), 1.0 / 3);
    ledger.shift(1h);
    QVERIFY(std::equal(past.begin(), past.end(), ledger.spans().begin()));
    QCOMPARE(ledger.share(start + 13h, 24h), 11.0 / 13);
}

void TestUptimePast::shrinksUnobservedTimeFirst()
{
    UptimeLedger ledger = afterAnEarlierRun();
    ledger.note(start + 20h, Condition::Up);
    ledger.shift(-7h); // an hour is left of the eight
    QVERIFY(keepsPast(ledger));
    ledger.shift(-3h); // two hours before the earlier run's end
    QVERIFY(ledger.spans().front().from == start - 2h);
    QCOMPARE(ledger.share(start + 11h, 24h), 11.0 / 13);
    QVERIFY(isInOrder(ledger));
    ledger.shift(10h);
    QVERIFY(keepsPast(ledger));
}

void TestUptimePast::nothingIsKnownBetweenTheRuns()
{
    UptimeLedger ledger = afterAnEarlierRun({{start, Condition::Down}, {start + 1h, Condition::Up}});
    ledger.note(start + 2h, Condition::Up); // taken over
    QCOMPARE(ledger.share(start + 3h, 24h), 2.0 / 3);
    ledger.shift(10h);
    QCOMPARE(ledger.share(start + 13h, 24h), 2.0 / 3); // not twelve of thirteen
    ledger.shift(-10h);
    QCOMPARE(ledger.share(start + 3h, 24h), 2.0 / 3);
    QCOMPARE(ledger.spans().size(), std::size_t(3));
}

void TestUptimePast::aWrongYearForgetsNothing()
{
    UptimeLedger ledger = afterAnEarlierRun();
    ledger.note(start + 20h, Condition::Up);
    ledger.note(start + 44h, Condition::Down);
    ledger.shift(years);
    for (int minute = 0; minute < 60; ++minute)
        ledger.note(start + years + 45h + minute * 1min, minute % 2 ? Condition::Down : Condition::Up);
    ledger.shift(-years);
    QVERIFY(keepsPast(ledger));
    QCOMPARE(ledger.share(start + 46h, 48h), 34.5 / 38);
    ledger.note(start + 24h * 40, Condition::Up);
    ledger.note(start + 24h * 42, Condition::Down); // and still it forgets what is old
    QVERIFY(ledger.spans().front().from > start);
}

void TestUptimePast::readsWhatWasWrittenInAWrongYear()
{
    UptimeLedger before = afterAnEarlierRun();
    before.note(start + 20h, Condition::Up);
    before.shift(years);
    before.leaveUnobservedFrom(start + years + 21h); // it was killed then
    UptimeLedger ledger = afterAnEarlierRun(before.spans());
    ledger.note(start + 22h, Condition::Down); // the year is right again
    QCOMPARE(ledger.share(start + 23h, 48h), 11.0 / 14);
    QVERIFY(isInOrder(ledger));
}

/// Whoever keeps a copy, the store, forgets with it.
void TestUptimePast::tellsThatItForgets()
{
    UptimeLedger ledger = afterAnEarlierRun();
    for (int day = 1; day < 100; ++day)
        ledger.note(start + day * 24h, day % 2 ? Condition::Up : Condition::Down);
    QVERIFY(ledger.spans().size() <= 31);
    QVERIFY(ledger.rewrites() >= 2); // each 32 spans
    QVERIFY(ledger.rewrites() <= 3);
}

void TestUptimePast::movesWithAClockThatWasSetSince()
{
    Spans spans = written; // of before the machine was switched on
    spans.insert(spans.end(), {{start + 20h, Condition::Up}, {start + 21h, Condition::Down}});
    for (const auto jump : {3h, -3h, -12h}) {
        UptimeLedger ledger = UptimeLedger::fromSpans(spans);
        const quint64 before = ledger.rewrites();
        ledger.shiftSince(start + 19h, jump);
        QVERIFY(ledger.rewrites() != before);
        QVERIFY(isInOrder(ledger));
        QVERIFY((ledger.spans().back() == UptimeLedger::Span{start + 21h + jump, Condition::Down}));
        ledger.closePast();
        ledger.note(start + 22h + jump, Condition::Up);
        QCOMPARE(ledger.share(start + 22h + jump, 2h), 0.5);
        QCOMPARE(ledger.share(start + 22h + jump, 48h), 11.0 / 14); // lost nothing
        QCOMPARE(keepsPast(ledger), jump > -8h);
    }
    UptimeLedger idle = UptimeLedger::fromSpans(written);
    idle.shiftSince(start + 19h, 3h); // nothing is of this boot
    QVERIFY(std::equal(written.begin(), written.end(), idle.spans().begin(), idle.spans().end()));
}

void TestUptimePast::leavesOutSleep()
{
    UptimeLedger ledger;
    ledger.leaveOut(start, 1h); // nothing is known, so nothing is left out
    QVERIFY(ledger.spans().empty());
    ledger.note(start, Condition::Down);
    ledger.note(start + 1h, Condition::Up);
    ledger.leaveOut(start + 10h, 8h);
    QCOMPARE(ledger.share(start + 11h, 24h), 2.0 / 3);
    QVERIFY(ledger.spans().back().condition == Condition::Up);
    ledger.note(start + 11h, Condition::Excluded);
    const std::size_t before = ledger.spans().size();
    ledger.leaveOut(start + 20h, 8h); // a planned stop is left out as it is
    QCOMPARE(ledger.spans().size(), before);
}

void TestUptimePast::staysBoundedInOrder()
{
    Spans past;
    for (int i = 0; i < 600; ++i)
        past.push_back({start + i * 1min, i % 2 ? Condition::Up : Condition::Down});
    UptimeLedger ledger = afterAnEarlierRun(past);
    WallTime at = start + 600min;
    ledger.note(at, Condition::Excluded);
    for (int i = 0; i < 3000; ++i, at += 1min) {
        if (i % 100 == 50) { // to and fro, also over what the earlier run wrote
            const auto jump = i % 200 == 50 ? -300min : 300min;
            ledger.shift(jump);
            at += jump;
        }
        ledger.note(at, i % 2 ? Condition::Up : Condition::Down);
        QVERIFY(ledger.spans().size() <= UptimeLedger::mostSpans);
        QVERIFY(isInOrder(ledger));
    }
    QVERIFY(qAbs(ledger.share(at, UptimeLedger::reach).value() - 0.5) < 0.01);
}

QTEST_GUILESS_MAIN(TestUptimePast)
#include "tst_uptimepast.moc"
