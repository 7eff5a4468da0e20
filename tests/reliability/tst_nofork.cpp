#include "tests/integration/fleetfixture.h"
#include "tests/reliability/stracedprogram.h"
#include "tests/support/figures.h"

using namespace foghorn;

/// T10: the system lets the keeper start nothing more for a while (too many processes, or no memory for one). The start
/// fails with a reason that says so and is tried again; keeper and the other services go on.
class TestNoFork final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isToldAndTriedAgain_data()
    {
        QTest::addColumn<QString>("error");
        QTest::addColumn<QString>("reason");
        QTest::newRow("too many processes") << QStringLiteral("EAGAIN") << QStringLiteral("too many processes");
        QTest::newRow("out of memory") << QStringLiteral("ENOMEM") << QStringLiteral("Cannot allocate memory");
    }
    void isToldAndTriedAgain()
    {
        QFETCH(QString, error);
        QFETCH(QString, reason);
        const int failures = figure(3, 50);
        FleetFixture fleet({});
        fleet.writeRaw("fleet: t\ndefaults: {stop_timeout: 2s, restart: {backoff_base: 0.2, backoff_max: 0.2, "
                       "max_attempts: 1000}}\nservices:\n"
                       "  steady: {command: [sleep, '1000']}\n"
                       "  late: {command: [sleep, '1000'], autostart: false}\n");
        QVERIFY2(fleet.beginAndSettle(), fleet.daemon().errors());
        const qint64 keeper = keeperOf(fleet.state());
        const qint64 steady = fleet.pidOf("steady");
        StracedProgram strace(keeper, QStringLiteral("clone,clone3,fork,vfork"),
            QStringLiteral("error=%1:when=1..%2").arg(error).arg(failures));
        if (const QString whyNot = strace.whyNot(); !whyNot.isEmpty())
            QSKIP(qPrintable(whyNot));
        const auto start = fleet.send("start/late", {{QStringLiteral("wait"), false}});
        QTRY_COMPARE_WITH_TIMEOUT(fleet.stateOf("late"), QStringLiteral("backoff"), 20'000);
        QVERIFY2(fleet.text("late", "last_error").contains(reason), qPrintable(fleet.text("late", "last_error")));
        QVERIFY2(fleet.text("late", "why").contains(reason), qPrintable(fleet.text("late", "why")));
        QTRY_COMPARE_WITH_TIMEOUT(fleet.stateOf("late"), QStringLiteral("running"), 60'000);
        QVERIFY(fleet.number("late", "restart_count") <= failures);
        QCOMPARE(keeperOf(fleet.state()), keeper);
        QCOMPARE(fleet.pidOf("steady"), steady);
        QCOMPARE(fleet.number("steady", "restart_count"), 0);
        QVERIFY(strace.end());
        reportFigure("T10",
            QStringLiteral("%1 starts refused with %2: told, and running after them; keeper and the others as before")
                .arg(failures)
                .arg(error));
    }
};

QTEST_GUILESS_MAIN(TestNoFork)
#include "tst_nofork.moc"
