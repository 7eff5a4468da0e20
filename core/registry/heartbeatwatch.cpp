#include "core/registry/heartbeatwatch.h"

#include <algorithm>

namespace foghorn {

void HeartbeatWatch::watch(const ServiceId &service, const HeartbeatPolicy &policy, MonoTime now)
{
    m_pulses.insert(service, {policy, now + policy.timeout, false});
}

void HeartbeatWatch::forget(const ServiceId &service) { m_pulses.remove(service); }

std::optional<HeartbeatPolicy> HeartbeatWatch::policyOf(const ServiceId &service) const
{
    const auto found = m_pulses.constFind(service);
    return found == m_pulses.constEnd() ? std::nullopt : std::optional(found->policy);
}

bool HeartbeatWatch::beat(const ServiceId &service, MonoTime now)
{
    const auto found = m_pulses.find(service);
    if (found == m_pulses.end())
        return false;
    found->deadline = now + found->policy.timeout;
    return std::exchange(found->isLost, false);
}

QList<ServiceId> HeartbeatWatch::takeLost(MonoTime now)
{
    QList<ServiceId> lost;
    for (auto pulse = m_pulses.begin(); pulse != m_pulses.end(); ++pulse) {
        if (pulse->isLost || pulse->deadline > now)
            continue;
        pulse->isLost = true;
        lost.append(pulse.key());
    }
    std::sort(lost.begin(), lost.end());
    return lost;
}

void HeartbeatWatch::grantPeriod(MonoTime now)
{
    for (Pulse &pulse : m_pulses)
        pulse.deadline = std::max(pulse.deadline, now + pulse.policy.interval);
}

std::optional<MonoTime> HeartbeatWatch::nextDeadline() const
{
    std::optional<MonoTime> next;
    for (const Pulse &pulse : m_pulses) {
        if (!pulse.isLost && (!next || pulse.deadline < *next))
            next = pulse.deadline;
    }
    return next;
}

std::optional<milliseconds> HeartbeatWatch::shortestInterval() const
{
    std::optional<milliseconds> shortest;
    for (const Pulse &pulse : m_pulses) {
        if (!shortest || pulse.policy.interval < *shortest)
            shortest = pulse.policy.interval;
    }
    return shortest;
}

} // namespace foghorn
