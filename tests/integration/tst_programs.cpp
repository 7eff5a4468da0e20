#include "tests/integration/runningdaemon.h"

#include <QJsonDocument>
#include <QProcess>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <functional>

using namespace foghorn;

/// The real programs, from outside: foghornd on the default fleet, and foghornctl against it.
class tst_Programs : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_state;

    static QString defaultFleet() { return sourcePath(QStringLiteral("resources/fleets/default.yaml")); }
    QString writeFleet(const QByteArray &text)
    {
        QFile file(m_state->filePath(QStringLiteral("fleet.yaml")));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? file.fileName() : QString();
    }
    std::unique_ptr<RunningDaemon> daemonOn(const QString &fleet)
    {
        return std::make_unique<RunningDaemon>(QStringList{fleet}, m_state->filePath(QStringLiteral("state")));
    }
    ProgramRun ctl(const QStringList &arguments)
    {
        return runProgram(QStringLiteral("foghornctl"),
            QStringList{QStringLiteral("--state-dir"), m_state->filePath(QStringLiteral("state"))} + arguments);
    }
    static QMap<QString, qint64> pidsOf(RunningDaemon &daemon)
    {
        QMap<QString, qint64> pids;
        const QJsonObject services = daemon.get(QStringLiteral("services")).value(u"services").toObject();
        for (auto it = services.begin(); it != services.end(); ++it)
            pids.insert(it.key(), it.value().toObject().value(u"pid").toInteger());
        return pids;
    }

private Q_SLOTS:
    void init() { m_state = std::make_unique<QTemporaryDir>(); }

    void bringsUpTheDefaultFleetAndLeavesNothing()
    {
        const auto daemon = daemonOn(defaultFleet());
        QVERIFY2(daemon->start(), daemon->errors().constData());
        QTRY_VERIFY_WITH_TIMEOUT(daemon->output().contains("10 of 10 services running"), 30'000);
        const QList<ProcessMark> all = daemon->everything();
        QVERIFY(all.size() >= 12); // ten services, the orchestrator and the keeper
        QCOMPARE(daemon->stop(), 0);
        QTRY_COMPARE(stillRunning(all), QList<qint64>());
    }

    void answersEveryVerb()
    {
        const auto daemon = daemonOn(defaultFleet());
        QVERIFY(daemon->start());
        QCOMPARE(ctl({QStringLiteral("wait"), QStringLiteral("--timeout"), QStringLiteral("30s")}).exitCode, 0);
        QTRY_VERIFY_WITH_TIMEOUT(daemon->output().contains("10 of 10 services running"), 30'000);
        const QList<QPair<QString, int>> verbs{{QStringLiteral("status"), 0}, {QStringLiteral("status dao"), 0},
            {QStringLiteral("status nobody"), 1}, {QStringLiteral("--json status"), 0}, {QStringLiteral("health"), 0},
            {QStringLiteral("graph"), 0}, {QStringLiteral("graph --format dot"), 0},
            {QStringLiteral("graph --format mermaid"), 0}, {QStringLiteral("why edge"), 0},
            {QStringLiteral("why nobody"), 1}, {QStringLiteral("logs dao"), 0},
            {QStringLiteral("logs -n 3 dao edge"), 0}, {QStringLiteral("events -n 5"), 0},
            {QStringLiteral("metrics"), 0}, {QStringLiteral("registry"), 0}, {QStringLiteral("check-now"), 0},
            {QStringLiteral("check-now dao"), 0}, {QStringLiteral("restart betanet"), 0},
            {QStringLiteral("stop edge"), 1}, {QStringLiteral("stop --cascade edge"), 0},
            {QStringLiteral("start harvest"), 0}, {QStringLiteral("start"), 0}, {QStringLiteral("reload --plan"), 0},
            {QStringLiteral("reload"), 0}, {QStringLiteral("start nobody"), 1}, {QStringLiteral("stop"), 2},
            {QStringLiteral("restart"), 2}, {QStringLiteral("sing"), 2}, {QStringLiteral("--url nonsense status"), 2},
            {QStringLiteral("shutdown"), 0}, {QStringLiteral("status"), 3}};
        for (const auto &[command, code] : verbs) {
            const ProgramRun run = ctl(command.split(u' '));
            QVERIFY2(run.exitCode == code, qPrintable(command + u'\n' + QString::fromUtf8(run.output + run.errors)));
            QVERIFY2(code == 0 ? run.errors.isEmpty() : !run.errors.isEmpty(), run.errors.constData());
        }
    }

    void drawsThePictureOfTheSeed()
    {
        const auto daemon = daemonOn(defaultFleet());
        QVERIFY(daemon->start());
        const QByteArray picture = ctl({QStringLiteral("graph")}).output;
        QVERIFY(picture.startsWith("Service Dependency Graph:\n=================================================="));
        QVERIFY(picture.contains("  • vpn_coordinator <- fog_coordinator, onion\n"));
        QCOMPARE(daemon->stop(), 0);
    }

    void refusesASecondOrchestrator()
    {
        const auto first = daemonOn(defaultFleet());
        QVERIFY(first->start());
        const ProgramRun second = runProgram(QStringLiteral("foghornd"),
            {QStringLiteral("--config"), defaultFleet(), QStringLiteral("--state-dir"),
                m_state->filePath(QStringLiteral("state")), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")});
        QVERIFY(second.exitCode > 0);
        QVERIFY2(second.errors.contains(QByteArray::number(first->pid())), second.errors.constData());
        QCOMPARE(first->stop(), 0);
    }

    void takesOverAfterBeingKilled()
    {
        const auto first = daemonOn(defaultFleet());
        QVERIFY(first->start());
        QVERIFY(first->waitUntilReady());
        QTRY_VERIFY_WITH_TIMEOUT(first->output().contains("10 of 10 services running"), 30'000);
        const QMap<QString, qint64> before = pidsOf(*first);
        first->kill();
        const auto second = daemonOn(defaultFleet());
        QVERIFY2(second->start(), second->errors().constData());
        QVERIFY(second->waitUntilReady());
        QCOMPARE(pidsOf(*second), before);
        const QList<ProcessMark> all = second->everything();
        QCOMPARE(second->stop(), 0);
        QTRY_COMPARE(stillRunning(all), QList<qint64>());
    }

    void followsOverATakeover_data()
    {
        QTest::addColumn<QString>("verb");
        QTest::addColumn<QByteArray>("news");
        QTest::newRow("logs") << QStringLiteral("logs -f -n 1 tick") << QByteArray("tick");
        QTest::newRow("events") << QStringLiteral("events -f -n 0") << QByteArray("found running and taken over");
    }
    /// The successor listens on another port.
    void followsOverATakeover()
    {
        QFETCH(QString, verb);
        QFETCH(QByteArray, news);
        const QString fleet = writeFleet("fleet: one\nservices:\n"
                                         "  tick: {command: 'while :; do echo tick; sleep 0.1; done'}\n");
        const auto first = daemonOn(fleet);
        QVERIFY(first->start());
        QVERIFY(first->waitUntilReady());
        QByteArray output;
        QByteArray errors;
        QProcess follower;
        follower.start(programPath(QStringLiteral("foghornctl")),
            QStringList{QStringLiteral("--state-dir"), m_state->filePath(QStringLiteral("state"))} + verb.split(u' '));
        QVERIFY(follower.waitForStarted());
        connect(
            &follower, &QProcess::readyReadStandardOutput, this, [&] { output += follower.readAllStandardOutput(); });
        connect(&follower, &QProcess::readyReadStandardError, this, [&] { errors += follower.readAllStandardError(); });
        if (verb.startsWith(u"logs"))
            QTRY_VERIFY(output.contains(news));
        else // something must have been told, or it may not have begun to follow
            QTRY_VERIFY((first->post(QStringLiteral("health/check-now")), !output.isEmpty()));
        first->kill();
        QTRY_VERIFY_WITH_TIMEOUT(errors.contains("trying again"), 20'000);
        output.clear();
        const auto second = daemonOn(fleet);
        QVERIFY2(second->start(), second->errors().constData());
        QTRY_VERIFY_WITH_TIMEOUT(output.contains(news), 30'000);
        follower.kill();
        QVERIFY(follower.waitForFinished());
        QCOMPARE(second->stop(), 0);
    }

    void printsOnlyTheServicesAskedFor()
    {
        const auto daemon = daemonOn(writeFleet("fleet: two\nservices:\n"
                                                "  a: {command: [sleep, '1000']}\n"
                                                "  b: {command: [sleep, '1000']}\n"));
        QVERIFY(daemon->start());
        for (const QString &verb : {QStringLiteral("status"), QStringLiteral("health")}) {
            const ProgramRun run = ctl({QStringLiteral("--json"), verb, QStringLiteral("b")});
            QCOMPARE(run.exitCode, 0);
            QCOMPARE(
                QJsonDocument::fromJson(run.output)[u"services"].toObject().keys(), QStringList{QStringLiteral("b")});
        }
        QCOMPARE(ctl({QStringLiteral("--json"), QStringLiteral("status"), QStringLiteral("nobody")}).exitCode, 1);
        QCOMPARE(daemon->stop(), 0);
    }

    void aFinishedJobDoesNotRun()
    {
        const auto daemon =
            daemonOn(writeFleet("fleet: t\nservices:\n  job: {command: ['true'], job: true}\n"
                                "  a: {command: [sleep, '1000'], depends_on: {job: {condition: completed}}}\n"));
        QVERIFY(daemon->start());
        QTRY_VERIFY_WITH_TIMEOUT(daemon->output().contains("1 of 2 services running, 1 finished\n"), 30'000);
        QVERIFY(ctl({QStringLiteral("status")}).output.contains("1 of 2 services running, 1 finished, ready\n"));
    }

    void reloadsOnHangup()
    {
        const QString fleet =
            writeFleet("fleet: t\nservices:\n  a: {command: [sleep, '1000']}\n  b: {command: [sleep, '1000']}\n");
        const auto daemon = daemonOn(fleet);
        QVERIFY(daemon->start());
        QVERIFY(daemon->waitUntilReady());
        const qint64 pid = daemon->service(QStringLiteral("a")).value(u"pid").toInteger();
        QVERIFY(!writeFleet("fleet: t\nservices:\n  a: {command: [sleep, '1000']}\n  c: {command: [sleep, '1000']}\n")
                     .isEmpty());
        daemon->signal(SIGHUP);
        QTRY_COMPARE(daemon->service(QStringLiteral("c")).value(u"status").toString(), QStringLiteral("running"));
        QTRY_COMPARE(pidsOf(*daemon).keys(), (QStringList{QStringLiteral("a"), QStringLiteral("c")}));
        QCOMPARE(daemon->service(QStringLiteral("a")).value(u"pid").toInteger(), pid);
        QVERIFY(!writeFleet("fleet: t\nservices:\n  a: {comand: [x]}\n").isEmpty());
        QCOMPARE(ctl({QStringLiteral("reload")}).exitCode, 1);
        QCOMPARE(daemon->service(QStringLiteral("a")).value(u"pid").toInteger(), pid);
        QCOMPARE(daemon->stop(), 0);
    }

    void twoHundredCyclesLeaveNothingBehind()
    {
        const auto daemon = daemonOn(
            writeFleet("fleet: t\nservices:\n"
                       "  a: {command: [foghorn-demo, --name, a, --port, '${port.http}'], ports: {http: auto}}\n"
                       "  b: {command: [sleep, '1000']}\n"));
        QVERIFY(daemon->start());
        QVERIFY(daemon->waitUntilReady());
        const auto ports = [&] { // of ours and of the service's latest life
            return QList<QList<int>>{listeningPortsOf(daemon->pid()),
                listeningPortsOf(daemon->service(QStringLiteral("a")).value(u"pid").toInteger())};
        };
        const qint64 keeper = keeperOf(m_state->filePath(QStringLiteral("state")));
        const auto facts = [&] {
            return QList<int>{descriptorCountOf(daemon->pid()), descriptorCountOf(keeper), childCountOf(daemon->pid()),
                childCountOf(keeper)};
        };
        QCOMPARE(daemon->post(QStringLiteral("restart/a")).status, 200);
        QTRY_COMPARE(ports().at(1).size(), 1);
        const QList<QList<int>> portsBefore = ports();
        const QList<int> before = facts(); // last: asking opens the connections that stay open
        for (int i = 0; i < 200; ++i) {
            QCOMPARE(daemon->post(QStringLiteral("stop/a")).status, 200);
            QCOMPARE(daemon->post(QStringLiteral("start/a")).status, 200);
        }
        // a worker thread of Qt's pool holds a descriptor until it has had nothing to do for 30 s
        const auto isBackToTheStart = [&] {
            const QList<int> now = facts();
            return std::equal(now.begin(), now.end(), before.begin(), std::less_equal<>());
        };
        QTRY_VERIFY_WITH_TIMEOUT(isBackToTheStart(), 60'000);
        QTRY_COMPARE(ports(), portsBefore);
        QCOMPARE(daemon->stop(), 0);
    }
};

QTEST_GUILESS_MAIN(tst_Programs)
#include "tst_programs.moc"
