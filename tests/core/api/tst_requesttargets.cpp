#include "tests/core/api/fakefleet.h"
#include "tests/core/api/rawclient.h"

using namespace foghorn;

/// Targets in the forms that RFC 9112 knows, and requests of the older HTTP.
class TestRequestTargets : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_fleet = std::make_unique<FakeFleet>();
        QVERIFY(m_fleet->open());
    }
    void cleanup() { m_fleet.reset(); }

    void absoluteForm_data();
    void absoluteForm();
    void originIsComparedToTheTarget();
    void connectionGoesOnAfterAnAbsoluteForm();
    void noWebSocketOverOldHttp();

private:
    quint16 port() const { return m_fleet->server->port(); }
    std::unique_ptr<FakeFleet> m_fleet;
};

void TestRequestTargets::absoluteForm_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<int>("expected");
    const QByteArray services = "/api/orchestration/services";
    const auto row = [](const char *name, const QByteArray &target, const QByteArray &host, int expected) {
        QTest::newRow(name) << target << host << expected;
    };
    row("as to a proxy", "http://localhost:8765" + services, "localhost:8765", 200);
    row("scheme in capitals", "HTTP://LOCALHOST" + services, "localhost", 200);
    row("IPv6", "http://[::1]:8765" + services, "localhost", 200);
    row("with a query", "http://localhost/api/orchestration/events?limit=1", "localhost", 200);
    row("root", "http://localhost/nope", "localhost", 404);
    row("no path: the page", "http://localhost", "localhost", 200);
    row("no path, but a query that the page does not know", "http://localhost?a=1", "localhost", 400);
    // the Host header is to be ignored then
    row("Host names another", "http://localhost" + services, "evil.example", 200);
    row("target names another", "http://evil.example" + services, "localhost", 403);
    row("target hides another", "http://localhost@evil.example" + services, "localhost", 403);
    row("with a password", "http://localhost:x@localhost" + services, "localhost", 403);
    row("no host in it", "http://" + services, "localhost", 403);
    row("a port that is none", "http://localhost:80x" + services, "localhost", 403);
    row("https spoken in plain", "https://localhost" + services, "localhost", 421);
    row("another scheme", "ftp://localhost" + services, "localhost", 400);
    row("no slashes", "http:" + services, "localhost", 400);
}

void TestRequestTargets::absoluteForm()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, host);
    QFETCH(int, expected);
    const RawReply reply = call(port(),
        "GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\nAuthorization: Bearer " + FakeFleet::operatorToken
            + "\r\n\r\n");
    QCOMPARE(reply.status, expected);
}

void TestRequestTargets::originIsComparedToTheTarget()
{
    const auto status = [this](const QByteArray &origin) {
        return call(
            port(), "GET http://localhost:1/livez HTTP/1.1\r\nHost: localhost:2\r\nOrigin: " + origin + "\r\n\r\n")
            .status;
    };
    QCOMPARE(status("http://localhost:1"), 200);
    QCOMPARE(status("http://localhost:2"), 403);
}

void TestRequestTargets::connectionGoesOnAfterAnAbsoluteForm()
{
    RawClient client(port());
    for (int i = 0; i < 3; ++i) {
        client.send(request("GET", "http://localhost/livez") + request("GET", "/livez"));
        QCOMPARE(client.read().status, 200);
        QCOMPARE(client.read().status, 200);
    }
    const QByteArray target = "http://localhost/api/orchestration/restart/edge";
    QCOMPARE(call(port(), request("POST", target, FakeFleet::operatorToken, R"({"force":true})")).status, 200);
    QCOMPARE(m_fleet->commands.calls.size(), 1);
}

void TestRequestTargets::noWebSocketOverOldHttp()
{
    QByteArray asked = webSocketRequest(FakeFleet::operatorToken);
    QCOMPARE(call(port(), asked).status, 101);
    RawClient client(port());
    client.send(asked.replace("HTTP/1.1", "HTTP/1.0"));
    const RawReply reply = client.read();
    QCOMPARE(reply.status, 426);
    QVERIFY(reply.json()[u"detail"].toString().contains(u"HTTP/1.1"));
    QVERIFY(client.isCut());
}

QTEST_GUILESS_MAIN(TestRequestTargets)
#include "tst_requesttargets.moc"
