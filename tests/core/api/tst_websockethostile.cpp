#include "core/api/websocketframe.h"
#include "tests/core/api/fakefleet.h"
#include "tests/core/api/rawclient.h"

#include <QRandomGenerator>
#include <QtEndian>

using namespace foghorn;

namespace {

constexpr char mask[4] = {'\x37', '\xfa', '\x21', '\x3d'};

/// A client's frame as RFC 6455 wants it; `size` may claim something else than what follows.
QByteArray masked(unsigned first, const QByteArray &payload, qint64 size = -1)
{
    const qint64 said = size < 0 ? payload.size() : size;
    QByteArray frame;
    frame += static_cast<char>(first);
    if (said < 126) {
        frame += static_cast<char>(0x80 | said);
    } else if (said <= 0xFFFF) {
        frame += static_cast<char>(0x80 | 126);
        frame.resize(4);
        qToBigEndian(static_cast<quint16>(said), frame.data() + 2);
    } else {
        frame += static_cast<char>(0x80 | 127);
        frame.resize(10);
        qToBigEndian(said, frame.data() + 2);
    }
    frame.append(mask, 4);
    for (qsizetype i = 0; i < payload.size(); ++i)
        frame += static_cast<char>(payload.at(i) ^ mask[i % 4]);
    return frame;
}

/// The code of the Close frame at the end of what the server said; 0: none.
int closeCodeIn(const QByteArray &received)
{
    for (qsizetype at = received.lastIndexOf('\x88'); at >= 0;
         at = at > 0 ? received.lastIndexOf('\x88', at - 1) : -1) {
        const qsizetype size = at + 1 < received.size() ? static_cast<unsigned char>(received[at + 1]) : -1;
        if (size >= 2 && at + 2 + size == received.size())
            return qFromBigEndian<quint16>(received.constData() + at + 2);
    }
    return 0;
}

} // namespace

/// Broken handshakes, broken frames, and clients that say too much or nothing.
class TestWebSocketHostile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_fleet = std::make_unique<FakeFleet>();
        m_fleet->options.streamLimits.linger = std::chrono::milliseconds(500);
        m_fleet->options.limits.linger = std::chrono::milliseconds(300);
        QVERIFY(m_fleet->open());
    }
    void cleanup() { m_fleet.reset(); }

    void handshakes_data();
    void handshakes();
    void handshakesInPieces();
    void foreignOriginsAndHostsAreRefused();
    void wrongTokensAreLate();
    void frames_data();
    void frames();
    void framesInPieces();
    void pingsAreAnswered();
    void floodsEnd_data();
    void floodsEnd();
    void halfOpenConnectionsEnd();
    void randomBytesHarmNobody();

private:
    QByteArray conversation(const QByteArray &bytes)
    {
        RawClient client(m_fleet->server->port());
        client.send(webSocketRequest(FakeFleet::viewerToken) + bytes);
        QByteArray received;
        const bool isCut = QTest::qWaitFor(
            [&] {
                received += client.socket().readAll();
                return client.socket().state() == QAbstractSocket::UnconnectedState;
            },
            10'000);
        return isCut ? received : QByteArray();
    }
    std::unique_ptr<FakeFleet> m_fleet;
};

void TestWebSocketHostile::handshakes_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    const QByteArray good = webSocketRequest(FakeFleet::viewerToken);
    const auto row = [&good](const char *name, const char *from, const char *to, int status) {
        QTest::newRow(name) << QByteArray(good).replace(from, to) << status;
    };
    row("good", "", "", 101);
    row("no token", "Authorization: Bearer viewer-token-viewer-token-viewer-token\r\n", "", 401);
    row("old version", "Version: 13", "Version: 8", 426);
    row("no version", "Sec-WebSocket-Version: 13\r\n", "", 426);
    row("two versions", "Version: 13\r\n", "Version: 13\r\nSec-WebSocket-Version: 13\r\n", 426);
    row("no key", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n", "", 400);
    row("short key", "dGhlIHNhbXBsZSBub25jZQ==", "c2hvcnQ=", 400);
    row("key that is no base64", "dGhlIHNhbXBsZSBub25jZQ==", "dGhlIHNhbXBsZSBub25jZ!==", 400);
    row("two keys", "Sec-WebSocket-Key:", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Key:", 400);
    row("post", "GET ", "POST ", 405);
    row("with a body", "\r\n\r\n", "\r\nContent-Length: 4\r\n\r\nabcd", 400);
    row("other path", "/events/stream", "/events", 404);
    row("no such path", "/events/stream", "/nope", 404);
    row("unknown parameter", "/stream ", "/stream?afer=1 ", 400);
    row("parameter that is no number", "/stream ", "/stream?after=x ", 400);
    row("negative id", "/stream ", "/stream?after=-1 ", 400);
    row("updates neither true nor false", "/stream ", "/stream?updates=1 ", 400);
    row("wrong ticket", "Connection:", "Sec-WebSocket-Protocol: ticket.AAAA\r\nConnection:", 401);
    row("no upgrade", "Upgrade: websocket\r\n", "", 426);
    row("upgrade and close", "Connection: Upgrade", "Connection: Upgrade, close", 101);
}

void TestWebSocketHostile::handshakes()
{
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    RawClient client(m_fleet->server->port());
    client.send(request);
    const RawReply reply = client.read();
    QCOMPARE(reply.status, status);
    if (status == 101) {
        QCOMPARE(reply.headers.value("sec-websocket-accept"), QByteArray("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")); // RFC 6455
        return;
    }
    QCOMPARE(reply.json()[u"status"].toInt(), status);
    QCOMPARE(m_fleet->server->router().routes().empty(), false);
}

void TestWebSocketHostile::handshakesInPieces()
{
    const QByteArray whole = webSocketRequest(FakeFleet::viewerToken) + masked(0x88, QByteArray("\x03\xe8", 2));
    RawClient client(m_fleet->server->port());
    for (qsizetype at = 0; at < whole.size(); at += 37) {
        client.send(whole.mid(at, 37));
        QTRY_COMPARE(client.unread(), 0); // the server's machine has it: it comes as a piece of its own
        QCoreApplication::processEvents();
    }
    QCOMPARE(client.read().status, 101);
    QVERIFY(client.isCut()); // its Close was understood although it came with the last piece
    QTRY_COMPARE(m_fleet->server->connections(), 0);
}

void TestWebSocketHostile::foreignOriginsAndHostsAreRefused()
{
    for (const QByteArray &origin : QList<QByteArray>{"http://evil.example", "null", "http://localhost:3000"})
        QCOMPARE(call(m_fleet->server->port(), webSocketRequest(FakeFleet::viewerToken, "Origin: " + origin + "\r\n"))
                     .status,
            403);
    QCOMPARE(
        call(m_fleet->server->port(), webSocketRequest(FakeFleet::viewerToken, "Origin: http://localhost\r\n")).status,
        101);
    const QByteArray rebound =
        webSocketRequest(FakeFleet::viewerToken).replace("Host: localhost", "Host: evil.example");
    QCOMPARE(call(m_fleet->server->port(), rebound).status, 403);
}

void TestWebSocketHostile::wrongTokensAreLate()
{
    const QByteArray wrong = webSocketRequest({}, "Sec-WebSocket-Protocol: bearer.wrong\r\n");
    for (int i = 0; i < 5; ++i)
        QCOMPARE(call(m_fleet->server->port(), wrong).status, 401);
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(call(m_fleet->server->port(), wrong).status, 401);
    QVERIFY(clock.elapsed() >= 900);
}

void TestWebSocketHostile::frames_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    const QByteArray huge = QByteArray(5000, 'x');
    QTest::newRow("not masked") << QByteArray("\x81\x02hi") << 1002;
    QTest::newRow("reserved bit") << masked(0xC1, "hi") << 1002;
    QTest::newRow("unknown opcode") << masked(0x83, "hi") << 1002;
    QTest::newRow("unknown control opcode") << masked(0x8B, "hi") << 1002;
    QTest::newRow("ping in pieces") << masked(0x09, "hi") << 1002;
    QTest::newRow("long ping") << masked(0x89, QByteArray(126, 'x')) << 1002;
    QTest::newRow("continuation of nothing") << masked(0x80, "hi") << 1002;
    QTest::newRow("text within text") << masked(0x01, "a") + masked(0x81, "b") << 1002;
    QTest::newRow("long text") << masked(0x81, huge) << 1009;
    QTest::newRow("long binary") << masked(0x82, huge) << 1009;
    QTest::newRow("long in pieces") << masked(0x01, huge.first(600)) + masked(0x80, huge.first(600)) << 1009;
    QTest::newRow("500 MB to come") << masked(0x82, {}, 500'000'000) << 1009;
    QTest::newRow("2^63 to come") << masked(0x82, {}, std::numeric_limits<qint64>::min()) << 0;
    QTest::newRow("text that is no UTF-8") << masked(0x81, "\xff\xfe") << 1007;
    QTest::newRow("half a close code") << masked(0x88, "\x03") << 1002;
    QTest::newRow("close code 1005") << masked(0x88, "\x03\xed") << 1002;
    QTest::newRow("close code 99") << masked(0x88, QByteArray("\x00\x63", 2)) << 1002;
    QTest::newRow("reason that is no UTF-8") << masked(0x88, "\x03\xe8\xff") << 1007;
    QTest::newRow("close") << masked(0x88,
        QByteArray("\x03\xe8"
                   "bye")) << 1000;
    QTest::newRow("small talk, then close") << masked(0x81, "hello") + masked(0x88, "\x03\xe9") << 1001;
}

void TestWebSocketHostile::frames()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    if (code == 0) { // the eighth length byte has its highest bit set
        bytes = QByteArray("\x82\xff\x80\x00\x00\x00\x00\x00\x00\x00", 10) + QByteArray(mask, 4);
        code = 1009;
    }
    const QByteArray received = conversation(bytes);
    QVERIFY(received.startsWith("HTTP/1.1 101"));
    QCOMPARE(closeCodeIn(received), code);
    QTRY_COMPARE(m_fleet->server->connections(), 0);
}

void TestWebSocketHostile::framesInPieces()
{
    const MonoTime now = std::chrono::steady_clock::now();
    WebSocketReader reader(1000, {}, now);
    QList<WebSocketMessage> messages;
    const QByteArray bytes =
        masked(0x01, "Hel") + masked(0x89, "ping") + masked(0x80, "lo") + masked(0x82, QByteArray(300, 'b'));
    for (const char c : bytes)
        QVERIFY(!reader.feed(QByteArrayView(&c, 1), now, messages));
    const QList<WebSocketMessage> expected{{WebSocketOpcode::Ping, "ping"}, {WebSocketOpcode::Text, "Hello"},
        {WebSocketOpcode::Binary, QByteArray(300, 'b')}};
    QCOMPARE(messages, expected);
    for (const qsizetype size : {0, 125, 126, 65535, 65536}) {
        const QByteArray frame = webSocketFrame(WebSocketOpcode::Text, QByteArray(size, 'x'));
        QCOMPARE(frame.size(), size + (size > 65535 ? 10 : size > 125 ? 4 : 2));
    }
}

void TestWebSocketHostile::pingsAreAnswered()
{
    const QByteArray received = conversation(masked(0x89, "are you there") + masked(0x88, "\x03\xe8"));
    QVERIFY(received.contains("\x8a\x0d"
                              "are you there"));
}

void TestWebSocketHostile::floodsEnd_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("frame");
    QTest::newRow("pings") << QByteArray() << masked(0x89, "x");
    QTest::newRow("empty pieces of one message") << masked(0x01, "") << masked(0x00, "");
}

void TestWebSocketHostile::floodsEnd()
{
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, frame);
    const QByteArray received = conversation(first + frame.repeated(2000));
    QCOMPARE(closeCodeIn(received), 1008);
    QVERIFY(received.count("\x8a\x01x") <= 64);
}

void TestWebSocketHostile::halfOpenConnectionsEnd()
{
    m_fleet->options.streamLimits.ping = std::chrono::milliseconds(100);
    m_fleet->options.streamLimits.silence = std::chrono::milliseconds(600);
    QVERIFY(m_fleet->open());
    RawClient dribbler(m_fleet->server->port());
    dribbler.send(webSocketRequest(FakeFleet::viewerToken) + masked(0x82, {}, 900));
    const bool isCut = QTest::qWaitFor(
        [&] {
            dribbler.socket().write("x"); // bytes, but never a frame
            return dribbler.socket().state() == QAbstractSocket::UnconnectedState;
        },
        10'000);
    QVERIFY(isCut);
}

void TestWebSocketHostile::randomBytesHarmNobody()
{
    QRandomGenerator random(4711);
    for (int i = 0; i < 60; ++i) {
        QByteArray junk(random.bounded(1, 400), '\0');
        for (char &c : junk)
            c = static_cast<char>(random.bounded(256));
        RawClient client(m_fleet->server->port());
        client.send(webSocketRequest(FakeFleet::viewerToken) + junk);
        QCOMPARE(client.read().status, 101);
        client.socket().abort();
    }
    QTRY_COMPARE(m_fleet->server->connections(), 0);
    QCOMPARE(call(m_fleet->server->port(), request("GET", "/livez")).status, 200);
}

QTEST_GUILESS_MAIN(TestWebSocketHostile)
#include "tst_websockethostile.moc"
