#include "core/api/connection.h"

#include "core/api/qthttpcompat.h"
#include "core/api/unixsocket.h"

#include <QSslSocket>

namespace foghorn {
namespace {

MonoTime now() { return std::chrono::steady_clock::now(); }

/// Beside the largest request: without it a buffer would take all that the system has received, which is megabytes.
constexpr qint64 spareBuffer = 32 * 1024;

} // namespace

Connection::Connection(QTcpSocket *socket, Peer peer, const ConnectionLimits &limits)
    : QObject(socket)
    , m_socket(socket)
    , m_peer(std::move(peer))
    , m_limits(limits)
    , m_isEncrypted(qobject_cast<QSslSocket *>(socket) != nullptr)
    , m_phaseSince(now())
    , m_progressAt(m_phaseSince)
{
    socket->setReadBufferSize(limits.maxHead + limits.maxBody + spareBuffer);
    connect(socket, &QTcpSocket::readyRead, this, &Connection::onReadyRead);
    connect(socket, &QTcpSocket::bytesWritten, this, &Connection::onBytesWritten);
}

Connection::~Connection() { Q_EMIT gone(m_socket); }

void Connection::awaitAnswer() { m_phase = Phase::Answering; }

void Connection::answer(const HttpReply &reply)
{
    const bool headOnly = m_head.method == "HEAD";
    const bool closes = reply.closes || !m_head.isPersistent;
    m_phase = closes ? Phase::Closing : Phase::Idle;
    m_phaseSince = now();
    if (!closes && !headOnly && !reply.prepared.isEmpty())
        write(reply.prepared);
    else
        write(wireBytes(reply, headOnly, closes));
    if (closes)
        dropInput();
}

void Connection::refuse(int status, const char *detail)
{
    m_phase = Phase::Closing;
    m_phaseSince = now();
    HttpReply reply = HttpReply::problem(status, QString::fromLatin1(detail));
    if (status == 503)
        reply.addHeader("Retry-After", "1");
    write(wireBytes(reply, m_head.method == "HEAD", true));
    dropInput();
}

void Connection::enforceLimits(MonoTime now)
{
    if (isStalled(now)) {
        m_socket->abort();
        return;
    }
    const auto age = now - m_phaseSince;
    switch (m_phase) {
    case Phase::Idle:
        if (age > m_limits.idle && m_socket->bytesToWrite() == 0)
            m_socket->abort();
        return;
    case Phase::Head:
    case Phase::Body:
        if (age > m_limits.requestDeadline)
            refuse(408, "The request did not arrive whole in time; send it in one go.");
        return;
    case Phase::Answering:
        return;
    case Phase::Closing:
        if (age > m_limits.linger && m_socket->bytesToWrite() == 0)
            m_socket->abort();
        return;
    }
}

void Connection::onReadyRead()
{
    switch (m_phase) {
    case Phase::Idle:
        if (m_socket->bytesAvailable() == 0)
            return;
        if (m_socket->bytesToWrite() > m_limits.maxUnread) {
            m_socket->abort();
            return;
        }
        m_phase = Phase::Head;
        m_phaseSince = now();
        m_received.clear();
        readHead();
        return;
    case Phase::Head:
        readHead();
        return;
    case Phase::Body:
        return;
    case Phase::Answering:
        if (m_socket->bytesAvailable() > m_limits.maxHead + m_limits.maxBody)
            m_socket->abort();
        return;
    case Phase::Closing:
        m_socket->readAll();
        return;
    }
}

void Connection::readHead()
{
    const QByteArray fresh = m_socket->peek(m_limits.maxHead + 1 - m_received.size());
    m_consumed = m_received.size();
    if (m_received.isEmpty())
        m_received = fresh;
    else
        m_received += fresh;
    const HeadVerdict verdict = inspectHead(m_received, m_head);
    switch (verdict.kind) {
    case HeadVerdict::Kind::Incomplete:
        if (m_received.size() > m_limits.maxHead)
            refuse(431, "The request's head is larger than 32 KiB.");
        return;
    case HeadVerdict::Kind::Refused:
        refuse(verdict.status, verdict.detail);
        return;
    case HeadVerdict::Kind::Complete:
        acceptHead();
        return;
    }
}

void Connection::acceptHead()
{
    if (m_head.namesHttps && !m_isEncrypted) {
        refuse(421, "The target says https, but this port speaks plain HTTP.");
        return;
    }
    if (m_head.contentLength > m_limits.maxBody) {
        refuse(413, "The body is larger than 64 KiB.");
        return;
    }
    if (m_head.wantsWebSocket) {
        m_phase = Phase::Answering;
        detachLibrary();
        Q_EMIT upgradeAsked(this);
        return;
    }
    m_phase = Phase::Body;
    if (m_head.expectsContinue && m_head.contentLength > 0 && !qtAnswersExpectContinue)
        write("HTTP/1.1 100 Continue\r\n\r\n");
}

void Connection::onBytesWritten()
{
    m_progressAt = now();
    if (m_phase == Phase::Closing && m_socket->bytesToWrite() == 0)
        closeGently();
}

QTcpSocket *Connection::handOver()
{
    const qsizetype headSize = m_head.bytes.indexOf("\r\n\r\n", m_head.method.data() - m_head.bytes.constData()) + 4;
    m_socket->skip(headSize - m_consumed);
    disconnect(m_socket, nullptr, this, nullptr);
    Q_EMIT gone(m_socket);
    deleteLater(); // we are in one of its slots
    return m_socket;
}

/// The library must see nothing more of this connection.
void Connection::detachLibrary()
{
    disconnect(m_socket, &QIODevice::readyRead, nullptr, nullptr);
    if (m_socket->isTransactionStarted())
        m_socket->commitTransaction();
    connect(m_socket, &QTcpSocket::readyRead, this, &Connection::onReadyRead);
}

/// What still comes is read and thrown away, since closing with unread bytes would reset the connection and could take
/// our last answer with it.
void Connection::dropInput()
{
    detachLibrary();
    m_socket->readAll();
    if (m_socket->bytesToWrite() == 0)
        closeGently();
}

/// Most answers go to the system whole and at once: QTcpSocket::write would switch its write notifier on and off for
/// each, which costs the event loop two system calls more. What does not fit takes the usual way.
void Connection::write(const QByteArray &bytes)
{
    m_progressAt = now();
    qint64 sent = 0;
    if (!m_isEncrypted && m_socket->bytesToWrite() == 0)
        sent = sendNow(m_socket->socketDescriptor(), bytes);
    if (sent == bytes.size())
        return;
    m_socket->write(sent == 0 ? bytes : bytes.mid(sent));
    if (m_isEncrypted)
        m_socket->flush();
}

void Connection::closeGently()
{
    if (m_saidLastWord)
        return;
    m_saidLastWord = true;
    m_phaseSince = now();
    if (m_isEncrypted)
        m_socket->disconnectFromHost();
    else
        shutdownWriting(m_socket->socketDescriptor());
}

bool Connection::isStalled(MonoTime now) { return m_socket->bytesToWrite() > 0 && now - m_progressAt > m_limits.stall; }

} // namespace foghorn
