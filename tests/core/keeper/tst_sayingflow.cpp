#include "core/keeper/sayingflow.h"
#include "core/keeper/workbudget.h"

#include <QTest>

using namespace foghorn::keeper;

/// A flood over NOTIFY_SOCKET: how much of it goes on, and how much of a processor hearing it takes.
class TestSayingFlow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void littlePassesAtOnce()
    {
        SayingFlow flow;
        for (int i = 0; i < 500; ++i) // ten a second for ever
            QVERIFY(flow.passes("a", i * SayingFlow::periodMs));
        QCOMPARE(flow.waitMs(0), -1);
    }
    void aFloodIsTenASecond()
    {
        SayingFlow flow;
        int told = 0;
        QVERIFY(flow.passes("b", 0));
        for (std::int64_t now = 0; now < 10'000; ++now) {
            for (int i = 0; i < 5; ++i) {
                if (flow.passes("a", now))
                    ++told;
                else
                    flow.hold("a", 7, "STATUS=" + std::to_string(now), now);
            }
            for (const SayingFlow::Held &held : flow.takeDue(now)) {
                ++told;
                QCOMPARE(held.service, std::string("a"));
                QCOMPARE(held.text, "STATUS=" + std::to_string(now));
                QCOMPARE(held.pid, 7);
            }
            QVERIFY(now % 1000 != 0 || flow.passes("b", now)); // others pass
        }
        QVERIFY2(told >= 120 && told <= SayingFlow::burst + 101, qPrintable(QString::number(told)));
    }
    void whatCountsIsNotLost()
    {
        SayingFlow flow;
        QCOMPARE(held(flow, {"READY=1\nSTATUS=a\n", "STATUS=b", "WATCHDOG=1", "\n\nSTATUS=c"}),
            std::string("READY=1\nWATCHDOG=1\nSTATUS=c"));
        QCOMPARE(held(flow, {"WATCHDOG=trigger", "WATCHDOG=1"}), std::string("WATCHDOG=trigger\nWATCHDOG=1"));
        QCOMPARE(held(flow, {"RELOADING=1", "STATUS=x", "READY=1"}), std::string("STATUS=x\nREADY=1"));
        QCOMPARE(held(flow, {"READY=1", "RELOADING=1"}), std::string("READY=1\nRELOADING=1"));
        QCOMPARE(held(flow, {"\n"}), std::string());
    }
    void keepsTheOrderAndWaitsItsTime()
    {
        SayingFlow flow;
        for (int i = 0; i < SayingFlow::burst; ++i)
            QVERIFY(flow.passes("a", 1000));
        QVERIFY(!flow.passes("a", 1000));
        flow.hold("a", 1, "READY=1", 1000);
        QVERIFY(flow.passes("b", 1000));
        QCOMPARE(flow.waitMs(1040), 60);
        QVERIFY(flow.takeDue(1099).empty());
        QVERIFY(!flow.passes("a", 5000)); // not before what is held
        QCOMPARE(flow.takeDue(5000).size(), 1U);
        QCOMPARE(flow.waitMs(5000), -1);
        QVERIFY(flow.passes("a", 5000));
    }
    void isBoundedAndForgets()
    {
        SayingFlow flow;
        for (int i = 0; i < 10'000; ++i)
            flow.hold("a", 1, "X" + std::to_string(i) + "=1", 0);
        const SayingFlow::Held all = flow.take("a");
        QCOMPARE(std::count(all.text.begin(), all.text.end(), '=') * 1L, long(SayingFlow::mostLines));
        QVERIFY(all.text.ends_with("X9999=1"));
        QVERIFY(flow.take("a").text.empty());
        QCOMPARE(flow.waitMs(0), -1);
        flow.hold("a", 1, "X=1", 0);
        flow.hold("b", 1, "X=1", 0);
        QCOMPARE(flow.takeAll().size(), 2U);
        QVERIFY(flow.takeAll().empty());
    }
    void workIsAFifthOfTheTime()
    {
        WorkBudget budget(100'000, 5);
        std::int64_t worked = 0;
        for (std::int64_t now = 0; now < 10'000; ++now) {
            if (budget.waitMs(now) > 0)
                continue;
            worked += 1000; // all of the millisecond
            budget.spend(1000, now);
        }
        QVERIFY2(worked > 1'900'000 && worked < 2'200'000, qPrintable(QString::number(worked)));
        QCOMPARE(budget.waitMs(60'000), 0);
        budget.spend(99'000, 60'000); // the burst is there again
        QCOMPARE(budget.waitMs(60'000), 0);
        budget.spend(3'000, 60'000);
        const int wait = budget.waitMs(60'000);
        QVERIFY(wait > 10 && wait <= 20);
        QVERIFY(budget.waitMs(60'000 + wait - 2) > 0);
        QCOMPARE(budget.waitMs(60'000 + wait), 0);
    }

private:
    static std::string held(SayingFlow &flow, const std::vector<std::string> &texts)
    {
        for (const std::string &text : texts)
            flow.hold("a", 1, text, 0);
        return flow.take("a").text;
    }
};

QTEST_GUILESS_MAIN(TestSayingFlow)
#include "tst_sayingflow.moc"
