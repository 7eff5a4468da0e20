#include "core/keeper/sayings.h"

#include <QStringList>
#include <QTest>

using namespace foghorn::keeper;

/// What is kept of what services say, and what is told when.
class TestSayings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsAllThatNobodyHeard();
    void tellsAgainOnlyWhatHolds();
    void theLastOfEachHolds();
    void aRepeatedSignOfLifeIsKeptOnce();
    void isBounded();
    void forgetsOneService();

private:
    static QStringList told(Sayings &sayings)
    {
        QStringList all;
        sayings.tellAll([&all](const std::string &service, const Sayings::Saying &saying) {
            all << QStringLiteral("%1 %2 %3")
                       .arg(QString::fromStdString(service))
                       .arg(saying.pid)
                       .arg(QString::fromStdString(saying.text));
        });
        return all;
    }
};

void TestSayings::tellsAllThatNobodyHeard()
{
    Sayings sayings;
    sayings.add("web", 5, "STOPPING=1", false);
    sayings.add("db", 6, "X=1\nREADY=1", false);
    sayings.add("web", 7, "EXTEND_TIMEOUT_USEC=1", false);
    QCOMPARE(told(sayings),
        (QStringList{QStringLiteral("db 6 X=1\nREADY=1"), QStringLiteral("web 5 STOPPING=1"),
            QStringLiteral("web 7 EXTEND_TIMEOUT_USEC=1")}));
}

void TestSayings::tellsAgainOnlyWhatHolds()
{
    Sayings sayings;
    sayings.add("web", 5, "WATCHDOG=1", true);
    QVERIFY(sayings.isEmpty());
    sayings.add("web", 5, "READY=1", true);
    sayings.add("web", 5, "STOPPING=1", false);
    QCOMPARE(told(sayings).size(), 2);
    QCOMPARE(told(sayings), QStringList{QStringLiteral("web 5 READY=1")});
    QCOMPARE(told(sayings).size(), 1);
}

void TestSayings::theLastOfEachHolds()
{
    Sayings sayings;
    sayings.add("web", 1, "READY=1\nSTATUS=a", true);
    sayings.add("web", 2, "STATUS=b", true);
    QCOMPARE(told(sayings), (QStringList{QStringLiteral("web 1 READY=1\nSTATUS=a"), QStringLiteral("web 2 STATUS=b")}));
    sayings.add("web", 3, "READY=1", true);
    QCOMPARE(told(sayings), (QStringList{QStringLiteral("web 2 STATUS=b"), QStringLiteral("web 3 READY=1")}));
    sayings.add("web", 4, "MAINPID=7\nSTATUS=\nREADY=1\n", true);
    QCOMPARE(told(sayings), QStringList{QStringLiteral("web 4 MAINPID=7\nSTATUS=\nREADY=1\n")});
    sayings.add("web", 5, "READY=0\nXREADY=1\nSTATUS", true); // none of the three
    QCOMPARE(told(sayings).size(), 1);
}

void TestSayings::aRepeatedSignOfLifeIsKeptOnce()
{
    Sayings sayings;
    sayings.add("web", 1, "READY=1", false);
    for (int i = 0; i < 1000; ++i)
        sayings.add("web", 1, "WATCHDOG=1", false);
    QCOMPARE(told(sayings), (QStringList{QStringLiteral("web 1 READY=1"), QStringLiteral("web 1 WATCHDOG=1")}));
}

void TestSayings::isBounded()
{
    Sayings sayings;
    sayings.add("web", 1, "READY=1", false);
    for (int i = 0; i < 1000; ++i)
        sayings.add("web", 1, "X=" + std::to_string(i), false);
    const QStringList all = told(sayings);
    QCOMPARE(all.size(), qsizetype(Sayings::most));
    QCOMPARE(all.first(), QStringLiteral("web 1 READY=1"));
    QCOMPARE(all.last(), QStringLiteral("web 1 X=999"));
}

void TestSayings::forgetsOneService()
{
    Sayings sayings;
    sayings.add("web", 1, "READY=1", true);
    sayings.add("db", 2, "READY=1", true);
    sayings.forget("web");
    QCOMPARE(told(sayings), QStringList{QStringLiteral("db 2 READY=1")});
}

QTEST_GUILESS_MAIN(TestSayings)
#include "tst_sayings.moc"
