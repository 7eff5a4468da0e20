#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>
#include <QTest>

#include <linux/sockios.h>
#include <sys/ioctl.h>

namespace foghorn {

/// One answer as it came over the wire.
struct RawReply
{
    int status = 0;
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;

    QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
};

/// A client that sends any bytes and reads answers one by one.
class RawClient
{
public:
    explicit RawClient(quint16 port) { m_socket.connectToHost(QStringLiteral("127.0.0.1"), port); }

    void send(const QByteArray &bytes)
    {
        QVERIFY(QTest::qWaitFor([this] { return m_socket.state() == QAbstractSocket::ConnectedState; }));
        m_socket.write(bytes);
        m_socket.flush();
    }
    /// The next answer; status 0 when none comes. `headOnly`: an answer to HEAD.
    RawReply read(bool headOnly = false, int longest = 5000)
    {
        RawReply reply;
        const bool came = QTest::qWaitFor([this, &reply, headOnly] { return take(reply, headOnly); }, longest);
        return came ? reply : RawReply();
    }
    /// Whether the server hangs up.
    bool isCut(int longest = 5000)
    {
        return QTest::qWaitFor([this] { return m_socket.state() == QAbstractSocket::UnconnectedState; }, longest);
    }
    /// Bytes that were sent and have not come to the other side; -1 when that cannot be told.
    int unread()
    {
        int bytes = 0;
        const bool isKnown = ::ioctl(static_cast<int>(m_socket.socketDescriptor()), SIOCOUTQ, &bytes) == 0;
        return isKnown ? bytes + static_cast<int>(m_socket.bytesToWrite()) : -1;
    }
    QTcpSocket &socket() { return m_socket; }

private:
    bool take(RawReply &reply, bool headOnly)
    {
        m_received += m_socket.readAll();
        const qsizetype end = m_received.indexOf("\r\n\r\n");
        if (end < 0)
            return false;
        RawReply parsed;
        const QList<QByteArray> lines = m_received.first(end).replace("\r\n", "\n").split('\n');
        parsed.status = lines.first().mid(9, 3).toInt();
        for (const QByteArray &line : lines.mid(1)) {
            const qsizetype colon = line.indexOf(':');
            parsed.headers.insert(line.first(colon).toLower(), line.mid(colon + 1).trimmed());
        }
        const qsizetype size = headOnly ? 0 : parsed.headers.value("content-length").toLongLong();
        if (m_received.size() < end + 4 + size)
            return false;
        parsed.body = m_received.mid(end + 4, size);
        m_received.remove(0, end + 4 + size);
        reply = parsed;
        return true;
    }

    QTcpSocket m_socket;
    QByteArray m_received;
};

/// A whole request with Host and, where given, token and body.
inline QByteArray request(const QByteArray &method, const QByteArray &target, const QByteArray &token = {},
    const QByteArray &body = {}, const QByteArray &extra = {})
{
    QByteArray bytes = method + ' ' + target + " HTTP/1.1\r\nHost: localhost\r\n";
    if (!token.isEmpty())
        bytes += "Authorization: Bearer " + token + "\r\n";
    if (!body.isEmpty())
        bytes += "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n";
    return bytes + extra + "\r\n" + body;
}

/// The request for a WebSocket of the event stream.
inline QByteArray webSocketRequest(const QByteArray &token, const QByteArray &extra = {},
    const QByteArray &target = "/api/orchestration/events/stream")
{
    return request("GET", target, token, {},
        "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
            + extra);
}

/// What the status page tells its own script; empty when it does not.
inline QByteArray dataOf(const RawReply &page, const QByteArray &name)
{
    const QByteArray mark = "data-" + name + "=\"";
    const qsizetype at = page.body.indexOf(mark);
    const qsizetype from = at + mark.size();
    return at < 0 ? QByteArray() : page.body.mid(from, page.body.indexOf('"', from) - from);
}
/// The ticket in a status page.
inline QByteArray ticketOf(const RawReply &page) { return dataOf(page, "ticket"); }

/// Sends one request on a connection of its own and reads its answer.
inline RawReply call(quint16 port, const QByteArray &bytes, int longest = 5000)
{
    RawClient client(port);
    client.send(bytes);
    return client.read(bytes.startsWith("HEAD "), longest);
}

} // namespace foghorn
