#include "tests/integration/fleetfixture.h"
#include "tests/support/figures.h"
#include "tests/support/processcount.h"

#include <QElapsedTimer>

#include <csignal>

using namespace foghorn;

namespace {

constexpr qint64 stopTimeoutMs = 1000;

const QList<QByteArray> shapes{"double-fork", "session", "group", "ignore", "stopped", "bomb", "holds-log", "worst",
    "renamed", "forks-on-term", "vfork", "threads", "relay", "leaves"};

/// All of them at once: each is a service, and hides among the others.
QByteArray fleetOfAll()
{
    QByteArray text;
    for (const QByteArray &shape : shapes)
        text +=
            "  " + shape + ": {command: [test-escaper, " + shape + "], stop_timeout: 1s, restart: {policy: never}}\n";
    return text;
}

QByteArray describe(const QList<ProcessMark> &marks)
{
    QByteArray text;
    for (const ProcessMark &mark : marks) {
        QFile line(QStringLiteral("/proc/%1/cmdline").arg(mark.pid));
        const QByteArray command = line.open(QIODevice::ReadOnly) ? line.readAll().replace('\0', ' ') : QByteArray();
        text += QByteArray::number(mark.pid) + ' ' + test::processLine(mark.pid).state + ' ' + command + "; ";
    }
    return text;
}

} // namespace

/// T8: whatever shape a service takes, nothing of it is left a second after its stop time-out; and what blocks a stop
/// is named while it does.
class TestEscapes : public QObject
{
    Q_OBJECT

    static bool haveAllBegun(const FleetFixture &fleet)
    {
        for (const QByteArray &shape : shapes) {
            if (!fleet.read(u"state/logs/"_qs + QString::fromLatin1(shape) + u".log"_qs).contains("set\n"))
                return false;
        }
        return true;
    }
    static bool isGrouped(qint64 pid)
    {
        QFile groups(QStringLiteral("/proc/%1/cgroup").arg(pid));
        return groups.open(QIODevice::ReadOnly) && groups.readAll().contains("/foghorn-");
    }
    /// Every descendant of the keeper and of `pids`, and the keeper itself: whatever a service forks becomes the
    /// keeper's child when its parent ends, and that of the orchestrator when the keeper has ended.
    static QList<ProcessMark> below(FleetFixture &fleet)
    {
        QList<ProcessMark> all = fleet.daemon().everything();
        all.removeIf([&](const ProcessMark &mark) { return mark.pid == fleet.daemon().pid(); });
        return all;
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("PATH",
            (QCoreApplication::applicationDirPath() + QStringLiteral("/programs:")).toLocal8Bit() + qgetenv("PATH"));
    }
    void cleanup() { qunsetenv("FOGHORN_NO_CGROUP"); }

    void aStoppedServiceIsGone_data()
    {
        QTest::addColumn<bool>("grouped");
        QTest::addColumn<bool>("keeperDies");
        QTest::newRow("cgroup") << true << false;
        QTest::newRow("no cgroup") << false << false;
        QTest::newRow("cgroup, another keeper") << true << true;
        QTest::newRow("no cgroup, another keeper") << false << true;
    }
    void aStoppedServiceIsGone()
    {
        QFETCH(bool, grouped);
        QFETCH(bool, keeperDies);
        qputenv("FOGHORN_NO_CGROUP", grouped ? "0" : "1");
        FleetFixture fleet(fleetOfAll());
        QVERIFY(fleet.beginAndSettle());
        QTRY_VERIFY_WITH_TIMEOUT(haveAllBegun(fleet), 20'000);
        if (grouped && !isGrouped(fleet.pidOf("session")))
            QSKIP("no control group can be made here");
        const qint64 keeper = keeperOf(fleet.state());
        if (keeperDies) {
            QVERIFY(sendSignal(keeper, SIGKILL));
            QTRY_VERIFY(keeperOf(fleet.state()) > 0 && keeperOf(fleet.state()) != keeper);
        }
        const QList<ProcessMark> before = below(fleet);
        QVERIFY2(before.size() > 250, qPrintable(QString::number(before.size())));
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(fleet.post("stop").status, 200);
        const qint64 took = timer.elapsed();
        const qint64 last = keeperOf(fleet.state());
        const auto left = [&] {
            QList<ProcessMark> all = treeOf(last) + treeOf(fleet.daemon().pid());
            all.removeIf([&](const ProcessMark &mark) { return mark.pid == last || mark.pid == fleet.daemon().pid(); });
            return all;
        };
        QVERIFY2(stillRunning(left()).isEmpty(), describe(left()));
        QTRY_VERIFY2(left().isEmpty(), describe(left())); // what was only to be reaped
        QList<qint64> running = stillRunning(before);
        running.removeAll(last);
        QCOMPARE(running, QList<qint64>());
        for (const QByteArray &shape : shapes) {
            const QString state = fleet.stateOf(shape);
            const bool isGone = state == u"stopped" || (shape == "leaves" && state == u"finished");
            QVERIFY2(isGone, qPrintable(QString::fromLatin1(shape) + u' ' + state));
        }
        reportFigure("T8",
            QStringLiteral("%1: %2 shapes, %3 processes, gone after %4 ms of which %5 are the time-out")
                .arg(QLatin1String(QTest::currentDataTag()))
                .arg(shapes.size())
                .arg(before.size())
                .arg(took)
                .arg(stopTimeoutMs));
        // A release is measured on a quiet machine.
        QVERIFY2(took < stopTimeoutMs + figure(5000, 1000), qPrintable(QString::number(took)));
    }
    void saysWhatBlocksAStop_data()
    {
        QTest::addColumn<bool>("grouped");
        QTest::newRow("cgroup") << true;
        QTest::newRow("no cgroup") << false;
    }
    void saysWhatBlocksAStop()
    {
        QFETCH(bool, grouped);
        qputenv("FOGHORN_NO_CGROUP", grouped ? "0" : "1");
        FleetFixture fleet("  a: {command: [test-escaper, ignore], stop_timeout: 60s}\n");
        QVERIFY(fleet.beginAndSettle());
        QTRY_VERIFY(fleet.read(u"state/logs/a.log"_qs).contains("set\n"));
        const qint64 leader = fleet.pidOf("a");
        const auto stop = fleet.send("stop/a");
        const auto left = [&fleet] {
            return fleet.daemon().get(QStringLiteral("service/a")).value(u"lingering").toArray();
        };
        QTRY_COMPARE(left().size(), 2); // long before the time-out
        QList<qint64> pids;
        for (const QJsonValue &process : left()) {
            pids.append(process[u"pid"].toInteger());
            QVERIFY(process[u"command"].toString().endsWith(u"test-escaper ignore"));
            const auto age = QDateTime::fromString(process[u"started_at"].toString(), Qt::ISODateWithMs)
                                 .msecsTo(QDateTime::currentDateTimeUtc());
            QVERIFY2(age > -2000 && age < 120'000, qPrintable(QString::number(age)));
        }
        QVERIFY(pids.contains(leader));
        QVERIFY(fleet.text("a", "why").contains(QString::number(leader) + u" test-escaper ignore"));
        const ProgramRun why = runProgram(QStringLiteral("foghornctl"),
            {QStringLiteral("--url"), fleet.daemon().get(QStringLiteral("services")).isEmpty() ? QString() : url(fleet),
                QStringLiteral("--token-file"), fleet.state() + u"/token"_qs, QStringLiteral("why"),
                QStringLiteral("a")});
        QCOMPARE(why.exitCode, 0);
        const QByteArray line = "pid " + QByteArray::number(leader);
        QVERIFY2(why.output.contains("still alive") && why.output.contains(line), why.output);
        QVERIFY(sendSignal(leader, SIGKILL)); // one of the two: it stays current
        QTRY_COMPARE(left().size(), 1);
        QVERIFY(sendSignal(left().first()[u"pid"].toInteger(), SIGKILL));
        QCOMPARE(stop->status(), 200);
        QVERIFY(left().isEmpty());
    }

private:
    static QString url(const FleetFixture &fleet)
    {
        return QString::fromUtf8(fleet.read(u"state/api.url"_qs)).trimmed();
    }
};

QTEST_GUILESS_MAIN(TestEscapes)
#include "tst_escapes.moc"
