#include "tests/core/api/fakefleet.h"
#include "tests/core/api/rawclient.h"

#include <QDir>

using namespace foghorn;

namespace {

const QByteArray services = "/api/orchestration/services";

qsizetype openDescriptors()
{
    return QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::Files | QDir::System | QDir::NoDotAndDotDot).size();
}

} // namespace

/// Malformed, oversized, slow and rude clients.
class TestHostileHttp : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_fleet = std::make_unique<FakeFleet>();
        m_fleet->options.limits.maxConnections = 8;
        m_fleet->options.limits.requestDeadline = std::chrono::milliseconds(300);
        m_fleet->options.limits.idle = std::chrono::milliseconds(600);
        m_fleet->options.limits.linger = std::chrono::milliseconds(300);
        m_fleet->options.limits.stall = std::chrono::milliseconds(500);
        QVERIFY(m_fleet->open());
    }
    void cleanup() { m_fleet.reset(); }

    void malformed_data();
    void malformed();
    void tlsToAPlainPortIsCalledThat();
    void largeBodies();
    void dribbledRequestsRunIntoTheDeadline();
    void silentConnectionsAreCut();
    void dribbledButInTimeIsServed();
    void bodiesInPieces();
    void pipelinedRequestsAreAnsweredInOrder();
    void tooManyConnections();
    void readersThatDoNotReadAreCut();
    void connectionCloseAndOldHttp();
    void headHasNoBody();
    void namesAndQueries_data();
    void namesAndQueries();
    void bodies_data();
    void bodies();
    void descriptorsReturnToTheStart();

private:
    quint16 port() const { return m_fleet->server->port(); }
    QByteArray get(const QByteArray &target = services) const
    {
        return request("GET", target, FakeFleet::operatorToken);
    }
    std::unique_ptr<FakeFleet> m_fleet;
};

void TestHostileHttp::malformed_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("expected");
    const QByteArray host = "Host: localhost\r\n";
    const auto row = [](const char *name, const QByteArray &bytes, int expected = 400) {
        QTest::newRow(name) << bytes << expected;
    };
    row("no host", "GET /livez HTTP/1.1\r\n\r\n");
    row("two hosts", "GET /livez HTTP/1.1\r\n" + host + host + "\r\n");
    const QByteArray token = "Authorization: Bearer " + FakeFleet::operatorToken + "\r\n";
    row("two tokens", "GET /livez HTTP/1.1\r\n" + host + token + "authorization: Bearer x\r\n\r\n");
    row("two origins", "GET /livez HTTP/1.1\r\n" + host + "Origin: http://localhost\r\nOrigin: http://evil\r\n\r\n");
    row("two types",
        "GET /livez HTTP/1.1\r\n" + host + "Content-Type: application/json\r\nContent-Type: text/plain\r\n\r\n");
    row("version 9.9", "GET /livez HTTP/9.9\r\n" + host + "\r\n");
    row("version 2.0", "GET /livez HTTP/2.0\r\n" + host + "\r\n");
    row("junk version", "GET /livez HTTPXYZW\r\n" + host + "\r\n");
    row("no version", "GET /livez\r\n" + host + "\r\n");
    row("no target", "GET HTTP/1.1\r\n" + host + "\r\n");
    row("two blanks", "GET  /livez HTTP/1.1\r\n" + host + "\r\n");
    row("blank in target", "GET /live z HTTP/1.1\r\n" + host + "\r\n");
    row("relative target", "GET livez HTTP/1.1\r\n" + host + "\r\n");
    row("target of another scheme", "GET ftp://localhost/livez HTTP/1.1\r\n" + host + "\r\n");
    row("https in plain", "GET https://localhost/livez HTTP/1.1\r\n" + host + "\r\n", 421);
    row("asterisk", "OPTIONS * HTTP/1.1\r\n" + host + "\r\n");
    row("connect", "CONNECT evil.example:443 HTTP/1.1\r\n" + host + "\r\n");
    row("fragment", "GET /livez#x HTTP/1.1\r\n" + host + "\r\n");
    row("bytes above 7f in target", "GET /\xff\xfe HTTP/1.1\r\n" + host + "\r\n");
    row("method no token", "G{}T /livez HTTP/1.1\r\n" + host + "\r\n");
    row("bare lf", "GET /livez HTTP/1.1\nHost: localhost\n\n");
    row("bare cr", "GET /livez HTTP/1.1\r\nX: a\rb\r\n" + host + "\r\n");
    row("nul in header", QByteArray("GET /livez HTTP/1.1\r\nX: a").append('\0') + "b\r\n" + host + "\r\n");
    row("control in header", "GET /livez HTTP/1.1\r\nX: a\x1b[2J\r\n" + host + "\r\n");
    row("folded header", "GET /livez HTTP/1.1\r\nX: a\r\n b\r\n" + host + "\r\n");
    row("header without colon", "GET /livez HTTP/1.1\r\nNonsense\r\n" + host + "\r\n");
    row("blank before colon", "GET /livez HTTP/1.1\r\nHost : localhost\r\n\r\n");
    row("empty header name", "GET /livez HTTP/1.1\r\n: x\r\n" + host + "\r\n");
    row("length twice", "POST /livez HTTP/1.1\r\nContent-Length: 2\r\nContent-Length: 2\r\n" + host + "\r\n{}");
    for (const char *length : {"-5", "5x", "+5", "0x5", "5, 5", " ", "1e3"})
        row(length, QByteArray("POST /livez HTTP/1.1\r\nContent-Length: ") + length + "\r\n" + host + "\r\n{}");
    row("length 2^63", "POST /livez HTTP/1.1\r\nContent-Length: 9223372036854775808\r\n" + host + "\r\n{}", 413);
    row("length 65537", "POST /livez HTTP/1.1\r\nContent-Length: 65537\r\n" + host + "\r\n", 413);
    row("chunked", "POST /livez HTTP/1.1\r\nTransfer-Encoding: chunked\r\n" + host + "\r\n0\r\n\r\n", 411);
    row("xchunkedx", "POST /livez HTTP/1.1\r\nTransfer-Encoding: xchunkedx\r\n" + host + "\r\n", 411);
    row("gzip encoding", "POST /livez HTTP/1.1\r\nTransfer-Encoding: gzip\r\n" + host + "\r\n", 411);
    row("length and chunked",
        "POST /livez HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n" + host + "\r\n0\r\n\r\n", 411);
    row("bad chunk", "POST /livez HTTP/1.1\r\nTransfer-Encoding: chunked\r\n" + host + "\r\n-7\r\n", 411);
    row("unknown expectation", "POST /livez HTTP/1.1\r\nExpect: tea\r\nContent-Length: 2\r\n" + host + "\r\n{}", 417);
    row("long target", "GET /" + QByteArray(9000, 'a') + " HTTP/1.1\r\n" + host + "\r\n", 414);
    row("long header", "GET /livez HTTP/1.1\r\nX: " + QByteArray(100'000, 'a') + "\r\n" + host + "\r\n", 431);
    row("endless request line", "GET /" + QByteArray(100'000, 'a'), 431);
    QByteArray many = "GET /livez HTTP/1.1\r\n";
    for (int i = 0; i < 1000; ++i)
        many += "X: y\r\n";
    row("1000 headers", many + host + "\r\n", 431);
    row("tls hello", QByteArray("\x16\x03\x01\x02\x00\x01\x00", 7) + QByteArray(100, '\x01'));
    row("upgrade to websocket",
        "GET " + services + " HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n" + host + "\r\n", 401);
}

void TestHostileHttp::malformed()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, expected);
    RawClient client(port());
    client.send(bytes);
    const RawReply reply = client.read();
    QCOMPARE(reply.status, expected);
    QCOMPARE(reply.headers.value("content-type"), QByteArray("application/problem+json"));
    QCOMPARE(reply.headers.value("x-content-type-options"), QByteArray("nosniff"));
    QCOMPARE(reply.headers.value("connection"), QByteArray("close"));
    QVERIFY(client.isCut());
    QCOMPARE(call(port(), get()).status, 200); // and the server lives
}

void TestHostileHttp::tlsToAPlainPortIsCalledThat()
{
    RawClient client(port());
    client.send(QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11) + QByteArray(200, '\x7f'));
    const RawReply reply = client.read();
    QCOMPARE(reply.status, 400);
    QVERIFY2(reply.body.contains("TLS spoken to a plain port"), reply.body.constData());
}

void TestHostileHttp::largeBodies()
{
    RawClient whole(port());
    whole.send(request("POST", "/api/orchestration/restart/edge", FakeFleet::operatorToken, QByteArray(100'000, 'x')));
    QCOMPARE(whole.read().status, 413);
    const QByteArray largest = "{}" + QByteArray(64 * 1024 - 2, ' ');
    QCOMPARE(call(port(), request("POST", "/api/orchestration/restart/edge", FakeFleet::operatorToken, largest)).status,
        200);
}

void TestHostileHttp::dribbledRequestsRunIntoTheDeadline()
{
    for (const QByteArray &start : QList<QByteArray>{"GET /livez HTTP/1.1\r\nHost: loc",
             "POST /livez HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n{"}) {
        RawClient client(port());
        client.send(start);
        QElapsedTimer clock;
        clock.start();
        QTimer dribble;
        connect(&dribble, &QTimer::timeout, &client.socket(), [&client] { client.socket().write("a"); });
        dribble.start(std::chrono::milliseconds(50));
        QCOMPARE(client.read().status, 408);
        QVERIFY(client.isCut());
        QVERIFY2(clock.elapsed() < 2000, QByteArray::number(clock.elapsed()).constData());
    }
}

void TestHostileHttp::silentConnectionsAreCut()
{
    RawClient silent(port());
    RawClient used(port());
    used.send(get());
    QCOMPARE(used.read().status, 200);
    QVERIFY(silent.isCut(3000));
    QVERIFY(used.isCut(3000));
    QTRY_COMPARE(m_fleet->server->connections(), 0);
}

void TestHostileHttp::dribbledButInTimeIsServed()
{
    RawClient client(port());
    for (const char c : get()) {
        client.send(QByteArray(1, c));
        QCoreApplication::processEvents();
    }
    QCOMPARE(client.read().status, 200);
    client.send("\r\n" + get()); // an empty line before a request is to be ignored
    QCOMPARE(client.read().status, 200);
}

void TestHostileHttp::bodiesInPieces()
{
    const QByteArray whole =
        request("POST", "/api/orchestration/restart/edge", FakeFleet::operatorToken, R"({"force":true})");
    RawClient client(port());
    client.send(whole.first(whole.size() - 5));
    RawClient other(port());
    other.send(get());
    QCOMPARE(other.read().status, 200); // by now the server has read the first piece
    client.send(whole.last(5));
    QCOMPARE(client.read().status, 200);
    RawClient expecting(port());
    const qsizetype head = whole.indexOf("\r\n\r\n") + 2;
    expecting.send(whole.first(head) + "Expect: 100-continue\r\n\r\n");
    QCOMPARE(expecting.read(true).status, 100);
    expecting.send(whole.mid(head + 2));
    QCOMPARE(expecting.read().status, 200);
}

void TestHostileHttp::pipelinedRequestsAreAnsweredInOrder()
{
    RawClient client(port());
    QByteArray burst;
    for (int i = 0; i < 10; ++i)
        burst += get() + get("/nope");
    client.send(burst);
    for (int i = 0; i < 10; ++i) {
        QCOMPARE(client.read().status, 200);
        QCOMPARE(client.read().status, 404);
    }
}

void TestHostileHttp::tooManyConnections()
{
    std::vector<std::unique_ptr<RawClient>> held;
    for (int i = 0; i < 8; ++i) {
        held.push_back(std::make_unique<RawClient>(port()));
        held.back()->send(get());
        QCOMPARE(held.back()->read().status, 200);
    }
    RawClient refused(port());
    refused.send(get());
    const RawReply reply = refused.read();
    QCOMPARE(reply.status, 503);
    QCOMPARE(reply.headers.value("retry-after"), QByteArray("1"));
    QVERIFY(refused.isCut());
    held.clear();
    QTRY_COMPARE(m_fleet->server->connections(), 0);
    QCOMPARE(call(port(), get()).status, 200);
}

void TestHostileHttp::readersThatDoNotReadAreCut()
{
    FakeFleet large(2000);
    large.options.limits = m_fleet->options.limits;
    QVERIFY(large.open());
    RawClient client(large.server->port());
    client.socket().setReadBufferSize(1);
    for (int i = 0; i < 20; ++i)
        client.send(get());
    QTRY_COMPARE_WITH_TIMEOUT(large.server->connections(), 1, 2000);
    QTRY_COMPARE_WITH_TIMEOUT(large.server->connections(), 0, 5000);
}

void TestHostileHttp::connectionCloseAndOldHttp()
{
    RawClient closing(port());
    closing.send(request("GET", "/livez", {}, {}, "Connection: close\r\n"));
    const RawReply reply = closing.read();
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.headers.value("connection"), QByteArray("close"));
    QVERIFY(closing.isCut());
    RawClient old(port());
    old.send("GET /livez HTTP/1.0\r\nHost: localhost\r\n\r\n");
    QCOMPARE(old.read().status, 200);
    QVERIFY(old.isCut());
}

void TestHostileHttp::headHasNoBody()
{
    RawClient client(port());
    client.send(request("HEAD", services, FakeFleet::operatorToken));
    const RawReply head = client.read(true);
    QCOMPARE(head.status, 200);
    client.send(get());
    const RawReply whole = client.read();
    QCOMPARE(whole.status, 200);
    QCOMPARE(head.headers.value("content-length").toLongLong(), whole.body.size());
    QCOMPARE(head.headers.value("etag"), whole.headers.value("etag"));
    client.send(request("HEAD", "/nope", FakeFleet::operatorToken));
    QCOMPARE(client.read(true).status, 404);
    client.send(get());
    QCOMPARE(client.read().status, 200);
}

void TestHostileHttp::namesAndQueries_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("expected");
    const auto row = [](const QByteArray &target, int expected) {
        QTest::newRow(target.left(200).constData()) << QByteArray("/api/orchestration" + target) << expected;
    };
    for (const QByteArray &name : QList<QByteArray>{"..", "%2e%2e", "a%2fb", "a%2F..%2Fb", "%00", "%0d%0a", "%1b[2J",
             "Edge", "edge%0a", "edge%20", "-x", "%c3%a9", "%ff", "%", "%zz", "%e", QByteArray(64, 'a')}) {
        row("/service/" + name, 400);
        row("/service/" + name + "/logs", 400);
    }
    row("/service/edg", 404);
    row("/service/%65dge", 200);
    row("/%73ervices", 200);
    row("/services?names=dao,edge", 200);
    row("/services?names=dao%2Cedge&status=running", 200);
    row("/services?names=", 400);
    row("/services?names=dao,,edge", 400);
    row("/services?names=../etc", 400);
    row("/services?names=nobody", 404);
    row("/services?status=up", 400);
    row("/services?status=running,failed", 200);
    row("/services?nam=dao", 400);
    row("/services?names=dao&names=edge", 400);
    row("/services?names=%zz", 400);
    row("/services?&", 400);
    row("/services?", 200);
    row("/health?status=healthy", 200);
    row("/health?status=running", 400);
    row("/events?after=0&limit=10", 200);
    row("/events?after=-1", 400);
    row("/events?after=99999999999999999999", 400);
    row("/events?limit=0", 400);
    row("/events?limit=1001", 400);
    row("/registry?type=dao&status=running", 200);
    row("/service/edge/history?points=10", 200);
    row("/service/edge/history?points=0", 400);
    row("/service/edge/history?from=yesterday", 400);
    row("/service/edge/history?from=2026-11-23T00:00:00Z&to=2026-11-22T00:00:00Z", 400);
    row("/service/edge/logs", 404); // has no log file
    row("/openapi.json", 200);
}

void TestHostileHttp::namesAndQueries()
{
    QFETCH(QByteArray, target);
    QFETCH(int, expected);
    const RawReply reply = call(port(), get(target));
    QCOMPARE(reply.status, expected);
    if (expected >= 400)
        QCOMPARE(reply.json()[u"status"].toInt(), expected);
    for (const char c : reply.body)
        QVERIFY(static_cast<unsigned char>(c) >= 0x20 || c == '\n');
}

void TestHostileHttp::bodies_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("expected");
    const auto row = [](const QByteArray &body, int expected) {
        QTest::newRow(body.left(60).constData()) << body << expected;
    };
    row("{}", 200);
    row(R"({"force":true,"cascade":false,"wait":true})", 200);
    row(R"({"force":1})", 400);
    row(R"({"force":"true"})", 400);
    row(R"({"force":null})", 400);
    row(R"({"Force":true})", 400);
    row(R"({"forse":true})", 400);
    row(R"({"force":true,"x":1})", 400);
    row("[]", 400);
    row("null", 400);
    row("true", 400);
    row("{", 400);
    row("{}{}", 400);
    row("{'force':true}", 400);
    row("\xff\xfe", 400);
    row(QByteArray(2000, '['), 400);
    row(R"({"a":)" + QByteArray(5000, '[') + QByteArray(5000, ']') + "}", 400);
}

void TestHostileHttp::bodies()
{
    QFETCH(QByteArray, body);
    QFETCH(int, expected);
    const RawReply reply =
        call(port(), request("POST", "/api/orchestration/restart/edge", FakeFleet::operatorToken, body));
    QCOMPARE(reply.status, expected);
    QCOMPARE(m_fleet->commands.calls.size(), expected == 200 ? 1 : 0);
    if (body == "null" || body == "true" || body == "[]") // JSON, but nothing with members
        QVERIFY2(reply.body.contains("must be a JSON object"), reply.body.constData());
}

void TestHostileHttp::descriptorsReturnToTheStart()
{
    QCOMPARE(call(port(), get()).status, 200);
    QTRY_COMPARE(m_fleet->server->connections(), 0);
    const qsizetype before = openDescriptors();
    for (int i = 0; i < 50; ++i) {
        QCOMPARE(call(port(), get()).status, 200);
        RawClient rude(port());
        rude.send("POST /livez HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\n{");
        rude.socket().abort();
    }
    QTRY_COMPARE(m_fleet->server->connections(), 0);
    QTRY_COMPARE(openDescriptors(), before);
}

QTEST_GUILESS_MAIN(TestHostileHttp)
#include "tst_hostilehttp.moc"
