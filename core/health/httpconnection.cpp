#include "core/health/httpconnection.h"

#include "core/health/dialtargets.h"
#include "core/health/probewords.h"

#include <QNetworkProxy>
#include <QSslSocket>
#include <QTcpSocket>

namespace foghorn {
namespace {

bool isEncrypted(const QUrl &url) { return url.scheme() == QLatin1String("https"); }

quint16 portOf(const QUrl &url) { return static_cast<quint16>(url.port(isEncrypted(url) ? 443 : 80)); }

QByteArray requestFor(const QUrl &url)
{
    QByteArray target = url.path(QUrl::FullyEncoded).toLatin1();
    if (target.isEmpty())
        target = "/";
    if (url.hasQuery())
        target += '?' + url.query(QUrl::FullyEncoded).toLatin1();
    QByteArray host = url.host(QUrl::FullyEncoded).toLatin1();
    if (host.contains(':'))
        host = '[' + host + ']';
    if (url.port() >= 0)
        host += ':' + QByteArray::number(url.port());
    QByteArray request = "GET " + target + " HTTP/1.1\r\nHost: " + host
        + "\r\nUser-Agent: foghorn/" FOGHORN_VERSION "\r\nAccept: */*\r\nConnection: keep-alive\r\n";
    if (!url.userName().isEmpty() || !url.password().isEmpty())
        request += "Authorization: Basic " + (url.userName() + u':' + url.password()).toUtf8().toBase64() + "\r\n";
    return request + "\r\n";
}

} // namespace

HttpConnection::HttpConnection(std::shared_ptr<IdleConnections> idle)
    : m_idle(std::move(idle))
{
}

HttpConnection::~HttpConnection() { dropSocket(); }

bool HttpConnection::isConnected() const { return m_socket && m_socket->state() == QAbstractSocket::ConnectedState; }

void HttpConnection::get(const QUrl &url)
{
    Q_ASSERT(!m_isAsking);
    const QString origin = url.scheme() + u"://" + url.host() + u':' + QString::number(portOf(url));
    m_isReused = m_isIdle && m_origin == origin && isConnected() && m_socket->bytesAvailable() == 0;
    setIdle(false);
    m_url = url;
    m_origin = origin;
    m_answer = HttpAnswer();
    m_hasBytes = false;
    m_isAsking = true;
    if (m_isReused) {
        m_socket->write(requestFor(m_url));
        return;
    }
    dropSocket();
    m_targets = dialTargets(url.host());
    open();
}

void HttpConnection::open()
{
    auto *const encrypted = isEncrypted(m_url) ? new QSslSocket(this) : nullptr;
    m_socket = encrypted ? encrypted : new QTcpSocket(this);
    m_socket->setProxy(QNetworkProxy::NoProxy);
    m_socket->setReadBufferSize(HttpAnswer::maxBody + HttpAnswer::maxHead);
    connect(m_socket, &QTcpSocket::readyRead, this, &HttpConnection::onReadyRead);
    connect(m_socket, &QTcpSocket::disconnected, this, &HttpConnection::onDisconnected);
    // Queued: a connect may fail inside connectToHost(), and our owner is promised its answer later.
    connect(
        m_socket, &QTcpSocket::errorOccurred, this,
        [this, socket = m_socket](QAbstractSocket::SocketError error) {
            if (socket == m_socket)
                onError(error);
        },
        Qt::QueuedConnection);
    const QString target = m_targets.takeFirst();
    if (encrypted) {
        connect(encrypted, &QSslSocket::encrypted, this, &HttpConnection::onConnected);
        encrypted->connectToHostEncrypted(target, portOf(m_url), m_url.host());
    } else {
        connect(m_socket, &QTcpSocket::connected, this, &HttpConnection::onConnected);
        m_socket->connectToHost(target, portOf(m_url));
    }
}

void HttpConnection::onConnected()
{
    if (m_isAsking)
        m_socket->write(requestFor(m_url));
}

void HttpConnection::onReadyRead()
{
    if (!m_isAsking) {
        // Nobody asked: whatever this is, the next answer on this connection could not be trusted.
        setIdle(false);
        dropSocket();
        return;
    }
    m_hasBytes = true;
    switch (m_answer.feed(m_socket->readAll())) {
    case HttpAnswer::State::Head:
    case HttpAnswer::State::Body:
        return;
    case HttpAnswer::State::Complete:
    case HttpAnswer::State::TooLong:
        finish();
        return;
    case HttpAnswer::State::Faulty:
        fail(QStringLiteral("answer is not HTTP"));
        return;
    }
}

void HttpConnection::onDisconnected()
{
    if (!m_isAsking) {
        setIdle(false);
        dropSocket();
        return;
    }
    if (m_answer.state() == HttpAnswer::State::Body && m_socket->bytesAvailable() > 0)
        m_answer.feed(m_socket->readAll());
    if (m_answer.end() == HttpAnswer::State::Complete) {
        finish();
        return;
    }
    if (retryAfterStaleConnection())
        return;
    fail(m_hasBytes ? QStringLiteral("connection closed in the middle of the answer")
                    : QStringLiteral("connection closed before an answer"));
}

void HttpConnection::onError(QAbstractSocket::SocketError error)
{
    // A closing peer is told by disconnected().
    if (!m_isAsking || error == QAbstractSocket::RemoteHostClosedError)
        return;
    if (!isConnected() && !m_targets.isEmpty()) {
        dropSocket();
        open();
        return;
    }
    if (retryAfterStaleConnection())
        return;
    fail(socketTrouble(error, m_socket->errorString(), m_url.host()), error == QAbstractSocket::SocketResourceError);
}

bool HttpConnection::retryAfterStaleConnection()
{
    // A peer may close an idle connection just as we write to it; that says nothing about its health.
    if (!m_isReused || m_hasBytes)
        return false;
    m_isReused = false;
    dropSocket();
    m_targets = dialTargets(m_url.host());
    open();
    return true;
}

void HttpConnection::finish()
{
    m_isAsking = false;
    const bool keep = m_answer.state() == HttpAnswer::State::Complete && m_answer.keepsAlive() && isConnected()
        && m_idle->kept < m_idle->limit;
    if (keep)
        setIdle(true);
    else
        dropSocket();
    const HttpAnswer answer = m_answer;
    m_answer = HttpAnswer(); // its body is not kept between questions
    Q_EMIT answered(answer);
}

void HttpConnection::fail(const QString &message, bool couldNotAsk)
{
    m_isAsking = false;
    dropSocket();
    Q_EMIT failed(message, couldNotAsk);
}

void HttpConnection::close()
{
    m_isAsking = false;
    setIdle(false);
    dropSocket();
}

void HttpConnection::setIdle(bool isIdle)
{
    if (isIdle != m_isIdle)
        m_idle->kept += isIdle ? 1 : -1;
    m_isIdle = isIdle;
}

void HttpConnection::dropSocket()
{
    setIdle(false);
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    m_socket->abort();
    m_socket->deleteLater();
    m_socket = nullptr;
}

} // namespace foghorn
