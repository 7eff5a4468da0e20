#include "core/base/looplag.h"

#include <QElapsedTimer>
#include <QTest>

using namespace foghorn;

/// A loop that stands still is noticed, and for how long.
class TestLoopLag : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void countsEachTick();
    void noticesAStall();
};

void TestLoopLag::countsEachTick()
{
    const LoopLag lag;
    QTRY_VERIFY_WITH_TIMEOUT(lag.lags().total() >= 2, 20'000);
    QVERIFY(lag.longest() >= 0);
    QVERIFY(lag.lags().sum() <= lag.longest() * static_cast<double>(lag.lags().total()));
}

void TestLoopLag::noticesAStall()
{
    const LoopLag lag;
    QElapsedTimer busy;
    busy.start();
    while (busy.elapsed() < LoopLag::interval.count() + 300) { } // over a tick
    QTRY_VERIFY_WITH_TIMEOUT(lag.lags().total() == 1, 20'000);
    QVERIFY2(lag.longest() >= 0.25, QByteArray::number(lag.longest()));
    quint64 stalls = 0;
    for (std::size_t i = 6; i < lag.lags().buckets; ++i) // above 100 ms
        stalls += lag.lags().countIn(i);
    QCOMPARE(stalls, quint64(1));
}

QTEST_GUILESS_MAIN(TestLoopLag)
#include "tst_looplag.moc"
