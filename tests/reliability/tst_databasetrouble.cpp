#include "tests/integration/fleetfixture.h"
#include "tests/reliability/stracedprogram.h"
#include "tests/support/figures.h"

#include <QDir>
#include <QElapsedTimer>
#include <QProcess>

#include <algorithm>

using namespace foghorn;

/// T12 for the running daemon: the history's file is locked by somebody else, damaged under it, or its disk cannot
/// write. Services and API do not notice. (Kills in the middle of writing: tst_storecrash.)
class tst_DatabaseTrouble : public QObject
{
    Q_OBJECT

    static inline const QByteArray services =
        "  a: {command: [sleep, '1000'], health: {exec: ['true'], interval: 0.2s, timeout: 0.2s}}\n"
        "  b: {command: [sleep, '1000']}\n";

    static QString databaseOf(FleetFixture &fleet) { return fleet.path(QStringLiteral("state/history.sqlite")); }
    /// What the program says of the file: "ok".
    static QByteArray integrityOf(const QString &path)
    {
        QProcess check;
        check.start(QStringLiteral("python3"),
            {QStringLiteral("-c"),
                QStringLiteral("import sqlite3, sys\n"
                               "print(sqlite3.connect(sys.argv[1]).execute('pragma integrity_check').fetchone()[0])"),
                path});
        return QTest::qWaitFor([&check] { return check.state() == QProcess::NotRunning; }, 20'000)
            ? check.readAllStandardOutput().trimmed()
            : QByteArray("no answer");
    }
    /// The longest that an answer took while `isOver` was not, asking all the time; milliseconds.
    template<typename Over> static qint64 slowestWhile(FleetFixture &fleet, Over isOver)
    {
        qint64 slowest = 0;
        QElapsedTimer all;
        all.start();
        while (!isOver() && all.elapsed() < 120'000) {
            QElapsedTimer one;
            one.start();
            if (fleet.stateOf("b") != QLatin1String("running"))
                return 1'000'000;
            slowest = std::max(slowest, one.elapsed());
        }
        return slowest;
    }
    static QStringList setAsideIn(FleetFixture &fleet)
    {
        return QDir(fleet.state()).entryList({QStringLiteral("history.sqlite.corrupt-*")}, QDir::Files);
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("python3")).isEmpty())
            QSKIP("python3 is missing; ./dev test installs it");
    }
    void lockedByAnotherProgram()
    {
        FleetFixture fleet(services);
        QVERIFY(fleet.beginAndSettle());
        QTRY_COMPARE_WITH_TIMEOUT(fleet.stateOf("a"), QStringLiteral("running"), 20'000);
        const QMap<QString, qint64> pids = fleet.pids();
        QProcess locker;
        locker.start(QStringLiteral("python3"),
            {QStringLiteral("-c"),
                QStringLiteral(
                    "import sqlite3, sys, time\n"
                    "c = sqlite3.connect(sys.argv[1], timeout=20, isolation_level=None)\n"
                    "c.execute('begin exclusive'); print('locked', flush=True); time.sleep(float(sys.argv[2]))\n"
                    "c.execute('rollback')"),
                databaseOf(fleet), QString::number(figure(4, 30))});
        QVERIFY(QTest::qWaitFor([&locker] { return locker.bytesAvailable() > 0; }, 20'000));
        QCOMPARE(fleet.post("restart/b").status, 200); // must be written down, and cannot be
        const qint64 slowest = slowestWhile(fleet, [&] { return locker.state() == QProcess::NotRunning; });
        QVERIFY2(slowest < 1'000, qPrintable(QString::number(slowest)));
        QCOMPARE(fleet.pidOf("a"), pids.value(QStringLiteral("a")));
        QVERIFY(setAsideIn(fleet).isEmpty());
        // What happened meanwhile is in the file in the end.
        QTRY_VERIFY_WITH_TIMEOUT(fleet.history(QStringLiteral("b")).count(QStringLiteral("running")) == 2, 20'000);
        QCOMPARE(fleet.daemon().stop(), 0);
        QCOMPARE(integrityOf(databaseOf(fleet)), QByteArray("ok"));
        QVERIFY(fleet.begin());
        QTRY_VERIFY(fleet.history(QStringLiteral("b")).count(QStringLiteral("running")) >= 2);
        reportFigure(
            "T12", QStringLiteral("database locked for %1 s: slowest answer %2 ms").arg(figure(4, 30)).arg(slowest));
    }
    void damagedUnderIt_data()
    {
        QTest::addColumn<bool>("cutOff");
        QTest::newRow("overwritten") << false;
        QTest::newRow("truncated") << true;
    }
    void damagedUnderIt()
    {
        QFETCH(bool, cutOff);
        FleetFixture fleet(services);
        QVERIFY(fleet.beginAndSettle());
        QTRY_COMPARE_WITH_TIMEOUT(fleet.stateOf("a"), QStringLiteral("running"), 20'000);
        const QMap<QString, qint64> pids = fleet.pids();
        {
            QFile file(databaseOf(fleet));
            QVERIFY(file.open(QIODevice::ReadWrite));
            if (cutOff) {
                QVERIFY(file.resize(file.size() / 2));
            } else {
                for (qint64 place = 0; place < file.size(); place += 8192) {
                    QVERIFY(file.seek(place));
                    QCOMPARE(file.write(QByteArray(4096, '\x5a')), 4096);
                }
            }
        }
        QElapsedTimer since;
        since.start();
        const qint64 slowest = slowestWhile(fleet, [&since] { return since.elapsed() > 2'000; });
        QVERIFY2(slowest < 1'000, qPrintable(QString::number(slowest)));
        QCOMPARE(fleet.pids(), pids);
        fleet.daemon().kill();
        // The next one starts, takes over, and what it cannot read stands beside.
        QVERIFY2(fleet.beginAndSettle(), fleet.daemon().errors());
        QCOMPARE(fleet.pids(), pids);
        QVERIFY2(!setAsideIn(fleet).isEmpty(), fleet.daemon().errors());
        QCOMPARE(fleet.post("restart/b").status, 200);
        QCOMPARE(fleet.daemon().stop(), 0);
        QCOMPARE(integrityOf(databaseOf(fleet)), QByteArray("ok"));
    }
    /// The disk answers each fsync with an error from the third on.
    void theDiskCannotSync()
    {
        FleetFixture fleet(services);
        QVERIFY(fleet.beginAndSettle());
        QTRY_COMPARE_WITH_TIMEOUT(fleet.stateOf("a"), QStringLiteral("running"), 20'000);
        const QMap<QString, qint64> pids = fleet.pids();
        StracedProgram strace(
            fleet.daemon().pid(), QStringLiteral("fsync,fdatasync"), QStringLiteral("error=EIO:when=3+"));
        if (const QString whyNot = strace.whyNot(); !whyNot.isEmpty())
            QSKIP(qPrintable(whyNot));
        QElapsedTimer since;
        since.start();
        const qint64 slowest = slowestWhile(fleet, [&since] { return since.elapsed() > 3'000; });
        QVERIFY2(slowest < 2'000, qPrintable(QString::number(slowest)));
        QCOMPARE(fleet.post("restart/b").status, 200);
        QVERIFY(strace.end());
        QCOMPARE(fleet.pidOf("a"), pids.value(QStringLiteral("a")));
        QTRY_VERIFY_WITH_TIMEOUT(fleet.history(QStringLiteral("b")).count(QStringLiteral("running")) == 2, 20'000);
        QCOMPARE(fleet.daemon().stop(), 0);
        QCOMPARE(integrityOf(databaseOf(fleet)), QByteArray("ok"));
    }
};

QTEST_GUILESS_MAIN(tst_DatabaseTrouble)
#include "tst_databasetrouble.moc"
