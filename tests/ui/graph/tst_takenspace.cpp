#include "ui/graph/takenspace.h"

#include <QTest>

using namespace foghorn;

/// Nodes are 100 wide and 40 high, 10 apart.
class TestTakenSpace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void freeIsWhereNothingStands();
    void theNearestGapIsTaken();
    void neighbouringColumnsCount();
    void linesPassBetween();

private:
    static TakenSpace space(const std::vector<QPointF> &corners)
    {
        TakenSpace space({100, 40}, 10);
        for (const QPointF &corner : corners)
            space.take(corner);
        return space;
    }
};

void TestTakenSpace::freeIsWhereNothingStands()
{
    QCOMPARE(space({}).nearestFree(0, 70), 70.0);
    QCOMPARE(space({}).nearestFree(0, -70), 0.0); // nothing stands above
    QCOMPARE(space({{0, 0}}).bottom(), 40.0);
    QVERIFY(space({{0, 0}}).isFree({0, 50}));
    QVERIFY(!space({{0, 0}}).isFree({0, 49}));
    QVERIFY(!space({{0, 60}}).isFree({0, 20})); // 10 are missing
    QCOMPARE(space({}).someTop(0, 100, 7), 7.0);
    QCOMPARE(space({{300, 20}}).someTop(0, 100, 7), 7.0);
    QCOMPARE(space({{60, 20}}).someTop(0, 100, 7), 20.0);
}

void TestTakenSpace::theNearestGapIsTaken()
{
    const TakenSpace column = space({{0, 0}, {0, 50}, {0, 150}, {0, 200}}); // one fits at 100
    QCOMPARE(column.nearestFree(0, 100), 100.0);
    QCOMPARE(column.nearestFree(0, 60), 100.0);
    QCOMPARE(column.nearestFree(0, 0), 100.0);
    QCOMPARE(column.nearestFree(0, 200), 250.0); // behind the end it is nearer
    QCOMPARE(column.nearestFree(0, 900), 900.0);
}

void TestTakenSpace::neighbouringColumnsCount()
{
    const TakenSpace columns = space({{0, 0}, {110, 50}});
    QCOMPARE(columns.nearestFree(0, 50), 50.0); // 110 is a column of its own
    QCOMPARE(columns.nearestFree(60, 30), 100.0); // which stands in the way of both
}

void TestTakenSpace::linesPassBetween()
{
    const TakenSpace column = space({{0, 0}, {0, 50}});
    QCOMPARE(column.nearestGap(0, 45), 45.0);
    QVERIFY(column.nearestGap(0, 30) > 40);
    QVERIFY(column.nearestGap(0, 30) < 50);
    QVERIFY(column.nearestGap(0, 60) < 50);
    QCOMPARE(column.nearestGap(500, 30), 30.0);
}

QTEST_GUILESS_MAIN(TestTakenSpace)
#include "tst_takenspace.moc"
