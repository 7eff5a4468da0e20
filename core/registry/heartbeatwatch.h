#pragma once

#include "core/base/clock.h"
#include "core/base/serviceid.h"
#include "core/model/servicespec.h"

#include <QHash>
#include <QList>

#include <optional>

namespace foghorn {

/// Who must beat, when they last did and who has not for too long. Pure: time comes in.
class HeartbeatWatch
{
public:
    /// Begins anew: it has just beaten, as far as judging goes.
    void watch(const ServiceId &service, const HeartbeatPolicy &policy, MonoTime now);
    void forget(const ServiceId &service);
    QList<ServiceId> watched() const { return m_pulses.keys(); }
    std::optional<HeartbeatPolicy> policyOf(const ServiceId &service) const;

    /// Whether this beat brought back one that was lost. Ignored (false) when it is not watched.
    bool beat(const ServiceId &service, MonoTime now);
    /// Those whose time-out passed since they last beat; each is told once per loss. Alphabetical.
    QList<ServiceId> takeLost(MonoTime now);
    /// After a time in which nobody could beat: nobody is judged before one more interval.
    void grantPeriod(MonoTime now);

    /// When the next one would be lost; nothing when nobody can be.
    std::optional<MonoTime> nextDeadline() const;
    /// The shortest interval watched; nothing when none is.
    std::optional<milliseconds> shortestInterval() const;

private:
    struct Pulse
    {
        HeartbeatPolicy policy;
        MonoTime deadline{};
        bool isLost = false;
    };

    QHash<ServiceId, Pulse> m_pulses;
};

} // namespace foghorn
