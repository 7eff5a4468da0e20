#include "core/api/websockethandshake.h"

#include <QCryptographicHash>

#include <algorithm>

namespace foghorn {
namespace {

int countOf(const HttpHead &head, QByteArrayView name)
{
    return static_cast<int>(std::count_if(head.headers.begin(), head.headers.end(),
        [name](const HttpHead::Header &header) { return equalsIgnoringCase(header.name, name); }));
}

bool isKey(QByteArrayView key)
{
    const auto decoded = QByteArray::fromBase64Encoding(key.toByteArray(), QByteArray::AbortOnBase64DecodingErrors);
    return decoded && decoded.decoded.size() == 16;
}

} // namespace

std::optional<QByteArray> WebSocketOffer::protocolAfter(QByteArrayView prefix) const
{
    for (const QByteArray &protocol : protocols) {
        if (protocol.startsWith(prefix))
            return protocol.mid(prefix.size());
    }
    return std::nullopt;
}

QList<QByteArray> offeredProtocols(const HttpHead &head)
{
    QList<QByteArray> protocols;
    for (const HttpHead::Header &header : head.headers) {
        if (!equalsIgnoringCase(header.name, "sec-websocket-protocol"))
            continue;
        const QList<QByteArray> offered = header.value.toByteArray().split(',');
        for (const QByteArray &protocol : offered) {
            if (const QByteArray trimmed = protocol.trimmed(); !trimmed.isEmpty())
                protocols << trimmed;
        }
    }
    return protocols;
}

std::variant<WebSocketOffer, HttpReply> readOffer(const HttpHead &head)
{
    if (head.isOld) {
        HttpReply reply = HttpReply::problem(
            426, QStringLiteral("A WebSocket begins with HTTP/1.1; a proxy in between may have made it HTTP/1.0."));
        reply.addHeader("Upgrade", "websocket");
        return reply;
    }
    if (head.method != "GET") {
        HttpReply reply = HttpReply::problem(405, QStringLiteral("A WebSocket is asked for with GET."));
        reply.addHeader("Allow", "GET, HEAD");
        return reply;
    }
    if (head.contentLength > 0)
        return HttpReply::problem(400, QStringLiteral("A request for a WebSocket has no body."));
    if (countOf(head, "sec-websocket-version") != 1 || head.header("sec-websocket-version") != "13") {
        HttpReply reply = HttpReply::problem(
            426, QStringLiteral("Only version 13 of the WebSocket protocol is spoken here (RFC 6455)."));
        reply.addHeader("Upgrade", "websocket");
        reply.addHeader("Sec-WebSocket-Version", "13");
        return reply;
    }
    if (countOf(head, "sec-websocket-key") != 1 || !isKey(head.header("sec-websocket-key")))
        return HttpReply::problem(
            400, QStringLiteral("Sec-WebSocket-Key must be sent once and be 16 random bytes in base64."));
    return WebSocketOffer{head.header("sec-websocket-key").toByteArray(), offeredProtocols(head)};
}

QByteArray switchingProtocols(const WebSocketOffer &offer, const QByteArray &protocol)
{
    const QByteArray salted = offer.key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    const QByteArray accept = QCryptographicHash::hash(salted, QCryptographicHash::Sha1).toBase64();
    QByteArray out = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                     "Sec-WebSocket-Accept: "
        + accept + "\r\n";
    if (!protocol.isEmpty())
        out += "Sec-WebSocket-Protocol: " + protocol + "\r\n";
    return out + "\r\n";
}

} // namespace foghorn
