#include "tests/integration/fleetfixture.h"

#include <QProcess>

using namespace foghorn;

/// foghornctl at the head of a pipe whose other end has seen enough.
class tst_ctlpipes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followingEndsWithItsReader_data()
    {
        QTest::addColumn<QString>("verb");
        QTest::newRow("logs") << QStringLiteral("logs -f -n 1 tick");
        QTest::newRow("events") << QStringLiteral("events -f");
        QTest::newRow("events as JSON") << QStringLiteral("events -f --json");
    }
    void followingEndsWithItsReader()
    {
        QFETCH(QString, verb);
        FleetFixture fleet("  tick: {command: 'while :; do echo tick; sleep 0.1; done'}\n"
                           "  flips: {command: 'sleep 0.1', restart: {policy: always, max_attempts: 1000}}\n");
        QVERIFY(fleet.beginAndSettle());
        QProcess shell;
        shell.start(QStringLiteral("/bin/sh"),
            {QStringLiteral("-c"),
                QStringLiteral("'%1/foghornctl' --state-dir '%2' %3 | head -n 1")
                    .arg(qEnvironmentVariable("FOGHORN_BIN"), fleet.state(), verb)});
        // the shell waits for both ends
        QTRY_COMPARE_WITH_TIMEOUT(shell.state(), QProcess::NotRunning, 20'000);
        QCOMPARE(shell.readAllStandardOutput().count('\n'), 1);
        QCOMPARE(shell.readAllStandardError(), QByteArray());
    }
};

QTEST_GUILESS_MAIN(tst_ctlpipes)
#include "tst_ctlpipes.moc"
