#pragma once

#include "core/keeper/processtable.h"

#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

namespace foghorn::keeper {

/// Name of the environment entry by which a tree's processes are known wherever they go: "<keeper id>/<service>".
inline constexpr auto treeMarker = "FOGHORN_KEEPER";

/// The leader of a tree, living or dead.
struct ScanLeader
{
    std::string service;
    pid_t pid = 0;
    std::uint64_t startTicks = 0; ///< 0: not known, then its number says nothing
    std::uint64_t endTicks = 0; ///< when it had ended, or a little before; 0: it lives
};

/// Finds the members of trees in the table of processes, for machines where control groups cannot be had: the leader,
/// its session and group, everything below those, everything that carries the keeper's marker in its environment, and
/// what an earlier look has found to belong to the tree.
///
/// What it names will be killed, so in doubt a process is nobody's: never this process or one it comes from, nothing by
/// a session or group that is no process's number (0: one outside of our namespace), and nothing that is younger than a
/// dead leader by that leader's number alone, for the number may have been given to somebody else meanwhile.
class TreeScan
{
public:
    /// `environmentOf`: as readEnvironment(); `isBetweenPrograms`: as the function of that name.
    using EnvironmentOf = std::function<std::string(pid_t, std::string_view)>;
    using IsBetweenPrograms = std::function<bool(pid_t)>;
    TreeScan(std::string keeperId, EnvironmentOf environmentOf, IsBetweenPrograms isBetweenPrograms);

    using Members = std::unordered_map<std::string, std::vector<ProcessName>>;
    /// The living members of all trees.
    Members members(const std::vector<ProcessEntry> &processes, const std::vector<ScanLeader> &leaders);
    /// The same of those that were born while members() looked; adds them to what it has found.
    void addBorn(const std::vector<ProcessEntry> &born, const std::vector<ScanLeader> &leaders, Members &found);
    /// Whether the last look could tell of every orphan whose it is; when not, who seems to have left none may have.
    bool wasSure() const { return m_wasSure; }

private:
    struct Seen
    {
        std::uint64_t startTicks = 0;
        std::string service;
    };
    void look(const std::vector<ProcessEntry> &processes, const std::vector<ScanLeader> &leaders,
        std::unordered_map<pid_t, Seen> &seen, Members &found);
    const std::string *ownerByMarker(const ProcessEntry &process, const std::vector<ScanLeader> &leaders) const;
    bool isUnsureOf(const ProcessEntry &process) const;

    std::string m_marker;
    EnvironmentOf m_environmentOf;
    IsBetweenPrograms m_isBetweenPrograms;
    bool m_wasSure = true;
    std::unordered_map<pid_t, Seen> m_seen;
};

} // namespace foghorn::keeper
