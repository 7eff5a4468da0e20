#include "tests/integration/fleetfixture.h"

using namespace foghorn;

namespace {

/// Ignores TERM, twice: the leader and what it leaves behind. Nobody waits for its stop_timeout here.
const QByteArray deaf = "  deaf: {command: 'test-stubborn & exec test-stubborn', stop_timeout: 10m}\n";
/// Fails until there is a file.
const QByteArray flaky = "  flaky: {command: 'test -f \"$DIR/good\" && exec sleep 1000; exit 3'}\n";

const QJsonObject dontWait{{QStringLiteral("wait"), false}};
const QJsonObject force{{QStringLiteral("force"), true}};

} // namespace

/// A stop with force and the reset of the failure count, against the real orchestrator and the real keeper.
class tst_lifecycle_force : public QObject
{
    Q_OBJECT

    static ProgramRun ctl(const FleetFixture &fleet, const QStringList &arguments)
    {
        return runProgram(
            QStringLiteral("foghornctl"), QStringList{QStringLiteral("--state-dir"), fleet.state()} + arguments);
    }
    /// The journal's commands with who asked: "stop --force deaf|operator 127.0.0.1 …".
    static QStringList commandsOf(FleetFixture &fleet)
    {
        QStringList commands;
        const QJsonArray events = fleet.daemon().get(QStringLiteral("events")).value(u"events").toArray();
        for (const QJsonValue &event : events) {
            if (event[u"kind"] == QLatin1String("command"))
                commands << event[u"message"].toString() + u'|' + event[u"actor"].toString();
        }
        return commands;
    }
    static bool failsThreeTimes(FleetFixture &fleet)
    {
        return QTest::qWaitFor([&fleet] { return fleet.stateOf("flaky") == u"failed"; }, 20'000)
            && fleet.text("flaky", "cause") == u"RestartLimit" && fleet.number("flaky", "restart_attempts") == 3;
    }

private Q_SLOTS:
    void killsTheWholeTreeAtOnce()
    {
        FleetFixture fleet(deaf);
        QVERIFY(fleet.beginAndSettle());
        QTRY_VERIFY(treeOf(fleet.pidOf("deaf")).size() >= 2);
        const QList<ProcessMark> tree = treeOf(fleet.pidOf("deaf"));
        const ApiAnswer answer = fleet.post("stop/deaf", force);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.object().value(u"message").toString(), QStringLiteral("Service 'deaf' stopped successfully"));
        QCOMPARE(stillRunning(tree), QList<qint64>()); // "stopped" is said only when nothing is left
        QCOMPARE(fleet.stateOf("deaf"), QStringLiteral("stopped"));
        QCOMPARE(fleet.text("deaf", "cause"), QStringLiteral("Command"));
        QCOMPARE(fleet.number("deaf", "restart_count"), 0);
    }
    void cutsAStopUnderWayShort()
    {
        FleetFixture fleet(deaf);
        QVERIFY(fleet.beginAndSettle());
        QTRY_VERIFY(treeOf(fleet.pidOf("deaf")).size() >= 2);
        const QList<ProcessMark> tree = treeOf(fleet.pidOf("deaf"));
        const auto asked = fleet.send("stop/deaf");
        QTRY_COMPARE(fleet.stateOf("deaf"), QStringLiteral("stopping"));
        QVERIFY(!asked->answer);
        QCOMPARE(fleet.post("stop/deaf", force).status, 200);
        QCOMPARE(asked->status(), 200);
        QCOMPARE(stillRunning(tree), QList<qint64>());
        QCOMPARE(fleet.stateOf("deaf"), QStringLiteral("stopped"));
        QVERIFY(fleet.pids().value(QStringLiteral("deaf")) == 0);
    }
    void takesAStopCommandThatHangsAlong()
    {
        FleetFixture fleet("  deaf:\n    command: [test-stubborn]\n    stop_timeout: 10m\n"
                           "    stop_command: 'touch \"$DIR/asked\"; exec tail -f \"$DIR/asked\"'\n");
        QVERIFY(fleet.beginAndSettle());
        QCOMPARE(fleet.post("stop/deaf", dontWait).status, 202);
        const auto stopCommands = [&fleet] {
            return processesNaming(fleet.path(QStringLiteral("asked")).toLocal8Bit()); // touch is over soon
        };
        QTRY_VERIFY(fleet.has(QStringLiteral("asked")));
        QTRY_COMPARE(stopCommands().size(), 1);
        QCOMPARE(fleet.post("stop/deaf", force).status, 200);
        QCOMPARE(fleet.stateOf("deaf"), QStringLiteral("stopped"));
        QTRY_COMPARE(stopCommands(), QList<qint64>()); // else it would meet the next run
        QCOMPARE(fleet.post("start/deaf").status, 200);
    }
    void holdsToTheRulesOfAStop()
    {
        FleetFixture fleet(deaf + "  user: {command: [sleep, '1000'], depends_on: [deaf]}\n");
        QVERIFY(fleet.beginAndSettle());
        const ApiAnswer refused = fleet.post("stop/deaf", force);
        QCOMPARE(refused.status, 409);
        QVERIFY2(fleet.detailOf(refused).contains(u"user"), qPrintable(fleet.detailOf(refused)));
        QCOMPARE(fleet.stateOf("deaf"), QStringLiteral("running"));
        QJsonObject all = force;
        all.insert(QStringLiteral("cascade"), true);
        QCOMPARE(fleet.post("stop/deaf", all).status, 200);
        QCOMPARE(fleet.orderOf(QStringLiteral("stopped")), (QStringList{u"user"_qs, u"deaf"_qs}));
        QCOMPARE(fleet.text("user", "last_exit"), QStringLiteral("ended by SIGTERM")); // that one was asked
        QCOMPARE(fleet.text("deaf", "last_exit"), QStringLiteral("ended by SIGKILL"));
        QCOMPARE(fleet.post("stop/nobody", force).status, 404);
    }
    void lostOrchestratorsLeaveItToTheNext()
    {
        FleetFixture fleet(deaf);
        QVERIFY(fleet.beginAndSettle());
        QCOMPARE(fleet.post("stop/deaf", dontWait).status, 202);
        QTRY_COMPARE(fleet.stateOf("deaf"), QStringLiteral("stopping"));
        fleet.daemon().kill();
        QVERIFY(fleet.begin());
        QTRY_COMPARE(fleet.stateOf("deaf"), QStringLiteral("stopping")); // with a grace time of its own
        QCOMPARE(fleet.post("stop/deaf", force).status, 200);
        QCOMPARE(fleet.stateOf("deaf"), QStringLiteral("stopped"));
    }
    void aResetLiftsTheLimit()
    {
        FleetFixture fleet(flaky);
        QVERIFY(fleet.begin());
        QVERIFY(failsThreeTimes(fleet));
        QCOMPARE(fleet.post("restart/flaky").status, 409);
        const QString since = fleet.text("flaky", "since");
        const ApiAnswer answer = fleet.post("service/flaky/reset-failed");
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.object().value(u"restart_attempts").toInt(-1), 0);
        QCOMPARE(answer.object().value(u"message").toString(),
            QStringLiteral("Service 'flaky' has used 0 of its 3 automatic restarts again"));
        QCOMPARE(fleet.stateOf("flaky"), QStringLiteral("failed")); // nothing was started or stopped
        QCOMPARE(fleet.text("flaky", "since"), since);
        QCOMPARE(fleet.number("flaky", "restart_count"), 3);
        QCOMPARE(fleet.text("flaky", "why"), QStringLiteral("exit 3"));
        QCOMPARE(fleet.post("service/nobody/reset-failed").status, 404);
        fleet.touch(QStringLiteral("good"));
        QCOMPARE(fleet.post("restart/flaky").status, 200); // without force
        QCOMPARE(fleet.stateOf("flaky"), QStringLiteral("running"));
    }
    void aResetIsRemembered()
    {
        FleetFixture fleet(flaky);
        QVERIFY(fleet.begin());
        QVERIFY(failsThreeTimes(fleet));
        QCOMPARE(fleet.post("service/flaky/reset-failed").status, 200);
        fleet.daemon().kill();
        QVERIFY(fleet.beginAndSettle());
        QCOMPARE(fleet.stateOf("flaky"), QStringLiteral("failed"));
        QCOMPARE(fleet.number("flaky", "restart_attempts"), 0);
    }
    void aResetOfARunningServiceLeavesItAlone()
    {
        FleetFixture fleet(
            "  once: {command: 'test -f \"$DIR/good\" && exec sleep 1000; touch \"$DIR/good\"; exit 3'}\n");
        QVERIFY(fleet.begin());
        QTRY_COMPARE_WITH_TIMEOUT(
            fleet.number("once", "restart_attempts"), 1, 20'000); // before, it runs for a moment too
        QTRY_COMPARE(fleet.stateOf("once"), QStringLiteral("running"));
        QTRY_VERIFY(fleet.pidOf("once") > 0);
        const qint64 pid = fleet.pidOf("once");
        QCOMPARE(fleet.post("service/once/reset-failed").status, 200);
        QCOMPARE(fleet.number("once", "restart_attempts"), 0);
        QCOMPARE(fleet.number("once", "restart_count"), 1);
        QCOMPARE(fleet.pidOf("once"), pid);
        QCOMPARE(fleet.post("service/once/reset-failed").status, 200); // there is nothing to forget
    }
    void bothOnTheCommandLine()
    {
        FleetFixture fleet(deaf + flaky);
        QVERIFY(fleet.begin());
        QVERIFY(failsThreeTimes(fleet));
        const ProgramRun stopped =
            ctl(fleet, {QStringLiteral("stop"), QStringLiteral("--force"), QStringLiteral("deaf")});
        QVERIFY2(stopped.exitCode == 0, stopped.errors.constData());
        QCOMPARE(stopped.output, QByteArray("Service 'deaf' stopped successfully\n"));
        const ProgramRun reset = ctl(fleet, {QStringLiteral("reset-failed"), QStringLiteral("flaky")});
        QVERIFY2(reset.exitCode == 0, reset.errors.constData());
        QCOMPARE(reset.output, QByteArray("Service 'flaky' has used 0 of its 3 automatic restarts again\n"));
        const QStringList commands = commandsOf(fleet);
        QCOMPARE(commands.size(), 2);
        QVERIFY2(
            commands.at(0).startsWith(u"stop --force deaf|operator 127.0.0.1 foghornctl"), qPrintable(commands.at(0)));
        QVERIFY2(
            commands.at(1).startsWith(u"reset-failed flaky|operator 127.0.0.1 foghornctl"), qPrintable(commands.at(1)));
        QCOMPARE(ctl(fleet, {QStringLiteral("reset-failed"), QStringLiteral("nobody")}).exitCode, 1);
        QCOMPARE(ctl(fleet, {QStringLiteral("reset-failed")}).exitCode, 2);
        QCOMPARE(ctl(fleet, {QStringLiteral("stop"), QStringLiteral("--force"), QStringLiteral("--all")}).exitCode, 2);
        QCOMPARE(ctl(fleet, {QStringLiteral("start"), QStringLiteral("--force"), QStringLiteral("deaf")}).exitCode, 2);
        const ProgramRun json =
            ctl(fleet, {QStringLiteral("--json"), QStringLiteral("reset-failed"), QStringLiteral("flaky")});
        QCOMPARE(QJsonDocument::fromJson(json.output).object().value(u"restart_attempts").toInt(-1), 0);
    }
};

QTEST_GUILESS_MAIN(tst_lifecycle_force)
#include "tst_lifecycle_force.moc"
