#include "core/base/bootclock.h"

#include <QTest>

using namespace foghorn;
using namespace std::chrono_literals;

class TestBootClock : public QObject
{
    Q_OBJECT

    static constexpr BootClock before{WallTime(1'795'392'000'000ms), 5h, 7};

private Q_SLOTS:
    void readsThisMachine()
    {
        const BootClock now = BootClock::read();
        QVERIFY(now.boot != 0);
        QVERIFY(now.sinceBoot > 0ms);
        const BootClock later = BootClock::read();
        QCOMPARE(later.boot, now.boot);
        QVERIFY(later.sinceBoot >= now.sinceBoot);
        QVERIFY(later.setSince(now).has_value());
    }
    void seesThatTheClockWasSet_data()
    {
        QTest::addColumn<qint64>("jump");
        QTest::newRow("not at all") << qint64(0);
        QTest::newRow("an hour on") << qint64(3'600'000);
        QTest::newRow("an hour back") << qint64(-3'600'000);
        QTest::newRow("from 1970") << qint64(1'795'392'000'000);
    }
    void seesThatTheClockWasSet()
    {
        QFETCH(const qint64, jump);
        const BootClock now{before.wall + 2h + std::chrono::milliseconds(jump), before.sinceBoot + 2h, before.boot};
        QCOMPARE(now.setSince(before).value_or(1ms).count(), jump);
    }
    void keepingInStepIsNothing()
    {
        const BootClock now{before.wall + 2h + 1900ms, before.sinceBoot + 2h, before.boot};
        QCOMPARE(now.setSince(before).value_or(1ms).count(), 0);
    }
    void nobodyKnowsWhileTheMachineWasOff()
    {
        BootClock now{before.wall + 20h, 1h, 8};
        QVERIFY(!now.setSince(before));
        now.sinceBoot = 10h;
        QVERIFY(!now.setSince(before));
        now.boot = before.boot;
        QVERIFY(now.setSince(before));
        now.boot = 0; // a kernel that does not tell
        QVERIFY(!now.setSince(BootClock{before.wall, before.sinceBoot, 0}));
    }
    void knowsWhenItWasSwitchedOn() { QCOMPARE((before.wall - before.bootedAt()).count(), qint64(5 * 3'600'000)); }
};

QTEST_GUILESS_MAIN(TestBootClock)
#include "tst_bootclock.moc"
