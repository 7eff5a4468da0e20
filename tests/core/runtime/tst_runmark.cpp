#include "core/runtime/runmark.h"

#include <QtTest>

using namespace foghorn;

class TestRunMark : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void comesBack()
    {
        const RunMark mark{"0123456789abcdef0123456789abcdef", 2'000'000'000, 1'000'000};
        QCOMPARE(runMarkFromText(toText(mark)), mark);
        QVERIFY(toText(mark).size() <= 64); // what the keeper takes for a name
    }
    void bringsThePortsWhereTheyFit()
    {
        const RunMark mark{"0123456789abcdef0123456789abcdef", 12, 3, {80, 8080, 65535}};
        QCOMPARE(runMarkFromText(toText(mark)), mark);
        RunMark many = mark;
        many.ports = std::vector<quint16>(9, 8080);
        QVERIFY(toText(many).size() <= 64);
        many.ports.clear();
        QCOMPARE(runMarkFromText(toText(RunMark{many.fingerprint, 12, 3, std::vector<quint16>(9, 8080)})), many);
    }
    void thatOfAnEarlierReleaseIsTheFingerprintAlone()
    {
        QCOMPARE(runMarkFromText("f00"), (RunMark{"f00", 0, 0}));
        QCOMPARE(runMarkFromText(""), RunMark());
        QCOMPARE(runMarkFromText("f00.x.-3"), (RunMark{"f00", 0, 0}));
        QCOMPARE(runMarkFromText("f00.2.1"), (RunMark{"f00", 2, 1}));
        QCOMPARE(runMarkFromText("f00.2.1.1f9"), (RunMark{"f00", 2, 1}));
    }
};

QTEST_GUILESS_MAIN(TestRunMark)
#include "tst_runmark.moc"
