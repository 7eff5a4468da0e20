#include "core/registry/eventlog.h"

#include <QSignalSpy>
#include <QTest>

using namespace foghorn;

class TestEventLog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void givesRisingIds();
    void findsWhatCameAfter();
    void goesOnAfterAnEarlierLog();
    void keepsTheLastTenThousand();
};

void TestEventLog::givesRisingIds()
{
    EventLog log;
    QCOMPARE(log.firstId(), 1);
    QCOMPARE(log.lastId(), 0);
    QList<Event> seen;
    connect(&log, &EventLog::appended, this, [&](const Event &event) {
        QCOMPARE(log.lastId(), event.id); // it is already in when it is told
        seen.append(event);
    });
    Event event;
    event.id = 99;
    event.service = QStringLiteral("edge");
    QCOMPARE(log.append(event), 1);
    QCOMPARE(log.append(event), 2);
    QCOMPARE(seen.size(), 2);
    QCOMPARE(seen.at(1).id, 2);
    QCOMPARE(seen.at(1).service, QStringLiteral("edge"));
}

void TestEventLog::findsWhatCameAfter()
{
    EventLog log;
    QVERIFY(log.after(0, 10).isEmpty());
    for (int i = 0; i < 5; ++i)
        log.append({});
    QCOMPARE(log.after(0, 100).size(), 5);
    QCOMPARE(log.after(3, 100).first().id, 4);
    QCOMPARE(log.after(1, 2).last().id, 3);
    QVERIFY(log.after(5, 100).isEmpty());
    QVERIFY(log.after(100, 100).isEmpty());
    QVERIFY(log.after(0, 0).isEmpty());
    QVERIFY(log.after(0, -1).isEmpty());
}

void TestEventLog::goesOnAfterAnEarlierLog()
{
    EventLog log;
    log.append({});
    log.continueAfter(1000);
    log.continueAfter(10); // never back
    QCOMPARE(log.append({}), 1001);
    QCOMPARE(log.after(1, 10).size(), 1);
    QCOMPARE(log.after(500, 10).first().id, 1001);
}

void TestEventLog::keepsTheLastTenThousand()
{
    EventLog log;
    for (int i = 0; i < 10'010; ++i)
        log.append({});
    QCOMPARE(log.firstId(), 11);
    QCOMPARE(log.after(0, 1).first().id, 11);
    QCOMPARE(log.after(10'009, 10).size(), 1);
}

QTEST_GUILESS_MAIN(TestEventLog)
#include "tst_eventlog.moc"
