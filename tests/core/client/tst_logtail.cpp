#include "core/client/logtail.h"

#include <QTest>

using namespace foghorn;

class tst_LogTail : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void givesEverythingFirst()
    {
        LogTail tail;
        QCOMPARE(tail.take("a\nb\n").lines, (QList<QByteArray>{"a", "b"}));
        QVERIFY(tail.take("a\nb\n").lines.isEmpty());
    }

    void givesOnlyWhatIsNew()
    {
        LogTail tail;
        (void)tail.take("a\nb\nc\n");
        const auto news = tail.take("b\nc\nd\ne\n");
        QCOMPARE(news.lines, (QList<QByteArray>{"d", "e"}));
        QVERIFY(!news.hasGap);
    }

    void keepsAnUnfinishedLineForLater()
    {
        LogTail tail;
        QCOMPARE(tail.take("a\nhal").lines, (QList<QByteArray>{"a"}));
        QCOMPARE(tail.take("a\nhalf\n").lines, (QList<QByteArray>{"half"}));
    }

    void saysWhenLinesWereMissed()
    {
        LogTail tail;
        (void)tail.take("a\nb\n");
        const auto news = tail.take("x\ny\n");
        QCOMPARE(news.lines, (QList<QByteArray>{"x", "y"}));
        QVERIFY(news.hasGap);
    }

    void startsFromAnEmptyLog()
    {
        LogTail tail;
        QVERIFY(tail.take("").lines.isEmpty());
        const auto news = tail.take("a\n");
        QCOMPARE(news.lines, (QList<QByteArray>{"a"}));
        QVERIFY(!news.hasGap);
    }
};

QTEST_GUILESS_MAIN(tst_LogTail)
#include "tst_logtail.moc"
