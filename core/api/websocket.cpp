#include "core/api/websocket.h"

#include "core/api/unixsocket.h"

#include <QSslSocket>

#include <algorithm>

namespace foghorn {
namespace {

/// What the socket's own buffer holds of us at most.
constexpr qsizetype pieceSize = 64 * 1024;
/// What is read of the other end in one turn: it has next to nothing to say.
constexpr qint64 incomingSize = 4 * 1024;

MonoTime now() { return std::chrono::steady_clock::now(); }

} // namespace

WebSocket::WebSocket(QTcpSocket *socket, const StreamLimits &limits)
    : QObject(socket)
    , m_socket(socket)
    , m_limits(limits)
    , m_secure(qobject_cast<QSslSocket *>(socket))
    , m_reader(limits.maxIncoming, {limits.frameBurst, limits.framesPerSecond}, now())
    , m_progressAt(now())
    , m_heardAt(m_progressAt)
    , m_pingedAt(m_progressAt)
    , m_closedAt(m_progressAt)
{
    socket->setReadBufferSize(incomingSize);
    connect(socket, &QTcpSocket::readyRead, this, &WebSocket::onReadyRead);
    connect(socket, &QTcpSocket::bytesWritten, this, &WebSocket::onBytesWritten);
    // not queued: the socket may be deleted by then, and whoever listens to gone() would keep us
    connect(socket, &QTcpSocket::disconnected, this, &WebSocket::onDisconnected);
    if (m_secure)
        connect(m_secure, &QSslSocket::encryptedBytesWritten, this, &WebSocket::onBytesWritten);
}

WebSocket::~WebSocket() = default;

void WebSocket::begin()
{
    if (m_socket->state() != QAbstractSocket::ConnectedState)
        onDisconnected();
    else if (m_socket->bytesAvailable() > 0)
        onReadyRead();
}

void WebSocket::send(const QByteArray &frames)
{
    if (m_phase != Phase::Open)
        return;
    push(frames);
    if (m_queued - m_allowance > m_limits.maxQueued)
        close(WebSocketClose::ReadsTooSlowly, "too slow: more is queued than is kept");
}

void WebSocket::sendAsked(const QByteArray &frames)
{
    if (m_phase != Phase::Open)
        return;
    m_allowance += frames.size();
    push(frames);
}

void WebSocket::close(WebSocketClose code, const QByteArray &reason)
{
    if (m_phase != Phase::Open)
        return;
    m_phase = Phase::Closing;
    m_closedAt = now();
    const bool isHalfSent = m_offset > 0;
    m_queue.erase(m_queue.begin() + (isHalfSent ? 1 : 0), m_queue.end());
    m_queued = isHalfSent ? m_queue.front().size() - m_offset : 0;
    push(webSocketCloseFrame(static_cast<quint16>(code), reason));
}

void WebSocket::enforceLimits(MonoTime now)
{
    switch (m_phase) {
    case Phase::Open:
        if (now - m_heardAt > m_limits.silence)
            return m_socket->abort();
        if ((m_queued > 0 || isSocketBusy()) && now - m_progressAt > m_limits.stall)
            return close(WebSocketClose::ReadsTooSlowly, "too slow: nothing was taken for too long");
        if (now - std::max(m_heardAt, m_pingedAt) > m_limits.ping) {
            m_pingedAt = now;
            push(webSocketFrame(WebSocketOpcode::Ping, {}));
        }
        return;
    case Phase::Closing:
        if (now - m_closedAt > m_limits.linger)
            m_socket->abort();
        return;
    case Phase::Gone:
        return;
    }
}

void WebSocket::onReadyRead()
{
    const QByteArray bytes = m_socket->readAll();
    if (m_hearsNothing)
        return;
    QList<WebSocketMessage> messages;
    const auto fault = m_reader.feed(bytes, now(), messages);
    for (const WebSocketMessage &message : std::as_const(messages)) {
        if (!m_hearsNothing)
            take(message);
    }
    if (!fault || m_hearsNothing)
        return;
    m_hearsNothing = true;
    close(fault->code, fault->reason);
}

void WebSocket::onBytesWritten()
{
    m_progressAt = now();
    pump();
}

void WebSocket::take(const WebSocketMessage &message)
{
    m_heardAt = now();
    if (message.kind == WebSocketOpcode::Close)
        return answerClose(message.payload);
    if (m_phase == Phase::Open && message.kind == WebSocketOpcode::Ping)
        push(webSocketFrame(WebSocketOpcode::Pong, message.payload));
}

void WebSocket::answerClose(const QByteArray &payload)
{
    m_hearsNothing = true;
    m_wasClosedByPeer = true;
    if (m_phase == Phase::Open) {
        m_phase = Phase::Closing;
        m_closedAt = now();
        // what is queued still goes: the other end may wait for it before it hangs up
        push(webSocketFrame(WebSocketOpcode::Close, payload.left(2)));
    } else {
        pump();
    }
}

void WebSocket::push(const QByteArray &frames)
{
    if (m_queued == 0)
        m_progressAt = now();
    m_queue.push_back(frames);
    m_queued += frames.size();
    pump();
}

bool WebSocket::isSocketBusy() const
{
    return m_socket->bytesToWrite() > 0 || (m_secure && m_secure->encryptedBytesToWrite() > 0);
}

void WebSocket::pump()
{
    if (m_isPumping || m_phase == Phase::Gone)
        return;
    m_isPumping = true;
    const bool hadSome = m_queued > 0;
    while (!m_queue.empty() && !isSocketBusy()) {
        const QByteArray front = m_queue.front();
        qsizetype taken = 0;
        if (!m_secure)
            taken = sendNow(m_socket->socketDescriptor(), QByteArrayView(front).sliced(m_offset));
        bool isRefused = false;
        if (m_offset + taken < front.size()) { // the system took no more: the rest goes when it does
            const QByteArray piece = front.mid(m_offset + taken, pieceSize);
            isRefused = m_socket->write(piece) != piece.size();
            taken += isRefused ? 0 : piece.size();
        }
        advance(taken);
        if (isRefused)
            break;
        if (m_secure) // encrypts at once: we may be about to end. May find that the other end is, or hear its Close
            m_secure->flush();
    }
    m_isPumping = false;
    if (!m_queue.empty() || m_phase == Phase::Gone)
        return;
    m_allowance = 0;
    if (m_phase == Phase::Closing)
        finish();
    else if (hadSome)
        Q_EMIT drained();
}

void WebSocket::advance(qsizetype taken)
{
    m_offset += taken;
    m_queued -= taken;
    if (taken > 0)
        m_progressAt = now();
    if (m_offset < m_queue.front().size())
        return;
    m_queue.pop_front();
    m_offset = 0;
}

/// Our Close is on its way. Once the other end has said its own, the connection ends; else when it has had its time.
void WebSocket::finish()
{
    if (!m_wasClosedByPeer || isSocketBusy())
        return;
    if (m_secure)
        m_socket->disconnectFromHost();
    else
        shutdownWriting(m_socket->socketDescriptor());
}

void WebSocket::onDisconnected()
{
    if (std::exchange(m_phase, Phase::Gone) == Phase::Gone)
        return;
    m_queue.clear();
    m_offset = 0;
    m_queued = 0;
    Q_EMIT gone();
    m_socket->deleteLater();
}

} // namespace foghorn
