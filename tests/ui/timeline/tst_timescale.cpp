#include "ui/timeline/timescale.h"

#include <QDateTime>
#include <QTest>

using namespace foghorn;
using namespace std::chrono_literals;

class TestTimeScale : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void momentsLieWhereTheyShould();
    void mirroredRunsFromRightToLeft();
    void ticksAreRound_data();
    void ticksAreRound();
    void daysAreNamed();
    void emptyWindowsHaveNoTicks();
};

namespace {

WallTime local(int day, int hour, int minute, int second = 0)
{
    return WallTime(
        std::chrono::milliseconds(QDateTime(QDate(2026, 11, day), QTime(hour, minute, second)).toMSecsSinceEpoch()));
}

} // namespace

void TestTimeScale::momentsLieWhereTheyShould()
{
    const TimeScale scale{{local(23, 13, 0), local(23, 14, 0)}, 600, false};
    QCOMPARE(scale.xOf(local(23, 13, 0)), 0.0);
    QCOMPARE(scale.xOf(local(23, 13, 30)), 300.0);
    QCOMPARE(scale.xOf(local(23, 14, 0)), 600.0);
    QVERIFY(scale.timeAt(150) == local(23, 13, 15));
    QVERIFY(scale.pixel() == 6s);
}

void TestTimeScale::mirroredRunsFromRightToLeft()
{
    const TimeScale scale{{local(23, 13, 0), local(23, 14, 0)}, 600, true};
    QCOMPARE(scale.xOf(local(23, 13, 0)), 600.0);
    QCOMPARE(scale.xOf(local(23, 14, 0)), 0.0);
    QVERIFY(scale.timeAt(450) == local(23, 13, 15));
}

void TestTimeScale::ticksAreRound_data()
{
    QTest::addColumn<int>("minutes");
    QTest::addColumn<int>("stepInMinutes");
    QTest::newRow("1 h") << 60 << 10;
    QTest::newRow("6 h") << 360 << 60;
    QTest::newRow("24 h") << 1440 << 180;
}

void TestTimeScale::ticksAreRound()
{
    QFETCH(int, minutes);
    QFETCH(int, stepInMinutes);
    const TimeWindow window{local(23, 14, 7, 12) - std::chrono::minutes(minutes), local(23, 14, 7, 12)};
    const QList<TimeTick> ticks = ticksOf(window, 9);
    QVERIFY(ticks.size() >= 5 && ticks.size() <= 9);
    for (qsizetype i = 0; i < ticks.size(); ++i) {
        QVERIFY(window.contains(ticks.at(i).at));
        QVERIFY(!ticks.at(i).label.isEmpty());
        const QTime time = QDateTime::fromMSecsSinceEpoch(ticks.at(i).at.time_since_epoch().count()).time();
        QCOMPARE((time.hour() * 60 + time.minute()) % stepInMinutes, 0);
        QCOMPARE(time.second(), 0);
        if (i > 0)
            QVERIFY(ticks.at(i).at - ticks.at(i - 1).at == std::chrono::minutes(stepInMinutes));
    }
}

void TestTimeScale::daysAreNamed()
{
    const QList<TimeTick> ticks = ticksOf({local(16, 14, 0), local(23, 14, 0)}, 8);
    QCOMPARE(ticks.size(), 7);
    for (const TimeTick &tick : ticks)
        QVERIFY(tick.newDay);
    QCOMPARE(ticks.first().label, QLocale().toString(QDate(2026, 11, 17), QStringLiteral("ddd d")));
}

void TestTimeScale::emptyWindowsHaveNoTicks()
{
    QVERIFY(ticksOf({local(23, 14, 0), local(23, 14, 0)}, 8).isEmpty());
    QVERIFY(ticksOf({local(23, 14, 0), local(23, 13, 0)}, 8).isEmpty());
    QVERIFY(ticksOf({local(23, 13, 0), local(23, 14, 0)}, 0).isEmpty());
}

QTEST_MAIN(TestTimeScale)
#include "tst_timescale.moc"
