#pragma once

#include "core/api/connectionguard.h"
#include "core/api/unixsocket.h"

#include <QTcpServer>
#include <QTimer>

namespace foghorn {

/// A listener whose connections are all under guard. Base is QTcpServer or QSslServer. Survives running out of
/// descriptors: Qt 6.8 and later never accept again after one failure unless asked to, 6.4 spins.
template<typename Base> class GuardedServer final : public Base
{
public:
    explicit GuardedServer(ConnectionGuard &guard)
        : m_guard(guard)
    {
        this->setMaxPendingConnections(64);
        this->setListenBacklogSize(128);
        QObject::connect(this, &QTcpServer::acceptError, this, [this] {
            this->pauseAccepting();
            QTimer::singleShot(250, this, [this] { this->resumeAccepting(); });
        });
    }

    QTcpSocket *nextPendingConnection() override
    {
        while (QTcpSocket *socket = Base::nextPendingConnection()) {
            if (m_guard.admit(socket))
                return socket;
        }
        return nullptr;
    }

protected:
    void incomingConnection(qintptr descriptor) override
    {
        if (!isUnixSocket(descriptor)) {
            Base::incomingConnection(descriptor);
            return;
        }
        auto *socket = new UnixSideSocket(this); // taken over by whoever takes the pending connection
        socket->setSocketDescriptor(descriptor);
        socket->setPeerPort(++m_lastNumber ? m_lastNumber : ++m_lastNumber);
        this->addPendingConnection(socket);
    }

private:
    struct UnixSideSocket final : QTcpSocket
    {
        using QTcpSocket::QTcpSocket;
        using QTcpSocket::setPeerPort; // the number by which Qt 6.5 and later names it in a request
    };

    ConnectionGuard &m_guard;
    quint16 m_lastNumber = 0;
};

} // namespace foghorn
