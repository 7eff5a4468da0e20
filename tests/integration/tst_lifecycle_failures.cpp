#include "tests/integration/fleetfixture.h"

#include <QDateTime>

#include <csignal>

#include <unistd.h>

using namespace foghorn;

namespace {

QDateTime timeOf(const QJsonObject &service, const char *member)
{
    return QDateTime::fromString(service.value(QLatin1String(member)).toString(), Qt::ISODateWithMs);
}

} // namespace

/// What goes wrong with a service, and what the real orchestrator makes of it.
class tst_lifecycle_failures : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysWhyItCannotStart()
    {
        FleetFixture fleet("  missing: {command: [no-such-program-here]}\n"
                           "  denied: {command: [./plain]}\n"
                           "  homeless: {command: [sleep, '1000'], working_dir: nowhere}\n");
        fleet.touch(QStringLiteral("plain"), "no program\n");
        QVERIFY(fleet.beginAndSettle());
        const QMap<QByteArray, QString> words{{"missing", QStringLiteral("program not found: no-such-program-here")},
            {"denied", QStringLiteral("permission denied: ")}, {"homeless", QStringLiteral("working_dir missing: ")}};
        for (auto it = words.begin(); it != words.end(); ++it) {
            const QJsonObject service = fleet.service(it.key());
            QCOMPARE(service.value(u"state").toString(), QStringLiteral("failed"));
            QCOMPARE(service.value(u"cause").toString(), QStringLiteral("SpawnFailed"));
            QVERIFY2(service.value(u"last_error").toString().startsWith(it.value()),
                qPrintable(service.value(u"last_error").toString()));
            QVERIFY2(
                service.value(u"why").toString().startsWith(it.value()), qPrintable(service.value(u"why").toString()));
            QCOMPARE(service.value(u"restart_count").toInt(), 0); // no storm
            QCOMPARE(fleet.history(QString::fromLatin1(it.key())).count(QStringLiteral("starting")), 1);
        }
    }
    void waitsLongerEachTime()
    {
        FleetFixture fleet("  flaky: {command: ['false'], restart: {backoff_base: 0.6, max_attempts: 2}}\n");
        QVERIFY(fleet.begin());
        for (int attempt = 1; attempt <= 2; ++attempt) {
            QTRY_COMPARE(fleet.number("flaky", "restart_attempts"), attempt);
            QTRY_COMPARE(fleet.stateOf("flaky"), QStringLiteral("backoff"));
            const QJsonObject service = fleet.service("flaky");
            const qint64 delay = timeOf(service, "since").msecsTo(timeOf(service, "next_attempt_at"));
            const qint64 wanted = attempt == 1 ? 600 : 360; // 0.6^n
            QVERIFY2(qAbs(delay - wanted) <= 5, qPrintable(QString::number(delay)));
            QCOMPARE(
                service.value(u"why").toString(), QStringLiteral("restarting after exit 1 (%1 of 2)").arg(attempt));
        }
        QTRY_COMPARE(fleet.stateOf("flaky"), QStringLiteral("failed"));
        QCOMPARE(fleet.text("flaky", "cause"), QStringLiteral("RestartLimit"));
        QVERIFY(!fleet.service("flaky").value(u"next_attempt_at").isString());
    }
    void stayingWellIsForgiven()
    {
        FleetFixture fleet("  a: {command: [sleep, '1000'], restart: {backoff_base: 0, reset_after: 300ms}}\n");
        QVERIFY(fleet.beginAndSettle());
        const qint64 pid = fleet.pidOf("a");
        QVERIFY(sendSignal(pid, SIGKILL));
        QTRY_VERIFY(fleet.stateOf("a") == u"running" && fleet.pidOf("a") != pid);
        QCOMPARE(fleet.number("a", "restart_count"), 1);
        QTRY_COMPARE(fleet.number("a", "restart_attempts"), 0);
        QCOMPARE(fleet.number("a", "restart_count"), 1);
    }
    void endsAsItsPolicySays_data()
    {
        QTest::addColumn<QByteArray>("service");
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("cause");
        QTest::addColumn<int>("restarts");
        const auto row = [](const char *name, const char *service, const char *state, const char *cause, int restarts) {
            QTest::newRow(name) << QByteArray(service) << QString::fromLatin1(state) << QString::fromLatin1(cause)
                                << restarts;
        };
        row("never", "{command: ['false'], restart: {policy: never}}", "failed", "Exited", 0);
        row("never, well", "{command: ['true'], restart: {policy: never}}", "finished", "Exited", 0);
        row("on failure, well", "{command: ['true']}", "finished", "Exited", 0);
        row("always", "{command: ['true'], restart: {policy: always, max_attempts: 2}}", "failed", "RestartLimit", 2);
        row("code 3 is well", "{command: 'exit 3', restart: {success_exit_codes: [0, 3]}}", "finished", "Exited", 0);
        row("a signal is not", "{command: 'kill -9 $$$$', restart: {policy: never}}", "failed", "Signaled", 0);
        row("job", "{command: ['true'], job: true, restart: {policy: always}}", "finished", "Exited", 0);
        row("job fails", "{command: ['false'], job: true, restart: {max_attempts: 1}}", "failed", "RestartLimit", 1);
    }
    void endsAsItsPolicySays()
    {
        QFETCH(QByteArray, service);
        QFETCH(QString, state);
        FleetFixture fleet("  a: " + service + "\n");
        QVERIFY(fleet.beginAndSettle());
        QTRY_COMPARE(fleet.stateOf("a"), state);
        QTEST(fleet.text("a", "cause"), "cause");
        QTEST(fleet.number("a", "restart_count"), "restarts");
    }
    void restartsTheUnhealthy()
    {
        FleetFixture fleet(
            "  a:\n    command: [sleep, '1000']\n"
            "    health: {exec: 'test ! -f $DIR/ill', interval: 100ms, timeout: 90ms, failure_threshold: 2}\n"
            "  b:\n    command: [sleep, '1000']\n"
            "    health: {exec: 'test ! -f $DIR/ill', interval: 100ms, timeout: 90ms, auto_recovery: false}\n");
        QVERIFY(fleet.beginAndSettle());
        const auto before = fleet.pids();
        fleet.touch(QStringLiteral("ill"));
        QTRY_VERIFY(fleet.history(u"a"_qs).contains(u"backoff"_qs));
        QTRY_COMPARE(fleet.text("b", "health"), QStringLiteral("unhealthy"));
        QVERIFY(QFile::remove(fleet.path(u"ill"_qs)));
        QTRY_COMPARE(fleet.stateOf("a"), QStringLiteral("running"));
        QVERIFY(fleet.pidOf("a") != before.value(u"a"_qs));
        QVERIFY(fleet.number("a", "restart_count") >= 1);
        const QStringList states = fleet.history(u"a"_qs);
        QCOMPARE(states.mid(states.indexOf(u"stopping"_qs), 2), (QStringList{u"stopping"_qs, u"backoff"_qs}));
        QCOMPARE(fleet.pidOf("b"), before.value(u"b"_qs)); // only reported
        QCOMPARE(fleet.stateOf("b"), QStringLiteral("running"));
    }
    void restartsTheFrozen()
    {
        FleetFixture fleet(
            "  a:\n    command: [foghorn-demo, --name, a, --port, '${port.http}']\n    ports: {http: auto}\n"
            "    health: {http: 'http://127.0.0.1:${port.http}/health', interval: 200ms, timeout: 150ms, "
            "failure_threshold: 2}\n");
        QVERIFY(fleet.beginAndSettle());
        const qint64 pid = fleet.pidOf("a");
        QVERIFY(sendSignal(pid, SIGSTOP));
        QTRY_VERIFY_WITH_TIMEOUT(fleet.stateOf("a") == u"running" && fleet.pidOf("a") != pid, 15'000);
        QVERIFY(!sendSignal(pid, 0));
        QVERIFY(fleet.history(u"a"_qs).contains(u"backoff"_qs));
    }
    void notReadyInTimeIsAFailure()
    {
        FleetFixture fleet("  a: {command: [sleep, '1000'], health: {exec: ['false']}, start_timeout: 300ms, restart: "
                           "{max_attempts: 1, backoff_base: 0.1}}\n");
        QVERIFY(fleet.begin());
        QTRY_COMPARE(fleet.stateOf("a"), QStringLiteral("failed"));
        QCOMPARE(fleet.text("a", "cause"), QStringLiteral("RestartLimit"));
        QCOMPARE(fleet.text("a", "last_error"), QStringLiteral("not ready within 300ms"));
        // not "ended by SIGTERM", which was only how it was stopped
        QCOMPARE(fleet.text("a", "why"), QStringLiteral("failed after 1 automatic restart: not ready within 300ms"));
        QCOMPARE(fleet.history(u"a"_qs).count(u"running"_qs), 0);
        QCOMPARE(fleet.number("a", "restart_count"), 1);
    }
    void isReadyWhenItSaysSo()
    {
        FleetFixture fleet(
            "  a:\n    ready: notify\n    start_timeout: 20s\n    command:\n      - python3\n      - -c\n      - |\n"
            "        import os, socket, time\n"
            "        while not os.path.exists(os.environ['DIR'] + '/go'): time.sleep(0.05)\n"
            "        s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)\n"
            "        a = os.environ['NOTIFY_SOCKET']\n"
            "        s.sendto(b'READY=1', '\\0' + a[1:] if a[0] == '@' else a)\n"
            "        time.sleep(1000)\n"
            "  b: {command: [sleep, '1000'], depends_on: [a]}\n");
        QVERIFY(fleet.begin());
        QTRY_VERIFY(fleet.pidOf("a") > 0);
        QCOMPARE(fleet.stateOf("a"), QStringLiteral("starting"));
        fleet.touch(QStringLiteral("go"));
        QTRY_COMPARE(fleet.stateOf("a"), QStringLiteral("running"));
        QTRY_COMPARE(fleet.stateOf("b"), QStringLiteral("running"));
    }
    void hearsEvenTheQuickest()
    {
        QByteArray services;
        for (int i = 0; i < 40; ++i)
            services += "  s" + QByteArray::number(i)
                + ": {ready: notify, start_timeout: 8s, restart: {policy: never}, command: [test-notifier]}\n";
        FleetFixture fleet(services);
        QVERIFY(fleet.beginAndSettle());
        QCOMPARE(fleet.orderOf(QStringLiteral("running")).size(), 40);
    }
    void losesPatienceWithTheSilent()
    {
        FleetFixture fleet("  a: {command: [sleep, '1000'], heartbeat: {interval: 200ms, timeout: 500ms}, restart: "
                           "{max_attempts: 1, backoff_base: 0.1}}\n");
        QVERIFY(fleet.begin());
        QTRY_COMPARE_WITH_TIMEOUT(fleet.stateOf("a"), QStringLiteral("failed"), 10'000);
        QCOMPARE(fleet.number("a", "restart_count"), 1);
        QCOMPARE(fleet.text("a", "last_error"), QStringLiteral("no heartbeat in time"));
        QCOMPARE(fleet.text("a", "why"), QStringLiteral("failed after 1 automatic restart: no heartbeat in time"));
    }
    void stopsAsTold()
    {
        FleetFixture fleet(
            "  signal: {command: 'trap \"touch $DIR/int; exit 0\" INT; while :; do sleep 0.05; done', stop_signal: "
            "INT}\n"
            "  command: {command: 'while test ! -f $DIR/end; do sleep 0.05; done', stop_command: 'touch $DIR/end'}\n"
            "  broken: {command: [sleep, '1000'], stop_command: ['false'], stop_timeout: 20s}\n");
        QVERIFY(fleet.beginAndSettle());
        QCOMPARE(fleet.post("stop").status, 200);
        QVERIFY(fleet.has(QStringLiteral("int")));
        QVERIFY(fleet.has(QStringLiteral("end")));
        const QJsonArray events = fleet.daemon().get(QStringLiteral("events")).value(u"events").toArray();
        QVERIFY(!events.isEmpty());
    }
    void stopsAsTheServicesUser()
    {
        if (::geteuid() != 0)
            QSKIP("only root can become somebody else");
        FleetFixture fleet(
            "  a:\n    command: [sleep, '1000']\n    user: nobody\n    working_dir: /usr\n"
            "    environment: {WORD: heard}\n    stop_command: 'exec > $DIR/open/said; id -un; pwd; echo "
            "$$WORD $$FOGHORN_SERVICE; kill $$MAINPID'\n");
        // The test's directory is ours alone; the user needs a way through it to a place to write to.
        QVERIFY(QDir().mkpath(fleet.path(QStringLiteral("open"))));
        QVERIFY(QFile::setPermissions(fleet.path(QStringLiteral(".")), QFileDevice::Permissions(0x7755)));
        QVERIFY(QFile::setPermissions(fleet.path(QStringLiteral("open")), QFileDevice::Permissions(0x7777)));
        QVERIFY(fleet.beginAndSettle());
        QCOMPARE(fleet.post("stop/a").status, 200);
        QCOMPARE(fleet.read(QStringLiteral("open/said")), QByteArray("nobody\n/usr\nheard a\n"));
    }
    void killsTheWholeTreeInTheEnd()
    {
        FleetFixture fleet("  a:\n    stop_timeout: 500ms\n    command: 'trap \"\" TERM; (trap \"\" TERM; setsid sh -c "
                           "\"trap : TERM; while :; do sleep 0.1; done\") & while :; do sleep 0.1; done'\n");
        QVERIFY(fleet.beginAndSettle());
        const QList<ProcessMark> tree = treeOf(fleet.pidOf("a"));
        QVERIFY(tree.size() >= 2);
        const auto stop = fleet.send("stop/a");
        QCOMPARE(stop->status(), 200);
        QCOMPARE(stillRunning(tree), QList<qint64>());
        QCOMPARE(fleet.stateOf("a"), QStringLiteral("stopped"));
    }
    void asksTheLeaderFirst()
    {
        // the child has a session of its own: it must be asked only when the leader has ended
        FleetFixture fleet("  a:\n    command:\n      - sh\n      - -c\n      - |\n"
                           "        setsid sh -c 'trap \"echo child >> $DIR/order; exit 0\" TERM; echo > "
                           "$DIR/child.set; while :; do sleep 0.05; done' &\n"
                           "        trap 'sleep 0.4; echo leader >> $DIR/order; exit 0' TERM\n"
                           "        echo > $DIR/leader.set\n"
                           "        while :; do sleep 0.05; done\n");
        QVERIFY(fleet.beginAndSettle());
        QTRY_VERIFY(fleet.has(QStringLiteral("child.set")) && fleet.has(QStringLiteral("leader.set")));
        QCOMPARE(fleet.post("stop/a").status, 200);
        QCOMPARE(fleet.read(QStringLiteral("order")), QByteArray("leader\nchild\n"));
    }
    void tellsChildrenWhereTheyAre()
    {
        FleetFixture fleet("  plain: {command: 'env > $DIR/plain; ls -l /proc/$$$$/fd > $DIR/fds; exec sleep 1000', "
                           "ports: {http: auto, my-admin: auto}}\n"
                           "  told: {command: 'env > $DIR/told; exec sleep 1000', heartbeat: {interval: 60s}}\n");
        QVERIFY(fleet.beginAndSettle());
        QTRY_VERIFY(fleet.read(QStringLiteral("plain")).contains("FOGHORN_SERVICE=plain\n"));
        const QByteArray plain = fleet.read(QStringLiteral("plain"));
        for (const char *variable : {"FOGHORN_FLEET=t\n", "FOGHORN_URL=http://127.0.0.1:", "FOGHORN_PORT_HTTP=",
                 "FOGHORN_PORT_MY_ADMIN=", "/api/orchestration/registry/plain/heartbeat\n"})
            QVERIFY2(plain.contains(variable), variable);
        QVERIFY(!plain.contains("NOTIFY_SOCKET"));
        QVERIFY(!plain.contains("FOGHORN_TOKEN"));
        QTRY_VERIFY(fleet.read(QStringLiteral("told")).contains("NOTIFY_SOCKET="));
        QTRY_VERIFY(fleet.read(QStringLiteral("fds")).contains(" 2 -> "));
        QVERIFY(!fleet.read(QStringLiteral("fds")).contains("socket:"));
    }
    void anotherUserHasItsOwnHome()
    {
        if (::geteuid() != 0)
            QSKIP("needs root");
        FleetFixture fleet(
            "  a: {command: 'env; exec sleep 1000', user: nobody, working_dir: /}\n"
            "  b: {command: 'env; exec sleep 1000', user: nobody, working_dir: /, environment: {HOME: /tmp}}\n");
        QVERIFY(fleet.beginAndSettle());
        const auto log = [&fleet](const char *name) {
            return fleet.read(QStringLiteral("state/logs/") + QLatin1String(name) + QStringLiteral(".log"));
        };
        QTRY_VERIFY(log("a").contains("LOGNAME=nobody\n"));
        QVERIFY(log("a").contains("USER=nobody\n"));
        QVERIFY(log("a").contains("HOME=/nonexistent\n"));
        QVERIFY(log("a").contains("SHELL="));
        QTRY_VERIFY(log("b").contains("HOME=/tmp\n"));
    }
};

QTEST_GUILESS_MAIN(tst_lifecycle_failures)
#include "tst_lifecycle_failures.moc"
