#pragma once

#include <QHash>
#include <QObject>
#include <QTcpServer>
#include <QTcpSocket>

namespace foghorn {

/// A little HTTP server that answers as it is told, and remembers what was posted to it.
class HookServer final : public QObject
{
public:
    HookServer()
    {
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = m_server.nextPendingConnection())
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        });
        listen();
    }
    /// Again on the same port after close().
    bool listen() { return m_server.listen(QHostAddress::LocalHost, m_port) && (m_port = m_server.serverPort()) > 0; }
    void close() { m_server.close(); }
    QString url(const QString &path = QStringLiteral("/hook")) const
    {
        return QStringLiteral("http://127.0.0.1:%1%2").arg(m_port).arg(path);
    }

    QByteArray answer = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"; ///< empty: never one
    QList<QByteArray> bodies;
    QList<QByteArray> heads;

private:
    void read(QTcpSocket *socket)
    {
        QByteArray &got = m_got[socket];
        got += socket->readAll();
        const qsizetype end = got.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        const QByteArray head = got.left(end);
        const qsizetype at = head.toLower().indexOf("content-length:");
        const qsizetype size = at < 0 ? 0 : head.mid(at + 15, head.indexOf('\r', at) - at - 15).trimmed().toLongLong();
        if (got.size() < end + 4 + size)
            return;
        heads.append(head);
        bodies.append(got.mid(end + 4, size));
        got.clear();
        if (!answer.isEmpty())
            socket->write(answer);
    }

    QTcpServer m_server;
    quint16 m_port = 0;
    QHash<QTcpSocket *, QByteArray> m_got;
};

} // namespace foghorn
