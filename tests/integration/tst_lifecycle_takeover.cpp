#include "tests/integration/fleetfixture.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QRandomGenerator>

#include <csignal>

using namespace foghorn;

/// kill -9 of the orchestrator, of the keeper, and of both.
class tst_lifecycle_takeover : public QObject
{
    Q_OBJECT

    QRandomGenerator m_random{20'261'123};

    /// Every program of these tests notes its own life: more than one at a time would be a double.
    static QByteArray noted(const char *name)
    {
        return QByteArray("  ") + name + ": {command: 'echo $$$$ >> $DIR/" + name
            + ".pids; trap \"sleep 0.1; exit 0\" TERM; while :; do sleep 0.05; done'}\n";
    }
    static int livesOf(FleetFixture &fleet, const char *name)
    {
        int lives = 0;
        for (const QByteArray &pid : fleet.read(QLatin1String(name) + QStringLiteral(".pids")).split('\n')) {
            QFile line(QStringLiteral("/proc/%1/environ").arg(QString::fromLatin1(pid)));
            if (!pid.isEmpty() && line.open(QIODevice::ReadOnly)
                && line.readAll().contains(fleet.state().left(20).toLocal8Bit()))
                ++lives;
        }
        return lives;
    }
    void killAfterUpTo(FleetFixture &fleet, int milliseconds)
    {
        QTest::qWait(m_random.bounded(milliseconds));
        fleet.daemon().kill();
    }

private Q_SLOTS:
    void killedWhileStarting()
    {
        FleetFixture fleet(
            noted("a") + noted("b") + noted("c") + "  d: {command: [sleep, '1000'], depends_on: [a, b, c]}\n");
        for (int round = 0; round < 10; ++round) {
            QVERIFY(fleet.begin());
            killAfterUpTo(fleet, 60);
        }
        QVERIFY(fleet.beginAndSettle());
        for (const char *name : {"a", "b", "c"}) {
            QTRY_COMPARE(fleet.stateOf(name), QStringLiteral("running"));
            QTRY_COMPARE(livesOf(fleet, name), 1);
            QCOMPARE(fleet.read(QLatin1String(name) + u".pids"_qs).count('\n'), 1); // never started twice
        }
        QCOMPARE(fleet.stateOf("d"), QStringLiteral("running"));
        QCOMPARE(
            fleet.daemon().get(QStringLiteral("metrics")).value(u"metrics").toObject().value(u"total_restarts").toInt(),
            0);
    }
    void killedWhileStopping()
    {
        FleetFixture fleet(noted("a") + noted("b"));
        for (int round = 0; round < 10; ++round) {
            QVERIFY(fleet.beginAndSettle());
            QCOMPARE(fleet.post("start").status, 200);
            const auto stop = fleet.send("stop/a");
            QTRY_VERIFY(fleet.stateOf("a") != u"running");
            const qint64 other = fleet.pidOf("b");
            killAfterUpTo(fleet, 250);
            QVERIFY(fleet.beginAndSettle());
            QTRY_COMPARE(fleet.stateOf("a"), QStringLiteral("stopped"));
            QCOMPARE(livesOf(fleet, "a"), 0);
            QCOMPARE(fleet.pidOf("b"), other);
            fleet.daemon().kill(); // and once more: stopped on purpose stays stopped
            QVERIFY(fleet.beginAndSettle());
            QCOMPARE(fleet.stateOf("a"), QStringLiteral("stopped"));
            QCOMPARE(fleet.pidOf("b"), other);
            fleet.daemon().kill();
        }
    }
    void killedWhileRestarting()
    {
        FleetFixture fleet(noted("a"));
        for (int round = 1; round <= 10; ++round) {
            QVERIFY(fleet.beginAndSettle());
            QTRY_COMPARE(fleet.stateOf("a"), QStringLiteral("running"));
            const qint64 pid = fleet.pidOf("a");
            const auto restart = fleet.send("restart/a");
            QTRY_VERIFY(fleet.stateOf("a") != u"running" || fleet.pidOf("a") != pid);
            killAfterUpTo(fleet, 250);
            QVERIFY(fleet.beginAndSettle());
            QTRY_COMPARE(fleet.stateOf("a"), QStringLiteral("running"));
            QTRY_COMPARE(livesOf(fleet, "a"), 1);
            QVERIFY(fleet.pidOf("a") != pid);
            QCOMPARE(fleet.number("a", "restart_count"), round);
            fleet.daemon().kill();
        }
    }
    /// Also those whose turn had not come, and those that were down only to come up again.
    void killedWhileStoppingInOrder()
    {
        FleetFixture fleet(noted("a") + "  b: {command: [sleep, '1000'], depends_on: [a]}\n");
        for (int round = 0; round < 10; ++round) {
            QVERIFY(fleet.beginAndSettle());
            QCOMPARE(fleet.post("start").status, 200);
            const auto before = fleet.pids();
            const bool isRestart = round % 2 == 0;
            const auto command = fleet.send(isRestart ? "restart/a" : "stop/a",
                {{QStringLiteral("cascade"), true}, {QStringLiteral("wait"), false}});
            QCOMPARE(command->status(), 202);
            killAfterUpTo(fleet, round < 4 ? 1 : 200);
            QVERIFY(fleet.beginAndSettle());
            for (const char *name : {"a", "b"}) {
                QTRY_COMPARE(fleet.stateOf(name), isRestart ? QStringLiteral("running") : QStringLiteral("stopped"));
                QVERIFY(fleet.pidOf(name) != before.value(QLatin1String(name)));
            }
            QTRY_COMPARE(livesOf(fleet, "a"), isRestart ? 1 : 0);
            fleet.daemon().kill();
        }
    }
    void killedWhileReloading()
    {
        const QByteArray kept = noted("keep");
        FleetFixture fleet(kept + noted("gone"));
        QVERIFY(fleet.beginAndSettle());
        const qint64 pid = fleet.pidOf("keep");
        fleet.daemon().kill();
        for (int round = 0; round < 10; ++round) {
            fleet.write(kept + noted("gone"));
            QVERIFY(fleet.beginAndSettle());
            QTRY_COMPARE(fleet.stateOf("gone"), QStringLiteral("running"));
            fleet.write(kept + noted("fresh"));
            const auto reload = fleet.send("reload");
            killAfterUpTo(fleet, 250);
            QVERIFY(fleet.beginAndSettle());
            QTRY_COMPARE(fleet.stateOf("fresh"), QStringLiteral("running"));
            QTRY_COMPARE(livesOf(fleet, "gone"), 0);
            QCOMPARE(livesOf(fleet, "fresh"), 1);
            QCOMPARE(fleet.pidOf("keep"), pid);
            fleet.daemon().kill();
        }
    }
    void killedInBackoff()
    {
        FleetFixture fleet("  a: {command: 'echo x >> $DIR/a.starts; exit 1', restart: {backoff_base: 1.2, "
                           "max_attempts: 2}}\n  b: {command: [sleep, '1000']}\n");
        QVERIFY(fleet.begin());
        QTRY_COMPARE(fleet.stateOf("a"), QStringLiteral("backoff"));
        QCOMPARE(fleet.number("a", "restart_attempts"), 1);
        const QString due = fleet.text("a", "next_attempt_at");
        QCOMPARE(fleet.post("reload").status, 200); // its answer is on the disk, and so is what was before
        fleet.daemon().kill();
        QVERIFY(fleet.begin());
        QTRY_COMPARE(fleet.stateOf("a"), QStringLiteral("backoff"));
        QCOMPARE(fleet.text("a", "next_attempt_at"), due);
        QCOMPARE(fleet.number("a", "restart_attempts"), 1);
        QCOMPARE(fleet.read(u"a.starts"_qs).size(), 2);
        QTRY_COMPARE_WITH_TIMEOUT(fleet.read(u"a.starts"_qs).size(), 4, 3000);
        QVERIFY(QDateTime::currentDateTimeUtc() >= QDateTime::fromString(due, Qt::ISODateWithMs).addMSecs(-5));
        QTRY_COMPARE_WITH_TIMEOUT(fleet.stateOf("a"), QStringLiteral("failed"), 5000);
        QCOMPARE(fleet.number("a", "restart_count"), 2);
        fleet.daemon().kill();
        QVERIFY(fleet.beginAndSettle()); // at its limit it stays failed
        QCOMPARE(fleet.stateOf("a"), QStringLiteral("failed"));
        QCOMPARE(fleet.text("a", "cause"), QStringLiteral("RestartLimit"));
        QCOMPARE(fleet.number("a", "restart_attempts"), 2);
        QCOMPARE(fleet.post("restart/a").status, 409);
    }
    void staysAsItWasWhenNothingRan()
    {
        FleetFixture fleet("  a: {command: [sleep, '1000']}\n  bad: {command: ['false'], restart: {max_attempts: 1, "
                           "backoff_base: 0}}\n");
        QVERIFY(fleet.beginAndSettle());
        QCOMPARE(fleet.post("stop/a").status, 200);
        QTRY_COMPARE(fleet.stateOf("bad"), QStringLiteral("failed"));
        const QStringList events = fleet.history(QStringLiteral("bad"));
        QCOMPARE(fleet.post("reload").status, 200); // its answer is on the disk, and so is what was before
        fleet.daemon().kill();
        QVERIFY(fleet.beginAndSettle());
        QCOMPARE(fleet.stateOf("a"), QStringLiteral("stopped"));
        QCOMPARE(fleet.stateOf("bad"), QStringLiteral("failed"));
        QCOMPARE(fleet.history(QStringLiteral("bad")), events); // nothing happened to it
        QCOMPARE(fleet.daemon().stop(), 0);
        QVERIFY(fleet.beginAndSettle()); // after a clean end all start anew
        QTRY_COMPARE(fleet.stateOf("a"), QStringLiteral("running"));
    }
    /// As if it had been killed before the store wrote anything.
    void portsStayWhenNothingWasWritten()
    {
        FleetFixture fleet("  a: {command: [sleep, '1000'], ports: {http: auto, admin: auto}}\n"
                           "  b: {command: \"sleep 1000 ${services.a.port.http}\", depends_on: [a]}\n");
        QVERIFY(fleet.beginAndSettle());
        const QMap<QString, qint64> before = fleet.pids();
        const QJsonValue ports = fleet.service("a").value(u"ports");
        fleet.daemon().kill();
        for (const char *name : {"history.sqlite", "history.sqlite-wal", "history.sqlite-shm"})
            QFile::remove(fleet.state() + u'/' + QLatin1String(name));
        QVERIFY(!fleet.has(QStringLiteral("state/history.sqlite")));
        QVERIFY(fleet.beginAndSettle());
        QCOMPARE(fleet.pids(), before);
        QCOMPARE(fleet.service("a").value(u"ports"), ports);
        QCOMPARE(fleet.daemon().stop(), 0);
    }
    void judgesWhatEndedMeanwhile()
    {
        FleetFixture fleet("  a: {command: [sleep, '1000'], restart: {policy: never}}\n  job: {command: 'while test ! "
                           "-f $DIR/go; do sleep 0.05; done', job: true}\n");
        QVERIFY(fleet.begin());
        QTRY_VERIFY(fleet.pidOf("a") > 0 && fleet.pidOf("job") > 0);
        const qint64 pid = fleet.pidOf("a");
        const QList<ProcessMark> both = treeOf(pid) + treeOf(fleet.pidOf("job"));
        fleet.daemon().kill();
        QVERIFY(sendSignal(pid, SIGUSR1));
        fleet.touch(QStringLiteral("go"));
        QTRY_COMPARE(stillRunning(both), QList<qint64>());
        QVERIFY(fleet.beginAndSettle());
        QCOMPARE(fleet.stateOf("a"), QStringLiteral("failed"));
        QCOMPARE(fleet.text("a", "last_error"), QStringLiteral("ended by SIGUSR1"));
        QCOMPARE(fleet.stateOf("job"), QStringLiteral("finished"));
    }
    void theFileChangedMeanwhile()
    {
        FleetFixture fleet(noted("same") + noted("gone") + "  other: {command: [sleep, '1000']}\n");
        QVERIFY(fleet.beginAndSettle());
        const auto pids = fleet.pids();
        fleet.daemon().kill();
        fleet.write(noted("same") + "  other: {command: [sleep, '1001']}\n  fresh: {command: [sleep, '1000']}\n");
        QVERIFY(fleet.beginAndSettle());
        QTRY_VERIFY(fleet.pidOf("other") != pids.value(u"other"_qs));
        QTRY_COMPARE(fleet.stateOf("other"), QStringLiteral("running"));
        QVERIFY(fleet.pidOf("other") != pids.value(u"other"_qs));
        QCOMPARE(fleet.pidOf("same"), pids.value(u"same"_qs));
        QCOMPARE(fleet.stateOf("fresh"), QStringLiteral("running"));
        QTRY_COMPARE(livesOf(fleet, "gone"), 0);
        QCOMPARE(fleet.number("other", "restart_count"), 1);
    }
    void theKeeperIsKilled()
    {
        FleetFixture fleet(noted("a") + noted("b"));
        QVERIFY(fleet.beginAndSettle());
        const auto pids = fleet.pids();
        for (int round = 0; round < 5; ++round) {
            if (const qint64 keeper = keeperOf(fleet.state()); round == 0 || keeper > 0) // the next may not yet be up
                QVERIFY(sendSignal(keeper, SIGKILL));
            QTest::qWait(m_random.bounded(100));
            QCOMPARE(fleet.pids(), pids);
        }
        QTRY_COMPARE(fleet.post("restart/a").status, 200);
        QVERIFY(fleet.pidOf("a") != pids.value(u"a"_qs));
        QTRY_COMPARE(livesOf(fleet, "a"), 1);
        QCOMPARE(fleet.daemon().stop(), 0);
        QTRY_COMPARE(livesOf(fleet, "a"), 0);
        QCOMPARE(livesOf(fleet, "b"), 0);
    }
    void bothAreKilled()
    {
        FleetFixture fleet(noted("a") + noted("b"));
        QVERIFY(fleet.beginAndSettle());
        QCOMPARE(fleet.post("stop/b").status, 200);
        const qint64 pid = fleet.pidOf("a");
        const qint64 keeper = keeperOf(fleet.state());
        fleet.daemon().kill();
        QVERIFY(sendSignal(keeper, SIGKILL));
        QVERIFY(fleet.beginAndSettle());
        QCOMPARE(fleet.pidOf("a"), pid);
        QCOMPARE(fleet.stateOf("a"), QStringLiteral("running"));
        QCOMPARE(fleet.stateOf("b"), QStringLiteral("stopped"));
        QCOMPARE(fleet.daemon().stop(), 0);
        QTRY_COMPARE(livesOf(fleet, "a"), 0);
    }
    void aKeeperOfAnotherReleaseIsReplaced()
    {
        FleetFixture fleet(noted("a"));
        QVERIFY(fleet.beginAndSettle());
        const qint64 pid = fleet.pidOf("a");
        const qint64 keeper = keeperOf(fleet.state());
        fleet.daemon().kill();
        QVERIFY(sendSignal(keeper, SIGKILL));
        const QString door = fleet.state() + QStringLiteral("/keeper.sock");
        QFile::remove(door);
        QProcess other;
        other.start(QCoreApplication::applicationDirPath() + QStringLiteral("/programs/test-oldkeeper"),
            {fleet.state(), QStringLiteral("1")});
        QTRY_VERIFY(QFile::exists(door));
        QVERIFY(fleet.beginAndSettle());
        QTRY_COMPARE(other.state(), QProcess::NotRunning);
        QCOMPARE(fleet.pidOf("a"), pid);
        QCOMPARE(fleet.number("a", "restart_count"), 0);
        const QJsonObject events = fleet.daemon().get(QStringLiteral("events"));
        QVERIFY(QJsonDocument(events).toJson().contains("of another release was replaced"));
        QCOMPARE(fleet.post("restart/a").status, 200);
        QVERIFY(fleet.pidOf("a") != pid);
        QTRY_COMPARE(livesOf(fleet, "a"), 1);
    }
};

QTEST_GUILESS_MAIN(tst_lifecycle_takeover)
#include "tst_lifecycle_takeover.moc"
