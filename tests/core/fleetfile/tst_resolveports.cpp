#include "tests/core/fleetfile/fleetfiles.h"

#include <QTest>

using namespace foghorn;
using namespace Qt::StringLiterals;

/// Numbers of automatic ports reach everything that refers to them; fixed ones do so when the file is read.
class TestResolvePorts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fillsInFixedPortsAtOnce()
    {
        const FleetSpec fleet =
            load("services:\n"
                 "  dao: {command: [dao], ports: {http: 81}, endpoints: {http: \"http://h:${port.http}\"}}\n"
                 "  web: {command: [web, \"${services.dao.endpoint.http}/x\"], depends_on: [dao]}\n");
        QCOMPARE(fleet.services[0].endpoints[0].url, u"http://h:81"_s);
        QCOMPARE(fleet.services[1].command, (QList<QString>{u"web"_s, u"http://h:81/x"_s}));
    }

    void fillsInAutomaticPortsWhenTheyAreChosen()
    {
        const FleetSpec fleet =
            load("services:\n"
                 "  web:\n"
                 "    command: web --dao ${services.dao.endpoint.all} --port ${services.dao.port.grpc}\n"
                 "    after: [dao]\n"
                 "    environment: {URL: \"${services.dao.endpoint.http}\", LITERAL: \"$${port.http}\", SHELL: "
                 "\"$${HOME}\"}\n"
                 "  dao:\n"
                 "    command: [dao, \"${port.http}\", \"${port.grpc}\"]\n"
                 "    ports: {http: auto, grpc: 90}\n"
                 "    endpoints: {all: \"${endpoint.http}/all\", http: \"http://127.0.0.1:${port.http}\"}\n"
                 "    health: {tcp: \"127.0.0.1:${port.http}\"}\n"
                 "    stop_command: [stop, \"${endpoint.http}\"]\n");
        QCOMPARE(fleet.services[1].command, (QList<QString>{u"dao"_s, u"${port.http}"_s, u"90"_s}));
        QCOMPARE(fleet.services[1].probe.tcpAddress, u"127.0.0.1:${port.http}"_s);
        QCOMPARE(fleet.services[1].ports, (QList<NamedPort>{{u"http"_s, 0, true}, {u"grpc"_s, 90, false}}));
        QCOMPARE(fleet.services[0].command[2], u"web --dao ${services.dao.endpoint.all} --port 90"_s);

        const FleetSpec resolved = resolvePorts(fleet, {{{u"dao"_s, u"http"_s}, 20001}});
        const ServiceSpec &web = resolved.services[0];
        const ServiceSpec &dao = resolved.services[1];
        QCOMPARE(
            web.command, (QList<QString>{u"/bin/sh"_s, u"-c"_s, u"web --dao http://127.0.0.1:20001/all --port 90"_s}));
        QCOMPARE(web.environment,
            (QList<QPair<QString, QString>>{{u"URL"_s, u"http://127.0.0.1:20001"_s}, {u"LITERAL"_s, u"${port.http}"_s},
                {u"SHELL"_s, u"${HOME}"_s}}));
        QCOMPARE(dao.command, (QList<QString>{u"dao"_s, u"20001"_s, u"90"_s}));
        QCOMPARE(dao.ports, (QList<NamedPort>{{u"http"_s, 20001, true}, {u"grpc"_s, 90, false}}));
        QCOMPARE(dao.endpoints,
            (QList<Endpoint>{{u"all"_s, u"http://127.0.0.1:20001/all"_s}, {u"http"_s, u"http://127.0.0.1:20001"_s}}));
        QCOMPARE(dao.probe.host, u"127.0.0.1"_s);
        QCOMPARE(dao.probe.port, quint16(20001));
        QCOMPARE(dao.stopCommand, (QList<QString>{u"stop"_s, u"http://127.0.0.1:20001"_s}));
    }

    void followsEndpointsThroughServices()
    {
        const FleetSpec fleet = load("services:\n"
                                     "  c: {command: [c], after: [b], endpoints: {x: \"${services.b.endpoint.x}/c\"}}\n"
                                     "  b: {command: [b], after: [a], endpoints: {x: \"${services.a.endpoint.x}/b\"}}\n"
                                     "  a: {command: [a], ports: {x: auto}, endpoints: {x: \"http://h:${port.x}\"}}\n");
        const FleetSpec resolved = resolvePorts(fleet, {{{u"a"_s, u"x"_s}, 5}});
        QCOMPARE(resolved.services[0].endpoints[0].url, u"http://h:5/b/c"_s);
    }

    void splitsAddressesOfVersionSix()
    {
        const FleetSpec fleet =
            load("services: {a: {command: [a], ports: {x: auto}, health: {tcp: \"[::1]:${port.x}\"}}}\n");
        const FleetSpec resolved = resolvePorts(fleet, {{{u"a"_s, u"x"_s}, 5}});
        QCOMPARE(resolved.services[0].probe.host, u"::1"_s);
        QCOMPARE(resolved.services[0].probe.port, quint16(5));
    }

private:
    static FleetSpec load(const QByteArray &text)
    {
        FleetFiles files;
        files.write(u"f.yaml"_s, text);
        const LoadedFleet loaded = files.load({u"f.yaml"_s});
        if (!loaded.isGood())
            qWarning("%s", qPrintable(files.lines(loaded.faults)));
        return loaded.fleet;
    }
};

QTEST_GUILESS_MAIN(TestResolvePorts)
#include "tst_resolveports.moc"
