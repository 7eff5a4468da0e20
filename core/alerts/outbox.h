#pragma once

#include "core/base/clock.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <deque>
#include <optional>

namespace foghorn {

/// Something to be told, and to whom.
struct Delivery
{
    QString sink; ///< the key of one of the fleet file's sinks
    QByteArray body; ///< JSON
    WallTime queuedAt{};
    qint64 alert = 0; ///< whom it is about; 0: not known
    bool operator==(const Delivery &) const = default;
};

/// What is still to be told: in order for each sink, one at a time, tried again with growing pauses. Pure: time comes
/// in.
///
/// Bounded by number and by bytes, so that what is kept of it in a file stays far below what the next start reads. What
/// has to go is the oldest one that a later word about the same alert makes old news, else the oldest.
class Outbox
{
public:
    static constexpr std::size_t mostWaiting = 1000; ///< of each sink
    static constexpr qsizetype mostBytes = 8 * 1024 * 1024; ///< of bodies, of all sinks; each has the same share
    static constexpr std::chrono::seconds firstPause{1};
    static constexpr std::chrono::seconds longestPause{300};

    /// Deliveries to sinks that are not among these are dropped.
    void setSinks(const QList<QString> &sinks);
    /// How many were dropped for it; itself, when it is larger than the sink's share.
    std::size_t push(const Delivery &delivery);
    /// The next one for a sink that is due and has none under way; it is under way then.
    std::optional<Delivery> take(MonoTime now);
    /// How the one under way came out. It is not told again, or is, after a pause.
    void finish(const QString &sink);
    void postpone(const QString &sink, MonoTime now);

    /// When take() has something again, unless a finish() comes first; nothing: never.
    std::optional<MonoTime> nextDue() const;
    /// All that is not told yet, with what is under way, in order for each sink.
    QList<Delivery> waiting() const;
    bool isFailing(const QString &sink) const { return m_queues.value(sink).failures > 0; }

private:
    struct Queue
    {
        std::deque<Delivery> waiting; ///< the first one is under way, if any is
        qsizetype bytes = 0; ///< of their bodies
        bool isBusy = false;
        int failures = 0; ///< of the first one, in a row
        MonoTime due{};
    };

    static std::size_t leastWorth(const Queue &queue);
    static void drop(Queue &queue, std::size_t index);

    QHash<QString, Queue> m_queues;
};

} // namespace foghorn
