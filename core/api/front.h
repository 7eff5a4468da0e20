#pragma once

#include "core/api/gate.h"
#include "core/api/qthttpcompat.h"
#include "core/api/router.h"

namespace foghorn {

/// Leads each request through gate, router and checks to its handler, and its answer back to the connection.
class Front final : public HttpServerBase
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Front)
public:
    Front(ConnectionGuard &guard, Router &router, Gate &gate, QByteArray instance);
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
    PendingReplyPtr postpone(Connection &connection, const TakeLease &takeLease);

    Router &m_router;
    Gate &m_gate;
    QByteArray m_instance;
    std::shared_ptr<int> m_pending = std::make_shared<int>(0);
    bool m_isShuttingDown = false;
};

} // namespace foghorn
