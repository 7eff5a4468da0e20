#pragma once

// The only place that knows the versions of Qt HTTP Server, 6.4 to 6.11. See reliability.md 3.1.

#include "core/api/connectionguard.h"

#include <QAbstractHttpServer>
#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QTcpServer>
#if QT_VERSION >= QT_VERSION_CHECK(6, 10, 0)
#include <QHttpServerConfiguration>
#endif

#include <memory>

namespace foghorn {

/// From 6.8 on the library itself answers `Expect: 100-continue`.
inline constexpr bool qtAnswersExpectContinue = QT_VERSION >= QT_VERSION_CHECK(6, 8, 0);

/// What must live until a request is answered: from 6.5 on the responder, so that the library reads no further request
/// of that connection meanwhile. 6.4 has nothing to keep (and its responder must not be kept: it dangles).
using RequestLease = std::shared_ptr<QHttpServerResponder>;

/// QAbstractHttpServer with one pair of hooks over all versions. Answers go to the Connection, never to the responder.
class HttpServerBase : public QAbstractHttpServer
{
public:
    explicit HttpServerBase(ConnectionGuard &guard)
        : m_guard(guard)
    {
#if QT_VERSION >= QT_VERSION_CHECK(6, 10, 0)
        // The library would cut what it takes for idle: late answers and WebSockets. The guard has limits of its own.
        QHttpServerConfiguration own = configuration();
        own.setKeepAliveTimeout(std::chrono::hours(24 * 365));
        setConfiguration(own);
#endif
    }

    /// Serves what `server`, which listens already, accepts; takes it over.
    bool serve(QTcpServer *server)
    {
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
        return bind(server);
#else
        bind(server);
        return true;
#endif
    }

protected:
    using TakeLease = std::function<RequestLease()>;
    /// One whole request. `takeLease` is called when it is to be answered later.
    virtual void onRequest(Connection &connection, const QByteArray &body, const TakeLease &takeLease) = 0;

    ConnectionGuard &m_guard;

private:
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    bool handleRequest(const QHttpServerRequest &request, QHttpServerResponder &responder) final
    {
        Connection *connection = m_guard.between(request.remoteAddress(), request.remotePort(), request.localPort());
        if (connection && connection->takesRequest()) {
            onRequest(*connection, request.body(),
                [&responder] { return std::make_shared<QHttpServerResponder>(std::move(responder)); });
        }
        return true;
    }
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    void missingHandler(const QHttpServerRequest &, QHttpServerResponder &) final { }
#else
    void missingHandler(const QHttpServerRequest &, QHttpServerResponder &&) final { }
#endif
#else
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) final
    {
        Connection *connection = m_guard.of(socket);
        if (connection && connection->takesRequest())
            onRequest(*connection, request.body(), [] { return RequestLease(); });
        return true;
    }
    void missingHandler(const QHttpServerRequest &, QTcpSocket *) final { }
#endif
};

} // namespace foghorn
