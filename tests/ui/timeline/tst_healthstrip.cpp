#include "ui/timeline/healthstrip.h"

#include <QTest>

using namespace foghorn;

namespace {

CheckMarks marks(std::initializer_list<CheckMark> list)
{
    CheckMarks made;
    for (const CheckMark mark : list)
        made.append(static_cast<char>(mark));
    return made;
}

} // namespace

class TestHealthStrip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsOneBarACheckWhenThereIsRoom();
    void worstWinsWhereChecksAreMerged();
    void newestStandsAtTheTrailingEnd();
    void fillsTheWidthEvenly_data();
    void fillsTheWidthEvenly();
    void heightsTellTheState();
    void copesWithNoRoom();
};

void TestHealthStrip::showsOneBarACheckWhenThereIsRoom()
{
    const HealthStrip strip = HealthStrip::of(CheckMarks(100, static_cast<char>(CheckMark::Healthy)), {300, 20});
    QCOMPARE(strip.bars.size(), std::size_t(100));
    QCOMPARE(strip.bars.front().rect.width(), 2);
    QCOMPARE(strip.bars.back().rect.right() + 1, 299); // a gap of one pixel ends each
}

void TestHealthStrip::worstWinsWhereChecksAreMerged()
{
    CheckMarks history(100, static_cast<char>(CheckMark::Healthy));
    history[98] = static_cast<char>(CheckMark::Unhealthy);
    history[97] = static_cast<char>(CheckMark::Degraded);
    const HealthStrip strip = HealthStrip::of(history, {150, 20});
    QCOMPARE(strip.bars.size(), std::size_t(50));
    QCOMPARE(strip.bars[49].mark, CheckMark::Unhealthy);
    QCOMPARE(strip.bars[48].mark, CheckMark::Degraded);
    QCOMPARE(strip.bars[47].mark, CheckMark::Healthy);
}

void TestHealthStrip::newestStandsAtTheTrailingEnd()
{
    const CheckMarks three = marks({CheckMark::Healthy, CheckMark::Degraded, CheckMark::Unhealthy});
    const HealthStrip strip = HealthStrip::of(three, {100, 20}, 10);
    QCOMPARE(strip.bars.size(), std::size_t(10));
    QCOMPARE(strip.bars[9].mark, CheckMark::Unhealthy);
    QCOMPARE(strip.bars[7].mark, CheckMark::Healthy);
    QCOMPARE(strip.bars[6].mark, CheckMark::None);
    QVERIFY(strip.bars[9].rect.x() > strip.bars[0].rect.x());
    const HealthStrip mirrored = HealthStrip::of(three, {100, 20}, 10, true);
    QVERIFY(mirrored.bars[9].rect.x() < mirrored.bars[0].rect.x());
    QCOMPARE(mirrored.bars[9].mark, CheckMark::Unhealthy);
}

void TestHealthStrip::fillsTheWidthEvenly_data()
{
    QTest::addColumn<int>("width");
    for (const int width : {3, 7, 59, 100, 151, 168, 299, 300, 511, 1000})
        QTest::addRow("%d", width) << width;
}

void TestHealthStrip::fillsTheWidthEvenly()
{
    QFETCH(int, width);
    const HealthStrip strip = HealthStrip::of(CheckMarks(100, static_cast<char>(CheckMark::Healthy)), {width, 20});
    QVERIFY(!strip.bars.empty());
    int least = width;
    int most = 0;
    int end = 0;
    for (const StripBar &bar : strip.bars) {
        QVERIFY(bar.rect.x() >= end); // none overlaps the one before
        end = bar.rect.right() + 1;
        least = std::min(least, bar.rect.width());
        most = std::max(most, bar.rect.width());
        QVERIFY(QRect(0, 0, width, 20).contains(bar.rect));
    }
    QVERIFY(most - least <= 1);
    QCOMPARE(end, width - 1);
}

void TestHealthStrip::heightsTellTheState()
{
    const CheckMarks all = marks({CheckMark::Unknown, CheckMark::Healthy, CheckMark::Degraded, CheckMark::Unhealthy});
    const HealthStrip strip = HealthStrip::of(all, {40, 20}, 4);
    QCOMPARE(strip.bars[0].rect.height(), 3);
    QCOMPARE(strip.bars[1].rect.height(), 8);
    QCOMPARE(strip.bars[2].rect.height(), 14);
    QCOMPARE(strip.bars[3].rect.height(), 20);
    for (const StripBar &bar : strip.bars)
        QCOMPARE(bar.rect.bottom(), 19);
}

void TestHealthStrip::copesWithNoRoom()
{
    QVERIFY(HealthStrip::of({}, {0, 0}).bars.empty());
    QVERIFY(HealthStrip::of({}, {100, 1}).bars.empty());
    QVERIFY(HealthStrip::of({}, {100, 20}, 0).bars.empty());
    QVERIFY(HealthStrip::of({}, {-5, 20}).bars.empty());
}

QTEST_GUILESS_MAIN(TestHealthStrip)
#include "tst_healthstrip.moc"
