#include "tests/core/api/rawclient.h"
#include "tests/integration/fleetfixture.h"
#include "tests/support/figures.h"

#include <QElapsedTimer>

#include <unistd.h>

using namespace foghorn;

/// Those who try to get in with guessed tokens, as another user, with names that are paths or options, and with words
/// that a shell would run: each row of the threat model that needs a real daemon.
class TestIntruders : public QObject
{
    Q_OBJECT

    std::unique_ptr<FleetFixture> m_fleet;

    bool begin(const QByteArray &services = "  zebra: {command: [sleep, '1000']}\n")
    {
        m_fleet = std::make_unique<FleetFixture>(QByteArray());
        m_fleet->writeRaw("fleet: t\ndefaults: {stop_timeout: 2s}\nservices:\n" + services);
        return m_fleet->beginAndSettle();
    }
    QByteArray token(const char *file = "state/token") const { return m_fleet->read(QLatin1String(file)).trimmed(); }
    quint16 port() const { return static_cast<quint16>(m_fleet->daemon().client().target().url.port()); }
    RawReply ask(const QByteArray &method, const QByteArray &target, const QByteArray &body = {}) const
    {
        return call(port(), request(method, target, token(), body), 30'000);
    }
    static QByteArray run(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        process.start(program, arguments);
        (void)QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 30'000);
        return process.readAllStandardOutput();
    }
    ProgramRun startAgain() const
    {
        return runProgram(u"foghornd"_qs,
            {u"--config"_qs, m_fleet->path(u"fleet.yaml"_qs), u"--state-dir"_qs, m_fleet->state(), u"--listen"_qs,
                u"127.0.0.1:0"_qs},
            30'000);
    }

private Q_SLOTS:
    void cleanup() { m_fleet.reset(); }

    void guessingIsSlowAndLocksNobodyOut();
    void tokenFilesThatOthersCouldReadAreRefused_data();
    void tokenFilesThatOthersCouldReadAreRefused();
    void otherUsersGetNothingFromTheSocket();
    void namesAreNoPaths();
    void namesOfTheCommandLineAreNoPathsEither();
    void argumentsMeetNoShell();
    void nobodyTakesTheNameOfAService();
    void alertsGoWhereTheFileSaysOnly_data();
    void alertsGoWhereTheFileSaysOnly();
};

void TestIntruders::guessingIsSlowAndLocksNobodyOut()
{
    QVERIFY(begin());
    const int guesses = figure(150, 1000);
    constexpr int atOnce = 25;
    QElapsedTimer clock;
    clock.start();
    qint64 slowest = 0;
    for (int done = 0; done < guesses; done += atOnce) {
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < atOnce; ++i) {
            clients.push_back(std::make_unique<RawClient>(port()));
            clients.back()->send(request("GET", "/api/orchestration/services",
                "guess-" + QByteArray::number(done + i) + "-guess-guess-guess-guess"));
        }
        QElapsedTimer good;
        good.start();
        QCOMPARE(ask("GET", "/api/orchestration/services").status, 200);
        slowest = std::max(slowest, good.elapsed());
        for (const auto &client : clients)
            QCOMPARE(client->read(false, 30'000).status, 401);
    }
    // all but the first few are answered a second later, those of a batch together
    QVERIFY2(clock.elapsed() >= (guesses / atOnce - 1) * 900, qPrintable(QString::number(clock.elapsed())));
    QVERIFY2(slowest < 900, qPrintable(QString::number(slowest)));
    QCOMPARE(m_fleet->stateOf("zebra"), QStringLiteral("running"));
    reportFigure("T19",
        QStringLiteral("%1 wrong tokens, each a second late; the right one after %2 ms at most")
            .arg(guesses)
            .arg(slowest));
}

void TestIntruders::tokenFilesThatOthersCouldReadAreRefused_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("group") << u"chmod 640 token"_qs << QByteArray("other users may have read");
    QTest::newRow("others") << u"chmod 604 token.viewer"_qs << QByteArray("other users may have read");
    QTest::newRow("link") << u"mv token elsewhere; ln -s elsewhere token"_qs << QByteArray("no regular file");
    QTest::newRow("link to nothing") << u"ln -sf /nonexistent/x token"_qs << QByteArray("no regular file");
    QTest::newRow("pipe") << u"rm token; mkfifo -m 600 token"_qs << QByteArray("no regular file");
    QTest::newRow("empty") << u": > token"_qs << QByteArray("does not hold a token");
    QTest::newRow("short") << u"echo 1234 > token"_qs << QByteArray("does not hold a token");
    QTest::newRow("folder for all") << u"chmod 777 ."_qs << QByteArray("may be written by others");
    if (::geteuid() == 0) {
        QTest::newRow("owner") << u"chown 65534 token"_qs << QByteArray("belongs to user id 65534");
        QTest::newRow("owner of the folder") << u"chown 65534 ."_qs << QByteArray("belongs to user 65534");
    }
}

void TestIntruders::tokenFilesThatOthersCouldReadAreRefused()
{
    QFETCH(QString, change);
    QFETCH(QByteArray, said);
    QVERIFY(begin());
    QCOMPARE(m_fleet->daemon().stop(), 0);
    run(u"sh"_qs, {u"-c"_qs, QStringLiteral("cd '%1' && %2").arg(m_fleet->state(), change)});
    const ProgramRun again = startAgain();
    QCOMPARE(again.exitCode, 1);
    QVERIFY2(again.errors.contains(said), again.errors.constData());
    QVERIFY(again.output.isEmpty());
}

void TestIntruders::otherUsersGetNothingFromTheSocket()
{
    if (::geteuid() != 0)
        QSKIP("only root can be somebody else");
    QVERIFY(begin());
    const QString socket = m_fleet->path(u"state/api.sock"_qs);
    const auto status = [&](const QStringList &before) {
        return run(u"setpriv"_qs,
            before
                + QStringList{u"curl"_qs, u"-s"_qs, u"-o"_qs, u"/dev/null"_qs, u"-w"_qs, u"%{http_code}"_qs,
                    u"--unix-socket"_qs, socket, u"http://localhost/api/orchestration/services"_qs});
    };
    const QStringList other{u"--reuid"_qs, u"65534"_qs, u"--regid"_qs, u"65534"_qs, u"--clear-groups"_qs};
    QCOMPARE(status({u"--reuid"_qs, u"0"_qs}), QByteArray("200"));
    QCOMPARE(status(other), QByteArray("000"));
    // and when somebody opened all doors: the socket knows who comes
    run(u"chmod"_qs, {u"711"_qs, m_fleet->path({}), m_fleet->state()});
    run(u"chmod"_qs, {u"666"_qs, socket});
    QCOMPARE(status(other), QByteArray("403"));
}

void TestIntruders::namesAreNoPaths()
{
    QVERIFY(begin());
    const QByteArray before = run(u"find"_qs, {m_fleet->path({}), u"-name"_qs, u"*.log"_qs});
    const QList<QByteArray> names{"..", "%2e%2e", "%2e%2e%2f%2e%2e%2fetc%2fpasswd", "a%2fb", "a%00", "zebra%00", "%00",
        "zebra%0a", "%0azebra", "zebra%0d%0aX-Evil:%201", QByteArray(64, 'a'), QByteArray(5000, 'a'), "z%d0%b5bra",
        "%ef%bd%9aebra", "zebra%20", "%20zebra", "-rf", "--help", "-", ".", "Zebra", "zebra;id", "$(id)", "%60id%60",
        "zebra%7cid", "*", "%ff%fe", "zebra%", "%c0%ae%c0%ae", "zebra%e2%80%ae", "~root", "%5c%5chost%5cx", "a'b",
        "a%22b"};
    for (const QByteArray &name : names) {
        for (const auto &[method, rest] : {std::pair("GET", "/service/NAME"), std::pair("GET", "/service/NAME/logs"),
                 std::pair("GET", "/service/NAME/crashes"), std::pair("GET", "/service/NAME/history"),
                 std::pair("POST", "/restart/NAME"), std::pair("PUT", "/registry/NAME")}) {
            QByteArray target = QByteArray("/api/orchestration") + rest;
            target.replace("NAME", name);
            const RawReply reply = ask(method, target, *method == 'G' ? "" : "{}");
            QVERIFY2(reply.status == 400 || reply.status == 404,
                QByteArray(method + QByteArray(" ") + target.left(100) + ": " + QByteArray::number(reply.status))
                    .constData());
            QVERIFY(!reply.body.contains("root:") && !reply.headers.contains("x-evil"));
        }
    }
    QCOMPARE(run(u"find"_qs, {m_fleet->path({}), u"-name"_qs, u"*.log"_qs}), before);
    QCOMPARE(m_fleet->daemon().get(u"services"_qs)[u"total_services"].toInt(), 1);
}

void TestIntruders::namesOfTheCommandLineAreNoPathsEither()
{
    QVERIFY(begin());
    const QString made = m_fleet->path(u"made"_qs);
    for (const QString &name : {u"../../../etc/passwd"_qs, u"$(touch MADE)"_qs, u"`touch MADE`"_qs, u";touch MADE"_qs,
             u"zebra\n"_qs, u"..%2f.."_qs, u"zebra/../zebra"_qs, u"%2e%2e"_qs, u"zebra?tail=1"_qs, u"zebra#"_qs}) {
        for (const QString &verb : {u"logs"_qs, u"why"_qs, u"crash"_qs, u"restart"_qs, u"stop"_qs, u"maintenance"_qs}) {
            QString argument = name;
            const ProgramRun done = runProgram(u"foghornctl"_qs,
                {u"--state-dir"_qs, m_fleet->state(), verb, u"--"_qs, argument.replace(u"MADE"_qs, made)});
            QVERIFY2(done.exitCode == 1 || done.exitCode == 2, qPrintable(verb + u' ' + name));
            QVERIFY(done.output.isEmpty() && !done.errors.isEmpty());
        }
    }
    QVERIFY(!QFile::exists(made));
    QCOMPARE(m_fleet->stateOf("zebra"), QStringLiteral("running"));
    QCOMPARE(m_fleet->number("zebra", "restart_count"), 0);
}

void TestIntruders::argumentsMeetNoShell()
{
    // what stands in a variable stays one argument, whatever is in it
    const QByteArray evil = "a b;touch made $(touch made) `touch made` \"q' -rf --help *";
    qputenv("EVIL", evil);
    qputenv("DASH", "--version");
    const bool hasBegun =
        begin("  zebra:\n    working_dir: .\n"
              "    command: [sh, -c, 'for each; do printf \"<%s>\\n\" \"$each\"; done; exec sleep 1000', x, "
              "\"${EVIL}\", \"${DASH}\", \"pre ${EVIL}\"]\n");
    qunsetenv("EVIL");
    qunsetenv("DASH");
    QVERIFY(hasBegun);
    const QByteArray expected = '<' + evil + ">\n<--version>\n<pre " + evil + ">\n";
    QTRY_COMPARE_WITH_TIMEOUT(m_fleet->read(u"state/logs/zebra.log"_qs), expected, 30'000);
    QVERIFY(!m_fleet->has(u"made"_qs));
}

void TestIntruders::nobodyTakesTheNameOfAService()
{
    QVERIFY(begin());
    const QByteArray registry = "/api/orchestration/registry/";
    const QByteArray evil = R"({"endpoints":{"http":"http://evil.example/"}})";
    QCOMPARE(ask("PUT", registry + "zebra", evil).status, 409);
    QCOMPARE(ask("DELETE", registry + "zebra").status, 409);
    QVERIFY(!ask("GET", registry.chopped(1)).body.contains("evil.example"));
    for (const QByteArray &method : {QByteArray("PUT"), QByteArray("DELETE")})
        QCOMPARE(call(port(), request(method, registry + "other", token("state/token.viewer"), "{}")).status, 403);
    for (const QByteArray &body : QList<QByteArray>{R"({"version":"\u001b[2J"})", R"({"metadata":{"a\n":"b"}})",
             R"({"endpoints":{"http":"x\u202e"}})", R"({"dependencies":["../x"]})", R"({"dependencies":["zebra\n"]})",
             R"({"heartbeat_interval":-1})", R"({"heartbeat_interval":1e300})", R"({"unknown":1})",
             R"({"service_type":")" + QByteArray(257, 'x') + "\"}"})
        QVERIFY2(ask("PUT", registry + "other", body).status == 400, body.constData());
    QCOMPARE(ask("POST", registry + "other/heartbeat", "{}").status, 404); // a beat makes nobody
    QCOMPARE(m_fleet->daemon().get(u"services"_qs)[u"total_services"].toInt(), 1);
}

void TestIntruders::alertsGoWhereTheFileSaysOnly_data()
{
    QTest::addColumn<QByteArray>("url");
    for (const char *url : {"file:///etc/passwd", "ftp://127.0.0.1/x", "gopher://127.0.0.1/x", "javascript:alert(1)",
             "http://", "//127.0.0.1/x", "unix:///run/docker.sock", "data:text/plain,x", "http://[::1", "-o/tmp/x"})
        QTest::newRow(url) << QByteArray(url);
}

void TestIntruders::alertsGoWhereTheFileSaysOnly()
{
    QFETCH(QByteArray, url);
    m_fleet = std::make_unique<FleetFixture>(QByteArray());
    m_fleet->writeRaw(
        "fleet: t\nalerts: {webhooks: [{url: \"" + url + "\"}]}\nservices:\n  a: {command: [sleep, '1']}\n");
    const ProgramRun done = runProgram(u"foghornctl"_qs, {u"validate"_qs, m_fleet->path(u"fleet.yaml"_qs)});
    QCOMPARE(done.exitCode, 1);
    const QByteArray said = done.output + done.errors;
    QVERIFY2(said.contains("an http or https URL"), said.constData());
}

QTEST_GUILESS_MAIN(TestIntruders)
#include "tst_intruders.moc"
