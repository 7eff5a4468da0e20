#include "tests/integration/fleetfixture.h"
#include "tests/support/figures.h"
#include "tests/support/ownnamespaces.h"

#include <QDir>
#include <QElapsedTimer>
#include <QScopeGuard>
#include <QTimer>

#include <algorithm>

using namespace foghorn;

/// T11: the disk of the state directory is full, and so small that it was nearly full to begin with. In mounts of the
/// test's own.
class tst_FullDisk : public QObject
{
    Q_OBJECT

    static QByteArray fleetFile(const char *floor)
    {
        return QByteArray("fleet: t\ndefaults: {stop_timeout: 2s, restart: {backoff_base: 0.1}}\nalerts: {disk_free: ")
            + floor
            + "}\nservices:\n"
              "  talker: {command: 'i=0; while :; do i=$((i+1)); echo line $i; sleep 0.05; done'}\n"
              "  checked: {command: [sleep, '1000'], health: {exec: ['true'], interval: 0.5s, timeout: 0.4s}}\n";
    }
    /// Takes all that is left.
    static void fill(const QString &path)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered));
        for (const qsizetype size : {4096, 512, 1}) {
            while (file.write(QByteArray(size, 'x')) == size) { }
        }
    }
    static int alertsRaised(FleetFixture &fleet)
    {
        const QJsonArray alerts = fleet.daemon().get(QStringLiteral("alerts")).value(u"alerts").toArray();
        return static_cast<int>(std::count_if(alerts.begin(), alerts.end(),
            [](const QJsonValue &alert) { return alert[u"status"].toString() == QLatin1String("firing"); }));
    }
    QString m_refusal;

private Q_SLOTS:
    void initTestCase()
    {
        m_refusal = enterOwnMounts();
        if (!m_refusal.isEmpty())
            QSKIP(qPrintable(m_refusal));
    }
    void servicesStayUpAndAllIsWrittenAgain_data()
    {
        QTest::addColumn<QByteArray>("size");
        QTest::newRow("256k") << QByteArray("256k");
        QTest::newRow("8m") << QByteArray("8m");
    }
    void servicesStayUpAndAllIsWrittenAgain()
    {
        QFETCH(QByteArray, size);
        FleetFixture fleet("");
        fleet.writeRaw(fleetFile("8K"));
        QVERIFY(QDir().mkpath(fleet.state()));
        if (const QString refusal = mountTmpfs(fleet.state(), size); !refusal.isEmpty())
            QSKIP(qPrintable(refusal));
        const auto unmount = qScopeGuard([&fleet] {
            (void)fleet.daemon().stop();
            ::umount2(QFile::encodeName(fleet.state()).constData(), MNT_DETACH);
        });
        QVERIFY(fleet.beginAndSettle());
        QTRY_COMPARE_WITH_TIMEOUT(fleet.stateOf("checked"), QStringLiteral("running"), 20'000);
        const QMap<QString, qint64> pids = fleet.pids();
        const int rounds = figure(1, 20);
        QElapsedTimer longestAnswer;
        qint64 slowest = 0;
        for (int round = 0; round < rounds; ++round) {
            const QString filler = fleet.path(QStringLiteral("state/filler"));
            fill(filler);
            // What is under way must be written somewhere: the events of a check that is asked for and of a restart.
            for (int i = 0; i < 5; ++i) {
                longestAnswer.start();
                QCOMPARE(fleet.post("health/check-now/checked").status, 200);
                QCOMPARE(fleet.stateOf("talker"), QStringLiteral("running"));
                slowest = std::max(slowest, longestAnswer.elapsed());
            }
            QTRY_VERIFY_WITH_TIMEOUT(alertsRaised(fleet) == 1, 40'000);
            QCOMPARE(fleet.pids(), pids);
            QVERIFY(QFile::remove(filler));
            // The alert ends by itself, once it was quiet for a while.
            if (rounds > 1)
                QTRY_VERIFY_WITH_TIMEOUT(alertsRaised(fleet) == 0, 120'000);
        }
        QCOMPARE(fleet.pids(), pids);
        QCOMPARE(fleet.number("checked", "restart_count"), 0);
        QCOMPARE(fleet.number("talker", "restart_count"), 0);
        QVERIFY2(slowest < 2'000, qPrintable(QString::number(slowest)));
        const auto linesOfTalker = [&fleet] { return fleet.read(QStringLiteral("state/logs/talker.log")).count('\n'); };
        const qsizetype whenFreed = linesOfTalker();
        QTRY_VERIFY(linesOfTalker() > whenFreed + 3);
        // Writing works again: what happens now is known to the next one.
        QCOMPARE(fleet.post("restart/checked").status, 200);
        QCOMPARE(fleet.daemon().stop(), 0);
        QVERIFY(fleet.begin());
        QTRY_VERIFY(fleet.history(QStringLiteral("checked")).count(QStringLiteral("running")) >= 2);
        reportFigure("T11",
            QStringLiteral("%1 disk filled and freed %2 times: both services up, slowest pair of answers %3 ms")
                .arg(QString::fromLatin1(size))
                .arg(rounds)
                .arg(slowest));
    }
    /// And with it full already: a daemon that was killed takes its services over.
    void takesOverWhileItIsFull()
    {
        FleetFixture fleet("");
        fleet.writeRaw(fleetFile("8K"));
        QVERIFY(QDir().mkpath(fleet.state()));
        if (const QString refusal = mountTmpfs(fleet.state(), "1m"); !refusal.isEmpty())
            QSKIP(qPrintable(refusal));
        QVERIFY(fleet.beginAndSettle());
        const QMap<QString, qint64> pids = fleet.pids();
        const QString filler = fleet.path(QStringLiteral("state/filler"));
        fill(filler);
        fleet.daemon().kill();
        // RunningDaemon takes api.url away, by which it finds the next one; the talker's lines take what is free.
        QTimer room;
        connect(&room, &QTimer::timeout, this, [&filler] { QFile::resize(filler, QFileInfo(filler).size() - 4096); });
        room.start(200);
        QVERIFY2(fleet.beginAndSettle(), fleet.daemon().errors());
        room.stop();
        QCOMPARE(fleet.pids(), pids);
        QCOMPARE(fleet.daemon().stop(), 0);
        ::umount2(QFile::encodeName(fleet.state()).constData(), MNT_DETACH);
    }
};

QTEST_GUILESS_MAIN(tst_FullDisk)
#include "tst_fulldisk.moc"
