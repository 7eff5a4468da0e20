#include "tests/core/alerts/hookserver.h"
#include "tests/core/api/rawclient.h"
#include "tests/integration/fleetfixture.h"
#include "tests/reliability/fleetwithsecrets.h"
#include "tests/support/figures.h"

#include <QDirIterator>
#include <QWebSocket>

using namespace foghorn;

/// T21: twenty secrets in all the places where a fleet has some; then everything that Foghorn says, stores or hands on
/// is searched for them.
class TestSecrets : public QObject
{
    Q_OBJECT

    std::unique_ptr<FleetFixture> m_fleet;
    std::unique_ptr<HookServer> m_hook;
    QHash<QByteArray, QByteArray> m_secrets; ///< by where they are
    int m_searched = 0;
    qint64 m_bytes = 0;

    QByteArray plant(const QByteArray &place)
    {
        const QByteArray secret = "s3cr3t-" + QByteArray::number(m_secrets.size()) + "-qPzWx7";
        m_secrets.insert(place, secret);
        return secret;
    }
    void expectNone(const QByteArray &where, const QByteArray &text, const QSet<QByteArray> &but = {})
    {
        ++m_searched;
        m_bytes += text.size();
        for (auto secret = m_secrets.cbegin(); secret != m_secrets.cend(); ++secret)
            QVERIFY2(but.contains(secret.key()) || !text.contains(secret.value()),
                QByteArray(where + " holds " + secret.key() + ": "
                    + text.mid(std::max<qsizetype>(text.indexOf(secret.value()) - 200, 0), 400))
                    .constData());
    }
    RawReply ask(
        const QByteArray &method, const QByteArray &target, const QByteArray &token, const QByteArray &body = {})
    {
        return call(port(), request(method, target, token, body), 30'000);
    }
    quint16 port() const { return static_cast<quint16>(m_fleet->daemon().client().target().url.port()); }
    QByteArray fleetFile(bool isSecond) const
    {
        return fleetWithSecrets(
            m_secrets, m_hook->url().toLatin1().mid(7), m_fleet->path(u"told"_qs).toLocal8Bit(), isSecond);
    }

private Q_SLOTS:
    void initTestCase();
    void answersHoldNone();
    void theStreamHoldsNone();
    void theCommandLineHoldsNone_data();
    void theCommandLineHoldsNone();
    void wrongAndMisplacedTokensAreRepeatedNowhere();
    void crashReportsHoldNone();
    void alertsHoldNone();
    void processesHoldNoTokens();
    void newTokensHoldNone();
    void theDaemonsOwnWordsHoldNone();
    void filesHoldNoneAndAreOurs();
    void cleanupTestCase();
};

void TestSecrets::initTestCase()
{
    m_hook = std::make_unique<HookServer>();
    m_fleet = std::make_unique<FleetFixture>(QByteArray());
    for (const char *place : {"fleet environment", "webhook password", "webhook path", "webhook query",
             "alertmanager password", "alert program's argument", "service environment", "address in environment",
             "default of a variable", "stop command", "probe's argument", "probe's password", "probe's query",
             "old argument", "new argument", "printed by its service", "argument of what cannot start"})
        plant(place);
    qputenv("SEED_TOKEN", plant("our own environment"));
    m_fleet->touch(u"fleet.env"_qs, "FLEET_SECRET=" + plant("fleet env_file") + "\n");
    m_fleet->touch(u"leaky.env"_qs, "FILE_SECRET=" + plant("service env_file") + "\n");
    m_fleet->writeRaw(fleetFile(false));
    QVERIFY2(m_fleet->beginAndSettle(), m_fleet->daemon().errors().constData());
    m_secrets.insert("operator's token", m_fleet->read(u"state/token"_qs).trimmed());
    m_secrets.insert("viewer's token", m_fleet->read(u"state/token.viewer"_qs).trimmed());
    QVERIFY(m_secrets.size() >= 20);
    for (const QByteArray &secret : std::as_const(m_secrets))
        QVERIFY(secret.size() >= 12);
    for (const char *service : {"leaky", "web"})
        QTRY_COMPARE_WITH_TIMEOUT(m_fleet->text(service, "health"), QStringLiteral("unhealthy"), 30'000);
    QTRY_COMPARE_WITH_TIMEOUT(m_fleet->stateOf("changing"), QStringLiteral("running"), 30'000);
    m_fleet->writeRaw(fleetFile(true));
    const ApiAnswer plan = m_fleet->post("reload", {{u"plan"_qs, true}});
    expectNone("plan", plan.body);
    const ApiAnswer reload = m_fleet->post("reload");
    QVERIFY2(reload.isSuccess(), reload.body.constData());
    expectNone("reload", reload.body);
    QTRY_COMPARE_WITH_TIMEOUT(m_fleet->stateOf("changing"), QStringLiteral("failed"), 30'000);
}

void TestSecrets::answersHoldNone()
{
    const QJsonObject paths = m_fleet->daemon().get(QStringLiteral("openapi.json"))[u"paths"].toObject();
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        const QStringList methods = path.value().toObject().keys();
        for (const QString &verb : methods) {
            if (path.key().endsWith(u"/shutdown") || path.key().endsWith(u"/rotate"))
                continue;
            for (const char *service : {"leaky", "web", "changing", "broken"}) {
                QByteArray target = path.key().toLatin1();
                const bool isOfOne = target.contains("{name}");
                target.replace("{name}", service).replace("{id}", "1");
                const QByteArray method = verb.toUpper().toLatin1();
                const QByteArray body = method == "GET" ? QByteArray() : QByteArray(R"({"wait":false})");
                for (const char *token : {"operator's token", "viewer's token"}) {
                    if (method == "GET" || token[0] == 'v' || !target.contains("/stop")) {
                        const RawReply reply = ask(method, target, m_secrets.value(token), body);
                        QVERIFY2(reply.status != 0 || method != "GET", target.constData());
                        QByteArray heads;
                        for (const QByteArray &value : reply.headers)
                            heads += value + '\n';
                        const bool isLog = target.endsWith("/logs");
                        expectNone(method + ' ' + target, heads + reply.body,
                            isLog ? QSet<QByteArray>{"printed by its service"} : QSet<QByteArray>());
                    }
                }
                if (!isOfOne)
                    break;
            }
        }
    }
}

void TestSecrets::theStreamHoldsNone()
{
    QWebSocket socket;
    QByteArray heard;
    connect(
        &socket, &QWebSocket::textMessageReceived, &socket, [&heard](const QString &text) { heard += text.toUtf8(); });
    QNetworkRequest request(
        QUrl(QStringLiteral("ws://127.0.0.1:%1/api/orchestration/events/stream?updates=true&after=0").arg(port())));
    request.setRawHeader("Authorization", "Bearer " + m_secrets.value("viewer's token"));
    socket.open(request);
    QTRY_VERIFY_WITH_TIMEOUT(heard.contains("leaky") && heard.contains("\"event\""), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(heard.contains("\"type\":\"check\""), 20'000);
    expectNone("stream", heard);
}

void TestSecrets::theCommandLineHoldsNone_data()
{
    QTest::addColumn<QString>("arguments");
    for (const char *line : {"status", "health", "graph", "graph --format dot", "why leaky", "why web", "why changing",
             "why broken", "crash changing", "crash broken", "logs leaky", "events -n 500", "alerts --all", "metrics",
             "metrics --prometheus", "registry", "check-now", "reload --plan", "validate FLEET", "restart broken",
             "status --token-file /nonexistent"}) {
        QTest::newRow(line) << QString::fromLatin1(line);
        QTest::newRow(QByteArray(QByteArray("--json ") + line).constData())
            << QStringLiteral("--json ") + QLatin1String(line);
    }
}

void TestSecrets::theCommandLineHoldsNone()
{
    QFETCH(QString, arguments);
    const QStringList words = arguments.replace(QLatin1String("FLEET"), m_fleet->path(u"fleet.yaml"_qs)).split(u' ');
    const ProgramRun run =
        runProgram(QStringLiteral("foghornctl"), QStringList{u"--state-dir"_qs, m_fleet->state()} + words);
    QVERIFY(run.exitCode >= 0);
    expectNone("foghornctl " + arguments.toLatin1(), run.output + run.errors);
}

void TestSecrets::wrongAndMisplacedTokensAreRepeatedNowhere()
{
    const QByteArray guess = plant("wrong token");
    const QByteArray path = "/api/orchestration/services";
    const QByteArray own = m_secrets.value("operator's token");
    expectNone("401", ask("GET", path, guess).body);
    for (const QByteArray &target : {QByteArray(path + "?token=" + own), QByteArray(path + "/" + own),
             QByteArray("/api/orchestration/service/" + own), QByteArray("/?access_token=" + guess)}) {
        const RawReply reply = ask("GET", target, guess);
        QVERIFY(reply.status >= 400 && reply.status < 500);
        expectNone(target, reply.body);
    }
    const RawReply misplaced = ask("GET", path + "?token=" + own, own);
    QCOMPARE(misplaced.status, 400); // no way in by the URL
    expectNone("token in the query", misplaced.body);
    expectNone("journal", ask("GET", "/api/orchestration/events?limit=1000", own).body);
}

void TestSecrets::crashReportsHoldNone()
{
    QByteArray report;
    const auto isThere = [&] {
        report = ask("GET", "/api/orchestration/service/changing/crashes", m_secrets.value("viewer's token")).body;
        return report.contains("password is");
    };
    QTRY_VERIFY_WITH_TIMEOUT(isThere(), 30'000);
    QVERIFY2(report.contains("\"key\":\"command\""), report.constData()); // that it changed is told
    expectNone("crash report", report);
}

void TestSecrets::alertsHoldNone()
{
    QTRY_VERIFY_WITH_TIMEOUT(m_hook->bodies.size() >= 2 && m_fleet->read(u"told"_qs).count('\n') >= 2, 30'000);
    expectNone("webhook", m_hook->bodies.join('\n'));
    expectNone("alert program", m_fleet->read(u"told"_qs));
}

void TestSecrets::processesHoldNoTokens()
{
    const QList<ProcessMark> all = m_fleet->daemon().everything();
    QVERIFY(all.size() >= 4); // daemon, keeper, two services
    for (const ProcessMark &mark : all) {
        QFile command(QStringLiteral("/proc/%1/cmdline").arg(mark.pid));
        QFile environment(QStringLiteral("/proc/%1/environ").arg(mark.pid));
        if (!command.open(QFile::ReadOnly) || !environment.open(QFile::ReadOnly))
            continue; // it ended meanwhile
        const QByteArray line = command.readAll();
        const QByteArray text = line + '\n' + environment.readAll();
        for (const char *token : {"operator's token", "viewer's token"})
            QVERIFY2(!text.contains(m_secrets.value(token)), text.constData());
        if (line.contains("/foghornd") || line.contains("/foghorn-keeper"))
            expectNone("our own processes", text, {"our own environment"});
    }
}

void TestSecrets::newTokensHoldNone()
{
    const ProgramRun run = runProgram(
        QStringLiteral("foghornctl"), {u"--state-dir"_qs, m_fleet->state(), u"--json"_qs, u"rotate-tokens"_qs});
    QCOMPARE(run.exitCode, 0);
    const QByteArray path = "/api/orchestration/services";
    for (const auto &[place, file] :
        {std::pair("operator's token", "state/token"), std::pair("viewer's token", "state/token.viewer")}) {
        const QByteArray before = m_secrets.value(place);
        const QByteArray now = m_fleet->read(QLatin1String(file)).trimmed();
        QVERIFY(now != before && now.size() >= 43);
        QCOMPARE(ask("GET", path, before).status, 401);
        QCOMPARE(ask("GET", path, now).status, 200);
        m_secrets.insert(QByteArray("new ") + place, now);
        QCOMPARE(QFile::permissions(m_fleet->path(QLatin1String(file))) & ~(QFile::ReadUser | QFile::WriteUser),
            QFile::ReadOwner | QFile::WriteOwner);
    }
    expectNone("rotate-tokens", run.output + run.errors);
    expectNone(
        "journal", ask("GET", "/api/orchestration/events?limit=1000", m_secrets.value("new viewer's token")).body);
}

void TestSecrets::theDaemonsOwnWordsHoldNone()
{
    expectNone("stderr", m_fleet->daemon().errors());
    expectNone("stdout", m_fleet->daemon().output());
    QVERIFY(!m_fleet->daemon().errors().isEmpty());
    QCOMPARE(m_fleet->daemon().stop(), 0);
    expectNone("stderr at the end", m_fleet->daemon().errors());
}

void TestSecrets::filesHoldNoneAndAreOurs()
{
    QDirIterator files(m_fleet->state(), QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    const auto others = QFile::ReadOther | QFile::WriteOther | QFile::ExeOther | QFile::WriteGroup;
    QCOMPARE(
        QFile::permissions(m_fleet->state()) & (others | QFile::ReadGroup | QFile::ExeGroup), QFile::Permissions());
    int seen = 0;
    while (files.hasNext()) {
        const QString name = files.next().mid(m_fleet->state().size() + 1);
        QVERIFY2(!(files.fileInfo().permissions() & (QFile::WriteOther | QFile::WriteGroup)), qPrintable(name));
        if (name == u"token" || name == u"token.viewer")
            continue; // that is where they are
        const bool isLog = name.startsWith(u"logs/");
        expectNone(name.toUtf8(), m_fleet->read(u"state/"_qs + name),
            isLog ? QSet<QByteArray>{"printed by its service"} : QSet<QByteArray>());
        ++seen;
    }
    QVERIFY(seen >= 4); // history, alerts, crashes, logs
}

void TestSecrets::cleanupTestCase()
{
    qunsetenv("SEED_TOKEN");
    reportFigure("T21",
        QStringLiteral("%1 secrets, %2 outputs with %3 bytes searched, 0 found")
            .arg(m_secrets.size())
            .arg(m_searched)
            .arg(m_bytes));
    m_fleet.reset();
}

QTEST_GUILESS_MAIN(TestSecrets)
#include "tst_secrets.moc"
