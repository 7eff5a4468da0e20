#include "core/base/clock.h"

#include <QTest>

using namespace foghorn;
using std::chrono::milliseconds;

class TestClock : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void writesUtcWithMilliseconds_data();
    void writesUtcWithMilliseconds();
    void readsAnyZone_data();
    void readsAnyZone();
    void readsBothClocksTogether();
};

void TestClock::writesUtcWithMilliseconds_data()
{
    QTest::addColumn<qint64>("sinceEpoch");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("epoch") << qint64(0) << QByteArray("1970-01-01T00:00:00.000Z");
    QTest::newRow("milliseconds") << qint64(1'795'393'867'042) << QByteArray("2026-11-23T00:31:07.042Z");
    QTest::newRow("leap day") << qint64(1'709'164'800'000) << QByteArray("2024-02-29T00:00:00.000Z");
    QTest::newRow("before the epoch") << qint64(-1) << QByteArray("1969-12-31T23:59:59.999Z");
}

void TestClock::writesUtcWithMilliseconds()
{
    QFETCH(qint64, sinceEpoch);
    QFETCH(QByteArray, text);
    const WallTime time{milliseconds(sinceEpoch)};
    QCOMPARE(toRfc3339(time), text);
    QVERIFY(fromRfc3339(text) == time);
}

void TestClock::readsAnyZone_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("expected"); // -1: none
    QTest::newRow("offset") << QByteArray("2026-11-23T01:31:07.042+01:00") << qint64(1'795'393'867'042);
    QTest::newRow("negative offset") << QByteArray("2026-11-22T19:31:07.042-05:00") << qint64(1'795'393'867'042);
    QTest::newRow("no fraction") << QByteArray("2026-11-23T00:31:07Z") << qint64(1'795'393'867'000);
    QTest::newRow("no zone") << QByteArray("2026-11-23T00:31:07.042") << qint64(-1);
    QTest::newRow("no such day") << QByteArray("2026-02-30T00:00:00Z") << qint64(-1);
    QTest::newRow("nothing") << QByteArray("") << qint64(-1);
    QTest::newRow("words") << QByteArray("yesterday") << qint64(-1);
}

void TestClock::readsAnyZone()
{
    QFETCH(QByteArray, text);
    QFETCH(qint64, expected);
    const auto read = fromRfc3339(text);
    QCOMPARE(read ? read->time_since_epoch().count() : -1, expected);
}

void TestClock::readsBothClocksTogether()
{
    const Now first = Now::read();
    const Now second = Now::read();
    QVERIFY(second.mono >= first.mono);
    QVERIFY(first.wall > WallTime{});
}

QTEST_GUILESS_MAIN(TestClock)
#include "tst_clock.moc"
