#pragma once

#include "core/health/httpanswer.h"

#include <QAbstractSocket>
#include <QObject>
#include <QStringList>
#include <QUrl>

#include <memory>

class QTcpSocket;

namespace foghorn {

/// How many idle connections all probes together keep open. Few: Qt's event loop polls every open socket at every wake,
/// so each kept one makes all else dearer (400 of them cost twice what connecting anew does), and descriptors are
/// finite.
struct IdleConnections
{
    int kept = 0;
    int limit = 32;
};

/// One HTTP/1.1 connection to one origin, kept open between questions while the peer allows it. Asks one question at a
/// time. A kept connection that turns out to be dead is replaced without telling.
class HttpConnection final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HttpConnection)
public:
    explicit HttpConnection(std::shared_ptr<IdleConnections> idle);
    ~HttpConnection() override;

    /// GETs `url` (http or https). Ends in answered() or failed(), always later. Only when none is under way.
    void get(const QUrl &url);
    /// Gives up what is under way and closes.
    void close();
    /// Whether the question under way has reached the peer's host.
    bool isConnected() const;

Q_SIGNALS:
    void answered(const foghorn::HttpAnswer &answer);
    /// `couldNotAsk`: the fault is ours.
    void failed(const QString &message, bool couldNotAsk);

private:
    void open();
    void onConnected();
    void onReadyRead();
    void onDisconnected();
    void onError(QAbstractSocket::SocketError error);
    bool retryAfterStaleConnection();
    void finish();
    void fail(const QString &message, bool couldNotAsk = false);
    void dropSocket();
    void setIdle(bool isIdle);

    std::shared_ptr<IdleConnections> m_idle;
    QTcpSocket *m_socket = nullptr; ///< ours; deleted later, as its own signals drop it
    QUrl m_url; ///< of the question under way or the last one
    QString m_origin; ///< what m_socket is connected to: scheme, host and port
    QStringList m_targets; ///< addresses still to try when this one refuses
    HttpAnswer m_answer;
    bool m_isAsking = false;
    bool m_isIdle = false; ///< counted in m_idle
    bool m_isReused = false;
    bool m_hasBytes = false; ///< of the answer under way
};

} // namespace foghorn
