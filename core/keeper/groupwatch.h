#pragma once

#include "core/keeper/descriptor.h"

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace foghorn::keeper {

/// Notices that a control group may have become empty (inotify on its cgroup.events).
class GroupWatch
{
public:
    GroupWatch();

    /// False when the machine has no watches left.
    bool add(const std::string &service, const std::string &eventsPath);
    void remove(const std::string &service);

    /// Readable when there is something to take.
    int events() const { return m_events.get(); }
    /// Services whose group has changed. They go on being watched.
    std::vector<std::string> takeChanged();

private:
    Descriptor m_events;
    std::unordered_map<int, std::string> m_services;
    std::map<std::string, int> m_watches;
};

} // namespace foghorn::keeper
