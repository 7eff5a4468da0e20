#pragma once

#include "ui/tray/notification.h"

#include "core/base/clock.h"
#include "core/model/alert.h"

#include <QCoreApplication>
#include <QHash>
#include <QList>

#include <map>
#include <optional>

namespace foghorn {

/// Decides what a person is told who does not look at the window. Pure: time is an argument, and it shows nothing.
///
/// What is told comes from the alerts, because they are causes already: what a failure does to others folds under it.
/// A service that failed is told at once, one that is unhealthy after a minute, the end of either when it comes. No
/// cause is told more than once in five minutes: what comes sooner waits, and is told then if it still holds. What
/// somebody has seen in the window, muted or marked as seen is not told.
class Notifier
{
    Q_DECLARE_TR_FUNCTIONS(foghorn::Notifier)
public:
    static constexpr std::chrono::milliseconds UnhealthyFor{60'000};
    static constexpr std::chrono::milliseconds OncePer{300'000};
    static constexpr std::chrono::milliseconds LongOperation{10'000};
    static constexpr qsizetype MostAtOnce = 3; ///< more causes than that become one notification

    /// The connection, as people call it; named in every text.
    void setPlace(const QString &place) { m_place = place; }
    /// Nothing is told before; what happens meanwhile is never told.
    void pauseUntil(std::optional<WallTime> time) { m_pausedUntil = time; }

    /// Call it when an alert changes, and every few seconds. `isLookedAt`: the window is active, somebody sees it all.
    QList<Notification> look(const std::map<qint64, Alert> &alerts, WallTime now, bool isLookedAt);
    /// An operation that somebody began ended after `took`, with this sentence.
    std::optional<Notification> operationEnded(
        const QString &sentence, std::chrono::milliseconds took, WallTime now, bool isLookedAt) const;

private:
    /// How far we are with one alert.
    enum class Stage { Fresh, Known, Over };
    struct Due
    {
        const Alert *alert;
        Stage next;
    };

    QList<Due> allDue(const std::map<qint64, Alert> &alerts, WallTime now);
    std::optional<Due> dueOf(const Alert &alert, WallTime now) const;
    bool mayTell(const Alert &alert, WallTime now) const;
    void forgetOld(const std::map<qint64, Alert> &alerts, WallTime now);
    bool isPaused(WallTime now) const { return m_pausedUntil && now < *m_pausedUntil; }
    Notification words(const Alert &alert) const;
    Notification several(const QList<Due> &due) const;
    QString withPlace(const QString &text) const;

    QString m_place;
    std::optional<WallTime> m_pausedUntil;
    QHash<qint64, Stage> m_stages; ///< by alert
    QHash<ServiceId, WallTime> m_toldAt; ///< by cause
    bool m_hasLooked = false;
};

} // namespace foghorn
