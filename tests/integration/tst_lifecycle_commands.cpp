#include "tests/integration/fleetfixture.h"

#include <csignal>

using namespace foghorn;

namespace {

const QByteArray chain = "  db: {command: [sleep, '1000']}\n"
                         "  web: {command: [sleep, '1000'], depends_on: [db]}\n"
                         "  mail: {command: [sleep, '1000'], depends_on: [web]}\n";
/// Takes half a second to end.
const QByteArray slow = "  slow: {command: 'trap \"sleep 0.5; exit 0\" TERM; while :; do sleep 0.05; done'}\n";

const QJsonObject cascade{{QStringLiteral("cascade"), true}};
const QJsonObject force{{QStringLiteral("force"), true}};
const QJsonObject dontWait{{QStringLiteral("wait"), false}};

} // namespace

/// Commands of people against the real orchestrator.
class tst_lifecycle_commands : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void refusesToStopWhatIsNeeded()
    {
        FleetFixture fleet(chain);
        QVERIFY(fleet.beginAndSettle());
        const auto before = fleet.pids();
        const ApiAnswer refused = fleet.post("stop/db");
        QCOMPARE(refused.status, 409);
        QVERIFY2(fleet.detailOf(refused).contains(u"web"), qPrintable(fleet.detailOf(refused)));
        QCOMPARE(fleet.pids(), before);
        QCOMPARE(fleet.post("stop/db", cascade).status, 200);
        QCOMPARE(fleet.stateOf("mail"), QStringLiteral("stopped"));
        QCOMPARE(fleet.orderOf(QStringLiteral("stopped")), (QStringList{u"mail"_qs, u"web"_qs, u"db"_qs}));
        QCOMPARE(fleet.text("db", "cause"), QStringLiteral("Command"));
        QCOMPARE(fleet.post("stop/db").status, 200); // already
    }
    void startBringsUpWhatIsRequired()
    {
        FleetFixture fleet(chain);
        QVERIFY(fleet.beginAndSettle());
        QCOMPARE(fleet.post("stop").status, 200);
        for (const char *name : {"db", "web", "mail"})
            QCOMPARE(fleet.stateOf(name), QStringLiteral("stopped"));
        QCOMPARE(fleet.post("start/mail").status, 200);
        const auto pids = fleet.pids();
        for (const char *name : {"db", "web", "mail"})
            QCOMPARE(fleet.stateOf(name), QStringLiteral("running"));
        QCOMPARE(fleet.post("start/mail").status, 200); // already
        QCOMPARE(fleet.post("start").status, 200);
        QCOMPARE(fleet.pids(), pids);
        QCOMPARE(fleet.number("mail", "restart_count"), 0);
    }
    void restartsOneAlone()
    {
        FleetFixture fleet(chain);
        QVERIFY(fleet.beginAndSettle());
        const auto before = fleet.pids();
        const ApiAnswer answer = fleet.post("restart/db");
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.object().value(u"message").toString(), QStringLiteral("Service 'db' restarted successfully"));
        QCOMPARE(answer.object().value(u"restart_count").toInt(), 1);
        QVERIFY(fleet.pidOf("db") != before.value(u"db"_qs));
        QCOMPARE(fleet.pidOf("web"), before.value(u"web"_qs));
        QTRY_COMPARE(fleet.text("web", "why"), QStringLiteral("running")); // not degraded by db any more
    }
    void cascadeBringsBackThoseThatWereUp()
    {
        FleetFixture fleet(chain + "  extra: {command: [sleep, '1000'], depends_on: [db]}\n");
        QVERIFY(fleet.beginAndSettle());
        QCOMPARE(fleet.post("stop/mail").status, 200);
        const auto before = fleet.pids();
        QCOMPARE(fleet.post("restart/db", cascade).status, 200);
        for (const char *name : {"db", "web", "extra"}) {
            QCOMPARE(fleet.stateOf(name), QStringLiteral("running"));
            QVERIFY(fleet.pidOf(name) != before.value(QLatin1String(name)));
            QCOMPARE(fleet.number(name, "restart_count"), 1);
        }
        QCOMPARE(fleet.stateOf("mail"), QStringLiteral("stopped"));
        QCOMPARE(fleet.orderOf(QStringLiteral("stopped")).last(), QStringLiteral("db"));
    }
    void twoRestartsAtOnceAreOne()
    {
        FleetFixture fleet(slow);
        QVERIFY(fleet.beginAndSettle());
        const auto first = fleet.send("restart/slow");
        const auto second = fleet.send("restart/slow");
        QCOMPARE(first->status(), 200);
        QCOMPARE(second->status(), 200);
        QCOMPARE(fleet.number("slow", "restart_count"), 1);
        // nobody waits: still one
        QCOMPARE(fleet.post("restart/slow", dontWait).status, 202);
        QCOMPARE(fleet.post("restart/slow", dontWait).status, 202);
        QTRY_COMPARE(fleet.stateOf("slow"), QStringLiteral("running"));
        QCOMPARE(fleet.number("slow", "restart_count"), 2);
    }
    void stopOvertakesRestart()
    {
        FleetFixture fleet(slow);
        QVERIFY(fleet.beginAndSettle());
        const auto restart = fleet.send("restart/slow");
        QTRY_COMPARE(fleet.stateOf("slow"), QStringLiteral("stopping"));
        const auto stop = fleet.send("stop/slow");
        QCOMPARE(restart->status(), 409);
        QVERIFY2(restart->detail().contains(u"operator"), qPrintable(restart->detail()));
        QCOMPARE(stop->status(), 200);
        QCOMPARE(fleet.stateOf("slow"), QStringLiteral("stopped"));
    }
    void startOvertakesStop()
    {
        FleetFixture fleet(slow);
        QVERIFY(fleet.beginAndSettle());
        const qint64 pid = fleet.pidOf("slow");
        const auto stop = fleet.send("stop/slow");
        QTRY_COMPARE(fleet.stateOf("slow"), QStringLiteral("stopping"));
        const auto start = fleet.send("start/slow");
        QCOMPARE(stop->status(), 409);
        QCOMPARE(start->status(), 200);
        QCOMPARE(fleet.stateOf("slow"), QStringLiteral("running"));
        QVERIFY(fleet.pidOf("slow") != pid);
    }
    void stopOvertakesStart()
    {
        FleetFixture fleet("  never: {command: [sleep, '1000'], autostart: false, health: {exec: ['false']}}\n");
        QVERIFY(fleet.beginAndSettle());
        const auto start = fleet.send("start/never");
        QTRY_COMPARE(fleet.stateOf("never"), QStringLiteral("starting"));
        QCOMPARE(fleet.post("stop/never").status, 200);
        QCOMPARE(start->status(), 409);
        QCOMPARE(fleet.stateOf("never"), QStringLiteral("stopped"));
    }
    void atTheLimitOnlyForceRestarts()
    {
        FleetFixture fleet("  flaky: {command: 'test -f \"$DIR/good\" && exec sleep 1000; exit 3'}\n");
        QVERIFY(fleet.begin());
        QTRY_COMPARE_WITH_TIMEOUT(fleet.stateOf("flaky"), QStringLiteral("failed"), 10'000);
        QCOMPARE(fleet.text("flaky", "cause"), QStringLiteral("RestartLimit"));
        QCOMPARE(fleet.number("flaky", "restart_attempts"), 3);
        QCOMPARE(fleet.number("flaky", "restart_count"), 3);
        const QJsonObject before = fleet.service("flaky");
        const ApiAnswer refused = fleet.post("restart/flaky");
        QCOMPARE(refused.status, 409);
        QVERIFY(fleet.detailOf(refused).contains(u"force"));
        QCOMPARE(fleet.service("flaky"), before);
        fleet.touch(QStringLiteral("good"));
        QCOMPARE(fleet.post("restart/flaky", force).status, 200);
        QCOMPARE(fleet.stateOf("flaky"), QStringLiteral("running"));
        QCOMPARE(fleet.number("flaky", "restart_attempts"), 0);
        QCOMPARE(fleet.number("flaky", "restart_count"), 4);
    }
    void stopTakesAFailedServiceToRest()
    {
        FleetFixture fleet("  bad: {command: [/nowhere/at/all]}\n");
        QVERIFY(fleet.beginAndSettle());
        QCOMPARE(fleet.stateOf("bad"), QStringLiteral("failed"));
        QCOMPARE(fleet.post("stop/bad").status, 200);
        QCOMPARE(fleet.stateOf("bad"), QStringLiteral("stopped"));
        const ApiAnswer failed = fleet.post("start/bad");
        QCOMPARE(failed.status, 500);
        QVERIFY2(fleet.detailOf(failed).contains(u"program not found"), qPrintable(fleet.detailOf(failed)));
    }
    void aCommandIsNotHeldByADeepFailure()
    {
        FleetFixture fleet("  a: {command: [/nowhere/at/all], autostart: false}\n"
                           "  b: {command: [sleep, '1000'], depends_on: [a], autostart: false}\n"
                           "  c: {command: [sleep, '1000'], depends_on: [b], autostart: false}\n");
        QVERIFY(fleet.beginAndSettle());
        const auto start = fleet.send("start/c");
        QCOMPARE(start->status(), 500);
        QVERIFY2(start->detail().contains(u"program not found"), qPrintable(start->detail()));
        QCOMPARE(fleet.stateOf("c"), QStringLiteral("waiting"));
        QVERIFY2(fleet.text("c", "why").contains(u"b"), qPrintable(fleet.text("c", "why")));
    }
    void refusesCommandsWhileShuttingDown()
    {
        FleetFixture fleet(slow);
        QVERIFY(fleet.beginAndSettle());
        const auto waiting = fleet.send("restart/slow");
        QTRY_COMPARE(fleet.stateOf("slow"), QStringLiteral("stopping"));
        fleet.daemon().signal(SIGTERM);
        QCOMPARE(waiting->status(), 503);
        QCOMPARE(fleet.post("start/slow").status, 503);
        QCOMPARE(fleet.post("health/check-now").status, 503);
        QCOMPARE(fleet.post("reload").status, 503);
        QTRY_VERIFY(!fleet.daemon().isRunning());
    }
    void askersShareOneCheck()
    {
        FleetFixture fleet("  a:\n    command: [sleep, '1000']\n"
                           "    health: {exec: 'echo x >> $DIR/checks; sleep 0.3', interval: 1h, timeout: 5s}\n");
        QVERIFY(fleet.beginAndSettle());
        const qsizetype before = fleet.read(QStringLiteral("checks")).size();
        const auto first = fleet.send("health/check-now");
        const auto second = fleet.send("health/check-now/a");
        QCOMPARE(first->status(), 200);
        QCOMPARE(second->status(), 200);
        QCOMPARE(fleet.read(QStringLiteral("checks")).size(), before + 2); // "x\n"
    }
};

QTEST_GUILESS_MAIN(tst_lifecycle_commands)
#include "tst_lifecycle_commands.moc"
