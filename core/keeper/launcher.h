#pragma once

#include "core/keeper/controlgroups.h"
#include "core/keeper/descriptor.h"
#include "core/keeper/processtable.h"
#include "core/keeper/protocol.h"
#include "core/keeper/spawnthread.h"

#include <sys/resource.h>
#include <sys/types.h>

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

namespace foghorn::keeper {

/// A leader that was started.
struct Launched
{
    pid_t pid = 0;
    std::uint64_t startTicks = 0;
    std::int64_t startedAtMs = 0; ///< wall clock
    bool grouped = false; ///< in a control group of its own
};

/// A launch for which everything is ready but the process. It holds what the process will be given.
struct PreparedLaunch
{
    std::string service;
    Descriptor lock;
    Descriptor group; ///< not open: none of its own
    Descriptor log;
    SpawnRequest request;
    std::int64_t startedAtMs = 0; ///< wall clock
};

/// Carries out spawn orders: lock against doubles, log file, control group, environment marker, then the program,
/// which SpawnThread starts.
class Launcher
{
public:
    /// `groups` outlives the launcher. Raises this process's own limit of descriptors and remembers what services get.
    /// How this process takes signals must not change from here on.
    Launcher(std::string stateDirectory, std::string keeperId, const ControlGroups &groups);

    /// The first of the processes that live of a service that was launched; nothing: none does. Looks through /proc.
    std::optional<ProcessName> findLeader(const std::string &service) const;
    std::variant<PreparedLaunch, SpawnFailure> prepare(const SpawnOrder &order) const;
    /// `answer`: what came of the prepared request.
    std::variant<Launched, SpawnFailure> finish(const PreparedLaunch &launch, const SpawnThread::Answer &answer) const;

private:
    std::variant<Descriptor, SpawnFailure> takeLock(const std::string &service) const;
    std::vector<std::string> environmentOf(const SpawnOrder &order) const;

    Descriptor m_locks; ///< the directory
    std::string m_locksPath;
    std::string m_keeperId;
    const ControlGroups &m_groups;
    Descriptor m_null;
    rlimit m_nofile = {};
    std::uint64_t m_oddSignals = 0;
    bool m_resetOomScore = false;
};

} // namespace foghorn::keeper
