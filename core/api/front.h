#pragma once

#include "core/api/gate.h"
#include "core/api/qthttpcompat.h"
#include "core/api/router.h"
#include "core/api/streamlimits.h"
#include "core/api/ticketbook.h"

namespace foghorn {

/// Leads each request through gate, router and checks to its handler, and its answer back to the connection. Requests
/// for a WebSocket go the same way (frontupgrade.cpp) and reach the stream's handler only when nothing is left to
/// refuse.
class Front final : public HttpServerBase
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Front)
public:
    Front(ConnectionGuard &guard, Router &router, Gate &gate, QByteArray instance, TicketBook &tickets,
        const StreamLimits &streamLimits);
    ~Front() override;

    /// From now on only what is Access::Open or reads is answered; the rest gets 503.
    void beginShutdown() { m_isShuttingDown = true; }
    int pendingAnswers() const { return *m_pending; }

protected:
    void onRequest(Connection &connection, const QByteArray &body, const TakeLease &takeLease) override;

private:
    /// The answer, or nothing when it comes later.
    std::optional<HttpReply> respond(Connection &connection, const QByteArray &body, const TakeLease &takeLease);
    std::optional<HttpReply> enter(
        Connection &connection, const Router::Match &match, const TakeLease &takeLease, Role &role);
    std::optional<HttpReply> handle(Connection &connection, const Route &route, ApiRequest &request,
        const QByteArray &body, const TakeLease &takeLease);
    void handleLater(Connection &connection, const Route &route, const ApiRequest &request, const TakeLease &takeLease);
    PendingReplyPtr postpone(
        Connection &connection, const TakeLease &takeLease, const std::shared_ptr<int> &count) const;
    /// The 401, late when it should be: nothing then.
    std::optional<HttpReply> refuseNobody(
        Connection &connection, HttpReply refusal, std::chrono::milliseconds delay, const TakeLease &takeLease);

    void onUpgradeAsked(Connection &connection);
    std::optional<HttpReply> respondToUpgrade(Connection &connection);
    /// Fills role and isPublic of the request; an answer, or nothing with nobody's role (answered later), when it may
    /// not.
    std::optional<HttpReply> enterStream(Connection &connection, const WebSocketOffer &offer, ApiRequest &request);
    void upgrade(Connection &connection, const Route &route, const WebSocketOffer &offer, const ApiRequest &request);

    Router &m_router;
    Gate &m_gate;
    QByteArray m_instance;
    TicketBook &m_tickets;
    const StreamLimits &m_streamLimits;
    std::shared_ptr<int> m_pending = std::make_shared<int>(0); ///< slow work
    std::shared_ptr<int> m_late = std::make_shared<int>(0); ///< refusals: they take no place from those who may
    bool m_isShuttingDown = false;
};

} // namespace foghorn
