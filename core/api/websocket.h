#pragma once

#include "core/api/streamlimits.h"
#include "core/api/websocketframe.h"
#include "core/base/clock.h"

#include <QObject>
#include <QTcpSocket>

#include <deque>

class QSslSocket;

namespace foghorn {

/// One client's WebSocket after the handshake, which only listens to us. A child of its socket.
///
/// What is to be sent is queued as shared bytes, so a message that goes to all is held once. The socket's own buffer
/// gets a piece at a time. Nobody waits for a client: one that takes nothing, or too little, is told so in a Close
/// frame (4008) behind the message that is half sent, and is cut off.
class WebSocket final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WebSocket)
public:
    /// `socket` is open and nobody else's; the handshake has been answered.
    WebSocket(QTcpSocket *socket, const StreamLimits &limits);
    ~WebSocket() override;

    /// Queues whole frames. Beyond `maxQueued` bytes the client is cut off.
    void send(const QByteArray &frames);
    /// The same without counting it: what the client asked for, not what happens to it.
    void sendAsked(const QByteArray &frames);
    /// Says why and ends; what is queued and not begun is dropped.
    void close(WebSocketClose code, const QByteArray &reason);
    qint64 queuedBytes() const { return m_queued; }
    bool isOpen() const { return m_phase == Phase::Open; }
    /// Pings the silent, cuts off the dead and the slow. Called every now and then.
    void enforceLimits(MonoTime now);
    /// Reads what already came behind the handshake.
    void begin();

Q_SIGNALS:
    /// All that was queued is sent.
    void drained();
    /// The last signal, maybe from within a call that sends; the object goes soon.
    void gone();

private:
    enum class Phase { Open, Closing, Gone };

    void onReadyRead();
    void onBytesWritten();
    void onDisconnected();
    void take(const WebSocketMessage &message);
    void answerClose(const QByteArray &payload);
    void push(const QByteArray &frames);
    /// Gives the system what it takes.
    void pump();
    /// So much more of the front is with the system.
    void advance(qsizetype taken);
    bool isSocketBusy() const;
    void finish();

    QTcpSocket *m_socket;
    const StreamLimits &m_limits;
    QSslSocket *m_secure; ///< the same socket, when it is encrypted
    Phase m_phase = Phase::Open;
    WebSocketReader m_reader;
    bool m_hearsNothing = false; ///< after a fault or a Close what comes is thrown away
    bool m_wasClosedByPeer = false;
    bool m_isPumping = false;
    std::deque<QByteArray> m_queue;
    qsizetype m_offset = 0; ///< sent of the front
    qint64 m_queued = 0; ///< bytes
    qint64 m_allowance = 0; ///< of them asked for
    MonoTime m_progressAt; ///< when the other end last took bytes, or nothing waited
    MonoTime m_heardAt;
    MonoTime m_pingedAt;
    MonoTime m_closedAt;
};

} // namespace foghorn
