// The part of Front that leads requests for a WebSocket: refusals are plain HTTP answers, given before any upgrade.
#include "core/api/front.h"
#include "core/api/requestchecks.h"
#include "core/api/websocket.h"

namespace foghorn {
namespace {

HttpReply refuseTicket()
{
    HttpReply reply = HttpReply::problem(401,
        QStringLiteral("This ticket was used, is over 30 seconds old, or is none of ours; get the status page again "
                       "for a new one."));
    reply.addHeader("WWW-Authenticate", "Bearer realm=\"foghorn\", error=\"invalid_token\"");
    return reply;
}

} // namespace

void Front::onUpgradeAsked(Connection &connection)
{
    if (std::optional<HttpReply> refusal = respondToUpgrade(connection)) {
        refusal->closes = true; // the library no longer reads this connection
        connection.answer(*refusal);
    }
}

std::optional<HttpReply> Front::respondToUpgrade(Connection &connection)
{
    const HttpHead &head = connection.head();
    if (std::optional<HttpReply> refusal = m_gate.checkOrigin(head, connection.peer()))
        return refusal;
    const Router::Match match = m_router.match(head.method, head.path);
    ApiRequest request{head, connection.peer(), Role::Nobody, false, match.name, {}, {}};
    const WebSocketOffer named{{}, offeredProtocols(head)};
    if (std::optional<HttpReply> refusal = enterStream(connection, named, request))
        return refusal;
    if (request.role == Role::Nobody)
        return std::nullopt; // a wrong token, answered later
    if (!match.route && !match.allow.isEmpty()) {
        HttpReply reply = HttpReply::problem(405, QStringLiteral("A WebSocket is asked for with GET."));
        reply.addHeader("Allow", match.allow);
        return reply;
    }
    if (!match.route || !match.route->streamHandler)
        return HttpReply::problem(
            404, QStringLiteral("There is no WebSocket here; the one there is: GET /api/orchestration/events/stream."));
    auto query = readQuery(head.query, match.route->parameters);
    if (const auto *refusal = std::get_if<HttpReply>(&query))
        return *refusal;
    request.query = std::get<0>(std::move(query));
    const auto offer = readOffer(head);
    if (const auto *refusal = std::get_if<HttpReply>(&offer))
        return *refusal;
    if (std::optional<HttpReply> refusal = match.route->streamPrecheck(request))
        return refusal;
    // last: a ticket is good once, and a refusal does not use it up
    if (const std::optional<QByteArray> ticket = named.protocolAfter("ticket.");
        ticket && !m_tickets.redeem(*ticket, std::chrono::steady_clock::now()))
        return refuseTicket();
    upgrade(connection, *match.route, std::get<0>(offer), request);
    return std::nullopt;
}

std::optional<HttpReply> Front::enterStream(Connection &connection, const WebSocketOffer &offer, ApiRequest &request)
{
    const MonoTime now = std::chrono::steady_clock::now();
    const HttpHead &head = connection.head();
    // before the header: a browser that was let in with HTTP Basic sends that along
    if (const std::optional<QByteArray> ticket = offer.protocolAfter("ticket.")) {
        const std::optional<TicketScope> scope = m_tickets.scopeOf(*ticket, now);
        if (!scope)
            return refuseTicket();
        request.role = Role::Viewer;
        request.isPublic = *scope == TicketScope::Public;
        return std::nullopt;
    }
    const Gate::Identity identity = m_gate.identify(head, connection.peer(), now, offer);
    request.role = identity.role;
    if (identity.role != Role::Nobody)
        return std::nullopt;
    if (connection.peer().isLocal)
        return HttpReply::problem(
            403, QStringLiteral("Only the user that runs Foghorn, and root, may use this socket."));
    return refuseNobody(
        connection, Gate::unauthorized(head, Access::View), identity.delay, [] { return RequestLease(); });
}

void Front::upgrade(Connection &connection, const Route &route, const WebSocketOffer &offer, const ApiRequest &request)
{
    QByteArray chosen; // the one that let it in: a browser hangs up when none of those it offered is chosen
    for (const QByteArrayView prefix : {QByteArrayView("ticket."), QByteArrayView("bearer.")}) {
        if (const auto rest = offer.protocolAfter(prefix); rest && chosen.isEmpty())
            chosen = prefix + *rest;
    }
    QTcpSocket *socket = connection.handOver();
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    auto *stream = new WebSocket(socket, m_streamLimits); // owned by the socket
    stream->sendAsked(switchingProtocols(offer, chosen));
    route.streamHandler(request, *stream);
    stream->begin();
}

} // namespace foghorn
