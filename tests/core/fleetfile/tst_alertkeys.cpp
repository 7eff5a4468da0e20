#include "tests/core/fleetfile/fleetfiles.h"

#include <QTest>

using namespace foghorn;
using namespace std::chrono_literals;

/// What the `alerts` of a fleet file come to.
class TestAlertKeys : public QObject
{
    Q_OBJECT

    FleetFiles m_files;
    AlertsSpec read(const QByteArray &alerts) const
    {
        m_files.write(QStringLiteral("f.yaml"), alerts + "services: {web: {command: [web]}}\n");
        const LoadedFleet loaded =
            m_files.load({QStringLiteral("f.yaml")}, {{QStringLiteral("TOKEN"), QStringLiteral("x1")}});
        for (const Fault &fault : loaded.faults + loaded.warnings)
            qWarning("%s", qPrintable(fault.toString()));
        return loaded.fleet.alerts;
    }

private Q_SLOTS:
    void haveDefaults()
    {
        QCOMPARE(read({}), AlertsSpec());
        const AlertRules rules;
        QCOMPARE(rules.degradedAfter, milliseconds(5min));
        QCOMPARE(rules.hold, milliseconds(15s));
        QCOMPARE(rules.flapping, std::optional(FlappingRule{6, 10min}));
        QCOMPARE(rules.slow, std::optional(SlowRule{6, 5, 100ms}));
    }

    void areRead()
    {
        const AlertsSpec spec = read("alerts:\n"
                                     "  webhooks:\n"
                                     "    - {url: \"https://hooks.example/${TOKEN}\"}\n"
                                     "    - {url: \"http://127.0.0.1:9093/api/v2/alerts\", format: alertmanager}\n"
                                     "  exec: [{command: [./tell, \"--to=a b; rm\"], timeout: 3s}, {command: [mail]}]\n"
                                     "  degraded_after: 1m\n"
                                     "  hold: 0\n"
                                     "  flapping: {changes: 4}\n"
                                     "  slow: {at_least: 1s}\n"
                                     "  disk_free: 2G\n");
        QCOMPARE(spec.webhooks.size(), 2);
        QCOMPARE(
            spec.webhooks.at(0), (WebhookSpec{QStringLiteral("https://hooks.example/x1"), QStringLiteral("json")}));
        QCOMPARE(spec.webhooks.at(1).format, QStringLiteral("alertmanager"));
        QCOMPARE(spec.exec.at(0).command,
            (QList<QString>{m_files.path(QStringLiteral("tell")), QStringLiteral("--to=a b; rm")}));
        QCOMPARE(spec.exec.at(0).timeout, milliseconds(3s));
        QCOMPARE(spec.exec.at(1).command, QList<QString>{QStringLiteral("mail")}); // looked up in PATH
        QCOMPARE(spec.rules.degradedAfter, milliseconds(1min));
        QCOMPARE(spec.rules.hold, milliseconds(0));
        QCOMPARE(spec.rules.flapping, std::optional(FlappingRule{4, 10min}));
        QCOMPARE(spec.rules.slow, std::optional(SlowRule{6, 5, 1s}));
        QCOMPARE(spec.rules.diskFree, qint64(2) * 1024 * 1024 * 1024);
    }

    void canBeSwitchedOff()
    {
        const AlertsSpec spec = read("alerts: {flapping: never, slow: never}\n");
        QVERIFY(!spec.rules.flapping);
        QVERIFY(!spec.rules.slow);
    }
};

QTEST_GUILESS_MAIN(TestAlertKeys)
#include "tst_alertkeys.moc"
