#pragma once

#include "core/api/connection.h"

#include <QHash>
#include <QHostAddress>
#include <QTimer>

namespace foghorn {

/// All connections of all listeners: their number, their limits, and who is who.
class ConnectionGuard final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionGuard)
public:
    explicit ConnectionGuard(const ConnectionLimits &limits, QObject *parent = nullptr);
    ~ConnectionGuard() override;

    /// Takes a fresh socket under guard. False when there are too many, or hardly a descriptor is left: it is refused
    /// with 503 and needs no further care.
    bool admit(QTcpSocket *socket);
    /// Null when the socket is not under guard (any more).
    Connection *of(QTcpSocket *socket) const { return m_connections.value(socket); }
    /// The connection with these ends; a Unix socket has a null remote address and a number of its own as port.
    Connection *between(const QHostAddress &remote, quint16 remotePort, quint16 localPort) const;
    qsizetype count() const { return m_connections.size(); }
    const ConnectionLimits &limits() const { return m_limits; }

Q_SIGNALS:
    /// As Connection::upgradeAsked.
    void upgradeAsked(foghorn::Connection *connection);

private:
    Connection *take(QTcpSocket *socket);
    void refuse(QTcpSocket *socket, qsizetype atOnce);
    void enforceLimits();

    ConnectionLimits m_limits;
    QHash<QTcpSocket *, Connection *> m_connections;
    QList<QTcpSocket *> m_refused; ///< of them: have their 503 and are still there, oldest first
    QTimer m_sweep;
};

} // namespace foghorn
