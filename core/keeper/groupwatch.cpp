#include "core/keeper/groupwatch.h"

#include <sys/inotify.h>

namespace foghorn::keeper {

GroupWatch::GroupWatch()
    : m_events(::inotify_init1(IN_CLOEXEC | IN_NONBLOCK))
{
}

bool GroupWatch::add(const std::string &service, const std::string &eventsPath)
{
    const int watch = ::inotify_add_watch(m_events.get(), eventsPath.c_str(), IN_MODIFY);
    if (watch < 0)
        return false;
    m_services[watch] = service;
    m_watches[service] = watch;
    return true;
}

void GroupWatch::remove(const std::string &service)
{
    const auto found = m_watches.find(service);
    if (found == m_watches.end())
        return;
    ::inotify_rm_watch(m_events.get(), found->second);
    m_services.erase(found->second);
    m_watches.erase(found);
}

std::vector<std::string> GroupWatch::takeChanged()
{
    std::vector<std::string> services;
    alignas(inotify_event) char events[16 * 1024];
    const ssize_t size = ::read(m_events.get(), events, sizeof events);
    for (ssize_t at = 0; at + static_cast<ssize_t>(sizeof(inotify_event)) <= size;) {
        const auto *event = reinterpret_cast<const inotify_event *>(events + at);
        at += static_cast<ssize_t>(sizeof(inotify_event) + event->len);
        const auto found = m_services.find(event->wd);
        if (found != m_services.end())
            services.push_back(found->second);
    }
    return services;
}

} // namespace foghorn::keeper
