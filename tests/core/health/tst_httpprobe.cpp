#include "core/health/httpprobe.h"
#include "core/health/tcpprobe.h"
#include "tests/core/health/localservers.h"

#include <QSignalSpy>
#include <QTest>

using namespace foghorn;

class TestHttpProbe : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysWhatItFound_data();
    void saysWhatItFound();
    void keepsTheConnection();
    void opensANewOneWhereThePeerCloses();
    void noticesThatAKeptConnectionDied();
    void repeatsOnceWhenAKeptConnectionDiesUnderTheQuestion();
    void keepsOnlyAsManyAsAllowed();
    void letsGoOfConnectionsOfAnEarlierRun();
    void followsRedirectsOnTheSameHostOnly();
    void givesUpAfterFiveRedirects();
    void sendsAPlainRequest();
    void refusedAndUnknownHosts();
    void cancelledProbesStaySilent();
    void tcpProbe();

private:
    std::shared_ptr<ConnectionPool> m_pool = std::make_shared<ConnectionPool>();

    static ProbeAnswer ask(Probe &probe)
    {
        QSignalSpy spy(&probe, &Probe::answered);
        probe.start(5s);
        if (!spy.isEmpty() || !spy.wait(4000) || spy.size() != 1)
            return {.message = QStringLiteral("(answers: %1)").arg(spy.size())};
        return spy.first().first().value<ProbeAnswer>();
    }
    ProbeAnswer askOnce(const ProbeSpec &spec)
    {
        HttpProbe probe(spec, m_pool);
        return ask(probe);
    }
};

void TestHttpProbe::saysWhatItFound_data()
{
    QTest::addColumn<QByteArray>("reply");
    QTest::addColumn<bool>("passed");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const QByteArray &reply, bool passed, const char *message) {
        QTest::newRow(name) << reply << passed << QString::fromUtf8(message);
    };
    row("healthy", LocalHttp::ok(), true, "HTTP 200");
    row("until close", "HTTP/1.0 200 OK\r\nConnection: close\r\n\r\n{\"status\":\"healthy\"}", true, "HTTP 200");
    row("503", LocalHttp::answer("503 no", "{}"), false, "HTTP 503, expected 200-299");
    row("degraded", LocalHttp::answer("200 OK", R"({"status":"degraded"})"), false,
        R"(member 'status' is "degraded", expected "healthy")");
    row("too long", LocalHttp::answer("200 OK", QByteArray(70000, ' ')), false,
        "answer is longer than 64 KiB; its members were not looked at");
    row("junk", "220 mail.example ESMTP\r\n", false, "answer is not HTTP");
    row("closed at once", "Connection: close", false, "answer is not HTTP");
    row("closed amid", "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 9\r\n\r\nabc", false,
        "connection closed in the middle of the answer");
}

void TestHttpProbe::saysWhatItFound()
{
    QFETCH(QByteArray, reply);
    LocalHttp server;
    server.reply = [&reply](const QByteArray &) { return reply; };
    ProbeSpec spec = httpProbe(server.url());
    spec.json = {{QStringLiteral("status"), QStringLiteral("\"healthy\"")}};
    const ProbeAnswer answer = askOnce(spec);
    QTEST(answer.passed, "passed");
    QTEST(answer.message, "message");
    QVERIFY(!answer.couldNotAsk);
    QVERIFY(answer.details.size() >= 2);
    QCOMPARE(answer.details.at(0), qMakePair(QStringLiteral("probe"), QStringLiteral("http")));
    QCOMPARE(answer.details.at(1), qMakePair(QStringLiteral("url"), server.url()));
    if (answer.details.size() > 2)
        QCOMPARE(answer.details.at(2).first, QStringLiteral("status_code"));
}

void TestHttpProbe::keepsTheConnection()
{
    LocalHttp server;
    {
        HttpProbe probe(httpProbe(server.url()), m_pool);
        for (int i = 0; i < 20; ++i)
            QVERIFY(ask(probe).passed);
        QCOMPARE(server.connections, 1);
        QCOMPARE(server.requests, 20);
        QCOMPARE(m_pool->kept(), 1);
    }
    QCOMPARE(m_pool->kept(), 0);
}

void TestHttpProbe::opensANewOneWhereThePeerCloses()
{
    LocalHttp server;
    server.reply = [](const QByteArray &) { return LocalHttp::answer("200 OK", "x", "Connection: close\r\n"); };
    HttpProbe probe(httpProbe(server.url()), m_pool);
    for (int i = 0; i < 3; ++i)
        QVERIFY(ask(probe).passed);
    QCOMPARE(server.connections, 3);
    QCOMPARE(m_pool->kept(), 0);
}

void TestHttpProbe::noticesThatAKeptConnectionDied()
{
    LocalHttp server;
    HttpProbe probe(httpProbe(server.url()), m_pool);
    QVERIFY(ask(probe).passed);
    server.peers.first()->abort();
    QTRY_COMPARE(m_pool->kept(), 0);
    QVERIFY(ask(probe).passed);
    QCOMPARE(server.connections, 2);
}

void TestHttpProbe::repeatsOnceWhenAKeptConnectionDiesUnderTheQuestion()
{
    LocalHttp server;
    HttpProbe probe(httpProbe(server.url()), m_pool);
    QVERIFY(ask(probe).passed);
    // The second request on the same connection is met with a reset; on a fresh one it is answered.
    server.reply = [&server](const QByteArray &) {
        if (server.connections == 1)
            server.peers.first()->abort();
        return LocalHttp::ok();
    };
    const ProbeAnswer answer = ask(probe);
    QVERIFY2(answer.passed, qPrintable(answer.message));
    QCOMPARE(server.connections, 2);
    // A fresh connection that dies is a fault.
    server.reply = [&server](const QByteArray &) {
        server.peers.last()->abort();
        return QByteArray();
    };
    QCOMPARE(ask(probe).message, QStringLiteral("connection closed before an answer"));
}

void TestHttpProbe::keepsOnlyAsManyAsAllowed()
{
    LocalHttp server;
    auto few = std::make_shared<ConnectionPool>(1);
    HttpProbe first(httpProbe(server.url()), few);
    HttpProbe second(httpProbe(server.url()), few);
    for (int i = 0; i < 3; ++i) {
        QVERIFY(ask(first).passed);
        QVERIFY(ask(second).passed);
        QCOMPARE(few->kept(), 1);
    }
    QCOMPARE(server.connections, 4);
}

void TestHttpProbe::letsGoOfConnectionsOfAnEarlierRun()
{
    LocalHttp server;
    HttpProbe probe(httpProbe(server.url()), m_pool);
    QVERIFY(ask(probe).passed);
    probe.setPid(77);
    QCOMPARE(m_pool->kept(), 0);
    QVERIFY(ask(probe).passed);
    QCOMPARE(server.connections, 2);
}

void TestHttpProbe::followsRedirectsOnTheSameHostOnly()
{
    LocalHttp server;
    LocalHttp other;
    QByteArray location;
    server.reply = [&location](const QByteArray &request) {
        return request.startsWith("GET /to ") ? LocalHttp::ok()
                                              : LocalHttp::answer("302 Found", {}, "Location: " + location + "\r\n");
    };
    location = "/to";
    ProbeAnswer answer = askOnce(httpProbe(server.url()));
    QVERIFY2(answer.passed, qPrintable(answer.message));
    QCOMPARE(answer.details.at(1).second, server.url(QStringLiteral("/to")));
    location = other.url().toLatin1(); // same host, other port
    QVERIFY(askOnce(httpProbe(server.url())).passed);
    QCOMPARE(other.requests, 1);
    for (const char *const elsewhere :
        {"http://localhost:1/", "http://example.org/", "file:///etc/passwd", "ftp://127.0.0.1/", "//["}) {
        location = elsewhere;
        answer = askOnce(httpProbe(server.url()));
        QCOMPARE(answer.message, QStringLiteral("HTTP 302, expected 200-299"));
    }
    ProbeSpec wanted = httpProbe(server.url());
    wanted.statusFrom = wanted.statusTo = 302;
    QVERIFY(askOnce(wanted).passed);
}

void TestHttpProbe::givesUpAfterFiveRedirects()
{
    LocalHttp server;
    server.reply = [](const QByteArray &) { return LocalHttp::answer("301 Moved", {}, "Location: /again\r\n"); };
    QCOMPARE(askOnce(httpProbe(server.url())).message, QStringLiteral("more than 5 redirects"));
    QCOMPARE(server.requests, 6);
}

void TestHttpProbe::sendsAPlainRequest()
{
    LocalHttp server;
    QByteArray seen;
    server.reply = [&seen](const QByteArray &request) {
        seen = request;
        return LocalHttp::answer("200 OK", {}, "Set-Cookie: a=b\r\n");
    };
    HttpProbe probe(
        httpProbe(QStringLiteral("http://me:secret@127.0.0.1:%1?q=a%20b").arg(server.serverPort())), m_pool);
    QVERIFY(ask(probe).passed);
    const ProbeAnswer answer = ask(probe);
    QVERIFY(seen.startsWith("GET /?q=a%20b HTTP/1.1\r\n"));
    const QByteArray host = "\r\nHost: 127.0.0.1:" + QByteArray::number(server.serverPort()) + "\r\n";
    QVERIFY(seen.contains(host));
    QVERIFY(seen.contains("\r\nAuthorization: Basic bWU6c2VjcmV0\r\n"));
    QVERIFY(!seen.toLower().contains("cookie"));
    QVERIFY(!answer.details.at(1).second.contains(QStringLiteral("secret")));
}

void TestHttpProbe::refusedAndUnknownHosts()
{
    const QString refused = QStringLiteral("connection refused");
    QCOMPARE(askOnce(httpProbe(QStringLiteral("http://127.0.0.1:%1/").arg(closedPort()))).message, refused);
    QCOMPARE(askOnce(httpProbe(QStringLiteral("http://localhost:%1/").arg(closedPort()))).message, refused);
    QCOMPARE(askOnce(httpProbe(QStringLiteral("https://127.0.0.1:%1/").arg(closedPort()))).message, refused);
    QCOMPARE(askOnce(httpProbe(QStringLiteral("ftp://127.0.0.1/"))).message,
        QStringLiteral("'ftp://127.0.0.1/' is no http or https URL"));
    QCOMPARE(askOnce(httpProbe(QStringLiteral("http://name.invalid/"))).message,
        QStringLiteral("host 'name.invalid' not found"));
    LocalHttp server;
    QVERIFY(askOnce(httpProbe(QStringLiteral("http://localhost:%1/").arg(server.serverPort()))).passed);
    // A plain server is no TLS server.
    const ProbeAnswer plain = askOnce(httpProbe(QStringLiteral("https://127.0.0.1:%1/").arg(server.serverPort())));
    QVERIFY(!plain.passed && !plain.message.isEmpty());
}

void TestHttpProbe::cancelledProbesStaySilent()
{
    LocalHttp server;
    HttpProbe probe(httpProbe(server.url()), m_pool);
    QSignalSpy spy(&probe, &Probe::answered);
    probe.start(5s);
    probe.cancel();
    HttpProbe refused(httpProbe(QStringLiteral("http://127.0.0.1:%1/").arg(closedPort())), m_pool);
    QSignalSpy refusedSpy(&refused, &Probe::answered);
    refused.start(5s);
    refused.cancel();
    QVERIFY(!spy.wait(100));
    QVERIFY(refusedSpy.isEmpty());
    QVERIFY(ask(probe).passed);
    QCOMPARE(probe.timeoutAnswer(1500ms).message, QStringLiteral("no answer in 1.5 s"));
    QCOMPARE(refused.timeoutAnswer(250ms).message, QStringLiteral("no connection in 250 ms"));
}

void TestHttpProbe::tcpProbe()
{
    LocalHttp server;
    TcpProbe probe(foghorn::tcpProbe(QStringLiteral("localhost"), server.serverPort()), m_pool);
    for (int i = 0; i < 3; ++i) {
        const ProbeAnswer answer = ask(probe);
        QVERIFY2(answer.passed, qPrintable(answer.message));
        QCOMPARE(answer.details.at(0).second, QStringLiteral("tcp"));
        QCOMPARE(answer.details.at(1).second, QStringLiteral("localhost:%1").arg(server.serverPort()));
    }
    QTRY_COMPARE(server.connections, 3);
    QTRY_VERIFY(server.peers.isEmpty());
    TcpProbe refused(foghorn::tcpProbe(QStringLiteral("127.0.0.1"), closedPort()), m_pool);
    QCOMPARE(ask(refused).message, QStringLiteral("connection refused"));
    TcpProbe unknown(foghorn::tcpProbe(QStringLiteral("name.invalid"), 80), m_pool);
    QCOMPARE(ask(unknown).message, QStringLiteral("host 'name.invalid' not found"));
}

QTEST_GUILESS_MAIN(TestHttpProbe)
#include "tst_httpprobe.moc"
