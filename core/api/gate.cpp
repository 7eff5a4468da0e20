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

/// "Bearer TOKEN" without its first word; nothing when it is another scheme.
std::optional<QByteArrayView> bearerToken(const HttpHead &head)
{
    const QByteArrayView value = head.header("authorization");
    constexpr qsizetype schemeSize = 7;
    if (value.size() < schemeSize || !equalsIgnoringCase(value.first(schemeSize), "bearer "))
        return std::nullopt;
    return value.sliced(schemeSize).trimmed();
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

std::optional<HttpReply> Gate::checkOrigin(const HttpHead &head, const Peer &peer) const
{
    const QByteArrayView host = head.header("host");
    if (!peer.isLocal && !isOwnHost(host))
        return HttpReply::problem(403,
            QStringLiteral("The Host header names no host of ours; use localhost, the listen "
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

Gate::Identity Gate::identify(const HttpHead &head, const Peer &peer, MonoTime now)
{
    if (peer.isLocal)
        return {peer.isOwner ? Role::Operator : Role::Nobody, {}};
    if (!m_tokenRequired)
        return {Role::Operator, {}};
    const std::optional<QByteArrayView> token = bearerToken(head);
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

HttpReply Gate::unauthorized(const HttpHead &head)
{
    const bool isOffered = head.hasHeader("authorization");
    HttpReply reply = HttpReply::problem(401,
        isOffered
            ? QStringLiteral("This token is not known here; read it again from the file `token` in the state dir.")
            : QStringLiteral(
                "Send `Authorization: Bearer TOKEN` with the token from the file `token` in the state dir."));
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
