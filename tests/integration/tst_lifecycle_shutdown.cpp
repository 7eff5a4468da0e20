#include "tests/integration/fleetfixture.h"

#include <csignal>

using namespace foghorn;

namespace {

const QStringList anyPort{QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")};

/// The shell of the service has come past its `trap` and said so.
bool hasSetItsTrap(const FleetFixture &fleet, const char *service)
{
    return fleet.has(QLatin1String(service) + QStringLiteral(".set"));
}

} // namespace

/// How foghornd begins and ends.
class tst_lifecycle_shutdown : public QObject
{
    Q_OBJECT

    static ProgramRun runDaemon(FleetFixture &fleet, const QStringList &more)
    {
        return runProgram(QStringLiteral("foghornd"),
            QStringList{QStringLiteral("--config"), fleet.path(QStringLiteral("fleet.yaml")),
                QStringLiteral("--state-dir"), fleet.state()}
                + anyPort + more);
    }

private Q_SLOTS:
    void endsInReverseOrder_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("TERM") << SIGTERM;
        QTest::newRow("INT") << SIGINT;
    }
    void endsInReverseOrder()
    {
        QFETCH(int, signal);
        const auto noted = [](const char *name, const char *more) -> QByteArray {
            return QByteArray("  ") + name + ": {command: 'trap \"echo " + name
                + " >> $DIR/ends; exit 0\" TERM; echo > $DIR/" + name + ".set; while :; do sleep 0.05; done'" + more
                + "}\n";
        };
        FleetFixture fleet(noted("a", "") + noted("b", ", depends_on: [a]") + noted("c", ", after: [b]"));
        QVERIFY(fleet.beginAndSettle());
        for (const char *name : {"a", "b", "c"})
            QTRY_VERIFY(hasSetItsTrap(fleet, name));
        const QList<ProcessMark> all = fleet.daemon().everything();
        fleet.daemon().signal(signal);
        QTRY_VERIFY(!fleet.daemon().isRunning());
        QTRY_COMPARE(stillRunning(all), QList<qint64>());
        QCOMPARE(fleet.read(QStringLiteral("ends")), QByteArray("c\nb\na\n"));
        QVERIFY(fleet.daemon().output().endsWith("all services stopped\n"));
        QVERIFY(!fleet.has(QStringLiteral("state/api.url")));
    }
    void aSecondSignalKills()
    {
        FleetFixture fleet("  a: {command: 'trap \"\" TERM; echo > $DIR/a.set; while :; do sleep 0.05; done', "
                           "stop_timeout: 60s}\n");
        QVERIFY(fleet.beginAndSettle());
        QTRY_VERIFY(hasSetItsTrap(fleet, "a"));
        const QList<ProcessMark> all = fleet.daemon().everything();
        fleet.daemon().signal(SIGTERM);
        QTRY_COMPARE(fleet.stateOf("a"), QStringLiteral("stopping"));
        fleet.daemon().signal(SIGTERM);
        QTRY_VERIFY(!fleet.daemon().isRunning());
        QTRY_COMPARE(stillRunning(all), QList<qint64>());
    }
    void doesNotCheckWhileItShutsDown()
    {
        FleetFixture fleet(
            "  a: {command: [sleep, '1000'], health: {exec: 'echo x >> $DIR/checks', interval: 50ms, timeout: 45ms}}\n"
            "  b: {command: 'trap \"echo end >> $DIR/checks; sleep 1; exit 0\" TERM; echo > $DIR/b.set; "
            "while :; do sleep 0.05; done', depends_on: [a]}\n");
        QVERIFY(fleet.beginAndSettle());
        QTRY_VERIFY(hasSetItsTrap(fleet, "b"));
        QTRY_VERIFY(fleet.read(QStringLiteral("checks")).contains('x'));
        fleet.daemon().signal(SIGTERM);
        QTRY_VERIFY(!fleet.daemon().isRunning());
        // b took a second to end, room for 20 checks; one may have been under way when it was told to
        QVERIFY2(fleet.read(QStringLiteral("checks")).split('\n').size()
                    - fleet.read(QStringLiteral("checks")).split('\n').indexOf("end")
                <= 3,
            fleet.read(QStringLiteral("checks")).constData());
    }
    void aSignalAtTheVeryBeginningStopsEverything()
    {
        FleetFixture fleet("  a: {command: [sleep, '1000']}\n");
        for (int round = 0; round < 5; ++round) {
            QVERIFY(fleet.begin());
            fleet.daemon().signal(SIGTERM);
            QTRY_VERIFY(!fleet.daemon().isRunning());
            QTRY_COMPARE(processesNaming(fleet.state().toLocal8Bit()), QList<qint64>());
        }
        // also what an earlier one left
        QVERIFY(fleet.beginAndSettle());
        const QList<ProcessMark> all = fleet.daemon().everything();
        fleet.daemon().kill();
        QVERIFY(fleet.begin());
        fleet.daemon().signal(SIGTERM);
        QTRY_VERIFY(!fleet.daemon().isRunning());
        QTRY_COMPARE(stillRunning(all), QList<qint64>());
    }
    void comesUpAfterAShutdownThatWasCutOff()
    {
        FleetFixture fleet("  a: {command: 'trap \"sleep 0.5; exit 0\" TERM; echo > $DIR/a.set; "
                           "while :; do sleep 0.05; done'}\n"
                           "  b: {command: [sleep, '1000'], depends_on: [a]}\n");
        QVERIFY(fleet.beginAndSettle());
        QTRY_VERIFY(hasSetItsTrap(fleet, "a"));
        fleet.daemon().signal(SIGTERM);
        QTRY_COMPARE(fleet.stateOf("a"), QStringLiteral("stopping"));
        fleet.daemon().kill();
        QVERIFY(fleet.beginAndSettle());
        QTRY_COMPARE(fleet.stateOf("a"), QStringLiteral("running"));
        QTRY_COMPARE(fleet.stateOf("b"), QStringLiteral("running"));
    }
    void saysWhatIsWrongAndEnds()
    {
        FleetFixture fleet("  a: {comand: [x]}\n  b: {command: [x], depends_on: [nobody]}\n");
        for (const QStringList &more : {QStringList(), QStringList{QStringLiteral("--check")}}) {
            const ProgramRun faulty = runDaemon(fleet, more);
            QCOMPARE(faulty.exitCode, 1);
            QVERIFY(faulty.output.isEmpty());
            QVERIFY(faulty.errors.contains("comand") && faulty.errors.contains("nobody"));
        }
        fleet.write("  a: {command: [sleep, '1000']}\n");
        const ProgramRun good = runDaemon(fleet, {QStringLiteral("--check")});
        QCOMPARE(good.exitCode, 0);
        QVERIFY(good.errors.isEmpty());
        QCOMPARE(good.output, QByteArray("t: 1 service, no faults\n"));
        for (const char *listen : {"7464", "localhost", "127.0.0.1:99999", "http://127.0.0.1:7464"})
            QCOMPARE(runDaemon(fleet, {u"--check"_qs, u"--listen"_qs, QLatin1String(listen)}).exitCode, 2);
        QCOMPARE(runProgram(QStringLiteral("foghornd"), {}).exitCode, 2);
        QCOMPARE(runDaemon(fleet, {QStringLiteral("--no-such-option")}).exitCode, 2);
        QVERIFY(fleet.begin());
        const ProgramRun second = runDaemon(fleet, {});
        QCOMPARE(second.exitCode, 2);
        QVERIFY(second.errors.contains(QByteArray::number(fleet.daemon().pid())));
    }
};

QTEST_GUILESS_MAIN(tst_lifecycle_shutdown)
#include "tst_lifecycle_shutdown.moc"
