#pragma once

#include "core/base/clock.h"
#include "core/client/discovery.h"
#include "core/client/tlstrouble.h"

#include <QJsonObject>
#include <QObject>
#include <QTimer>
#include <QWebSocket>

#include <chrono>
#include <optional>

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
    /// Events from now on follow, and everything else that the stream tells (told()).
    void followEverything();
    /// Without waiting for the time of the next try; also after a refusal.
    void tryNow();
    /// Hangs up and tries again after a while, as if the connection had been lost.
    void tryAgain();
    /// From the next try on.
    void setTarget(ApiTarget target) { m_target = std::move(target); }
    /// From the next try on.
    void setToken(const QByteArray &token) { m_target.token = token; }
    /// Hangs up for good; only tryNow() begins again.
    void stop();
    qint64 lastId() const { return m_lastId.value_or(0); }
    /// When the orchestrator last said anything; it is asked to every few seconds.
    MonoTime heardAt() const { return m_heardAt; }
    bool isOpen() const { return m_isOpen; }
    /// What was wrong with the certificate at the last try; no sentence: nothing.
    const TlsTrouble &tlsTrouble() const { return m_tlsTrouble; }
    /// It said that it ends when it hung up, or nobody listens there any more.
    bool hasEnded() const { return m_hasEnded; }

Q_SIGNALS:
    /// The members of GET /events.
    void happened(const QJsonObject &event);
    /// Every message that is no event, of who follows everything; the first one of each connection is a snapshot.
    void told(const QJsonObject &message);
    void connected();
    /// Said once for each loss; it goes on trying.
    void lost(const QString &reason);
    /// The next try comes in so long. Said after each one that failed.
    void retrying(std::chrono::milliseconds in, const QString &reason);
    /// The orchestrator no longer holds what came after `lastKnown`; it goes on after `next`.
    void missed(qint64 lastKnown, qint64 next);
    /// It will not let us listen; it has stopped trying.
    void refused(const QString &reason);

private:
    void open();
    void onText(const QString &text);
    void onSnapshot(const QJsonObject &message);
    void onGone();
    void onWatch();

    ApiTarget m_target;
    QByteArray m_program;
    QWebSocket m_socket;
    QTimer m_retry;
    QTimer m_watch; ///< a peer that is gone without a word
    std::chrono::milliseconds m_wait;
    std::optional<qint64> m_lastId; ///< nothing: none is known yet
    MonoTime m_heardAt{};
    bool m_wantsEverything = false;
    bool m_isOpen = false;
    bool m_isStopped = false;
    bool m_saidLost = false;
    bool m_hasEnded = false;
    TlsTrouble m_tlsTrouble;
};

} // namespace foghorn
