#include "tests/integration/fleetfixture.h"

#include <QJsonDocument>

#include <csignal>

using namespace foghorn;

/// Reports of unwanted ends, from the real orchestrator.
class tst_crashes : public QObject
{
    Q_OBJECT

    static QJsonArray crashesOf(FleetFixture &fleet, const QString &service)
    {
        return fleet.daemon().get(QStringLiteral("service/%1/crashes").arg(service)).value(u"crashes").toArray();
    }
    static QJsonObject newestOf(FleetFixture &fleet, const QString &service)
    {
        return crashesOf(fleet, service).first().toObject();
    }
    static bool hasLine(const QJsonObject &crash, const QString &part)
    {
        const QJsonArray lines = crash.value(u"log").toArray();
        return std::any_of(
            lines.begin(), lines.end(), [&part](const QJsonValue &line) { return line.toString().contains(part); });
    }

private Q_SLOTS:
    void tellsAllOfARun()
    {
        FleetFixture fleet("  a:\n    command: 'echo up; printf \"\\033[2J\\n\"; exec sleep 1000'\n    version: '1.2'\n"
                           "    environment: {TOKEN: s3cret}\n    health: {exec: ['true'], interval: 200ms}\n");
        QVERIFY(fleet.beginAndSettle());
        QCOMPARE(crashesOf(fleet, u"a"_qs).size(), 0);
        const auto memory = [&fleet] {
            const QJsonObject service = fleet.daemon().get(u"service/a"_qs);
            return service.value(u"resources").toObject().value(u"memory_bytes").toDouble();
        };
        QTRY_VERIFY_WITH_TIMEOUT(memory() > 0, 30'000);
        const qint64 pid = fleet.pidOf("a");
        QVERIFY(sendSignal(pid, SIGKILL));
        QTRY_COMPARE(crashesOf(fleet, u"a"_qs).size(), 1);
        const QJsonObject crash = newestOf(fleet, u"a"_qs);
        QCOMPARE(crash.value(u"service").toString(), u"a"_qs);
        QCOMPARE(crash.value(u"pid").toInteger(), pid);
        QCOMPARE(crash.value(u"signal").toString(), u"SIGKILL"_qs);
        QVERIFY(crash.value(u"exit_code").isNull() && crash.value(u"core_file").isNull());
        QCOMPARE(crash.value(u"cause").toString(), u"Signaled"_qs);
        QCOMPARE(crash.value(u"version").toString(), u"1.2"_qs);
        QCOMPARE(crash.value(u"restart_count").toInt(), 0);
        QVERIFY(crash.value(u"started_at").toString() < crash.value(u"ended_at").toString());
        QVERIFY(hasLine(crash, u"up"_qs) && hasLine(crash, u"\\x1b[2J"_qs));
        QVERIFY(!crash.value(u"checks").toArray().isEmpty() && crash.value(u"checks").toArray().size() <= 20);
        QVERIFY(!crash.value(u"resources").toArray().isEmpty());
        QVERIFY(crash.value(u"resources").toArray().first().toObject().value(u"memory_bytes").toDouble() > 0);
        QVERIFY(crash.value(u"changes").isArray() && crash.value(u"changes").toArray().isEmpty());
    }
    void tellsWhatTheFileChanged()
    {
        FleetFixture fleet("  a: {command: [sleep, '1000'], environment: {TOKEN: s3cret, OLD: x}}\n");
        QVERIFY(fleet.beginAndSettle());
        fleet.write("  a: {command: 'exit 7', environment: {TOKEN: other}, restart: {max_attempts: 1}}\n");
        QCOMPARE(fleet.post("reload").status, 200);
        QTRY_COMPARE_WITH_TIMEOUT(fleet.stateOf("a"), u"failed"_qs, 20'000);
        QTRY_COMPARE(crashesOf(fleet, u"a"_qs).size(), 2);
        const QJsonArray crashes = crashesOf(fleet, u"a"_qs);
        for (const QJsonValue &value : crashes) { // the second as well: a run that does not last is no good start
            const QJsonObject crash = value.toObject();
            QCOMPARE(crash.value(u"exit_code").toInt(), 7);
            const QByteArray text = QJsonDocument(crash).toJson();
            QVERIFY2(crash.value(u"changes").toArray().size() >= 3, text.constData());
            QVERIFY2(text.contains("\"command\"") && text.contains("exit 7"), text.constData());
            QVERIFY(!text.contains("s3cret"));
        }
    }
    void namesTheCoreFile()
    {
        QFile pattern(u"/proc/sys/kernel/core_pattern"_qs);
        if (!pattern.open(QIODevice::ReadOnly) || pattern.readLine().contains('/'))
            QSKIP("cores do not go to the working directory here");
        FleetFixture fleet("");
        fleet.write(QByteArray("  a: {command: [sleep, '1000'], limits: {core: 100M}, working_dir: ")
            + fleet.path(u"."_qs).toUtf8() + "}\n");
        QVERIFY(fleet.beginAndSettle());
        QVERIFY(sendSignal(fleet.pidOf("a"), SIGSEGV));
        QTRY_COMPARE(crashesOf(fleet, u"a"_qs).size(), 1);
        const QJsonObject crash = newestOf(fleet, u"a"_qs);
        if (!crash.value(u"core_dumped").toBool())
            QSKIP("the kernel makes no cores here");
        const QJsonObject core = crash.value(u"core_file").toObject();
        QVERIFY(core.value(u"size").toInteger() > 0);
        QCOMPARE(QFileInfo(core.value(u"path").toString()).size(), core.value(u"size").toInteger());
    }
    void survivesTheOrchestratorAndSeesWhatItMissed()
    {
        FleetFixture fleet("  a: {command: 'echo up; exec sleep 1000'}\n  b: {command: [sleep, '1000']}\n");
        QVERIFY(fleet.beginAndSettle());
        QVERIFY(sendSignal(fleet.pidOf("b"), SIGABRT));
        QTRY_COMPARE(crashesOf(fleet, u"b"_qs).size(), 1);
        const qint64 pid = fleet.pidOf("a");
        fleet.daemon().kill();
        QVERIFY(sendSignal(pid, SIGSEGV));
        QVERIFY(fleet.begin());
        QTRY_COMPARE(crashesOf(fleet, u"a"_qs).size(), 1);
        QCOMPARE(newestOf(fleet, u"a"_qs).value(u"pid").toInteger(), pid);
        QCOMPARE(newestOf(fleet, u"a"_qs).value(u"signal").toString(), u"SIGSEGV"_qs);
        QCOMPARE(newestOf(fleet, u"b"_qs).value(u"signal").toString(), u"SIGABRT"_qs);
    }
    void saysNothingOfWhatWasWanted()
    {
        FleetFixture fleet("  a: {command: [sleep, '1000']}\n  job: {job: true, command: 'true'}\n");
        QVERIFY(fleet.beginAndSettle());
        QCOMPARE(fleet.post("restart/a").status, 200);
        QCOMPARE(fleet.post("stop/a").status, 200);
        QCOMPARE(crashesOf(fleet, u"a"_qs).size(), 0);
        QCOMPARE(crashesOf(fleet, u"job"_qs).size(), 0);
    }
    void isShownByFoghornctl()
    {
        FleetFixture fleet("  a: {command: 'echo last words; exit 3', restart: {policy: never}}\n");
        QVERIFY(fleet.begin());
        QTRY_COMPARE(crashesOf(fleet, u"a"_qs).size(), 1);
        const auto ctl = [&fleet](const QStringList &arguments) {
            return runProgram(u"foghornctl"_qs, QStringList{u"--state-dir"_qs, fleet.state()} + arguments);
        };
        const ProgramRun one = ctl({u"crash"_qs, u"a"_qs});
        QCOMPARE(one.exitCode, 0);
        QVERIFY2(one.output.contains("exit 3") && one.output.contains("last words"), one.output.constData());
        const ProgramRun list = ctl({u"crash"_qs, u"a"_qs, u"--list"_qs});
        QVERIFY2(list.output.contains("exit 3") && !list.output.contains("last words"), list.output.constData());
        const ProgramRun json = ctl({u"--json"_qs, u"crash"_qs, u"a"_qs});
        QVERIFY(QJsonDocument::fromJson(json.output).object().value(u"crashes").isArray());
        QCOMPARE(ctl({u"crash"_qs, u"nobody"_qs}).exitCode, 1);
    }
};

QTEST_GUILESS_MAIN(tst_crashes)
#include "tst_crashes.moc"
