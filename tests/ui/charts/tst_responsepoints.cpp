#include "ui/charts/chartcsv.h"
#include "ui/charts/latencychart.h"

#include <QTest>

using namespace foghorn;
using namespace std::chrono_literals;

namespace {

constexpr WallTime start{std::chrono::hours(480'000)};

WallTime at(int second) { return start + std::chrono::seconds(second); }

CheckPoint check(int second, double milliseconds, bool passed = true, bool timedOut = false)
{
    const std::chrono::microseconds time(static_cast<qint64>(milliseconds * 1000));
    CheckPoint point{at(second), at(second), 1, passed ? 1 : 0, time, time, time, time, {}};
    point.worst.passed = passed;
    point.worst.timedOut = timedOut;
    return point;
}

const TimeWindow hour{at(0), at(3600)};

} // namespace

class TestResponsePoints : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fewChecksStayAsTheyAre();
    void neverMoreThanAllowed_data();
    void neverMoreThanAllowed();
    void stretchesAddUp();
    void stretchesStayWhileTheWindowMoves();
    void unansweredChecksAreNoValues();
    void gapsStayGaps();
    void countsWhatIsInTheWindow();
    void findsTheNearest();
    void axesEndRound_data();
    void axesEndRound();
    void limitsFarAboveTakeNoRoom();
    void writesCsv();
    void quotesFields();
};

void TestResponsePoints::fewChecksStayAsTheyAre()
{
    const QList<ResponsePoint> points = responsePoints({check(10, 12), check(40, 48)}, hour);
    QCOMPARE(points.size(), 2);
    QVERIFY((points.at(1) == ResponsePoint{at(40), 48.0, 48.0, 1, 1, false}));
    QVERIFY(responsePoints({}, hour).isEmpty());
    QVERIFY(responsePoints({check(10, 12)}, {at(5), at(5)}).isEmpty());
    QVERIFY(responsePoints({check(-10, 12), check(3700, 1)}, hour).isEmpty());
}

void TestResponsePoints::neverMoreThanAllowed_data()
{
    QTest::addColumn<int>("checks");
    QTest::addColumn<int>("offset");
    for (const int offset : {0, 1, 3, 7})
        QTest::addRow("3600 from %d", offset) << 3600 << offset;
    QTest::newRow("20160") << 20160 << 0;
}

void TestResponsePoints::neverMoreThanAllowed()
{
    QFETCH(int, checks);
    QFETCH(int, offset);
    QList<CheckPoint> all;
    for (int i = 0; i < checks; ++i)
        all.append(check(offset + i, 10 + i % 7));
    const QList<ResponsePoint> points = responsePoints(all, {at(offset), at(offset + checks)});
    QVERIFY2(points.size() <= mostPoints, qPrintable(QString::number(points.size())));
    QVERIFY2(points.size() > mostPoints * 3 / 4, qPrintable(QString::number(points.size())));
    qint64 sum = 0;
    for (const ResponsePoint &point : points)
        sum += point.checks;
    QCOMPARE(sum, checks); // none is lost
    QCOMPARE(linesOf(points, &ResponsePoint::average).size(), 1);
}

void TestResponsePoints::stretchesAddUp()
{
    const QList<ResponsePoint> points =
        responsePoints({check(0, 10), check(1, 20), check(2, 90), check(3, 0, false, true)}, {at(0), at(3)}, 2);
    QVERIFY(points.size() <= 2);
    qint64 checks = 0;
    qint64 passed = 0;
    double highest = 0;
    bool timedOut = false;
    for (const ResponsePoint &point : points) {
        checks += point.checks;
        passed += point.passed;
        highest = std::max(highest, point.p95.value_or(0));
        timedOut = timedOut || point.timedOut;
    }
    QCOMPARE(checks, 4);
    QCOMPARE(passed, 3);
    QCOMPARE(highest, 90.0); // peaks survive
    QVERIFY(timedOut);
}

void TestResponsePoints::stretchesStayWhileTheWindowMoves()
{
    QList<CheckPoint> all;
    for (int i = 0; i < 3600; ++i)
        all.append(check(i, 10 + i % 13));
    const QList<ResponsePoint> before = responsePoints(all, {at(0), at(3000)});
    const QList<ResponsePoint> after = responsePoints(all, {at(1), at(3001)});
    QVERIFY(before.mid(2, 400) == after.mid(2, 400) || before.mid(2, 400) == after.mid(1, 400));
}

void TestResponsePoints::unansweredChecksAreNoValues()
{
    const QList<ResponsePoint> points = responsePoints({check(0, 5000, false, true)}, hour);
    QCOMPARE(points.size(), 1);
    QVERIFY(!points.first().average && !points.first().p95);
    QVERIFY(points.first().timedOut);
    QCOMPARE(points.first().checks, 1);
}

void TestResponsePoints::gapsStayGaps()
{
    QList<CheckPoint> all;
    for (int i = 0; i < 10; ++i)
        all.append(check(i * 30, 10));
    for (int i = 0; i < 10; ++i)
        all.append(check(2000 + i * 30, i == 5 ? 0 : 20, i != 5, i == 5));
    const QList<ResponsePoint> points = responsePoints(all, hour);
    QCOMPARE(points.size(), 20);
    const QList<QList<QPointF>> lines = linesOf(points, &ResponsePoint::average);
    QCOMPARE(lines.size(), 3); // stopped for half an hour; one check unanswered
    QCOMPARE(lines.at(0).size(), 10);
    QCOMPARE(lines.at(1).size(), 5);
    QCOMPARE(lines.at(2).size(), 4);
    QCOMPARE(lines.at(0).first(), QPointF(static_cast<double>(at(0).time_since_epoch().count()), 10.0));
}

void TestResponsePoints::countsWhatIsInTheWindow()
{
    CheckPoint many{at(100), at(700), 20, 18, 1ms, 2ms, 3ms, 4ms, {}};
    QVERIFY((countChecks({check(-5, 1), many, check(10, 1, false)}, hour) == CheckCount{21, 18}));
}

void TestResponsePoints::findsTheNearest()
{
    const QList<ResponsePoint> points = responsePoints({check(10, 1), check(40, 2)}, hour);
    QCOMPARE(nearestPoint(points, at(0)), 0);
    QCOMPARE(nearestPoint(points, at(24)), 0);
    QCOMPARE(nearestPoint(points, at(26)), 1);
    QCOMPARE(nearestPoint(points, at(9999)), 1);
    QCOMPARE(nearestPoint({}, at(0)), -1);
}

void TestResponsePoints::axesEndRound_data()
{
    QTest::addColumn<double>("highest");
    QTest::addColumn<double>("end");
    QTest::newRow("nothing") << 0.0 << 1.0;
    QTest::newRow("little") << 0.3 << 1.0;
    QTest::newRow("12") << 12.0 << 15.0;
    QTest::newRow("200") << 200.0 << 250.0;
    QTest::newRow("480") << 480.0 << 600.0;
    QTest::newRow("5000") << 4400.0 << 5000.0;
}

void TestResponsePoints::axesEndRound()
{
    QFETCH(double, highest);
    QFETCH(double, end);
    QCOMPARE(axisFor(highest).end, end);
}

void TestResponsePoints::limitsFarAboveTakeNoRoom()
{
    LatencyContent content{hour, {{QStringLiteral("p95"), {}, {{{0, 8}, {1, 10}}, {{3, 4}}}}}, {}};
    QCOMPARE(highestOf(content), 10.0);
    content.limit = ChartLimit{5, QStringLiteral("limit 5 ms")};
    QCOMPARE(highestOf(content), 10.0);
    content.limit->value = 20;
    QCOMPARE(highestOf(content), 20.0);
    content.limit->value = 21;
    QCOMPARE(highestOf(content), 10.0);
    content.lines.clear();
    QCOMPARE(highestOf(content), 0.0);
}

void TestResponsePoints::writesCsv()
{
    const QList<ResponsePoint> points = responsePoints({check(0, 12.5), check(30, 5000, false, true)}, hour);
    QCOMPARE(chartCsv({{QStringLiteral("onion"), points}}),
        QByteArray("service,time,average_ms,p95_ms,checks,passed,timed_out\r\n"
                   "onion,2024-10-04T00:00:00.000Z,12.500,12.500,1,1,false\r\n"
                   "onion,2024-10-04T00:00:30.000Z,,,1,0,true\r\n"));
    QCOMPARE(chartCsv({}), QByteArray("service,time,average_ms,p95_ms,checks,passed,timed_out\r\n"));
}

void TestResponsePoints::quotesFields()
{
    const QByteArray csv = chartCsv({{QStringLiteral("a\"b,c\r\nd"), responsePoints({check(0, 1)}, hour)}});
    QVERIFY(csv.contains("\r\n\"a\"\"b,c\r\nd\",2024-"));
}

QTEST_MAIN(TestResponsePoints)
#include "tst_responsepoints.moc"
