#include "core/api/connectionguard.h"

#include "core/api/unixsocket.h"

#include <algorithm>

namespace foghorn {
namespace {

/// Clients over the cap are given the time to read their 503. When there are more of them, those who have had it for
/// longest are cut off.
constexpr qsizetype refusalsAtOnce = 512;
constexpr qsizetype refusalsWhenScarce = 4;

Peer peerOf(QTcpSocket *socket)
{
    if (isUnixSocket(socket->socketDescriptor()))
        return unixPeer(socket->socketDescriptor());
    return {socket->peerAddress().toString(), false, false};
}

} // namespace

ConnectionGuard::ConnectionGuard(const ConnectionLimits &limits, QObject *parent)
    : QObject(parent)
    , m_limits(limits)
{
    const auto shortest = std::min({limits.requestDeadline, limits.idle, limits.stall, limits.linger});
    m_sweep.setInterval(std::clamp(shortest / 4, std::chrono::milliseconds(20), std::chrono::milliseconds(250)));
    connect(&m_sweep, &QTimer::timeout, this, &ConnectionGuard::enforceLimits);
}

ConnectionGuard::~ConnectionGuard() = default;

bool ConnectionGuard::admit(QTcpSocket *socket)
{
    const bool isScarce = isOneOfTheLast(socket->socketDescriptor());
    if (!isScarce && m_connections.size() - m_refused.size() < m_limits.maxConnections) {
        take(socket);
        return true;
    }
    refuse(socket, isScarce ? refusalsWhenScarce : refusalsAtOnce);
    return false;
}

void ConnectionGuard::refuse(QTcpSocket *socket, qsizetype atOnce)
{
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    while (m_refused.size() >= atOnce)
        m_refused.takeFirst()->abort();
    m_refused.append(socket);
    take(socket)->refuse(503, "Too many connections; try again in a second.");
}

Connection *ConnectionGuard::between(const QHostAddress &remote, quint16 remotePort, quint16 localPort) const
{
    for (Connection *connection : m_connections) {
        const QTcpSocket *socket = connection->socket();
        if (socket->peerPort() == remotePort && socket->peerAddress() == remote && socket->localPort() == localPort)
            return connection;
    }
    return nullptr;
}

Connection *ConnectionGuard::take(QTcpSocket *socket)
{
    auto *connection = new Connection(socket, peerOf(socket), m_limits); // owned by the socket
    m_connections.insert(socket, connection);
    connect(connection, &Connection::gone, this, [this](QTcpSocket *key) {
        m_connections.remove(key);
        m_refused.removeOne(key);
        if (m_connections.isEmpty())
            m_sweep.stop(); // an idle server wakes nobody
    });
    connect(connection, &Connection::upgradeAsked, this, &ConnectionGuard::upgradeAsked);
    if (!m_sweep.isActive())
        m_sweep.start();
    return connection;
}

void ConnectionGuard::enforceLimits()
{
    const MonoTime now = std::chrono::steady_clock::now();
    const QList<Connection *> all = m_connections.values(); // an abort takes one out of the hash
    for (Connection *connection : all)
        connection->enforceLimits(now);
}

} // namespace foghorn
