#include "core/health/tcpprobe.h"

#include "core/health/dialtargets.h"
#include "core/health/probewords.h"

#include <QNetworkProxy>
#include <QTcpSocket>

namespace foghorn {

TcpProbe::TcpProbe(ProbeSpec spec)
    : m_spec(std::move(spec))
{
}

void TcpProbe::start(milliseconds)
{
    Q_ASSERT(!m_socket);
    m_targets = dialTargets(m_spec.host);
    open();
}

void TcpProbe::open()
{
    m_socket = new QTcpSocket(this);
    m_socket->setProxy(QNetworkProxy::NoProxy);
    // Queued: either may come inside connectToHost(), and our owner is promised its answer later.
    connect(
        m_socket, &QTcpSocket::connected, this,
        [this, socket = m_socket] {
            if (socket == m_socket)
                onConnected();
        },
        Qt::QueuedConnection);
    connect(
        m_socket, &QTcpSocket::errorOccurred, this,
        [this, socket = m_socket](QAbstractSocket::SocketError error) {
            if (socket == m_socket)
                onError(error);
        },
        Qt::QueuedConnection);
    m_socket->connectToHost(m_targets.takeFirst(), m_spec.port);
}

void TcpProbe::cancel()
{
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    m_socket->abort();
    m_socket->deleteLater();
    m_socket = nullptr;
}

void TcpProbe::setPid(qint64) { }

ProbeDetails TcpProbe::details() const
{
    const QString address =
        (m_spec.host.contains(u':') && !m_spec.host.startsWith(u'[') ? u'[' + m_spec.host + u']' : m_spec.host) + u':'
        + QString::number(m_spec.port);
    return {{QStringLiteral("probe"), QStringLiteral("tcp")}, {QStringLiteral("address"), shownLine(address)}};
}

ProbeAnswer TcpProbe::timeoutAnswer(milliseconds timeout) const
{
    return {.message = QStringLiteral("no connection in %1").arg(spoken(timeout)), .details = details()};
}

void TcpProbe::onConnected()
{
    cancel();
    Q_EMIT answered({.passed = true, .message = QStringLiteral("connected"), .details = details()});
}

void TcpProbe::onError(QAbstractSocket::SocketError error)
{
    const QString trouble = socketTrouble(error, m_socket->errorString(), m_spec.host);
    cancel();
    if (!m_targets.isEmpty()) {
        open();
        return;
    }
    Q_EMIT answered(
        {.couldNotAsk = error == QAbstractSocket::SocketResourceError, .message = trouble, .details = details()});
}

} // namespace foghorn
