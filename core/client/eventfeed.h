#pragma once

#include "core/client/discovery.h"

#include <QJsonObject>
#include <QObject>
#include <QTimer>
#include <QWebSocket>

#include <chrono>

namespace foghorn {

/// Follows the event stream of one orchestrator, for as long as it lives: a lost connection is taken up again, from the
/// last event on, so that none is missed and none comes twice.
class EventFeed final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EventFeed)
public:
    EventFeed(ApiTarget target, QByteArray program, QObject *parent = nullptr);
    ~EventFeed() override;

    /// Events with an id above `after` follow.
    void follow(qint64 after);
    qint64 lastId() const { return m_lastId; }

Q_SIGNALS:
    /// The members of GET /events.
    void happened(const QJsonObject &event);
    void connected();
    /// Said once for each loss; it goes on trying.
    void lost(const QString &reason);
    /// The orchestrator no longer holds what came after `lastKnown`; it goes on after `next`.
    void missed(qint64 lastKnown, qint64 next);
    /// It will not let us listen; it has stopped trying.
    void refused(const QString &reason);

private:
    void open();
    void onText(const QString &text);
    void onGone();
    void onWatch();

    ApiTarget m_target;
    QByteArray m_program;
    QWebSocket m_socket;
    QTimer m_retry;
    QTimer m_watch; ///< a peer that is gone without a word
    std::chrono::milliseconds m_wait;
    qint64 m_lastId = 0;
    bool m_isOpen = false;
    bool m_saidLost = false;
    bool m_isHeard = false;
};

} // namespace foghorn
