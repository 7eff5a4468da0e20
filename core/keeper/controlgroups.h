#pragma once

#include "core/keeper/descriptor.h"

#include <sys/types.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace foghorn::keeper {

/// One control group (cgroup v2) for each service below one of the keeper's own, where we may make them: the kernel
/// then knows a service's processes whatever they do, and ends them all in one call. Not usable elsewhere: then a tree
/// is found by looking (TreeScan).
class ControlGroups
{
public:
    /// Finds a place to make groups in and makes "foghorn-<id>" there. FOGHORN_NO_CGROUP=1 in the environment: does
    /// not.
    static ControlGroups probe(const std::string &id);

    bool isUsable() const { return m_base.isOpen(); }
    /// The service's group, made when there is none; not open with errno when that failed, EBUSY when a living process
    /// is in it.
    Descriptor openEmpty(const std::string &service) const;
    bool exists(const std::string &service) const;
    /// Whether a living process is in it or below it.
    bool isPopulated(const std::string &service) const;
    std::vector<pid_t> members(const std::string &service) const;
    /// Sends a signal to each process that is in it; one that is being forked may be missed.
    void signal(const std::string &service, int signal) const;
    /// Ends all of it, processes that are being forked included. False on kernels without (before 5.14).
    bool kill(const std::string &service) const;
    /// Only when it is empty.
    void remove(const std::string &service) const;
    /// The service that /proc/PID/cgroup names; empty: none of ours.
    std::string serviceIn(std::string_view cgroup) const;
    /// The kernel's number for the service's group; 0: there is none.
    std::uint64_t idOf(const std::string &service) const;
    /// Absolute path of the file that changes when the group becomes empty.
    std::string eventsPath(const std::string &service) const;
    /// Removes the keeper's own group, when no service is left in it.
    void removeBase();

private:
    std::string m_path;
    std::string m_shown; ///< m_path as /proc/PID/cgroup shows it
    Descriptor m_base;
};

/// What /proc/PID/cgroup says of processes in the group at the absolute `path`; empty when it is in no mounted
/// hierarchy.
std::string shownGroupPath(std::string_view path, std::string_view mountinfo);

/// Absolute paths in which the process whose /proc/PID/cgroup and /proc/PID/mountinfo these are could make groups.
std::vector<std::string> groupCandidates(std::string_view cgroup, std::string_view mountinfo);

} // namespace foghorn::keeper
