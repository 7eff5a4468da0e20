#include "core/api/connectionguard.h"

#include "core/api/unixsocket.h"

#include <algorithm>

namespace foghorn {
namespace {

/// Clients over the cap still get their 503; beyond these even that would be too much.
constexpr int refusalsAtOnce = 64;

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
    const qsizetype before = m_connections.size();
    if (before < m_limits.maxConnections) {
        take(socket);
        return true;
    }
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    if (before < m_limits.maxConnections + refusalsAtOnce)
        take(socket)->refuse(503, "Too many connections; try again in a second.");
    else
        socket->abort();
    return false;
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
