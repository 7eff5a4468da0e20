#include "tests/core/api/fakefleet.h"
#include "tests/core/api/rawclient.h"

#include <QJsonArray>
#include <QRegularExpression>

using namespace foghorn;

namespace {

const QByteArray base = "/api/orchestration";

/// The member names of a JSON object in the order in which they were written, top level only.
QList<QByteArray> memberOrder(const QByteArray &json)
{
    QList<QByteArray> names;
    int depth = 0;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (c == '{' || c == '[')
            ++depth;
        else if (c == '}' || c == ']')
            --depth;
        else if (c == '"') {
            const qsizetype from = i + 1;
            for (++i; json[i] != '"'; ++i) {
                if (json[i] == '\\')
                    ++i;
            }
            if (depth == 1 && i + 1 < json.size() && json[i + 1] == ':')
                names << json.mid(from, i - from);
        }
    }
    return names;
}

/// The first `expected.size()` members are these, in this order.
void compareOrder(const QByteArray &json, const QList<QByteArray> &expected)
{
    QCOMPARE(memberOrder(json).mid(0, expected.size()), expected);
}

/// The text of a member that is an object.
QByteArray objectOf(const QByteArray &json, const QByteArray &name)
{
    const qsizetype from = json.indexOf(QByteArray('"' + name + "\":{")) + name.size() + 3;
    int depth = 0;
    for (qsizetype i = from; i < json.size(); ++i) {
        depth += json[i] == '{' ? 1 : json[i] == '}' ? -1 : 0;
        if (depth == 0)
            return json.mid(from, i + 1 - from);
    }
    return {};
}

} // namespace

/// The seven calls that the seed promises: members, types, order.
class TestSeedContract : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_fleet = std::make_unique<FakeFleet>();
        m_fleet->registry.recordCheck(m_fleet->check(QStringLiteral("dao")), {Health::Healthy, 0, 1});
        m_fleet->registry.recordCheck(m_fleet->check(QStringLiteral("edge"), false), {Health::Degraded, 1, 0});
        QVERIFY(m_fleet->open());
    }
    void cleanup() { m_fleet.reset(); }

    void services();
    void health();
    void restart();
    void dependencies();
    void metrics();
    void service();
    void checkNow();
    void historyIsBounded();

private:
    RawReply get(const QByteArray &target)
    {
        return call(m_fleet->server->port(), request("GET", base + target, FakeFleet::operatorToken));
    }
    RawReply post(const QByteArray &target, const QByteArray &body = {})
    {
        return call(m_fleet->server->port(), request("POST", base + target, FakeFleet::operatorToken, body));
    }
    std::unique_ptr<FakeFleet> m_fleet;
};

void TestSeedContract::services()
{
    const RawReply reply = get("/services");
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.headers.value("content-type"), QByteArray("application/json"));
    compareOrder(reply.body, {"success", "total_services", "services", "is_ready", "initialized"});
    QCOMPARE(memberOrder(objectOf(reply.body, "services")), (QList<QByteArray>{"dao", "edge", "harvest"}));
    compareOrder(objectOf(reply.body, "dao"), {"status", "restart_count", "last_restart", "last_error", "is_critical"});
    const QJsonObject dao = reply.json()[u"services"][u"dao"].toObject();
    QCOMPARE(dao[u"status"], QJsonValue(QStringLiteral("running")));
    QCOMPARE(dao[u"restart_count"], QJsonValue(0));
    QVERIFY(dao[u"last_restart"].isNull() && dao[u"last_error"].isNull());
    QCOMPARE(dao[u"is_critical"], QJsonValue(true));
    QCOMPARE(dao[u"state"], QJsonValue(QStringLiteral("running")));
    QCOMPARE(dao[u"health"], QJsonValue(QStringLiteral("healthy")));
    QCOMPARE(dao[u"cause"], QJsonValue(QStringLiteral("StartUp")));
    QCOMPARE(dao[u"why"], QJsonValue(QStringLiteral("running")));
    QCOMPARE(dao[u"since"], QJsonValue(QStringLiteral("2026-11-23T00:31:07.042Z")));
    QVERIFY(dao.contains(u"next_attempt_at") && dao[u"next_attempt_at"].isNull());
    QCOMPARE(dao[u"pid"], QJsonValue(4711));
    QCOMPARE(dao[u"layer"], QJsonValue(0));
    QCOMPARE(reply.json()[u"total_services"], QJsonValue(3));
    QCOMPARE(reply.json()[u"is_ready"], QJsonValue(true));
    QCOMPARE(reply.json()[u"initialized"], QJsonValue(true));
}

void TestSeedContract::health()
{
    const RawReply reply = get("/health");
    compareOrder(
        reply.body, {"success", "status", "composite_health", "services", "unhealthy_services", "degraded_services"});
    QCOMPARE(reply.json()[u"status"], QJsonValue(QStringLiteral("ok")));
    QCOMPARE(reply.json()[u"composite_health"], QJsonValue(QStringLiteral("degraded")));
    QCOMPARE(reply.json()[u"degraded_services"], QJsonValue(QJsonArray{QStringLiteral("edge")}));
    QCOMPARE(reply.json()[u"unhealthy_services"], QJsonValue(QJsonArray{}));
    const QJsonObject dao = reply.json()[u"services"][u"dao"].toObject();
    compareOrder(objectOf(reply.body, "dao"), {"status", "last_check", "consecutive_failures", "uptime_1h"});
    QCOMPARE(dao[u"status"], QJsonValue(QStringLiteral("healthy")));
    QVERIFY(dao[u"last_check"].isObject());
    QVERIFY(dao[u"uptime_1h"].isDouble() || dao[u"uptime_1h"].isNull());
    QVERIFY(dao.contains(u"uptime_24h") && dao.contains(u"uptime_7d"));
    QCOMPARE(dao[u"response_time_ms"], QJsonValue(12.5));
    QVERIFY(reply.json()[u"services"][u"harvest"][u"last_check"].isNull());
}

void TestSeedContract::restart()
{
    ServiceStatus status = m_fleet->registry.find(QStringLiteral("edge"))->status;
    status.restartCount = 1;
    status.lastRestart = m_fleet->at;
    m_fleet->registry.update(status);
    const RawReply reply = post("/restart/edge", R"({"force":true})");
    QCOMPARE(reply.status, 200);
    QList<QByteArray> members = memberOrder(reply.body);
    for (const QByteArray &name :
        QList<QByteArray>{"success", "service", "status", "restart_count", "last_restart", "message"})
        QVERIFY2(members.contains(name), name.constData());
    QCOMPARE(reply.json()[u"success"], QJsonValue(true));
    QCOMPARE(reply.json()[u"restart_count"], QJsonValue(1));
    QCOMPARE(reply.json()[u"message"], QJsonValue(QStringLiteral("Service 'edge' restarted successfully")));
    QCOMPARE(reply.json()[u"last_restart"], QJsonValue(QStringLiteral("2026-11-23T00:31:07.042Z")));
    QCOMPARE(m_fleet->commands.calls.size(), 1);
    QCOMPARE(m_fleet->commands.calls.first().service, QStringLiteral("edge"));
    QVERIFY(m_fleet->commands.calls.first().options.force);
    QVERIFY(!m_fleet->commands.calls.first().options.cascade);
    QVERIFY(m_fleet->commands.calls.first().options.wait);
    QCOMPARE(post("/restart/edge").status, 200); // without a body
}

void TestSeedContract::dependencies()
{
    const RawReply reply = get("/dependencies");
    compareOrder(
        reply.body, {"success", "startup_order", "shutdown_order", "dependencies", "visualization", "resolution_ms"});
    const QJsonArray order{QStringLiteral("dao"), QStringLiteral("edge"), QStringLiteral("harvest")};
    QCOMPARE(reply.json()[u"startup_order"], QJsonValue(order));
    QCOMPARE(reply.json()[u"shutdown_order"].toArray().first(), QJsonValue(QStringLiteral("harvest")));
    compareOrder(
        objectOf(reply.body, "edge"), {"type", "dependencies", "optional_dependencies", "dependents", "layer"});
    const QJsonObject edge = reply.json()[u"dependencies"][u"edge"].toObject();
    QCOMPARE(edge[u"optional_dependencies"], QJsonValue(QJsonArray{QStringLiteral("dao")}));
    QCOMPARE(edge[u"dependencies"], QJsonValue(QJsonArray{}));
    QCOMPARE(edge[u"dependents"], QJsonValue(QJsonArray{QStringLiteral("harvest")}));
    QCOMPARE(edge[u"layer"], QJsonValue(1));
    QVERIFY(reply.json()[u"visualization"].toString().startsWith(QStringLiteral("Service Dependency Graph:\n====")));
}

void TestSeedContract::metrics()
{
    m_fleet->setState(QStringLiteral("harvest"), RunState::Backoff, Cause::Exited);
    const RawReply reply = get("/metrics");
    compareOrder(reply.body, {"success", "metrics", "registry_stats", "service_details"});
    const QByteArray text = objectOf(reply.body, "metrics");
    QCOMPARE(memberOrder(text),
        (QList<QByteArray>{"total_services", "running_services", "failed_services", "stopped_services",
            "total_restarts", "healthy_services", "unhealthy_services", "is_ready", "initialized"}));
    const QJsonObject counts = reply.json()[u"metrics"].toObject();
    QCOMPARE(counts[u"running_services"], QJsonValue(2));
    QCOMPARE(counts[u"stopped_services"], QJsonValue(1)); // the rest: neither running nor failed
    QCOMPARE(counts[u"healthy_services"], QJsonValue(1));
    QCOMPARE(memberOrder(objectOf(reply.body, "registry_stats")),
        (QList<QByteArray>{
            "total_services", "alive_services", "by_status", "by_type", "heartbeat_interval", "heartbeat_timeout"}));
    const QJsonObject stats = reply.json()[u"registry_stats"].toObject();
    QCOMPARE(stats[u"by_status"][u"running"], QJsonValue(2));
    QCOMPARE(stats[u"by_type"][u"dao"], QJsonValue(1));
    QCOMPARE(stats[u"heartbeat_interval"], QJsonValue(60));
    QCOMPARE(stats[u"heartbeat_timeout"], QJsonValue(180));
    QCOMPARE(stats[u"alive_services"], QJsonValue(2));
    QVERIFY(reply.json()[u"service_details"][u"dao"].isObject());
}

void TestSeedContract::service()
{
    const RawReply reply = get("/service/edge");
    compareOrder(reply.body,
        {"success", "service", "status", "restart_count", "last_restart", "last_error", "is_critical", "dependencies",
            "health_history", "registry_metadata"});
    QCOMPARE(memberOrder(objectOf(reply.body, "dependencies")).mid(0, 4),
        (QList<QByteArray>{"required", "optional", "dependents", "layer"}));
    compareOrder(objectOf(reply.body, "registry_metadata"),
        {"name", "service_type", "status", "version", "endpoints", "dependencies", "optional_dependencies",
            "registered_at", "last_heartbeat", "uptime_seconds", "metadata"});
    QCOMPARE(reply.json()[u"health_history"].toArray().size(), 1);
    QVERIFY(reply.json()[u"registry_metadata"][u"uptime_seconds"].isDouble());
    QVERIFY(reply.json()[u"registry_metadata"][u"endpoints"].isObject());
    QCOMPARE(get("/service/nobody").status, 404);
}

void TestSeedContract::checkNow()
{
    m_fleet->commands.results = {m_fleet->check(QStringLiteral("dao")), m_fleet->check(QStringLiteral("edge"), false)};
    const RawReply reply = post("/health/check-now");
    QCOMPARE(reply.status, 200);
    compareOrder(reply.body, {"success", "timestamp", "composite_health", "results"});
    compareOrder(
        objectOf(reply.body, "dao"), {"service_name", "status", "timestamp", "message", "details", "response_time_ms"});
    const QJsonObject dao = reply.json()[u"results"][u"dao"].toObject();
    QCOMPARE(dao[u"service_name"], QJsonValue(QStringLiteral("dao")));
    QCOMPARE(dao[u"response_time_ms"], QJsonValue(12.5));
    QVERIFY(dao[u"details"].isObject());
    static const QRegularExpression time(QStringLiteral("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$"));
    QVERIFY(time.match(reply.json()[u"timestamp"].toString()).hasMatch());
}

void TestSeedContract::historyIsBounded()
{
    for (int i = 0; i < 150; ++i)
        m_fleet->registry.recordCheck(m_fleet->check(QStringLiteral("dao")), {Health::Healthy, 0, i + 1});
    const auto size = [this](const QByteArray &query) {
        return get("/service/dao" + query).json()[u"health_history"].toArray().size();
    };
    QCOMPARE(size(""), 20);
    QCOMPARE(size("?history=100"), 100);
    QCOMPARE(size("?history=0"), 0);
    for (const QByteArray &bad : QList<QByteArray>{"101", "-1", "x", "", "1.5", "99999999999999999999"})
        QCOMPARE(get("/service/dao?history=" + bad).status, 400);
}

QTEST_GUILESS_MAIN(TestSeedContract)
#include "tst_seedcontract.moc"
