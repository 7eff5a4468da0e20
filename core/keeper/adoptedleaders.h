#pragma once

#include "core/keeper/descriptor.h"
#include "core/keeper/protocol.h"

#include <sys/types.h>

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace foghorn::keeper {

/// The living leaders that we did not start, but an earlier keeper or the service itself (MAINPID=): not our children,
/// or not yet, so they are held by descriptors (pidfd).
class AdoptedLeaders
{
public:
    AdoptedLeaders();

    /// In place of the one that the service had. False, and it keeps that, when the process that was started then has
    /// ended.
    bool adopt(const std::string &service, pid_t pid, std::uint64_t startTicks);
    /// Its end is known otherwise.
    void drop(const std::string &service);
    bool signal(const std::string &service, int signal) const;
    bool signalGroup(const std::string &service, int signal) const;

    /// Readable when one may have ended; then onEvents().
    int events() const { return m_events.get(); }
    void onEvents();
    /// Those that have ended, with their status: read before they are reaped or, where the kernel tells it, after that,
    /// which is waited for a moment. They are adopted no more.
    std::vector<std::pair<std::string, Ending>> takeEnded();
    /// Milliseconds until takeEnded() is to be called again; -1: when there are events.
    int waitMs() const;

private:
    struct Leader
    {
        pid_t pid = 0;
        std::uint64_t startTicks = 0;
        Descriptor process;
        std::int64_t endSeenAtMs = 0; ///< 0: lives
    };

    Descriptor m_events;
    std::map<std::string, Leader> m_leaders;
    std::map<int, std::string> m_services; ///< by the leaders' descriptors
    std::set<std::string> m_ended; ///< status not yet known
};

} // namespace foghorn::keeper
