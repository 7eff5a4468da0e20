#include "core/api/gate.h"

#include <QHostAddress>

#include <algorithm>

namespace foghorn {
namespace {

constexpr std::size_t wrongTokensForFree = 5;

bool isPort(QByteArrayView text)
{
    return text.size() <= 5 && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool isHostByte(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_'; }

/// What follows the scheme ("bearer ") in the Authorization header; nothing when it is another scheme.
std::optional<QByteArray> authorization(const HttpHead &head, QByteArrayView scheme)
{
    const QByteArrayView value = head.header("authorization");
    if (value.size() < scheme.size() || !equalsIgnoringCase(value.first(scheme.size()), scheme))
        return std::nullopt;
    return value.sliced(scheme.size()).trimmed().toByteArray();
}

std::optional<QByteArray> bearerToken(const HttpHead &head) { return authorization(head, "bearer "); }

/// The password of HTTP Basic; whatever the user is called.
std::optional<QByteArray> basicPassword(const HttpHead &head)
{
    const std::optional<QByteArray> encoded = authorization(head, "basic ");
    if (!encoded)
        return std::nullopt;
    const auto pair = QByteArray::fromBase64Encoding(*encoded, QByteArray::AbortOnBase64DecodingErrors);
    const qsizetype colon = pair ? pair.decoded.indexOf(':') : -1;
    return colon < 0 ? QByteArray() : pair.decoded.mid(colon + 1);
}

} // namespace

std::optional<QByteArray> hostWithoutPort(QByteArrayView value)
{
    const QByteArray text = value.toByteArray().toLower();
    if (text.startsWith('[')) {
        const qsizetype end = text.indexOf(']');
        const QByteArrayView rest = end < 0 ? QByteArrayView("?") : QByteArrayView(text).sliced(end + 1);
        if (!rest.isEmpty() && (!rest.startsWith(':') || !isPort(rest.sliced(1))))
            return std::nullopt;
        const QByteArray inner = text.mid(1, end - 1);
        return QHostAddress(QString::fromLatin1(inner)).protocol() == QAbstractSocket::IPv6Protocol
            ? std::optional(inner)
            : std::nullopt;
    }
    const qsizetype colon = text.indexOf(':');
    const QByteArray host = colon < 0 ? text : text.first(colon);
    if (host.isEmpty() || !std::all_of(host.begin(), host.end(), isHostByte)
        || (colon >= 0 && !isPort(QByteArrayView(text).sliced(colon + 1))))
        return std::nullopt;
    return host;
}

bool isLoopbackHost(QByteArrayView host)
{
    if (host == "localhost" || host == "::1")
        return true;
    // Four plain numbers only: no "127.evil.example", no octal or short forms.
    const QList<QByteArray> parts = host.toByteArray().split('.');
    return parts.size() == 4 && parts.first() == "127"
        && std::all_of(parts.begin(), parts.end(), [](const QByteArray &part) {
               bool isNumber = false;
               const uint number = part.toUInt(&isNumber);
               return isNumber && number < 256 && part == QByteArray::number(number);
           });
}

Gate::Gate(const ApiOptions &options)
    : m_tokenRequired(options.tokenRequired)
    , m_tokens(options.tokens)
{
    for (const QString &host : options.allowedHosts)
        m_hosts << host.toLatin1().toLower();
    for (const QString &listen : options.listen) {
        // The address that stands for "all" is nobody's name.
        const std::optional<QByteArray> host = hostWithoutPort(listen.toLatin1());
        if (host && *host != "0.0.0.0" && *host != "::")
            m_hosts << *host;
    }
}

void Gate::setDigest(Role role, const QByteArray &digest)
{
    (role == Role::Operator ? m_tokens.operate : m_tokens.view) = digest;
}

std::optional<HttpReply> Gate::checkOrigin(const HttpHead &head, const Peer &peer) const
{
    const QByteArrayView host = head.authority;
    if (!peer.isLocal && !isOwnHost(host))
        return HttpReply::problem(403,
            QStringLiteral("The Host header, or the target, names no host of ours; use localhost, the listen "
                           "address, or add the name to allowed_hosts in the fleet file."));
    if (!head.hasHeader("origin"))
        return std::nullopt;
    const QByteArrayView origin = head.header("origin");
    for (const QByteArrayView scheme : {QByteArrayView("http://"), QByteArrayView("https://")}) {
        if (!peer.isLocal && origin.size() > scheme.size() && equalsIgnoringCase(origin.first(scheme.size()), scheme)
            && equalsIgnoringCase(origin.sliced(scheme.size()), host))
            return std::nullopt;
    }
    return HttpReply::problem(403,
        QStringLiteral("Pages of other origins may not use this API; call it from a program "
                       "without an Origin header."));
}

Gate::Identity Gate::identify(const HttpHead &head, const Peer &peer, MonoTime now, Access access)
{
    std::optional<QByteArray> token = bearerToken(head);
    if (!token && access == Access::Page)
        token = basicPassword(head);
    return identify(peer, now, token);
}

Gate::Identity Gate::identify(const HttpHead &head, const Peer &peer, MonoTime now, const WebSocketOffer &offer)
{
    std::optional<QByteArray> token = bearerToken(head);
    if (!token)
        token = offer.protocolAfter("bearer.");
    return identify(peer, now, token);
}

Gate::Identity Gate::identify(const Peer &peer, MonoTime now, const std::optional<QByteArray> &token)
{
    if (peer.isLocal)
        return {peer.isOwner ? Role::Operator : Role::Nobody, {}};
    if (!m_tokenRequired)
        return {Role::Operator, {}};
    if (!token)
        return {};
    if (const Role role = m_tokens.roleOf(*token); role != Role::Nobody)
        return {role, {}};
    while (!m_wrong.empty() && now - m_wrong.front() > std::chrono::minutes(1))
        m_wrong.pop_front();
    m_wrong.push_back(now);
    if (m_wrong.size() > 1000)
        m_wrong.pop_front();
    return {Role::Nobody,
        m_wrong.size() > wrongTokensForFree ? std::chrono::milliseconds(1000) : std::chrono::milliseconds(0)};
}

HttpReply Gate::unauthorized(const HttpHead &head, Access access)
{
    const bool isOffered = head.hasHeader("authorization");
    HttpReply reply = HttpReply::problem(401,
        isOffered
            ? QStringLiteral("This token is not known here; read it again from the file `token` in the state dir.")
            : QStringLiteral(
                "Send `Authorization: Bearer TOKEN` with the token from the file `token` in the state dir."));
    if (access == Access::Page) // first, and so that a browser asks for it; any user name will do
        reply.addHeader("WWW-Authenticate", "Basic realm=\"Foghorn: a token is the password\", charset=\"UTF-8\"");
    reply.addHeader("WWW-Authenticate",
        isOffered ? "Bearer realm=\"foghorn\", error=\"invalid_token\"" : "Bearer realm=\"foghorn\"");
    return reply;
}

bool Gate::isOwnHost(QByteArrayView host) const
{
    const std::optional<QByteArray> name = hostWithoutPort(host);
    return name && (isLoopbackHost(*name) || m_hosts.contains(*name));
}

} // namespace foghorn
