#include "tests/support/loopwatch.h"
#include "tests/support/processcount.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryFile>
#include <QTest>

using namespace foghorn::test;
using namespace std::chrono_literals;

/// Helpers that never fail would make every test that leans on them worthless.
class TestSupport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void seesAStall();
    void seesItselfComputing();
    void countsDescriptors();
    void countsChildren();
};

void TestSupport::seesAStall()
{
    LoopWatch watch;
    bool isDone = false;
    QTimer::singleShot(20ms, this, [&] {
        QElapsedTimer busy;
        busy.start();
        while (busy.elapsed() < 120) { }
        isDone = true;
    });
    QTRY_VERIFY(isDone);
    QVERIFY(!watch.isFluent());
    QVERIFY(watch.longestStall() >= 100ms);
    QVERIFY(watch.report().contains(" ms"));
}

void TestSupport::seesItselfComputing()
{
    LoopWatch watch;
    QElapsedTimer busy;
    busy.start();
    while (busy.elapsed() < 120) { } // the loop never ran
    QVERIFY(!watch.isFluent());
    watch.restart();
    QVERIFY(watch.longestStall() < 100ms);
}

void TestSupport::countsDescriptors()
{
    const qint64 self = QCoreApplication::applicationPid();
    const qsizetype before = descriptorsOf(self);
    QVERIFY(before > 0);
    QTemporaryFile file;
    QVERIFY(file.open());
    QCOMPARE(descriptorsOf(self), before + 1);
    file.close();
}

void TestSupport::countsChildren()
{
    const qint64 self = QCoreApplication::applicationPid();
    QCOMPARE(childrenOf(self).size(), 0);
    QProcess child;
    child.start(QStringLiteral("/bin/cat"), {});
    QTRY_COMPARE(child.state(), QProcess::Running);
    QCOMPARE(childrenOf(self).size(), 1);
    QCOMPARE(childrenOf(self).first().pid, child.processId());
    QCOMPARE(zombiesOf(self), 0);
    child.closeWriteChannel();
    QTRY_COMPARE(child.state(), QProcess::NotRunning);
    QTRY_COMPARE(childrenOf(self).size(), 0);
    QCOMPARE(processLine(0).pid, 0);
}

QTEST_GUILESS_MAIN(TestSupport)
#include "tst_support.moc"
