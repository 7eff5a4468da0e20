#include "core/fleetfile/fleetfile.h"

#include <QTest>

#include <functional>

using namespace foghorn;
using namespace Qt::StringLiterals;

using Change = std::function<void(ServiceSpec &)>;
Q_DECLARE_METATYPE(Change)

namespace {

ServiceSpec service(const QString &name)
{
    ServiceSpec spec;
    spec.name = name;
    spec.command = {name};
    return spec;
}

} // namespace

/// What a reload does to each service.
class TestFleetDifference final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sortsServicesByWhatChanged()
    {
        FleetSpec before;
        before.services = {service(u"gone"_s), service(u"same"_s), service(u"new-label"_s), service(u"new-command"_s)};
        FleetSpec after;
        after.services = {service(u"new-command"_s), service(u"same"_s), service(u"fresh"_s), service(u"new-label"_s)};
        after.services[0].command.append(u"--fast"_s);
        after.services[3].labels.insert(u"team"_s, u"a"_s);
        const FleetDifference difference = differenceOf(before, after);
        QCOMPARE(difference.added, QList<ServiceId>{u"fresh"_s});
        QCOMPARE(difference.removed, QList<ServiceId>{u"gone"_s});
        QCOMPARE(difference.restarted, QList<ServiceId>{u"new-command"_s});
        QCOMPARE(difference.updated, QList<ServiceId>{u"new-label"_s});
        QCOMPARE(difference.untouched, QList<ServiceId>{u"same"_s});
    }

    void restartsOnlyWhereTheProcessIsConcerned_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<bool>("restarts");
        const auto row = [](const char *name, bool restarts, Change change) {
            QTest::newRow(name) << change << restarts;
        };
        row("command", true, [](ServiceSpec &s) { s.command.append(u"x"_s); });
        row("working_dir", true, [](ServiceSpec &s) { s.workingDirectory = u"/tmp"_s; });
        row("environment", true, [](ServiceSpec &s) { s.environment.append({u"A"_s, u"b"_s}); });
        row("user", true, [](ServiceSpec &s) { s.user = u"nobody"_s; });
        row("ports", true, [](ServiceSpec &s) { s.ports.append({u"http"_s, 80, false}); });
        row("limits", true, [](ServiceSpec &s) { s.limits.nofile = 100; });
        row("no_new_privs", true, [](ServiceSpec &s) { s.rights.noNewPrivileges = true; });
        row("capabilities", true, [](ServiceSpec &s) { s.rights.capabilities = 0; });
        row("ready: notify", true, [](ServiceSpec &s) { s.ready = ReadyWhen::Notify; });
        row("ready: healthy", false, [](ServiceSpec &s) { s.ready = ReadyWhen::Healthy; });
        row("heartbeat", true, [](ServiceSpec &s) { s.heartbeat.emplace(); });
        row("probe", false, [](ServiceSpec &s) { s.probe.kind = ProbeSpec::Kind::Process; });
        row("health", false, [](ServiceSpec &s) { s.health.interval = 1s; });
        row("restart", false, [](ServiceSpec &s) { s.restart.maxAttempts = 9; });
        row("depends_on", false, [](ServiceSpec &s) { s.dependsOn.append({u"x"_s, true, {}}); });
        row("stop_signal", false, [](ServiceSpec &s) { s.stopSignal = 2; });
        row("critical", false, [](ServiceSpec &s) { s.critical = false; });
        row("logs", false, [](ServiceSpec &s) { s.logs.keep = 1; });
    }

    void restartsOnlyWhereTheProcessIsConcerned()
    {
        QFETCH(Change, change);
        QFETCH(bool, restarts);
        FleetSpec before;
        before.services = {service(u"web"_s)};
        FleetSpec after = before;
        change(after.services[0]);
        const FleetDifference difference = differenceOf(before, after);
        QCOMPARE(difference.restarted.size(), restarts ? 1 : 0);
        QCOMPARE(difference.updated.size(), restarts ? 0 : 1);
    }
};

QTEST_GUILESS_MAIN(TestFleetDifference)
#include "tst_fleetdifference.moc"
