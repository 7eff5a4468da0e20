#include "core/store/checkpoints.h"

#include "tests/core/store/storesamples.h"

using namespace foghorn;
using namespace foghorn::samples;
using namespace std::chrono_literals;

namespace {

const QString web = QStringLiteral("web");

CheckResult made(qint64 at, int milliseconds, bool passed = true)
{
    CheckResult result;
    result.service = web;
    result.at = wall(at);
    result.passed = passed;
    result.responseTime = std::chrono::milliseconds(milliseconds);
    result.message = passed ? QStringLiteral("good") : QStringLiteral("bad");
    return result;
}

CheckPoint sumOf(const QList<CheckPoint> &points) { return merged(points.cbegin(), points.cend()); }

} // namespace

class CheckPointsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addsUp();
    void percentileIsExactForSingleChecks_data();
    void percentileIsExactForSingleChecks();
    void percentileOfPointsIsAnUpperBound();
    void keepsFewAsTheyAre();
    void neverHidesAFailure();
    void stretchesAreOfTimeNotOfNumber();
};

void CheckPointsTest::addsUp()
{
    const CheckPoint sum = sumOf(
        {pointOf(made(1000, 10)), pointOf(made(2000, 40)), pointOf(made(3000, 5, false)), pointOf(made(4000, 25))});
    QCOMPARE(sum.from, wall(1000));
    QCOMPARE(sum.to, wall(4000));
    QCOMPARE(sum.count, 4);
    QCOMPARE(sum.passed, 3);
    QVERIFY(sum.least == 5ms && sum.mean == 20ms && sum.most == 40ms);
    QCOMPARE(sum.worst, made(3000, 5, false)); // a failed one, however quick
    QCOMPARE(sumOf({pointOf(made(1, 10)), pointOf(made(2, 40)), pointOf(made(3, 25))}).worst, made(2, 40));
}

void CheckPointsTest::percentileIsExactForSingleChecks_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("expected");
    QTest::newRow("one") << 1 << 1;
    QTest::newRow("ten") << 10 << 10;
    QTest::newRow("twenty") << 20 << 19;
    QTest::newRow("hundred") << 100 << 95;
}

void CheckPointsTest::percentileIsExactForSingleChecks()
{
    QFETCH(int, count);
    QFETCH(int, expected);
    QList<CheckPoint> points;
    for (int number = 0; number < count; ++number)
        points.append(pointOf(made(number, 1 + number * 7 % count)));
    if (count % 7 == 0)
        QSKIP("7 must not divide the count");
    QCOMPARE(sumOf(points).p95.count(), expected * 1000);
}

void CheckPointsTest::percentileOfPointsIsAnUpperBound()
{
    QList<CheckPoint> quick, slow;
    for (int number = 0; number < 40; ++number) {
        quick.append(pointOf(made(number, 1)));
        slow.append(pointOf(made(number + 100, number)));
    }
    const CheckPoint both = sumOf({sumOf(quick), sumOf(slow)});
    QVERIFY(both.p95 >= sumOf(quick + slow).p95);
    QCOMPARE(both.mean, sumOf(quick + slow).mean);
}

void CheckPointsTest::keepsFewAsTheyAre()
{
    QList<CheckPoint> points;
    for (int number = 0; number < 10; ++number)
        points.append(pointOf(made(number, 1)));
    QCOMPARE(thinned(points, 10), points);
    QVERIFY(thinned({}, 1).isEmpty());
}

void CheckPointsTest::neverHidesAFailure()
{
    QList<CheckPoint> points;
    for (int number = 0; number < 20'000; ++number)
        points.append(pointOf(made(number * 30'000, 1, number % 4001 != 4000)));
    for (const qint64 most : {1, 2, 7, 500, 5000, 19'999}) {
        const QList<CheckPoint> few = thinned(points, most);
        QVERIFY(few.size() <= most);
        QVERIFY(few.size() > most / 2 - 1);
        qint64 counted = 0;
        qint64 failed = 0;
        for (const CheckPoint &point : few) {
            counted += point.count;
            failed += point.count - point.passed;
            QCOMPARE(point.worst.passed, point.count == point.passed);
            QCOMPARE(point.worst.message, point.worst.passed ? QStringLiteral("good") : QStringLiteral("bad"));
        }
        QCOMPARE(counted, 20'000);
        QCOMPARE(failed, 4);
    }
}

void CheckPointsTest::stretchesAreOfTimeNotOfNumber()
{
    QList<CheckPoint> points; // six hours of buckets, then 1,000 checks in the seventh
    for (int number = 0; number < 6; ++number)
        points.append(pointOf(made(number * 3'600'000, 1)));
    for (int number = 0; number < 1000; ++number)
        points.append(pointOf(made(6 * 3'600'000 + number * 3'600, 1)));
    const QList<CheckPoint> few = thinned(points, 7);
    QCOMPARE(few.size(), 7);
    QCOMPARE(few.first().count, 1);
    QVERIFY(few.last().count > 990);
}

QTEST_GUILESS_MAIN(CheckPointsTest)
#include "tst_checkpoints.moc"
