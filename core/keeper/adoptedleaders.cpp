#include "core/keeper/adoptedleaders.h"

#include "core/keeper/clocks.h"
#include "core/keeper/endstatus.h"
#include "core/keeper/signalling.h"

#include <sys/epoll.h>

namespace foghorn::keeper {
namespace {

// How long a leader's status is waited for.
constexpr std::int64_t statusMs = 500;
constexpr int pollMs = 10;

} // namespace

AdoptedLeaders::AdoptedLeaders()
    : m_events(::epoll_create1(EPOLL_CLOEXEC))
{
}

bool AdoptedLeaders::adopt(const std::string &service, pid_t pid, std::uint64_t startTicks)
{
    Descriptor process = openProcess(pid, startTicks);
    if (!process.isOpen())
        return false;
    drop(service);
    epoll_event event = {};
    // Edges: ended is one, reaped by its parent is another, and only then its status can be had.
    event.events = EPOLLIN | EPOLLHUP | EPOLLET;
    event.data.fd = process.get();
    ::epoll_ctl(m_events.get(), EPOLL_CTL_ADD, process.get(), &event);
    m_services[process.get()] = service;
    m_leaders[service] = {pid, startTicks, std::move(process), 0};
    return true;
}

void AdoptedLeaders::drop(const std::string &service)
{
    const auto found = m_leaders.find(service);
    if (found == m_leaders.end())
        return;
    m_services.erase(found->second.process.get());
    m_ended.erase(service);
    m_leaders.erase(found);
}

bool AdoptedLeaders::signal(const std::string &service, int signal) const
{
    const auto found = m_leaders.find(service);
    return found != m_leaders.end() && signalProcess(found->second.process, found->second.pid, signal);
}

bool AdoptedLeaders::signalGroup(const std::string &service, int signal) const
{
    const auto found = m_leaders.find(service);
    return found != m_leaders.end() && keeper::signalGroup(found->second.process, found->second.pid, signal);
}

void AdoptedLeaders::onEvents()
{
    constexpr int most = 64;
    epoll_event events[most];
    const int count = ::epoll_wait(m_events.get(), events, most, 0);
    for (int i = 0; i < count; ++i) {
        const auto found = m_services.find(events[i].data.fd);
        if (found == m_services.end())
            continue;
        Leader &leader = m_leaders[found->second];
        if (leader.endSeenAtMs == 0)
            leader.endSeenAtMs = monotonicMs();
        m_ended.insert(found->second);
    }
}

std::vector<std::pair<std::string, Ending>> AdoptedLeaders::takeEnded()
{
    std::vector<std::pair<std::string, Ending>> ends;
    for (auto service = m_ended.begin(); service != m_ended.end();) {
        const Leader &leader = m_leaders[*service];
        auto status = endStatus(leader.process);
        if (!status)
            status = statusOfZombie(leader.pid, leader.startTicks);
        if (!status && monotonicMs() - leader.endSeenAtMs < statusMs) {
            ++service;
            continue;
        }
        ends.emplace_back(*service, Ending{status.has_value(), status.value_or(0)});
        m_services.erase(leader.process.get());
        m_leaders.erase(*service);
        service = m_ended.erase(service);
    }
    return ends;
}

int AdoptedLeaders::waitMs() const { return m_ended.empty() ? -1 : pollMs; }

} // namespace foghorn::keeper
