#pragma once

#include "core/api/connectionlimits.h"
#include "core/api/httphead.h"
#include "core/api/httpreply.h"
#include "core/api/peer.h"
#include "core/base/clock.h"

#include <QObject>
#include <QTcpSocket>

namespace foghorn {

/// One client's connection: reads each request's head before the HTTP library does, refuses what is malformed or too
/// large, keeps the deadlines and writes the answers. A child of its socket, which the library owns.
///
/// The library consumes every byte of an unfinished request at each readyRead and leaves what follows a finished one in
/// the buffer; this object's slot is connected first, so what it peeks is always new.
class Connection final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Connection)
public:
    Connection(QTcpSocket *socket, Peer peer, const ConnectionLimits &limits);
    ~Connection() override;

    QTcpSocket *socket() const { return m_socket; }
    const Peer &peer() const { return m_peer; }
    /// The head of the request at hand, until it is answered.
    const HttpHead &head() const { return m_head; }
    /// Whether a request may be handed over now: not while an earlier one waits for its answer, nor after the last
    /// word.
    bool takesRequest() const { return m_phase == Phase::Body; }

    /// The request at hand is answered later: no deadline of the connection runs until then.
    void awaitAnswer();
    /// Writes the answer to the request at hand.
    void answer(const HttpReply &reply);
    /// The same over an answer that was made outside any request (the cap): and closes.
    void refuse(int status, const char *detail);
    /// Lets go of the socket, which goes on as something else; what was read of the request at hand is taken off it.
    /// The connection is gone then.
    QTcpSocket *handOver();
    /// Cuts the connection when it is overdue. Called every now and then.
    void enforceLimits(MonoTime now);

Q_SIGNALS:
    void gone(QTcpSocket *socket);
    /// A request that asks for a WebSocket came whole; the HTTP library knows nothing of it. Answer or handOver().
    void upgradeAsked(foghorn::Connection *connection);

private:
    enum class Phase { Idle, Head, Body, Answering, Closing };

    void onReadyRead();
    void onBytesWritten();
    void readHead();
    void acceptHead();
    void detachLibrary();
    void dropInput();
    void write(const QByteArray &bytes);
    void closeGently();
    bool isStalled(MonoTime now);

    QTcpSocket *m_socket;
    Peer m_peer;
    const ConnectionLimits &m_limits;
    bool m_isEncrypted;
    Phase m_phase = Phase::Idle;
    QByteArray m_received; ///< the head so far
    qsizetype m_consumed = 0; ///< of it the library has taken off the socket
    HttpHead m_head;
    MonoTime m_phaseSince;
    MonoTime m_progressAt; ///< when the other end last took bytes of an answer
    bool m_saidLastWord = false;
};

} // namespace foghorn
