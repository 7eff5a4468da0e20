#pragma once

#include "core/model/servicespec.h"

#include <QHash>
#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>

namespace foghorn {

/// An HTTP server on loopback that answers each request as it is told, and counts.
class LocalHttp : public QTcpServer
{
public:
    /// The whole answer to a request head; empty: none is given, for ever.
    std::function<QByteArray(const QByteArray &request)> reply = [](const QByteArray &) { return ok(); };
    int connections = 0;
    int requests = 0;
    QList<QTcpSocket *> peers;

    LocalHttp()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *const peer = nextPendingConnection()) {
                ++connections;
                peers.append(peer);
                connect(peer, &QTcpSocket::readyRead, this, [this, peer] { onRequest(peer); });
                connect(peer, &QTcpSocket::disconnected, this, [this, peer] {
                    peers.removeAll(peer);
                    peer->deleteLater();
                });
            }
        });
    }

    static QByteArray answer(const QByteArray &status, const QByteArray &body, const QByteArray &fields = {})
    {
        return "HTTP/1.1 " + status + "\r\n" + fields + "Content-Length: " + QByteArray::number(body.size())
            + "\r\n\r\n" + body;
    }
    static QByteArray ok() { return answer("200 OK", R"({"status":"healthy"})"); }
    QString url(const QString &path = QStringLiteral("/health")) const
    {
        return QStringLiteral("http://127.0.0.1:%1%2").arg(serverPort()).arg(path);
    }

private:
    void onRequest(QTcpSocket *peer)
    {
        QByteArray &pending = m_pending[peer];
        pending += peer->readAll();
        for (qsizetype end; (end = pending.indexOf("\r\n\r\n")) >= 0;) {
            const QByteArray request = pending.left(end + 2);
            pending.remove(0, end + 4);
            ++requests;
            const QByteArray text = reply(request);
            peer->write(text);
            if (text.contains("Connection: close"))
                peer->disconnectFromHost();
        }
    }

    QHash<QTcpSocket *, QByteArray> m_pending;
};

/// A loopback port on which nobody listens.
inline quint16 closedPort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

inline ProbeSpec httpProbe(const QString &url)
{
    ProbeSpec spec;
    spec.kind = ProbeSpec::Kind::Http;
    spec.url = url;
    return spec;
}

inline ProbeSpec tcpProbe(const QString &host, quint16 port)
{
    ProbeSpec spec;
    spec.kind = ProbeSpec::Kind::Tcp;
    spec.host = host;
    spec.port = port;
    return spec;
}

inline ProbeSpec processProbe()
{
    ProbeSpec spec;
    spec.kind = ProbeSpec::Kind::Process;
    return spec;
}

} // namespace foghorn
