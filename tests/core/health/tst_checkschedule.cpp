#include "core/health/checkschedule.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <vector>

using namespace foghorn;

class TestCheckSchedule : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void manyServicesAreSpreadEvenly_data();
    void manyServicesAreSpreadEvenly();
    void keepsItsRhythm();
    void makesNothingUpAfterAGap();
    void quickRhythmGrowsToASecond();
    void quickAndRegularTogether();
    void changedIntervalIsTakenAtOnce();
    void nothingIsDueWhenStopped();
};

namespace {

const MonoTime epoch{};
constexpr milliseconds interval = 30s;

} // namespace

void TestCheckSchedule::manyServicesAreSpreadEvenly_data()
{
    QTest::addColumn<int>("services");
    QTest::newRow("10") << 10;
    QTest::newRow("100") << 100;
    QTest::newRow("2000") << 2000;
}

void TestCheckSchedule::manyServicesAreSpreadEvenly()
{
    QFETCH(int, services);
    std::vector<MonoTime> dues;
    for (int slot = 0; slot < services; ++slot) {
        CheckSchedule schedule(slot, epoch);
        schedule.setInterval(interval, epoch);
        schedule.startRegular(epoch + 17ms);
        dues.push_back(*schedule.nextDue());
        QVERIFY(dues.back() > epoch + 17ms && dues.back() <= epoch + 17ms + interval);
    }
    std::sort(dues.begin(), dues.end());
    const auto ideal = std::chrono::duration_cast<std::chrono::microseconds>(interval) / services;
    for (std::size_t i = 1; i < dues.size(); ++i)
        QVERIFY(dues[i] - dues[i - 1] <= 3 * ideal);
    // No second has more than its share, and a bit.
    std::array<int, 31> perSecond{};
    for (const MonoTime due : dues)
        ++perSecond.at(static_cast<std::size_t>(std::chrono::duration_cast<std::chrono::seconds>(due - epoch).count()));
    QVERIFY(*std::max_element(perSecond.begin(), perSecond.end()) <= services / 30 + 3);
}

void TestCheckSchedule::keepsItsRhythm()
{
    CheckSchedule schedule(3, epoch);
    schedule.setInterval(interval, epoch);
    schedule.startRegular(epoch);
    const MonoTime first = *schedule.nextDue();
    for (int i = 0; i < 100; ++i) {
        const MonoTime due = *schedule.nextDue();
        QCOMPARE((due - first).count(), (i * MonoTime::duration(interval)).count());
        QVERIFY(schedule.begin(due + 40ms)); // lateness does not add up
        schedule.finish(due + 60ms);
    }
    schedule.startRegular(epoch + 1h); // said twice: no change
    QCOMPARE(*schedule.nextDue(), first + 100 * interval);
}

void TestCheckSchedule::makesNothingUpAfterAGap()
{
    CheckSchedule schedule(1, epoch);
    schedule.setInterval(interval, epoch);
    schedule.startRegular(epoch);
    const MonoTime late = epoch + 1000 * interval;
    QVERIFY(schedule.begin(late));
    QVERIFY(*schedule.nextDue() > late);
    QVERIFY(*schedule.nextDue() <= late + interval);
    // A check that took longer than the interval: the missed one is left out.
    schedule.finish(late + 3 * interval);
    QVERIFY(*schedule.nextDue() > late + 3 * interval);
}

void TestCheckSchedule::quickRhythmGrowsToASecond()
{
    CheckSchedule schedule(0, epoch);
    MonoTime now = epoch + 5s;
    schedule.startQuick(now);
    QCOMPARE(*schedule.nextDue(), now);
    milliseconds last = 0ms;
    for (int i = 0; i < 20; ++i) {
        QVERIFY(!schedule.begin(now));
        schedule.finish(now);
        const auto pause = std::chrono::duration_cast<milliseconds>(*schedule.nextDue() - now);
        if (i == 0)
            QCOMPARE(pause.count(), 100);
        QVERIFY(pause >= last && pause <= 1s);
        last = pause;
        now = *schedule.nextDue();
    }
    QCOMPARE(last.count(), 1000);
    schedule.stopQuick();
    QVERIFY(!schedule.nextDue());
}

void TestCheckSchedule::quickAndRegularTogether()
{
    CheckSchedule schedule(0, epoch); // phase 0: due at whole intervals
    schedule.setInterval(10s, epoch);
    schedule.startQuick(epoch + 9900ms);
    schedule.startRegular(epoch + 9900ms);
    QVERIFY(schedule.isQuick());
    QVERIFY(!schedule.begin(epoch + 9900ms));
    schedule.finish(epoch + 9950ms);
    QCOMPARE(*schedule.nextDue(), epoch + 10s);
    QVERIFY(schedule.begin(epoch + 10s));
    schedule.finish(epoch + 10s);
    QVERIFY(*schedule.nextDue() < epoch + 11s);
    schedule.stopQuick();
    QCOMPARE(*schedule.nextDue(), epoch + 20s);
}

void TestCheckSchedule::changedIntervalIsTakenAtOnce()
{
    CheckSchedule schedule(5, epoch);
    schedule.setInterval(1h, epoch);
    schedule.startRegular(epoch);
    schedule.setInterval(1s, epoch + 10s);
    QVERIFY(*schedule.nextDue() <= epoch + 11s);
    schedule.setInterval(0s, epoch + 10s); // nonsense does not divide by zero
    QVERIFY(*schedule.nextDue() > epoch + 10s);
}

void TestCheckSchedule::nothingIsDueWhenStopped()
{
    CheckSchedule schedule(0, epoch);
    QVERIFY(!schedule.nextDue());
    schedule.startQuick(epoch);
    schedule.startRegular(epoch);
    schedule.stop();
    QVERIFY(!schedule.nextDue());
    schedule.finish(epoch + 1s);
    QVERIFY(!schedule.nextDue());
}

QTEST_GUILESS_MAIN(TestCheckSchedule)
#include "tst_checkschedule.moc"
