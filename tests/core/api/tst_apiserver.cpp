#include "tests/core/api/fakefleet.h"
#include "tests/core/api/rawclient.h"

#include <QJsonArray>
#include <QLocalSocket>
#include <QTemporaryDir>

using namespace foghorn;

namespace {

const QByteArray base = "/api/orchestration";

} // namespace

/// What the calls do beyond the seed's: verdicts, late answers, ETags, journal, registry, logs, Unix socket.
class TestApiServer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_fleet = std::make_unique<FakeFleet>();
        m_fleet->options.limits.answerDeadline = std::chrono::milliseconds(400);
        m_fleet->options.limits.maxPendingAnswers = 2;
        QVERIFY(m_fleet->open());
    }
    void cleanup() { m_fleet.reset(); }

    void verdicts_data();
    void verdicts();
    void commandsSayWhoAsked();
    void restartWithoutWaiting();
    void stopWithForce_data();
    void stopWithForce();
    void resetOfTheFailureCount();
    void startAndStopOfAll();
    void answersComeWhenTheWorkIsDone();
    void nothingIsReadBehindALateAnswer();
    void clientsMayLeaveBeforeTheAnswer();
    void lateAnswersRunIntoTheDeadline();
    void cancelledWorkAnswers503();
    void tooMuchSlowWorkIs429();
    void reload();
    void shutdown();
    void afterShutdownBeganOnlyReadingIsAnswered();
    void etagsSaveTheBody();
    void etagsChangeWithTheContentOnly();
    void readyFollowsTheRegistry();
    void checkNowOfOne();
    void events();
    void registration();
    void aReplacedCopyRevivesNothing();
    void registrationsAreChecked_data();
    void registrationsAreChecked();
    void logs();
    void logsWithoutTimes();
    void numbersAreDigits();
    void registeringAnewShowsAtOnce();
    void numbersInDetails();
    void history();
    void eventsOfEarlierRuns();
    void unixSocketNeedsNoToken();
    void serverGoesAwayWithWorkUnderWay();

private:
    RawReply get(const QByteArray &target, const QByteArray &extra = {})
    {
        return call(m_fleet->server->port(), request("GET", base + target, FakeFleet::operatorToken, {}, extra));
    }
    RawReply send(const QByteArray &method, const QByteArray &target, const QByteArray &body = {})
    {
        return call(m_fleet->server->port(), request(method, base + target, FakeFleet::operatorToken, body));
    }
    RawReply post(const QByteArray &target, const QByteArray &body = {}) { return send("POST", target, body); }

    std::unique_ptr<FakeFleet> m_fleet;
};

void TestApiServer::verdicts_data()
{
    QTest::addColumn<int>("verdict");
    QTest::addColumn<int>("status");
    QTest::newRow("done") << int(Verdict::Done) << 200;
    QTest::newRow("accepted") << int(Verdict::Accepted) << 202;
    QTest::newRow("not found") << int(Verdict::NotFound) << 404;
    QTest::newRow("conflict") << int(Verdict::Conflict) << 409;
    QTest::newRow("failed") << int(Verdict::Failed) << 500;
    QTest::newRow("invalid") << int(Verdict::Invalid) << 400;
    QTest::newRow("shutting down") << int(Verdict::ShuttingDown) << 503;
}

void TestApiServer::verdicts()
{
    QFETCH(int, verdict);
    QFETCH(int, status);
    m_fleet->commands.outcome = {
        static_cast<Verdict>(verdict), QStringLiteral("edge is needed by harvest; use cascade")};
    for (const QByteArray &target : QList<QByteArray>{
             "/restart/edge", "/start/edge", "/stop/edge", "/start", "/stop", "/service/edge/reset-failed"}) {
        const RawReply reply = post(target);
        QCOMPARE(reply.status, status);
        QCOMPARE(reply.json()[u"success"].toBool(), status < 300);
        if (status >= 300)
            QCOMPARE(reply.json()[u"detail"], QJsonValue(m_fleet->commands.outcome.message));
    }
}

void TestApiServer::commandsSayWhoAsked()
{
    call(m_fleet->server->port(),
        request("POST", base + "/stop/edge", FakeFleet::operatorToken, R"({"cascade":true})",
            "User-Agent: foghornctl/1\r\n"));
    QCOMPARE(m_fleet->commands.calls.size(), 1);
    const FakeCommands::Call &made = m_fleet->commands.calls.first();
    QCOMPARE(made.verb, QStringLiteral("stop"));
    QVERIFY(made.options.cascade);
    QCOMPARE(made.actor.role, QStringLiteral("operator"));
    QCOMPARE(made.actor.origin, QStringLiteral("127.0.0.1"));
    QCOMPARE(made.actor.program, QStringLiteral("foghornctl/1"));
}

void TestApiServer::restartWithoutWaiting()
{
    m_fleet->commands.outcome = {Verdict::Accepted, {}};
    const RawReply reply = post("/restart/edge", R"({"wait":false})");
    QCOMPARE(reply.status, 202);
    QVERIFY(!m_fleet->commands.calls.first().options.wait);
    QCOMPARE(reply.json()[u"message"], QJsonValue(QStringLiteral("The restart of service 'edge' has begun")));
    QCOMPARE(reply.json()[u"service"], QJsonValue(QStringLiteral("edge")));
    QCOMPARE(post("/restart/nobody").status, 404);
    QCOMPARE(m_fleet->commands.calls.size(), 1);
}

void TestApiServer::stopWithForce_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("force");
    QTest::newRow("as usual") << QByteArray("/stop/edge") << QByteArray() << 200 << false;
    QTest::newRow("query") << QByteArray("/stop/edge?force=true") << QByteArray() << 200 << true;
    QTest::newRow("query false") << QByteArray("/stop/edge?force=false") << QByteArray() << 200 << false;
    QTest::newRow("body") << QByteArray("/stop/edge") << QByteArray(R"({"force":true})") << 200 << true;
    QTest::newRow("body counts") << QByteArray("/stop/edge?force=true") << QByteArray(R"({"force":false})") << 200
                                 << false;
    QTest::newRow("neither") << QByteArray("/stop/edge?force=1") << QByteArray() << 400 << false;
    QTest::newRow("of nobody") << QByteArray("/stop/nobody?force=true") << QByteArray() << 404 << false;
    QTest::newRow("of all") << QByteArray("/stop?force=true") << QByteArray() << 400 << false;
    QTest::newRow("of all, body") << QByteArray("/stop") << QByteArray(R"({"force":true})") << 400 << false;
    QTest::newRow("of a start") << QByteArray("/start/edge?force=true") << QByteArray() << 400 << false;
}

void TestApiServer::stopWithForce()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(bool, force);
    const RawReply reply = post(target, body);
    QCOMPARE(reply.status, status);
    QCOMPARE(m_fleet->commands.calls.size(), status == 200 ? 1 : 0);
    if (status != 200) {
        QCOMPARE(reply.headers.value("content-type"), QByteArray("application/problem+json"));
        return;
    }
    QCOMPARE(m_fleet->commands.calls.first().verb, QStringLiteral("stop"));
    QCOMPARE(m_fleet->commands.calls.first().options.force, force);
    QCOMPARE(reply.json()[u"message"], QJsonValue(QStringLiteral("Service 'edge' stopped successfully")));
}

void TestApiServer::resetOfTheFailureCount()
{
    m_fleet->commands.outcome = {Verdict::Done, QStringLiteral("0 of 3 again")};
    const RawReply reply = post("/service/edge/reset-failed");
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.json()[u"service"], QJsonValue(QStringLiteral("edge")));
    QCOMPARE(reply.json()[u"restart_attempts"], QJsonValue(0));
    QCOMPARE(reply.json()[u"message"], QJsonValue(m_fleet->commands.outcome.message));
    QCOMPARE(m_fleet->commands.calls.size(), 1);
    QCOMPARE(m_fleet->commands.calls.first().verb, QStringLiteral("resetFailed"));
    QCOMPARE(m_fleet->commands.calls.first().actor.role, QStringLiteral("operator"));
    QCOMPARE(post("/service/nobody/reset-failed").status, 404);
    QCOMPARE(post("/service/edge/reset-failed", R"({"force":true})").status, 400);
    QCOMPARE(m_fleet->commands.calls.size(), 1);
}

void TestApiServer::startAndStopOfAll()
{
    const RawReply reply = post("/stop", R"({"wait":true})");
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.json()[u"total_services"], QJsonValue(3));
    QCOMPARE(m_fleet->commands.calls.first().verb, QStringLiteral("stopAll"));
    QCOMPARE(post("/start", R"({"cascade":true})").status, 400);
}

void TestApiServer::answersComeWhenTheWorkIsDone()
{
    m_fleet->commands.isHolding = true;
    RawClient client(m_fleet->server->port());
    client.send(request("POST", base + "/restart/edge", FakeFleet::operatorToken));
    QTRY_COMPARE(m_fleet->commands.calls.size(), 1);
    QCOMPARE(get("/services").status, 200); // others are served meanwhile
    m_fleet->setState(QStringLiteral("edge"), RunState::Failed, Cause::Exited);
    m_fleet->commands.finish();
    const RawReply reply = client.read();
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.json()[u"state"], QJsonValue(QStringLiteral("failed"))); // the state when it was done
}

void TestApiServer::nothingIsReadBehindALateAnswer()
{
    m_fleet->commands.isHolding = true;
    RawClient client(m_fleet->server->port());
    client.send(request("POST", base + "/restart/edge", FakeFleet::operatorToken)
        + request("POST", base + "/stop/dao", FakeFleet::operatorToken));
    QTRY_COMPARE(m_fleet->commands.calls.size(), 1);
    client.send(request("POST", base + "/stop/dao", FakeFleet::operatorToken));
    QCOMPARE(get("/services").status, 200); // by now the server has seen what came before
    m_fleet->commands.finish();
    const RawReply reply = client.read();
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.json()[u"service"], QJsonValue(QStringLiteral("edge")));
    QCOMPARE(reply.headers.value("connection"), QByteArray("close"));
    QVERIFY(client.isCut());
    QCOMPARE(m_fleet->commands.calls.size(), 1);
}

void TestApiServer::clientsMayLeaveBeforeTheAnswer()
{
    m_fleet->commands.isHolding = true;
    {
        RawClient client(m_fleet->server->port());
        client.send(request("POST", base + "/restart/edge", FakeFleet::operatorToken));
        QTRY_COMPARE(m_fleet->commands.calls.size(), 1);
        client.socket().abort();
    }
    QTRY_COMPARE(m_fleet->server->connections(), 0);
    m_fleet->commands.finish();
    m_fleet->commands.isHolding = false;
    QCOMPARE(post("/restart/edge").status, 200);
}

void TestApiServer::lateAnswersRunIntoTheDeadline()
{
    m_fleet->commands.isHolding = true;
    const RawReply reply = post("/restart/edge");
    QCOMPARE(reply.status, 504);
    m_fleet->commands.finish(); // too late: dropped
    QCOMPARE(get("/services").status, 200);
}

void TestApiServer::cancelledWorkAnswers503()
{
    m_fleet->commands.isHolding = true;
    RawClient client(m_fleet->server->port());
    client.send(request("POST", base + "/restart/edge", FakeFleet::operatorToken));
    QTRY_COMPARE(m_fleet->commands.calls.size(), 1);
    m_fleet->commands.finish(true);
    QCOMPARE(client.read().status, 503);
}

void TestApiServer::tooMuchSlowWorkIs429()
{
    m_fleet->commands.isHolding = true;
    RawClient first(m_fleet->server->port());
    RawClient second(m_fleet->server->port());
    first.send(request("POST", base + "/restart/edge", FakeFleet::operatorToken));
    second.send(request("POST", base + "/restart/dao", FakeFleet::operatorToken));
    QTRY_COMPARE(m_fleet->commands.calls.size(), 2);
    const RawReply third = post("/restart/harvest");
    QCOMPARE(third.status, 429);
    QVERIFY(third.headers.contains("retry-after"));
    QCOMPARE(m_fleet->commands.calls.size(), 2);
    m_fleet->commands.finish();
    QCOMPARE(first.read().status, 200);
    QCOMPARE(second.read().status, 200);
}

void TestApiServer::reload()
{
    m_fleet->commands.reloadOutcome.added = {QStringLiteral("new")};
    m_fleet->commands.reloadOutcome.untouched = 3;
    const RawReply plan = post("/reload", R"({"plan":true})");
    QCOMPARE(plan.status, 200);
    QCOMPARE(plan.json()[u"plan"], QJsonValue(true));
    QCOMPARE(plan.json()[u"added"], QJsonValue(QJsonArray{QStringLiteral("new")}));
    QCOMPARE(plan.json()[u"untouched"], QJsonValue(3));
    QCOMPARE(m_fleet->commands.calls.first().verb, QStringLiteral("plan"));
    m_fleet->commands.reloadOutcome = {Verdict::Invalid, QStringLiteral("2 faults; mend them and reload"),
        {QStringLiteral("fleet.yaml:3:5: x"), QStringLiteral("fleet.yaml:9:1: y")}, {}, {}, {}, {}, {}, 0};
    const RawReply faulty = post("/reload");
    QCOMPARE(faulty.status, 400);
    QCOMPARE(faulty.json()[u"faults"].toArray().size(), 2);
    QVERIFY(!faulty.json().contains(u"cycles"));
    const QList<ServiceId> cycle{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("a")};
    m_fleet->commands.reloadOutcome.cycles = {cycle};
    const QJsonArray cycles = post("/reload").json()[u"cycles"].toArray();
    QCOMPARE(cycles, (QJsonArray{QJsonArray::fromStringList(cycle)}));
}

void TestApiServer::shutdown()
{
    const RawReply reply = post("/shutdown");
    QCOMPARE(reply.status, 202);
    QCOMPARE(reply.json()[u"success"], QJsonValue(true));
    QCOMPARE(m_fleet->commands.calls.first().verb, QStringLiteral("shutdown"));
}

void TestApiServer::afterShutdownBeganOnlyReadingIsAnswered()
{
    m_fleet->server->beginShutdown();
    QCOMPARE(post("/restart/edge").status, 503);
    QCOMPARE(send("PUT", "/registry/box", "{}").status, 503);
    QCOMPARE(get("/services").status, 200);
    QVERIFY(m_fleet->commands.calls.isEmpty());
}

void TestApiServer::etagsSaveTheBody()
{
    for (const QByteArray &target : QList<QByteArray>{
             "/services", "/services?names=dao", "/dependencies", "/service/dao", "/events", "/openapi.json"}) {
        const RawReply first = get(target);
        const QByteArray tag = first.headers.value("etag");
        QVERIFY(tag.startsWith('"') && tag.endsWith('"') && tag.size() > 10);
        for (const QByteArray &match : QList<QByteArray>{tag, "W/" + tag, "\"x\", " + tag, "*"}) {
            const RawReply again = get(target, "If-None-Match: " + match + "\r\n");
            if (target == "/service/dao" && again.status == 200)
                continue; // its uptime moves once a second
            QCOMPARE(again.status, 304);
            QVERIFY(again.body.isEmpty() && !again.headers.contains("content-length"));
            QCOMPARE(again.headers.value("etag"), tag);
        }
        QCOMPARE(get(target, "If-None-Match: \"x\"\r\n").status, 200);
    }
}

void TestApiServer::etagsChangeWithTheContentOnly()
{
    const QByteArray services = get("/services").headers.value("etag");
    const QByteArray dependencies = get("/dependencies").headers.value("etag");
    m_fleet->registry.recordHeartbeat(QStringLiteral("dao"), Now::read()); // shows in none of the two
    QCOMPARE(get("/services").headers.value("etag"), services);
    m_fleet->setState(QStringLiteral("dao"), RunState::Stopping, Cause::Command);
    const RawReply changed = get("/services", "If-None-Match: " + services + "\r\n");
    QCOMPARE(changed.status, 200);
    QCOMPARE(changed.json()[u"services"][u"dao"][u"status"], QJsonValue(QStringLiteral("stopping")));
    QCOMPARE(changed.json()[u"services"][u"dao"][u"why"], QJsonValue(QStringLiteral("stopping by command")));
    QCOMPARE(get("/dependencies").headers.value("etag"), dependencies);
}

void TestApiServer::readyFollowsTheRegistry()
{
    const auto ready = [this] { return call(m_fleet->server->port(), request("GET", "/readyz")).status; };
    QCOMPARE(ready(), 200);
    m_fleet->setState(QStringLiteral("dao"), RunState::Failed, Cause::Exited);
    QCOMPARE(ready(), 503);
    QCOMPARE(get("/services").json()[u"is_ready"], QJsonValue(false));
    m_fleet->registry.setInitialized(false);
    QCOMPARE(get("/services").json()[u"initialized"], QJsonValue(false));
    QCOMPARE(call(m_fleet->server->port(), request("GET", "/livez")).status, 200);
}

void TestApiServer::checkNowOfOne()
{
    m_fleet->commands.results = {m_fleet->check(QStringLiteral("dao"))};
    const RawReply reply = post("/health/check-now/dao");
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.json()[u"results"].toObject().keys(), (QList<QString>{QStringLiteral("dao")}));
    QCOMPARE(m_fleet->commands.calls.last().service, QStringLiteral("dao"));
    m_fleet->commands.results.clear();
    QCOMPARE(post("/health/check-now/dao").status, 409); // does not run
    QCOMPARE(post("/health/check-now/nobody").status, 404);
}

void TestApiServer::events()
{
    for (int i = 1; i <= 150; ++i) {
        Event event;
        event.at = m_fleet->at;
        event.kind = EventKind::StateChanged;
        event.service = QStringLiteral("dao");
        event.from = QStringLiteral("starting");
        event.to = QStringLiteral("running");
        event.cause = QStringLiteral("StartUp");
        event.message = QStringLiteral("number %1").arg(i);
        m_fleet->events.append(event);
    }
    const QJsonObject newest = get("/events").json();
    QCOMPARE(newest[u"events"].toArray().size(), 100);
    QCOMPARE(newest[u"events"][0][u"id"], QJsonValue(51));
    QCOMPARE(newest[u"last_id"], QJsonValue(150));
    QCOMPARE(newest[u"first_id"], QJsonValue(1));
    const QJsonObject next = get("/events?after=10&limit=2").json();
    QCOMPARE(next[u"events"].toArray().size(), 2);
    QCOMPARE(next[u"events"][0][u"id"], QJsonValue(11));
    QCOMPARE(next[u"events"][0][u"kind"], QJsonValue(QStringLiteral("state")));
    QVERIFY(next[u"events"][0][u"actor"].isNull());
    QCOMPARE(get("/events?after=150").json()[u"events"].toArray().size(), 0);
    QVERIFY(m_fleet->history.askedForEvents.isEmpty()); // memory held it all
}

void TestApiServer::eventsOfEarlierRuns()
{
    EventLog &log = m_fleet->events;
    log.continueAfter(1000);
    log.setOldestKept(1);
    const auto event = [this](const QString &service, EventKind kind, int second) {
        Event made;
        made.at = m_fleet->at + std::chrono::seconds(second);
        made.service = service;
        made.kind = kind;
        return made;
    };
    for (int id = 1; id <= 20; ++id) {
        m_fleet->history.keptEvents << event(QStringLiteral("dao"), EventKind::HealthChanged, id);
        m_fleet->history.keptEvents.last().id = id;
    }
    for (int second = 100; second < 110; ++second)
        log.append(event(QStringLiteral("edge"), EventKind::StateChanged, second));
    const auto ids = [this](const QByteArray &query) {
        QList<int> found;
        const QJsonArray shown = get("/events" + query).json()[u"events"].toArray();
        for (const QJsonValue &one : shown)
            found << one[u"id"].toInt();
        return found;
    };
    QCOMPARE(ids("?limit=3"), (QList<int>{1008, 1009, 1010}));
    QCOMPARE(ids("?after=1007&service=edge"), (QList<int>{1008, 1009, 1010}));
    QVERIFY(m_fleet->history.askedForEvents.isEmpty());
    QCOMPARE(ids("?limit=12").mid(0, 3), (QList<int>{19, 20, 1001}));
    QCOMPARE(ids("?after=18&limit=4"), (QList<int>{19, 20, 1001, 1002}));
    QCOMPARE(ids("?service=dao&limit=2"), (QList<int>{19, 20}));
    QCOMPARE(ids("?kind=health&after=0&limit=2"), (QList<int>{1, 2}));
    QCOMPARE(ids("?kind=state&from=2026-11-23T00:32:48.042Z&to=2026-11-23T00:32:49.042Z"), (QList<int>{1002, 1003}));
    QCOMPARE(ids("?service=nobody"), QList<int>());
    QCOMPARE(get("/events").json()[u"first_id"], QJsonValue(1));
    for (const auto &[query, hint] : std::initializer_list<std::pair<QByteArray, QString>>{
             {"kind=states", QStringLiteral("health")}, {"service=A%20b", QStringLiteral("name of a service")},
             {"from=today", QStringLiteral("2026-11-23T")}, {"after=x", QStringLiteral("whole number")},
             {"from=2026-11-23T00:00:01Z&to=2026-11-23T00:00:00Z", QStringLiteral("swap")}}) {
        const RawReply refused = get("/events?" + query);
        QCOMPARE(refused.status, 400);
        QVERIFY2(refused.json()[u"detail"].toString().contains(hint), refused.body.constData());
    }
}

void TestApiServer::registration()
{
    const RawReply made =
        send("PUT", "/registry/box", R"({"service_type":"gateway","version":"2","endpoints":{"http":"http://10.0.0.1/"},
        "dependencies":["dao"],"metadata":{"rack":"7"},"heartbeat_interval":5})");
    QCOMPARE(made.status, 201);
    QCOMPARE(made.json()[u"registration"][u"service_type"], QJsonValue(QStringLiteral("gateway")));
    QCOMPARE(send("PUT", "/registry/box", "{}").status, 200);
    QCOMPARE(post("/registry/box/heartbeat").status, 200);
    const QJsonObject found = get("/registry?type=box").json();
    QCOMPARE(found[u"total_services"], QJsonValue(1));
    QCOMPARE(found[u"services"][u"box"][u"external"], QJsonValue(true));
    QVERIFY(get("/services").json()[u"services"].toObject().contains(u"box"));
    QVERIFY(get("/dependencies").json()[u"dependencies"].toObject().contains(u"box"));
    QCOMPARE(post("/restart/box").status, 409); // not ours
    QCOMPARE(send("DELETE", "/registry/box").status, 200);
    QCOMPARE(send("DELETE", "/registry/box").status, 404);
    QCOMPARE(post("/registry/box/heartbeat").status, 404);
    QCOMPARE(send("DELETE", "/registry/dao").status, 409);
    QCOMPARE(send("PUT", "/registry/dao", "{}").status, 409);
    QCOMPARE(post("/registry/dao/heartbeat").status, 200); // a managed one may beat
    QVERIFY(m_fleet->registry.find(QStringLiteral("dao"))->lastHeartbeat);
}

void TestApiServer::aReplacedCopyRevivesNothing()
{
    const QByteArray first = R"({"instance":"a-1"})";
    const QByteArray second = R"({"instance":"a-2"})";
    QCOMPARE(send("PUT", "/registry/box", first).status, 201);
    QCOMPARE(post("/registry/box/heartbeat", first).status, 200);
    QCOMPARE(post("/registry/box/heartbeat").status, 409); // one that does not say which it is
    QCOMPARE(send("PUT", "/registry/box", second).status, 200);
    const RawReply replaced = post("/registry/box/heartbeat", first);
    QCOMPARE(replaced.status, 409);
    QVERIFY(replaced.json()[u"detail"].toString().contains(u"register again"));
    QCOMPARE(post("/registry/box/heartbeat", second).status, 200);
    QCOMPARE(post("/registry/box/heartbeat", R"({"instance":7})").status, 400);
    QCOMPARE(post("/registry/box/heartbeat", R"({"instance":")" + QByteArray(300, 'x') + "\"}").status, 400);
    QCOMPARE(send("PUT", "/registry/box", "{}").status, 200); // any copy again
    QCOMPARE(post("/registry/box/heartbeat", first).status, 200);
    QCOMPARE(send("PUT", "/registry/box", first).status, 200);
    QCOMPARE(send("DELETE", "/registry/box").status, 200);
    QCOMPARE(send("PUT", "/registry/box", "{}").status, 201);
    QCOMPARE(post("/registry/box/heartbeat").status, 200); // nothing is left of the earlier one
}

void TestApiServer::registrationsAreChecked_data()
{
    QTest::addColumn<QByteArray>("body");
    for (const QByteArray &body :
        QList<QByteArray>{R"({"type":"x"})", R"({"service_type":1})", R"({"service_type":"a\u001bb"})",
            R"({"endpoints":{"http":1}})", R"({"endpoints":[]})", R"({"dependencies":["../x"]})",
            R"({"dependencies":[1]})", R"({"dependencies":"dao"})", R"({"metadata":{"a":{"b":1}}})",
            R"({"heartbeat_interval":0})", R"({"heartbeat_interval":-1})", R"({"heartbeat_timeout":1e99})",
            R"({"heartbeat_interval":10,"heartbeat_timeout":1})", R"({"version":")" + QByteArray(300, 'v') + "\"}"})
        QTest::newRow(body.left(50).constData()) << body;
}

void TestApiServer::registrationsAreChecked()
{
    QFETCH(QByteArray, body);
    QCOMPARE(send("PUT", "/registry/box", body).status, 400);
    QVERIFY(!m_fleet->registry.find(QStringLiteral("box")));
}

void TestApiServer::logs()
{
    QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("dao.log"));
    FleetOutline outline = m_fleet->registry.outline();
    outline.services[0].logFile = path;
    m_fleet->registry.setOutline(outline);
    QCOMPARE(get("/service/dao/logs").status, 200); // not there yet: empty
    QFile file(path);
    QVERIFY(file.open(QFile::WriteOnly));
    file.write(
        "2026-11-23T00:00:00Z one\n2026-11-23T01:00:00Z two <b>\n  more of two\n2026-11-23T02:00:00Z three\nhalf");
    file.close();
    const RawReply all = get("/service/dao/logs");
    QCOMPARE(all.headers.value("content-type"), QByteArray("text/plain; charset=utf-8"));
    QVERIFY(all.body.endsWith("three\nhalf\n"));
    QCOMPARE(get("/service/dao/logs?tail=1").body, QByteArray("half\n"));
    QCOMPARE(get("/service/dao/logs?contains=two").body, QByteArray("2026-11-23T01:00:00Z two <b>\n  more of two\n"));
    QVERIFY(get("/service/dao/logs?since=2026-11-23T01:00:00Z").body.startsWith("2026-11-23T01:00:00Z two"));
    const RawReply lines = get("/service/dao/logs?tail=2", "Accept: application/x-ndjson\r\n");
    QCOMPARE(lines.headers.value("content-type"), QByteArray("application/x-ndjson"));
    const QJsonObject first = QJsonDocument::fromJson(lines.body.split('\n').first()).object();
    QCOMPARE(first[u"service"], QJsonValue(QStringLiteral("dao")));
    QCOMPARE(first[u"timestamp"], QJsonValue(QStringLiteral("2026-11-23T02:00:00.000Z")));
    const QByteArray tag = all.headers.value("etag");
    QVERIFY(!tag.isEmpty()); // every GET has one, also those that are answered late
    const RawReply again = get("/service/dao/logs", "If-None-Match: " + tag + "\r\n");
    QCOMPARE(again.status, 304);
    QVERIFY(again.body.isEmpty());
    QCOMPARE(get("/service/dao/logs?tail=0").status, 400);
    QCOMPARE(get("/service/dao/logs?follow=1").status, 400);
}

/// Most programs write no times: by the file's last change one can at least tell "nothing new" from "all".
void TestApiServer::logsWithoutTimes()
{
    QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("dao.log"));
    FleetOutline outline = m_fleet->registry.outline();
    outline.services[0].logFile = path;
    m_fleet->registry.setOutline(outline);
    QFile file(path);
    QVERIFY(file.open(QFile::WriteOnly));
    file.write("one\ntwo\n");
    QVERIFY(file.flush());
    QVERIFY(file.setFileTime(
        QDateTime::fromString(QStringLiteral("2026-11-23T01:00:00Z"), Qt::ISODate), QFile::FileModificationTime));
    QCOMPARE(get("/service/dao/logs?since=2026-11-23T00:59:59Z").body, QByteArray("one\ntwo\n"));
    QCOMPARE(get("/service/dao/logs?since=2026-11-23T01:00:01Z").body, QByteArray());
    file.write("2026-11-23T00:30:00Z three\nfour\n");
    file.close();
    QCOMPARE(get("/service/dao/logs?since=2026-11-23T00:29:00Z").body.count('\n'), 4);
    QCOMPARE(get("/service/dao/logs?since=2026-11-23T00:31:00Z").body, QByteArray());
}

/// The second of that name has changed as often as the first: what was cached of that one must not show.
void TestApiServer::registeringAnewShowsAtOnce()
{
    for (const QByteArray version : {"one", "two"}) {
        QCOMPARE(send("PUT", "/registry/box", R"({"version":")" + version + R"("})").status, 201);
        QCOMPARE(get("/services?names=box").json()[u"services"][u"box"][u"version"],
            QJsonValue(QString::fromLatin1(version)));
        QCOMPARE(send("DELETE", "/registry/box").status, 200);
        QCOMPARE(get("/services?names=box").status, 404);
    }
}

void TestApiServer::numbersAreDigits()
{
    for (const char *number : {"+1", "%201", "1%20", "1.0", "0x1", "1e1", "-1", "", "101", "99999999999999999999"})
        QCOMPARE(get(QByteArray("/service/dao?history=") + number).status, 400);
    for (const char *number : {"0", "1", "100", "%31"})
        QCOMPARE(get(QByteArray("/service/dao?history=") + number).status, 200);
}

void TestApiServer::numbersInDetails()
{
    CheckResult result = m_fleet->check(QStringLiteral("dao"));
    result.details = {{QStringLiteral("status_code"), QStringLiteral("200")},
        {QStringLiteral("exit_code"), QStringLiteral("-1")}, {QStringLiteral("location"), QStringLiteral("7")}};
    m_fleet->registry.recordCheck(result, {Health::Healthy, 0, 1});
    const QJsonValue details = get("/health").json()[u"services"][u"dao"][u"last_check"][u"details"];
    QCOMPARE(details[u"status_code"], QJsonValue(200));
    QCOMPARE(details[u"exit_code"], QJsonValue(-1));
    QCOMPARE(details[u"location"], QJsonValue(QStringLiteral("7")));
}

void TestApiServer::history()
{
    CheckPoint point;
    point.worst = m_fleet->check(QStringLiteral("dao"), false);
    point.from = m_fleet->at;
    point.to = m_fleet->at + std::chrono::minutes(5);
    point.count = 10;
    point.passed = 9;
    point.p95 = std::chrono::microseconds(1500);
    m_fleet->history.kept.checks = {point};
    m_fleet->history.kept.stateSpans = {
        {m_fleet->at, {}, RunState::Running, Cause::StartUp}, {m_fleet->at, m_fleet->at, {}, {}}};
    m_fleet->history.kept.healthSpans = {{m_fleet->at, {}, Health::Degraded}};
    const QJsonObject answer =
        get("/service/dao/history?points=10&from=2026-11-23T00:31:08.042Z&to=2026-11-23T00:31:10.042Z").json();
    const HistoryQuery asked = m_fleet->history.asked.value(0);
    QCOMPARE(asked.service, QStringLiteral("dao"));
    QCOMPARE(asked.points, 10);
    QVERIFY(
        asked.from == fromRfc3339("2026-11-23T00:31:08.042Z") && asked.to == fromRfc3339("2026-11-23T00:31:10.042Z"));
    const QJsonValue check = answer[u"checks"][0];
    QCOMPARE(check[u"passed"], QJsonValue(false));
    QCOMPARE(check[u"message"], QJsonValue(QStringLiteral("HTTP 503, expected 200-299")));
    QCOMPARE(check[u"count"], QJsonValue(10));
    QCOMPARE(check[u"passed_count"], QJsonValue(9));
    QCOMPARE(check[u"p95_ms"], QJsonValue(1.5));
    QCOMPARE(answer[u"state_spans"][0][u"state"], QJsonValue(QStringLiteral("running")));
    QVERIFY(answer[u"state_spans"][0][u"to"].isNull() && answer[u"state_spans"][1][u"state"].isNull());
    QCOMPARE(answer[u"health_spans"][0][u"health"], QJsonValue(QStringLiteral("degraded")));
    QCOMPARE(get("/service/nobody/history").status, 404);
    m_fleet->history.fault = QStringLiteral("the disk is gone");
    const RawReply failed = get("/service/dao/history");
    QCOMPARE(failed.status, 500);
    QCOMPARE(failed.json()[u"detail"], QJsonValue(QStringLiteral("the disk is gone")));
}

void TestApiServer::unixSocketNeedsNoToken()
{
    QTemporaryDir directory;
    m_fleet->options.unixSocketPath = directory.filePath(QStringLiteral("api.sock"));
    QVERIFY(m_fleet->open());
    QCOMPARE(QFile::permissions(m_fleet->options.unixSocketPath)
            & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
        QFile::Permissions());
    QLocalSocket socket;
    socket.connectToServer(m_fleet->options.unixSocketPath);
    QTRY_COMPARE(socket.state(), QLocalSocket::ConnectedState);
    socket.write("POST " + base + "/restart/edge HTTP/1.1\r\nHost: anything\r\n\r\n");
    QByteArray received;
    QTRY_VERIFY((received += socket.readAll()).contains("restarted successfully"));
    QVERIFY(received.startsWith("HTTP/1.1 200 OK\r\n"));
    QVERIFY(m_fleet->commands.calls.first().actor.origin.startsWith(QStringLiteral("unix:")));
    ApiServer second(m_fleet->sources(), m_fleet->options);
    QVERIFY(!second.listen()); // one that answers is not taken away
    m_fleet->server.reset();
    QVERIFY(!QFile::exists(m_fleet->options.unixSocketPath));
}

void TestApiServer::serverGoesAwayWithWorkUnderWay()
{
    m_fleet->commands.isHolding = true;
    RawClient client(m_fleet->server->port());
    client.send(request("POST", base + "/restart/edge", FakeFleet::operatorToken));
    QTRY_COMPARE(m_fleet->commands.calls.size(), 1);
    m_fleet->server.reset();
    m_fleet->commands.finish();
    QVERIFY(client.isCut());
}

QTEST_GUILESS_MAIN(TestApiServer)
#include "tst_apiserver.moc"
