#include "core/alerts/diskwatch.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>

#include <limits>

using namespace foghorn;

/// When little room is an alert.
class TestDiskWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fullAndNotFullAgain()
    {
        QVERIFY(diskProblem(1000, 1000, false).isEmpty());
        QVERIFY(!diskProblem(999, 1000, false).isEmpty());
        QVERIFY(!diskProblem(1199, 1000, true).isEmpty()); // no to and fro at the edge
        QVERIFY(diskProblem(1200, 1000, true).isEmpty());
        QVERIFY(diskProblem(-1, 1000, false).isEmpty()); // not known
    }

    void asksTheDisk()
    {
        DiskWatch watch(QDir::tempPath());
        QSignalSpy changed(&watch, &DiskWatch::problemChanged);
        watch.setFloor(std::numeric_limits<qint64>::max() / 2);
        QTRY_COMPARE(changed.size(), 1);
        QVERIFY(!changed.first().first().toString().isEmpty());
        watch.setFloor(0);
        QTRY_COMPARE(changed.size(), 2);
        QVERIFY(changed.last().first().toString().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestDiskWatch)
#include "tst_diskwatch.moc"
