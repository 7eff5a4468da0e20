#pragma once

#include "core/api/apicontext.h"
#include "core/api/apioptions.h"
#include "core/api/eventstream.h"
#include "core/api/router.h"
#include "core/api/ticketbook.h"
#include "core/base/result.h"

#include <QObject>

#include <memory>

class QTcpServer;

namespace foghorn {

class ConnectionGuard;
class Front;
class Gate;

/// The REST API of one fleet: its listeners, and everything between them and the registry, the journal and the
/// commands.
class ApiServer final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ApiServer)
public:
    ApiServer(const ApiSources &sources, ApiOptions options, QObject *parent = nullptr);
    ~ApiServer() override;

    /// Opens all listeners or none. An error says which one and what to do.
    Result<void> listen();
    /// New work is answered with 503 from now on; reading goes on.
    void beginShutdown();

    /// The port of the first listener; 0 before listen().
    quint16 port() const;
    /// Where to find it: "http://127.0.0.1:7464"; empty before listen().
    QString url() const;
    const Router &router() const { return m_router; }
    /// All that are open, listeners of the event stream included.
    qsizetype connections() const;

private:
    std::unique_ptr<Front> makeFront();
    Result<void> listenOn(const QString &address);
    Result<void> listenOnUnix();
    Result<void> renewToken(Role role);

    ApiOptions m_options;
    AnswerCache m_answers;
    TicketBook m_tickets;
    EventStream m_stream;
    std::unique_ptr<QObject> m_lifetime =
        std::make_unique<QObject>(); ///< goes first: ends what still waits for an answer
    ApiContext m_context;
    Router m_router;
    std::unique_ptr<Gate> m_gate;
    std::unique_ptr<ConnectionGuard> m_guard; ///< outlives the front and its sockets
    std::unique_ptr<Front> m_front;
    QTcpServer *m_first = nullptr; ///< owned by the front
    QString m_host; ///< of the first listener, as it goes into a URL
};

} // namespace foghorn
