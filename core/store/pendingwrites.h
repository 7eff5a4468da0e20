#pragma once

#include "core/store/savedfleet.h"

#include <QSet>

#include <deque>
#include <optional>

namespace foghorn {

/// What has gathered to be written, in the order it must be: removals first, then everything else (a removal takes with
/// it what was waiting for that service). Bounded: of a service only the newest state is kept, and the oldest checks
/// and spans make room.
struct PendingWrites
{
    struct Span
    {
        ServiceId service;
        SavedSpan span;
    };
    static constexpr std::size_t checkLimit = 20'000;
    static constexpr std::size_t spanLimit = 20'000;
    static constexpr qsizetype removalLimit = 4'000;

    QSet<ServiceId> removed;
    QHash<ServiceId, SavedService> services;
    std::deque<CheckResult> checks;
    std::deque<Span> spans;
    std::optional<qint64> lastEventId;
    std::optional<bool> endedCleanly;

    void add(const CheckResult &result);
    void add(const ServiceId &service, const SavedSpan &span);
    void remove(const ServiceId &service);
    /// Puts back what could not be written; what is here already is newer and wins.
    void putBack(PendingWrites older);
    bool isEmpty() const;
    /// Something that a next orchestrator needs is waiting, not only checks.
    bool isUrgent() const;

private:
    void trim();
};

} // namespace foghorn
