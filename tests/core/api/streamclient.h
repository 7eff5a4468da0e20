#pragma once

#include "tests/core/api/fakefleet.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkRequest>
#include <QTest>
#include <QWebSocket>
#include <QWebSocketHandshakeOptions>

namespace foghorn {

/// A listener of the event stream as others write them: over QWebSocket, which is not what the server is made of.
class StreamClient final : public QObject
{
    Q_DISABLE_COPY_MOVE(StreamClient)
public:
    StreamClient(quint16 port, const QString &query, const QByteArray &token, const QStringList &protocols = {})
    {
        connect(&m_socket, &QWebSocket::textMessageReceived, this, [this](const QString &text) {
            bytes += text.size();
            if (keeps)
                messages.append(QJsonDocument::fromJson(text.toUtf8()).object());
        });
        connect(&m_socket, &QWebSocket::connected, this, [this] { wasConnected = true; });
        QNetworkRequest request(
            QUrl(QStringLiteral("ws://127.0.0.1:%1/api/orchestration/events/stream%2").arg(port).arg(query)));
        if (!token.isEmpty())
            request.setRawHeader("Authorization", "Bearer " + token);
        QWebSocketHandshakeOptions options;
        options.setSubprotocols(protocols);
        m_socket.open(request, options);
    }
    ~StreamClient() override { m_socket.abort(); }

    bool waitFor(qsizetype count, int longest = 10'000)
    {
        return QTest::qWaitFor([this, count] { return messages.size() >= count; }, longest);
    }
    bool isClosed(int longest = 10'000)
    {
        return QTest::qWaitFor([this] { return m_socket.state() == QAbstractSocket::UnconnectedState; }, longest);
    }
    QList<qint64> ids() const
    {
        QList<qint64> found;
        for (const QJsonObject &message : messages) {
            if (message[u"type"] == QLatin1String("event"))
                found << message[u"id"].toInteger();
        }
        return found;
    }
    QList<QJsonObject> ofType(const QString &type) const
    {
        QList<QJsonObject> found;
        for (const QJsonObject &message : messages) {
            if (message[u"type"] == type)
                found << message;
        }
        return found;
    }
    QWebSocket &socket() { return m_socket; }

    QList<QJsonObject> messages;
    bool keeps = true; ///< else only counts
    qint64 bytes = 0;
    bool wasConnected = false;

private:
    QWebSocket m_socket;
};

} // namespace foghorn
