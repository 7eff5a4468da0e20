#include "core/health/tlsstream.h"

#include "core/health/dialtargets.h"
#include "core/health/httpanswer.h"
#include "core/health/probewords.h"

#include <QNetworkProxy>
#include <QPointer>
#include <QSslSocket>

namespace foghorn {

TlsStream::TlsStream(const QString &host, quint16 port, StreamListener *listener, QObject *owner)
    : m_owner(owner)
    , m_host(host)
    , m_port(port)
    , m_listener(listener)
    , m_targets(dialTargets(host))
{
    open();
}

TlsStream::~TlsStream() { drop(); }

bool TlsStream::isConnected() const { return m_socket && m_socket->state() == QAbstractSocket::ConnectedState; }

void TlsStream::write(QByteArrayView bytes)
{
    if (m_isOpen && m_socket)
        m_socket->write(bytes.data(), bytes.size());
    else
        m_unsent.append(bytes);
}

void TlsStream::open()
{
    m_socket = new QSslSocket(m_owner);
    m_socket->setProxy(QNetworkProxy::NoProxy);
    m_socket->setReadBufferSize(HttpAnswer::maxBody + HttpAnswer::maxHead);
    connect(m_socket, &QSslSocket::encrypted, this, &TlsStream::onEncrypted);
    connect(m_socket, &QSslSocket::readyRead, this, &TlsStream::onReadyRead);
    connect(m_socket, &QSslSocket::disconnected, this, &TlsStream::onDisconnected);
    // Queued: a connect may fail inside connectToHost(), and our owner is promised its answer later.
    connect(
        m_socket, &QSslSocket::errorOccurred, this,
        [this, socket = m_socket](QAbstractSocket::SocketError error) {
            if (socket == m_socket)
                onError(error);
        },
        Qt::QueuedConnection);
    m_socket->connectToHostEncrypted(m_targets.takeFirst(), m_port, m_host);
}

void TlsStream::onEncrypted()
{
    m_isOpen = true;
    m_socket->write(m_unsent);
    m_unsent = QByteArray();
    m_listener->onStreamConnected();
}

void TlsStream::onReadyRead()
{
    const QByteArray bytes = m_socket->readAll();
    if (!bytes.isEmpty())
        m_listener->onStreamBytes(bytes);
}

void TlsStream::onDisconnected()
{
    const bool hasReason = m_socket->error() != QAbstractSocket::UnknownSocketError
        && m_socket->error() != QAbstractSocket::RemoteHostClosedError;
    if (!m_isOpen && hasReason)
        return; // a handshake that failed: onError() comes
    const QByteArray rest = m_isOpen ? m_socket->readAll() : QByteArray();
    const QPointer<TlsStream> self(this);
    if (!rest.isEmpty())
        m_listener->onStreamBytes(rest);
    if (self)
        end({StreamEnd::Kind::Closed, QStringLiteral("connection closed")});
}

void TlsStream::onError(QAbstractSocket::SocketError error)
{
    // A closing peer is told by disconnected().
    if (error == QAbstractSocket::RemoteHostClosedError)
        return;
    const QString reason = socketTrouble(error, m_socket->errorString(), m_host);
    const bool lacked = error == QAbstractSocket::SocketResourceError;
    if (!m_isOpen && !m_targets.isEmpty()) {
        drop();
        open();
        return;
    }
    end({lacked ? StreamEnd::Kind::NotTried : StreamEnd::Kind::Failed, reason});
}

void TlsStream::end(const StreamEnd &end)
{
    drop();
    m_listener->onStreamEnded(end);
}

void TlsStream::drop()
{
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    m_socket->abort();
    m_socket->deleteLater();
    m_socket = nullptr;
}

} // namespace foghorn
