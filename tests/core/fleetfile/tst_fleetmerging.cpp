#include "tests/core/fleetfile/fleetfiles.h"

#include <QTest>

using namespace foghorn;
using namespace Qt::StringLiterals;

namespace {

QString namesOf(const FleetSpec &fleet)
{
    QStringList names;
    for (const ServiceSpec &service : fleet.services)
        names.append(service.name);
    return names.join(u' ');
}

} // namespace

/// Several files, includes and defaults come to one fleet.
class TestFleetMerging final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void laysLaterFilesOverEarlierOnes()
    {
        FleetFiles files;
        files.write(u"a.yaml"_s,
            "fleet: first\n"
            "services:\n"
            "  web:\n"
            "    command: [web, --slow]\n"
            "    labels: {team: a, tier: front}\n"
            "    environment: {A: 1, B: 2}\n"
            "    restart: {max_attempts: 7, backoff_base: 3}\n"
            "  dao: {command: [dao]}\n");
        files.write(u"b.yaml"_s,
            "fleet: second\n"
            "services:\n"
            "  edge: {command: [edge]}\n"
            "  web:\n"
            "    command: [web]\n"
            "    labels: {team: b}\n"
            "    environment: {B: 3, C: 4}\n"
            "    restart: {max_attempts: 1}\n");
        const LoadedFleet loaded = files.load({u"a.yaml"_s, u"b.yaml"_s});
        QCOMPARE(files.lines(loaded.faults), QString());
        QCOMPARE(loaded.fleet.name, u"second"_s);
        QCOMPARE(namesOf(loaded.fleet), u"web dao edge"_s);
        const ServiceSpec &web = loaded.fleet.services[0];
        QCOMPARE(web.command, QList<QString>{u"web"_s});
        QCOMPARE(web.labels, (QMap<QString, QString>{{u"team"_s, u"b"_s}, {u"tier"_s, u"front"_s}}));
        QCOMPARE(
            web.environment, (QList<QPair<QString, QString>>{{u"A"_s, u"1"_s}, {u"B"_s, u"3"_s}, {u"C"_s, u"4"_s}}));
        QCOMPARE(web.restart.maxAttempts, 1);
        QCOMPARE(web.restart.backoffBase, 3.0);
        QCOMPARE(loaded.fleet.files, (QList<QString>{files.path(u"a.yaml"_s), files.path(u"b.yaml"_s)}));
    }

    void letsALaterProbeReplaceAnEarlierOne()
    {
        FleetFiles files;
        files.write(
            u"a.yaml"_s, "services: {web: {command: [w], health: {http: \"http://127.0.0.1:1/\", interval: 9s}}}\n");
        files.write(u"b.yaml"_s, "services: {web: {health: {tcp: \"127.0.0.1:80\"}}}\n");
        const LoadedFleet loaded = files.load({u"a.yaml"_s, u"b.yaml"_s});
        QCOMPARE(files.lines(loaded.faults), QString());
        const ServiceSpec &web = loaded.fleet.services[0];
        QCOMPARE(web.probe.kind, ProbeSpec::Kind::Tcp);
        QCOMPARE(web.probe.host, u"127.0.0.1"_s);
        QCOMPARE(web.probe.port, quint16(80));
        QCOMPARE(web.health.interval, 9s);
    }

    void laysServicesOverDefaults()
    {
        FleetFiles files;
        files.write(u"f.yaml"_s,
            "defaults:\n"
            "  health: {process: true, interval: 10s, failure_threshold: 5}\n"
            "  critical: false\n"
            "  user: nobody\n"
            "services:\n"
            "  a: {command: [a]}\n"
            "  b: {command: [b], critical: true, health: {exec: [check], interval: 1m}}\n");
        const LoadedFleet loaded = files.load({u"f.yaml"_s});
        QCOMPARE(files.lines(loaded.faults), QString());
        const ServiceSpec &a = loaded.fleet.services[0];
        const ServiceSpec &b = loaded.fleet.services[1];
        QCOMPARE(a.probe.kind, ProbeSpec::Kind::Process);
        QCOMPARE(a.health.interval, 10s);
        QVERIFY(!a.critical);
        QCOMPARE(b.probe.kind, ProbeSpec::Kind::Exec);
        QCOMPARE(b.probe.command, QList<QString>{u"check"_s});
        QCOMPARE(b.health.interval, 60s);
        QCOMPARE(b.health.failureThreshold, 5);
        QVERIFY(b.critical);
        QCOMPARE(b.user, u"nobody"_s);
    }

    void readsIncludesRelativeToTheFile()
    {
        FleetFiles files;
        files.write(u"main/fleet.yaml"_s, "include: [../more/*.yaml]\nservices: {web: {command: [web]}}\n");
        files.write(u"more/2.yaml"_s, "services: {two: {command: [two], working_dir: sub}}\n");
        files.write(u"more/1.yaml"_s, "include: deeper/3.yaml\nservices: {one: {command: [one]}}\n");
        files.write(u"more/deeper/3.yaml"_s, "services: {three: {command: [three]}}\n");
        const LoadedFleet loaded = files.load({u"main/fleet.yaml"_s});
        QCOMPARE(files.lines(loaded.faults), QString());
        QCOMPARE(namesOf(loaded.fleet), u"web one three two"_s);
        QCOMPARE(loaded.fleet.services[0].workingDirectory, files.path(u"main"_s));
        QCOMPARE(loaded.fleet.services[3].workingDirectory, files.path(u"more/sub"_s));
        QCOMPARE(loaded.fleet.files.size(), 4);
    }

    void aFileThatTwoIncludeIsTakenOnce()
    {
        FleetFiles files;
        files.write(u"a.yaml"_s, "include: [b.yaml, c.yaml]\nservices: {a: {command: [a]}}\n");
        files.write(u"b.yaml"_s, "include: [common.yaml]\nservices: {b: {command: [b]}}\n");
        files.write(u"c.yaml"_s, "include: [common.yaml]\n");
        files.write(u"common.yaml"_s, "services: {log: {command: [log]}}\n");
        const LoadedFleet loaded = files.load({u"a.yaml"_s});
        QCOMPARE(files.lines(loaded.faults), QString());
        QCOMPARE(loaded.fleet.services.size(), 3);
        files.write(u"c.yaml"_s, "services: {log: {command: [other]}}\n"); // another one of that name
        QCOMPARE(files.lines(files.load({u"a.yaml"_s}).faults),
            u"c.yaml:1:12: duplicate service 'log'; it is already at common.yaml:1:12"_s);
    }
    void refusesIncludesInACircle()
    {
        FleetFiles files;
        files.write(u"a.yaml"_s, "include: [b.yaml]\nservices: {a: {command: [a]}}\n");
        files.write(u"b.yaml"_s, "include: [a.yaml]\nservices: {b: {command: [b]}}\n");
        const QString dir = QFileInfo(files.path(u"a.yaml"_s)).path() + u'/';
        QCOMPARE(files.lines(files.load({u"a.yaml"_s}).faults),
            u"b.yaml:1:11: files include each other: a.yaml -> b.yaml -> a.yaml"_s);
    }

    void doesNotIncludeItselfByAPattern()
    {
        FleetFiles files;
        files.write(u"a.yaml"_s, "include: [\"*.yaml\"]\nservices: {a: {command: [a]}}\n");
        files.write(u"b.yaml"_s, "services: {b: {command: [b]}}\n");
        const LoadedFleet loaded = files.load({u"a.yaml"_s});
        QCOMPARE(files.lines(loaded.faults), QString());
        QCOMPARE(namesOf(loaded.fleet), u"a b"_s);
    }

    void warnsOfAPatternThatMatchesNothing()
    {
        FleetFiles files;
        files.write(u"a.yaml"_s, "include: [\"*.yml\"]\nservices: {a: {command: [a]}}\n");
        const LoadedFleet loaded = files.load({u"a.yaml"_s});
        QVERIFY(loaded.isGood());
        QCOMPARE(files.lines(loaded.warnings), u"a.yaml:1:11: no file matches the include '*.yml'"_s);
    }

    void refusesAServiceInTwoIncludedFiles()
    {
        FleetFiles files;
        files.write(u"a.yaml"_s, "include: [b.yaml]\nservices: {web: {command: [a]}}\n");
        files.write(u"b.yaml"_s, "services: {web: {command: [b]}}\n");
        QCOMPARE(files.lines(files.load({u"a.yaml"_s}).faults),
            u"b.yaml:1:12: duplicate service 'web'; it is already at a.yaml:2:12"_s);
    }

    void reportsTheFaultsOfAllFiles()
    {
        FleetFiles files;
        files.write(u"a.yaml"_s, "services: {web: {command: [a], usr: x}}\n");
        files.write(u"b.yaml"_s, "services: {dao: {command: [b}}\n");
        files.write(u"c.yaml"_s, "services: {edge: {command: [], depends_on: [dao]}}\n");
        // dao is not missed: it may be in the file that could not be read
        QCOMPARE(files.lines(files.load({u"a.yaml"_s, u"b.yaml"_s, u"c.yaml"_s}).faults),
            u"a.yaml:1:32: unknown key 'usr'; did you mean 'user'?\n"
            "b.yaml:1:29: not valid YAML: illegal flow end\n"
            "c.yaml:1:28: 'command' is empty; for example command: [program, --option]"_s);
    }

    void warnsOfWhatMayBeMeant()
    {
        FleetFiles files;
        files.write(u"f.yaml"_s,
            "services:\n"
            "  web:\n"
            "    command: [web]\n"
            "    depends_on: {doa: {required: false}, dao: {condition: completed}}\n"
            "    health: {process: true, interval: 5s, timeout: 10s}\n"
            "    heartbeat: {interval: 60s, timeout: 30s}\n"
            "  dao: {command: [dao], ports: {http: 7464}}\n");
        const LoadedFleet loaded = files.load({u"f.yaml"_s});
        QCOMPARE(files.lines(loaded.faults), QString());
        QCOMPARE(files.lines(loaded.warnings),
            u"f.yaml:4:18: no service 'doa'; it is optional, so it is left out; did you mean 'dao'?\n"
            "f.yaml:4:59: service 'dao' is no job, so it may never complete; give it job: true, or use condition: "
            "started\n"
            "f.yaml:5:52: the timeout of a check is longer than its interval; checks never overlap, so they will come "
            "late\n"
            "f.yaml:6:16: the heartbeat's timeout is shorter than its interval; a timeout of three intervals is usual\n"
            "f.yaml:7:39: port 7464 is that of the API; use auto for a free one, or another api.listen"_s);
    }

    void namesTheFleetAfterItsFile()
    {
        FleetFiles files;
        files.write(u"my fleet.yaml"_s, "services: {a: {command: [a]}}\n");
        QCOMPARE(files.load({u"my fleet.yaml"_s}).fleet.name, u"my-fleet"_s);
    }
};

QTEST_GUILESS_MAIN(TestFleetMerging)
#include "tst_fleetmerging.moc"
