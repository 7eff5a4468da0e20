#pragma once

#include "core/model/event.h"
#include "core/store/savedfleet.h"

#include <QSet>

#include <deque>
#include <optional>

namespace foghorn {

/// What has gathered to be written, in the order it must be: removals first, then everything else (a removal takes with
/// it what was waiting for that service). Bounded: of a service only the newest state is kept, and the oldest checks,
/// events and spans make room.
struct PendingWrites
{
    struct Span
    {
        ServiceId service;
        SavedSpan span;
    };
    /// Nobody saw the service from then on, until it is next told of.
    struct Gap
    {
        ServiceId service;
        WallTime from{};
        qint64 afterEvent = 0; ///< the newest that was waiting when nobody saw it
    };
    static constexpr std::size_t checkLimit = 20'000;
    static constexpr std::size_t eventLimit = 20'000;
    static constexpr std::size_t spanLimit = 20'000;
    static constexpr qsizetype removalLimit = 4'000;

    QSet<ServiceId> removed;
    QHash<ServiceId, SavedService> services;
    QHash<ServiceId, QList<SavedSpan>> ledgers; ///< whole, instead of what is in the file; `spans` come after
    std::deque<Span> spans;
    std::deque<CheckResult> checks;
    QList<Gap> gaps;
    std::deque<Event> events;
    std::optional<qint64> lastEventId;
    std::optional<BootClock> alive; ///< the orchestrator was there
    std::optional<bool> endedCleanly;
    bool hurries = false; ///< somebody waits for what is here: not to be kept for more to come

    void add(const CheckResult &result);
    void add(const ServiceId &service, const SavedSpan &span);
    void add(const Event &event);
    void addGap(const ServiceId &service, WallTime from);
    void replaceLedger(const ServiceId &service, const QList<SavedSpan> &spans);
    void remove(const ServiceId &service);
    /// Puts back what could not be written; what is here already is newer and wins.
    void putBack(PendingWrites older);
    /// Takes out what a next orchestrator needs; checks and events, which may be many, stay.
    PendingWrites takeCounters();
    bool isEmpty() const;
    /// Something that a next orchestrator needs is waiting, not only checks.
    bool isUrgent() const;

private:
    void forget(const ServiceId &service);
    void trim();
};

} // namespace foghorn
