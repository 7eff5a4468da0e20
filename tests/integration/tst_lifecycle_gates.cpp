#include "tests/integration/fleetfixture.h"

#include <QElapsedTimer>

#include <csignal>

using namespace foghorn;

/// Who starts when, and what the loss of a dependency does, with the real orchestrator.
class tst_lifecycle_gates : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void waitsForEachCondition()
    {
        FleetFixture fleet("  job: {command: 'sleep 0.3; touch $DIR/done', job: true}\n"
                           "  probed: {command: [sleep, '1000'], health: {exec: 'test -f $DIR/well'}}\n"
                           "  afterjob: {command: 'test -f $DIR/done && exec sleep 1000', depends_on: [job]}\n"
                           "  afterwell: {command: [sleep, '1000'], depends_on: [probed]}\n"
                           "  afterstart: {command: [sleep, '1000'], depends_on: {probed: {condition: started}}}\n");
        QVERIFY(fleet.begin());
        QTRY_COMPARE(fleet.stateOf("afterjob"), QStringLiteral("running"));
        QCOMPARE(fleet.stateOf("job"), QStringLiteral("finished"));
        QTRY_COMPARE(fleet.stateOf("afterstart"), QStringLiteral("running"));
        QCOMPARE(fleet.stateOf("probed"), QStringLiteral("starting"));
        QCOMPARE(fleet.stateOf("afterwell"), QStringLiteral("waiting"));
        QCOMPARE(fleet.text("afterwell", "status"), QStringLiteral("starting"));
        QCOMPARE(fleet.text("afterwell", "why"), QStringLiteral("waiting for probed to become healthy"));
        QVERIFY(!fleet.isInitialized());
        fleet.touch(QStringLiteral("well"));
        QTRY_COMPARE(fleet.stateOf("afterwell"), QStringLiteral("running"));
        QTRY_VERIFY(fleet.isInitialized());
    }
    void comesUpInTheTimeOfTheCriticalPath()
    {
        // two arms of 0.6 s and 0.2 s in one layer: what follows the quick one does not wait for the slow one
        FleetFixture fleet(
            "  slow: {command: 'sleep 0.6; touch $DIR/slow; exec sleep 1000', health: {exec: 'test -f $DIR/slow'}}\n"
            "  quick: {command: [sleep, '1000']}\n"
            "  follower: {command: [sleep, '1000'], depends_on: [quick]}\n"
            "  last: {command: [sleep, '1000'], depends_on: [slow, follower]}\n");
        QVERIFY(fleet.begin());
        QTRY_COMPARE(fleet.stateOf("last"), QStringLiteral("running"));
        const QStringList order = fleet.orderOf(QStringLiteral("running"));
        QVERIFY(order.indexOf(QStringLiteral("follower")) < order.indexOf(QStringLiteral("slow")));
        QCOMPARE(order.last(), QStringLiteral("last"));
    }
    void anOptionalOneNeedsOnlyToSettle()
    {
        FleetFixture fleet(
            "  bad: {command: [/nowhere/at/all]}\n"
            "  needy: {command: [sleep, '1000'], depends_on: [bad]}\n"
            "  deeper: {command: [sleep, '1000'], depends_on: [needy]}\n"
            "  later: {command: [sleep, '1000'], depends_on: {bad: {required: false}}}\n"
            "  behind: {command: [sleep, '1000'], after: [bad]}\n"
            "  off: {command: [sleep, '1000'], autostart: false}\n"
            "  easy: {command: [sleep, '1000'], depends_on: {off: {required: false}, deeper: {required: false}}}\n");
        QVERIFY(fleet.beginAndSettle());
        for (const char *name : {"later", "behind", "easy"})
            QCOMPARE(fleet.stateOf(name), QStringLiteral("running"));
        QCOMPARE(fleet.stateOf("off"), QStringLiteral("stopped"));
        QCOMPARE(fleet.text("off", "why"), QStringLiteral("not started yet"));
        QCOMPARE(fleet.stateOf("needy"), QStringLiteral("waiting"));
        QCOMPARE(fleet.text("needy", "why"), QStringLiteral("waiting for bad to start"));
        QCOMPARE(fleet.text("deeper", "why"), QStringLiteral("waiting for needy to start"));
        QVERIFY(!fleet.daemon().get(QStringLiteral("services")).value(u"is_ready").toBool());
    }
    void aRequiredOneIsPulledIn()
    {
        FleetFixture fleet("  base: {command: [sleep, '1000'], autostart: false}\n"
                           "  top: {command: [sleep, '1000'], depends_on: [base]}\n");
        QVERIFY(fleet.beginAndSettle());
        QCOMPARE(fleet.stateOf("base"), QStringLiteral("running"));
        QCOMPARE(fleet.stateOf("top"), QStringLiteral("running"));
    }
    void reactsToALossAsTold()
    {
        FleetFixture fleet("  base: {command: 'test ! -f $DIR/broken && exec sleep 1000'}\n"
                           "  keeps: {command: [sleep, '1000'], depends_on: [base]}\n"
                           "  stops: {command: [sleep, '1000'], depends_on: [base], on_dependency_loss: stop}\n"
                           "  again: {command: [sleep, '1000'], depends_on: [base], on_dependency_loss: restart}\n");
        QVERIFY(fleet.beginAndSettle());
        const auto before = fleet.pids();
        fleet.touch(QStringLiteral("broken"));
        QVERIFY(sendSignal(fleet.pidOf("base"), SIGKILL));
        QTRY_COMPARE(fleet.stateOf("base"), QStringLiteral("failed"));
        QTRY_COMPARE(fleet.stateOf("stops"), QStringLiteral("stopped"));
        QCOMPARE(fleet.text("stops", "cause"), QStringLiteral("DependencyLost"));
        QTRY_COMPARE(fleet.stateOf("again"), QStringLiteral("waiting"));
        QCOMPARE(fleet.pidOf("keeps"), before.value(u"keeps"_qs));
        QCOMPARE(fleet.text("keeps", "cause"), QStringLiteral("DependencyLost"));
        QCOMPARE(fleet.text("keeps", "why"), QStringLiteral("running, degraded by base"));
        QVERIFY(QFile::remove(fleet.path(QStringLiteral("broken"))));
        QCOMPARE(fleet.post("start/base").status, 200);
        QTRY_COMPARE(fleet.stateOf("again"), QStringLiteral("running"));
        QCOMPARE(fleet.number("again", "restart_attempts"), 0);
        QTRY_COMPARE(fleet.text("keeps", "why"), QStringLiteral("running"));
        QCOMPARE(fleet.text("keeps", "cause"), QStringLiteral("StartUp"));
        QCOMPARE(fleet.stateOf("stops"), QStringLiteral("stopped"));
        QCOMPARE(fleet.post("stop/stops").status, 200); // as it is, but now on purpose
        QTRY_COMPARE(fleet.text("stops", "cause"), QStringLiteral("Command"));
        QCOMPARE(fleet.pidOf("keeps"), before.value(u"keeps"_qs));
    }
};

QTEST_GUILESS_MAIN(tst_lifecycle_gates)
#include "tst_lifecycle_gates.moc"
