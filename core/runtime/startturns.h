#pragma once

#include "core/base/clock.h"
#include "core/base/serviceid.h"
#include "core/model/startlimits.h"

#include <deque>
#include <optional>
#include <set>

namespace foghorn {

/// Whose turn it is to start when more wants to than the fleet's limits let through: first come, first served. Pure:
/// time comes in.
class StartTurns
{
public:
    void setLimits(const StartLimits &limits) { m_limits = limits; }

    /// Whether this service may start now, before nobody who waits. Else it waits from now on.
    bool admits(const ServiceId &service, MonoTime now);
    /// Who has waited longest, when one may start now: it waits no more. Nothing: none may, or none waits.
    std::optional<ServiceId> takeNext(MonoTime now);
    /// When to ask again, should nothing end its start before; nothing: nobody waits, or only for such an end.
    std::optional<MonoTime> nextAt(MonoTime now) const;

    /// It is launched now.
    void noteLaunch(MonoTime now);
    /// Whether it is on its way from launched to ready, which may be told again and again.
    void noteStarting(const ServiceId &service, bool isStarting);
    bool isAnyoneWaiting() const { return !m_queue.empty(); }

private:
    bool isFree(MonoTime now);

    StartLimits m_limits;
    std::deque<MonoTime> m_launches; ///< of the last second, oldest first
    std::set<ServiceId> m_starting;
    std::deque<ServiceId> m_queue;
    std::set<ServiceId> m_queued; ///< the same, to be found
};

} // namespace foghorn
