#pragma once

#include "ui/timeline/lanespans.h"

namespace foghorn {

/// What an event on the timeline is drawn as.
enum class EventMark { Restart, Operator, Alert };

struct MarkedEvent
{
    WallTime at{};
    EventMark mark = EventMark::Operator;
    QString message; ///< as the orchestrator wrote it: may hold anything

    bool operator==(const MarkedEvent &) const = default;
};

/// Those events that the timeline marks, oldest first.
QList<MarkedEvent> markedEvents(const QList<Event> &events);

/// A service's past as a row of the timeline shows it.
struct TimelineRecord
{
    ServiceId service;
    Lane combined;
    Lane states;
    Lane health;
    QList<CheckPoint> checks;
    QList<MarkedEvent> events;

    static TimelineRecord of(const ServiceId &service, const ServiceHistory &history, const QList<Event> &events);
    bool isEmpty() const { return combined.empty() && checks.isEmpty() && events.isEmpty(); }
    /// A check that has just come.
    void append(const CheckResult &check);
};

/// The check next to `time`, or the moment something changed or happened, later or earlier; nothing where none is.
std::optional<WallTime> nextCheck(const TimelineRecord &record, WallTime time, bool later);
std::optional<WallTime> nextChange(const TimelineRecord &record, WallTime time, bool later);

/// "14:02:10 · onion · Healthy → Degraded · no answer within 5 s · 12 ms · check 98 of 100": what is known of the
/// moment; events and checks up to `tolerance` away count. Plain text.
QString readOut(
    const TimelineRecord &record, WallTime time, const TimeWindow &window, std::chrono::milliseconds tolerance);

/// The row for a screen reader: "onion, running, healthy; 1 h: 94 % healthy, 4 % unhealthy, 2 restarts".
QString spokenRecord(const TimelineRecord &record, const TimeWindow &window, WallTime now);

} // namespace foghorn
