#include "tests/core/api/fakefleet.h"
#include "tests/core/api/rawclient.h"

using namespace foghorn;

namespace {

/// A path that exists for a pattern.
QByteArray pathOf(const Route &route)
{
    return QByteArray(route.pattern).replace("{name}", "edge").replace("{id}", "1");
}

struct Caller
{
    const char *name;
    QByteArray header;
};
const QList<Caller> callers{
    {"no token", {}},
    {"wrong token", "Authorization: Bearer operator-token-operator-token-operatox\r\n"},
    {"empty token", "Authorization: Bearer \r\n"},
    {"basic scheme", "Authorization: Basic " + FakeFleet::operatorToken + "\r\n"},
    {"basic with a token", "Authorization: Basic " + QByteArray("me:" + FakeFleet::viewerToken).toBase64() + "\r\n"},
    {"viewer", "Authorization: Bearer " + FakeFleet::viewerToken + "\r\n"},
    {"operator", "Authorization: Bearer " + FakeFleet::operatorToken + "\r\n"},
};

/// What a caller gets when Host and Origin are good: 0 for "is let in".
int expectedOf(const Route &route, const QByteArray &caller)
{
    if (route.access == Access::Open || caller == "operator")
        return 0;
    if (route.access == Access::Page && caller == "basic with a token")
        return 0;
    if (caller != "viewer")
        return 401;
    return route.access == Access::Operate ? 403 : 0;
}

bool isProblem(const RawReply &reply)
{
    const QJsonObject json = reply.json();
    return reply.headers.value("content-type") == "application/problem+json" && json[u"status"].toInt() == reply.status
        && json[u"success"] == QJsonValue(false) && !json[u"title"].toString().isEmpty()
        && !json[u"detail"].toString().isEmpty() && json.contains(u"type");
}

} // namespace

/// Every route against every caller, with every kind of wrong Host, Origin and content type. New routes are in by
/// themselves.
class TestAuthorisation : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_fleet = std::make_unique<FakeFleet>();
        QVERIFY(m_fleet->open());
    }
    void cleanup() { m_fleet.reset(); }

    void everyRouteAndCaller_data();
    void everyRouteAndCaller();
    void foreignHostAndOriginAreRefusedEverywhere();
    void hosts_data();
    void hosts();
    void origins_data();
    void origins();
    void bodiesMustBeJson();
    void wrongTokensAreSlowedButRightOnesAreNot();
    void whoGuessesTakesNoPlaceFromWhoMay();
    void everyAnswerCarriesTheSecurityHeaders();
    void unknownPathsAndMethods();
    void withoutTokensEveryLocalCallerOperates();
    void listenersBeyondLoopbackNeedTlsAndTokens();

private:
    RawReply send(const QByteArray &method, const QByteArray &path, const QByteArray &headers,
        const QByteArray &host = "localhost", const QByteArray &body = {})
    {
        QByteArray bytes = method + ' ' + path + " HTTP/1.1\r\nHost: " + host + "\r\n" + headers;
        if (!body.isEmpty())
            bytes += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
        return call(m_fleet->server->port(), bytes + "\r\n" + body);
    }
    std::unique_ptr<FakeFleet> m_fleet;
    const QByteArray m_operator = callers.last().header;
};

void TestAuthorisation::everyRouteAndCaller_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("expected");
    FakeFleet fleet;
    QVERIFY(fleet.open());
    for (const Route &route : fleet.server->router().routes()) {
        for (const Caller &caller : callers) {
            const QByteArray row = route.method + ' ' + route.pattern + " by " + caller.name;
            QTest::newRow(row.constData())
                << route.method << pathOf(route) << caller.header << expectedOf(route, caller.name);
        }
    }
}

void TestAuthorisation::everyRouteAndCaller()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, header);
    QFETCH(int, expected);
    const RawReply reply = send(method, path, header);
    QVERIFY(reply.status != 0);
    if (expected == 0) {
        QVERIFY2(reply.status != 401 && reply.status != 403, reply.body.constData());
        return;
    }
    QCOMPARE(reply.status, expected);
    QVERIFY(isProblem(reply));
    QCOMPARE(reply.headers.contains("www-authenticate"), expected == 401);
    QVERIFY(m_fleet->commands.calls.isEmpty());
}

void TestAuthorisation::foreignHostAndOriginAreRefusedEverywhere()
{
    for (const Route &route : m_fleet->server->router().routes()) {
        const RawReply host = send(route.method, pathOf(route), m_operator, "evil.example");
        QCOMPARE(host.status, 403);
        QVERIFY(isProblem(host));
        const RawReply origin = send(route.method, pathOf(route), m_operator + "Origin: http://evil.example\r\n");
        QCOMPARE(origin.status, 403);
        QVERIFY(isProblem(origin));
    }
    QVERIFY(m_fleet->commands.calls.isEmpty());
}

void TestAuthorisation::hosts_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<int>("expected");
    for (const QByteArray &good : QList<QByteArray>{"localhost", "LOCALHOST:7464", "127.0.0.1", "127.0.0.1:80",
             "[::1]:7464", "[::1]", "127.8.9.10", "fleet.lan", "fleet.lan:443"})
        QTest::newRow(good.constData()) << good << 200;
    for (const QByteArray &bad : QList<QByteArray>{"evil.example", "evil.example:7464", "127.0.0.1.evil.example",
             "localhost.", "localhost.evil", "127.1", "127.0.0.01", "127.0.0.256", "0.0.0.0", "[::]", "[::1", "::1",
             "localhost:x", "localhost:123456", "user@localhost", "localhost/", "", "192.168.0.1", "2130706433"})
        QTest::newRow(bad.isEmpty() ? "(empty)" : bad.constData()) << bad << 403;
}

void TestAuthorisation::hosts()
{
    QFETCH(QByteArray, host);
    QFETCH(int, expected);
    m_fleet->options.allowedHosts = {QStringLiteral("fleet.lan")};
    QVERIFY(m_fleet->open());
    QCOMPARE(send("GET", "/api/orchestration/services", m_operator, host).status, expected);
}

void TestAuthorisation::origins_data()
{
    QTest::addColumn<QByteArray>("origin");
    QTest::addColumn<int>("expected");
    QTest::newRow("own") << QByteArray("http://localhost") << 200;
    QTest::newRow("null") << QByteArray("null") << 403;
    QTest::newRow("empty") << QByteArray("") << 403;
    QTest::newRow("other port") << QByteArray("http://localhost:3000") << 403;
    QTest::newRow("other name") << QByteArray("https://localhost.evil.example") << 403;
    QTest::newRow("other scheme") << QByteArray("file://localhost") << 403;
    QTest::newRow("two") << QByteArray("http://localhost http://evil.example") << 403;
}

void TestAuthorisation::origins()
{
    QFETCH(QByteArray, origin);
    QFETCH(int, expected);
    const QByteArray headers = m_operator + "Origin: " + origin + "\r\n";
    QCOMPARE(send("GET", "/api/orchestration/services", headers).status, expected);
    QCOMPARE(send("OPTIONS", "/api/orchestration/services", headers).status, expected == 200 ? 405 : 403);
}

void TestAuthorisation::bodiesMustBeJson()
{
    const QByteArray path = "/api/orchestration/restart/edge";
    for (const QByteArray &type :
        QList<QByteArray>{"application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain",
            "application/jsonp", "application/json; charset=latin1", ""})
        QCOMPARE(send("POST", path, m_operator + "Content-Type: " + type + "\r\n", "localhost", "{}").status, 415);
    QCOMPARE(send("POST", path, m_operator, "localhost", "{}").status, 415);
    for (const QByteArray &type : QList<QByteArray>{"application/json", "Application/JSON; charset=UTF-8"})
        QCOMPARE(send("POST", path, m_operator + "Content-Type: " + type + "\r\n", "localhost", "{}").status, 200);
    QCOMPARE(m_fleet->commands.calls.size(), 2);
}

void TestAuthorisation::wrongTokensAreSlowedButRightOnesAreNot()
{
    const QByteArray wrong = callers.at(1).header;
    for (int i = 0; i < 5; ++i)
        QCOMPARE(send("GET", "/api/orchestration/services", wrong).status, 401);
    QElapsedTimer clock;
    clock.start();
    RawClient slowed(m_fleet->server->port());
    slowed.send("GET /api/orchestration/services HTTP/1.1\r\nHost: localhost\r\n" + wrong + "\r\n");
    QCOMPARE(send("GET", "/api/orchestration/services", m_operator).status, 200);
    QVERIFY(clock.elapsed() < 800);
    QCOMPARE(slowed.read().status, 401);
    QVERIFY(clock.elapsed() >= 900);
}

void TestAuthorisation::whoGuessesTakesNoPlaceFromWhoMay()
{
    m_fleet->options.limits.maxPendingAnswers = 4;
    QVERIFY(m_fleet->open());
    std::vector<std::unique_ptr<RawClient>> guessers;
    for (int i = 0; i < 20; ++i) {
        guessers.push_back(std::make_unique<RawClient>(m_fleet->server->port()));
        guessers.back()->send(
            "GET /api/orchestration/services HTTP/1.1\r\nHost: localhost\r\n" + callers.at(1).header + "\r\n");
    }
    QCOMPARE(guessers.back()->read().status, 401); // more than may wait: at once
    QCOMPARE(send("POST", "/api/orchestration/restart/edge", m_operator).status, 200);
    for (std::size_t i = 0; i + 1 < guessers.size(); ++i)
        QCOMPARE(guessers[i]->read().status, 401);
}

void TestAuthorisation::everyAnswerCarriesTheSecurityHeaders()
{
    for (const QByteArray &path :
        QList<QByteArray>{"/livez", "/", "/nope", "/api/orchestration/services", "/metrics"}) {
        for (const QByteArray &header : {QByteArray(), m_operator}) {
            const RawReply reply = send("GET", path, header);
            QCOMPARE(reply.headers.value("cache-control"), QByteArray("no-store"));
            QCOMPARE(reply.headers.value("x-content-type-options"), QByteArray("nosniff"));
            QVERIFY(!reply.headers.contains("access-control-allow-origin"));
        }
    }
}

void TestAuthorisation::unknownPathsAndMethods()
{
    for (const QByteArray &path : QList<QByteArray>{"/nope", "/api/orchestration", "/api/orchestration/services/",
             "//livez", "/api/orchestration/events/streams"}) {
        const RawReply reply = send("GET", path, m_operator);
        QCOMPARE(reply.status, 404);
        QVERIFY(isProblem(reply));
    }
    const RawReply wrong = send("DELETE", "/api/orchestration/services", m_operator);
    QCOMPARE(wrong.status, 405);
    QCOMPARE(wrong.headers.value("allow"), QByteArray("GET, HEAD"));
    QVERIFY(isProblem(wrong));
    QCOMPARE(send("GET", "/api/orchestration/restart/edge", m_operator).headers.value("allow"), QByteArray("POST"));
    QCOMPARE(send("POST", "/livez", {}).status, 401); // who may not know the paths does not learn their methods
    QCOMPARE(send("PATCH", "/livez", m_operator).status, 405);
    QCOMPARE(send("HEAD", "/livez", {}).status, 200);
}

void TestAuthorisation::withoutTokensEveryLocalCallerOperates()
{
    m_fleet->options.tokenRequired = false;
    QVERIFY(m_fleet->open());
    QCOMPARE(send("POST", "/api/orchestration/restart/edge", {}).status, 200);
    QCOMPARE(send("POST", "/api/orchestration/restart/edge", {}, "evil.example").status, 403);
}

void TestAuthorisation::listenersBeyondLoopbackNeedTlsAndTokens()
{
    m_fleet->options.listen = {QStringLiteral("0.0.0.0:0")};
    ApiServer server(m_fleet->sources(), m_fleet->options);
    const Result<void> done = server.listen();
    QVERIFY(!done);
    QVERIFY(done.error().text.contains(QStringLiteral("api.tls")));
    QCOMPARE(server.port(), quint16(0));
    m_fleet->options.listen = {QStringLiteral("127.0.0.1:%1").arg(m_fleet->server->port())};
    ApiServer second(m_fleet->sources(), m_fleet->options);
    const Result<void> taken = second.listen();
    QVERIFY(!taken);
    QVERIFY2(
        taken.error().text.contains(QStringLiteral("cannot listen on 127.0.0.1:")), qUtf8Printable(taken.error().text));
}

QTEST_GUILESS_MAIN(TestAuthorisation)
#include "tst_authorisation.moc"
