#pragma once

#include "core/base/result.h"
#include "core/model/checkresult.h"
#include "core/model/event.h"

#include <QFuture>

#include <optional>

namespace foghorn {

/// What the checks of a stretch of time add up to; a single check is a stretch of its own.
struct CheckPoint
{
    WallTime from{}; ///< of the first check, or of the stretch where checks are no longer kept one by one
    WallTime to{}; ///< of the last one, likewise
    qint64 count = 0;
    qint64 passed = 0;
    std::chrono::microseconds least{0}; ///< response times
    std::chrono::microseconds mean{0};
    std::chrono::microseconds p95{0}; ///< nobody's is higher where points were put together from points: an upper bound
    std::chrono::microseconds most{0};
    CheckResult worst; ///< a failed one where there is one, else the slowest; without details once it is old

    bool operator==(const CheckPoint &) const = default;
};

/// How long a service was in a run state.
struct StateSpan
{
    WallTime from{};
    std::optional<WallTime> to; ///< nothing: it still is
    std::optional<RunState> state; ///< nothing: nobody was there to see
    Cause cause = Cause::None;

    bool operator==(const StateSpan &) const = default;
};

/// How long its checks said the same.
struct HealthSpan
{
    WallTime from{};
    std::optional<WallTime> to; ///< nothing: they still do
    Health health = Health::Unknown;

    bool operator==(const HealthSpan &) const = default;
};

/// Which part of a service's past, both ends included, and how many points of each series at most.
struct HistoryQuery
{
    ServiceId service;
    std::optional<WallTime> from;
    std::optional<WallTime> to;
    qint64 points = 500;
};

/// A service's past, each series oldest first. A service that nobody knows has an empty one.
struct ServiceHistory
{
    QList<CheckPoint> checks;
    QList<Event> states; ///< its changes of run state; the newest ones when there are too many
    QList<StateSpan> stateSpans; ///< likewise; the first one may begin before the window
    QList<HealthSpan> healthSpans; ///< likewise
};

/// Which events: all that is given must hold.
struct EventQuery
{
    std::optional<qint64> after; ///< only higher ids, the lowest of them first; without it the newest ones
    std::optional<qint64> before; ///< only lower ids
    ServiceId service;
    std::optional<EventKind> kind;
    std::optional<WallTime> from; ///< both ends included
    std::optional<WallTime> to;
    qint64 limit = 100;

    /// Whether it is one of them, but for their number.
    bool matches(const Event &event) const
    {
        return (!after || event.id > *after) && (!before || event.id < *before)
            && (service.isEmpty() || event.service == service) && (!kind || event.kind == *kind)
            && (!from || event.at >= *from) && (!to || event.at <= *to);
    }
};

/// Events with rising ids.
struct EventPage
{
    QList<Event> events;
    qint64 firstId = 0; ///< the oldest that is kept of all; 0 when none is
};

/// The fleet's memory. Answers are values that were worked out elsewhere than in the event loop, or the sentence that
/// says why they could not be. They hold everything that was told of before they were asked for.
class History
{
    Q_DISABLE_COPY_MOVE(History)
public:
    virtual ~History() = default;

    virtual QFuture<Result<ServiceHistory>> ofService(const HistoryQuery &query) = 0;
    virtual QFuture<Result<EventPage>> events(const EventQuery &query) = 0;
    /// Whether so many questions wait that the next one would be refused.
    virtual bool isBusy() const { return false; }

protected:
    History() = default;
};

} // namespace foghorn
