#pragma once

#include <QNetworkRequest>
#include <QTcpSocket>
#include <QUrl>
#include <QWebSocket>

namespace foghorn {

/// A listener of the event stream that keeps nothing but whether the ids of its events are without gap and double: many
/// of them fit into one test.
class EventListener final : public QObject
{
    Q_DISABLE_COPY_MOVE(EventListener)
public:
    /// `after`: the last event that it knows.
    EventListener(quint16 port, const QByteArray &token, qint64 after)
        : m_last(after)
    {
        connect(&m_socket, &QWebSocket::textMessageReceived, this, [this](const QString &text) { take(text); });
        QNetworkRequest request(
            QUrl(QStringLiteral("ws://127.0.0.1:%1/api/orchestration/events/stream?after=%2").arg(port).arg(after)));
        request.setRawHeader("Authorization", "Bearer " + token);
        m_socket.open(request);
    }
    ~EventListener() override { m_socket.abort(); }

    bool isConnected() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    qint64 last() const { return m_last; }
    int faults() const { return m_faults; } ///< events that were missing, doubled or out of order

private:
    void take(const QString &text)
    {
        const QString mark = QStringLiteral("{\"type\":\"event\",\"id\":");
        if (!text.startsWith(mark))
            return;
        const qsizetype end = text.indexOf(u',', mark.size());
        const qint64 id = QStringView(text).mid(mark.size(), end - mark.size()).toLongLong();
        m_faults += id == m_last + 1 ? 0 : 1;
        m_last = id;
    }

    QWebSocket m_socket;
    qint64 m_last;
    int m_faults = 0;
};

} // namespace foghorn
