#include "core/runtime/startturns.h"

namespace foghorn {
namespace {

constexpr std::chrono::seconds window{1};

} // namespace

bool StartTurns::isFree(MonoTime now)
{
    while (!m_launches.empty() && m_launches.front() + window <= now)
        m_launches.pop_front();
    return std::ssize(m_launches) < m_limits.perSecond && std::ssize(m_starting) < m_limits.concurrent;
}

bool StartTurns::admits(const ServiceId &service, MonoTime now)
{
    if (m_queue.empty() && isFree(now))
        return true;
    if (m_queued.insert(service).second)
        m_queue.push_back(service);
    return false;
}

std::optional<ServiceId> StartTurns::takeNext(MonoTime now)
{
    if (m_queue.empty() || !isFree(now))
        return std::nullopt;
    const ServiceId service = m_queue.front();
    m_queue.pop_front();
    m_queued.erase(service);
    return service;
}

std::optional<MonoTime> StartTurns::nextAt(MonoTime now) const
{
    if (m_queue.empty() || std::ssize(m_starting) >= m_limits.concurrent)
        return std::nullopt;
    const auto count = std::ssize(m_launches);
    if (count < m_limits.perSecond)
        return now;
    // With a limit that a reload has lowered more than one has to be forgotten first.
    return m_launches.at(static_cast<std::size_t>(count - m_limits.perSecond)) + window;
}

void StartTurns::noteLaunch(MonoTime now) { m_launches.push_back(now); }

void StartTurns::noteStarting(const ServiceId &service, bool isStarting)
{
    if (isStarting)
        m_starting.insert(service);
    else
        m_starting.erase(service);
}

} // namespace foghorn
