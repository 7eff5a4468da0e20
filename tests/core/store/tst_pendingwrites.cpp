#include "core/store/pendingwrites.h"

#include "tests/core/store/storesamples.h"

using namespace foghorn;
using namespace foghorn::samples;

class PendingWritesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dropsTheOldestChecksAndSpans();
    void takesTheNewerOnPuttingBack();
    void removalTakesWhatWaited();
    void removalHoldsAgainstOlderWrites();
    void staysBoundedWhileNothingCanBeWritten();
    void onlyChecksAreNotUrgent();
    void eventsAreBoundedAndOutliveTheirService();
    void aLedgerReplacesWhatWaited();
    void countersAreTakenWithoutWhatMayBeMuch();
};

void PendingWritesTest::dropsTheOldestChecksAndSpans()
{
    PendingWrites writes;
    for (int number = 0; number < 20'050; ++number) {
        writes.add(check(QStringLiteral("web"), number));
        writes.add(QStringLiteral("web"), {wall(number), 1});
    }
    QCOMPARE(writes.checks.size(), PendingWrites::checkLimit);
    QCOMPARE(writes.checks.front(), check(QStringLiteral("web"), 50));
    QCOMPARE(writes.spans.size(), PendingWrites::spanLimit);
    QCOMPARE(writes.spans.front().span.from, wall(50));
}

void PendingWritesTest::takesTheNewerOnPuttingBack()
{
    PendingWrites older;
    older.services.insert(QStringLiteral("a"), service(QStringLiteral("a"), 1));
    older.services.insert(QStringLiteral("b"), service(QStringLiteral("b"), 1));
    older.add(check(QStringLiteral("a"), 1));
    older.lastEventId = 5;
    older.endedCleanly = false;
    PendingWrites newer;
    newer.services.insert(QStringLiteral("a"), service(QStringLiteral("a"), 2));
    newer.add(check(QStringLiteral("a"), 2));
    newer.lastEventId = 6;

    newer.putBack(older);
    QCOMPARE(newer.services.value(QStringLiteral("a")).restartCount, 2);
    QCOMPARE(newer.services.value(QStringLiteral("b")).restartCount, 1);
    QCOMPARE(newer.checks.size(), std::size_t(2));
    QCOMPARE(newer.checks.front(), check(QStringLiteral("a"), 1));
    QCOMPARE(*newer.lastEventId, 6);
    QCOMPARE(*newer.endedCleanly, false);
}

void PendingWritesTest::removalTakesWhatWaited()
{
    PendingWrites writes;
    writes.services.insert(QStringLiteral("a"), service(QStringLiteral("a"), 1));
    writes.add(check(QStringLiteral("a"), 1));
    writes.add(check(QStringLiteral("b"), 1));
    writes.add(QStringLiteral("a"), {wall(1), 1});
    writes.remove(QStringLiteral("a"));
    QVERIFY(writes.services.isEmpty());
    QVERIFY(writes.spans.empty());
    QCOMPARE(writes.checks.size(), std::size_t(1));
    QCOMPARE(writes.removed, QSet{QStringLiteral("a")});
}

void PendingWritesTest::removalHoldsAgainstOlderWrites()
{
    PendingWrites older;
    older.services.insert(QStringLiteral("a"), service(QStringLiteral("a"), 1));
    older.add(check(QStringLiteral("a"), 1));
    PendingWrites newer;
    newer.remove(QStringLiteral("a"));
    newer.add(check(QStringLiteral("a"), 2));
    newer.putBack(older);
    QVERIFY(newer.services.isEmpty());
    QCOMPARE(newer.checks.size(), std::size_t(1));
    QCOMPARE(newer.checks.front(), check(QStringLiteral("a"), 2));
}

void PendingWritesTest::staysBoundedWhileNothingCanBeWritten()
{
    PendingWrites pending;
    for (int round = 0; round < 10; ++round) {
        PendingWrites taken = std::exchange(pending, {});
        for (int number = 0; number < 5'000; ++number) {
            pending.add(check(QStringLiteral("web"), round * 5'000 + number));
            pending.services.insert(QStringLiteral("web"), service(QStringLiteral("web"), number));
            if (number % 10 == 0)
                pending.remove(QStringLiteral("temporary-%1-%2").arg(round).arg(number));
        }
        pending.putBack(std::move(taken));
    }
    QCOMPARE(pending.checks.size(), PendingWrites::checkLimit);
    QCOMPARE(pending.checks.back(), check(QStringLiteral("web"), 49'999));
    QCOMPARE(pending.services.size(), 1);
    QCOMPARE(pending.removed.size(), PendingWrites::removalLimit);
}

void PendingWritesTest::onlyChecksAreNotUrgent()
{
    PendingWrites writes;
    QVERIFY(writes.isEmpty());
    writes.add(check(QStringLiteral("a"), 1));
    QVERIFY(!writes.isEmpty() && !writes.isUrgent());
    writes.lastEventId = 1;
    QVERIFY(writes.isUrgent());
}

void PendingWritesTest::eventsAreBoundedAndOutliveTheirService()
{
    PendingWrites writes;
    for (int id = 1; id <= 20'050; ++id) {
        Event event;
        event.id = id;
        event.service = QStringLiteral("web");
        writes.add(event);
    }
    QVERIFY(writes.isUrgent());
    writes.remove(QStringLiteral("web"));
    QCOMPARE(writes.events.size(), PendingWrites::eventLimit);
    QCOMPARE(writes.events.front().id, 51);
    PendingWrites newer;
    Event last;
    last.id = 20'051;
    newer.add(last);
    newer.putBack(std::move(writes));
    QCOMPARE(newer.events.size(), PendingWrites::eventLimit);
    QCOMPARE(newer.events.back().id, 20'051);
}

void PendingWritesTest::aLedgerReplacesWhatWaited()
{
    const QString web = QStringLiteral("web");
    PendingWrites older;
    older.add(web, {wall(1), 1});
    older.replaceLedger(web, {{wall(2), 1}});
    QVERIFY(older.spans.empty());
    older.add(web, {wall(3), 2});
    PendingWrites newer = older;
    PendingWrites plain;
    plain.add(web, {wall(4), 1});
    plain.putBack(older); // what came later is added to the older ledger
    QCOMPARE(plain.ledgers.value(web), (QList<SavedSpan>{{wall(2), 1}}));
    QCOMPARE(plain.spans.size(), std::size_t(2));
    newer.replaceLedger(web, {{wall(9), 1}});
    newer.putBack(older); // a newer ledger takes all that was before
    QCOMPARE(newer.ledgers.value(web), (QList<SavedSpan>{{wall(9), 1}}));
    QVERIFY(newer.spans.empty());
}

void PendingWritesTest::countersAreTakenWithoutWhatMayBeMuch()
{
    PendingWrites writes;
    writes.services.insert(QStringLiteral("a"), service(QStringLiteral("a"), 1));
    writes.add(QStringLiteral("a"), {wall(1), 1});
    writes.add(check(QStringLiteral("a"), 1));
    writes.add(Event{});
    writes.lastEventId = 3;
    const PendingWrites counters = writes.takeCounters();
    QVERIFY(counters.services.size() == 1 && counters.spans.size() == 1 && counters.lastEventId == 3);
    QVERIFY(counters.checks.empty() && counters.events.empty());
    QVERIFY(writes.services.isEmpty() && writes.spans.empty() && !writes.lastEventId);
    QVERIFY(writes.checks.size() == 1 && writes.events.size() == 1);
}

QTEST_GUILESS_MAIN(PendingWritesTest)
#include "tst_pendingwrites.moc"
