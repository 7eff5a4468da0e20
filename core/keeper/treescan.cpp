#include "core/keeper/treescan.h"

#include "core/keeper/signalling.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace foghorn::keeper {
namespace {

/// Processes by pid, and who owns them as far as it is known.
struct Table
{
    std::unordered_map<pid_t, const ProcessEntry *> processes;
    std::unordered_map<pid_t, const ScanLeader *> leaders;
    std::unordered_map<pid_t, const std::string *> owners; ///< nullptr: nobody
    std::set<pid_t> untouchable; ///< this process and those it comes from
};

Table makeTable(const std::vector<ProcessEntry> &processes, const std::vector<ScanLeader> &leaders)
{
    Table table;
    for (const ProcessEntry &process : processes)
        table.processes[process.pid] = &process;
    for (const ScanLeader &leader : leaders) {
        if (!isSignallable(leader.pid) || leader.startTicks == 0)
            continue;
        const auto found = table.processes.find(leader.pid);
        // A number that belongs to somebody else by now says nothing about sessions any more.
        if (found == table.processes.end() || found->second->startTicks == leader.startTicks)
            table.leaders[leader.pid] = &leader;
    }
    for (pid_t pid = ::getpid(); pid > 0 && table.untouchable.insert(pid).second;) {
        const auto found = table.processes.find(pid);
        pid = found == table.processes.end() ? 0 : found->second->parent;
    }
    return table;
}

const std::string *leaderOf(const Table &table, const ProcessEntry &process)
{
    for (const pid_t number : {process.pid, process.session, process.group}) {
        const auto found = table.leaders.find(number);
        if (found == table.leaders.end())
            continue;
        const ScanLeader &leader = *found->second;
        const bool inItsTime = leader.endTicks == 0 || process.startTicks <= leader.endTicks;
        if (process.startTicks >= leader.startTicks && inItsTime)
            return &leader.service;
    }
    return nullptr;
}

const std::string *ownerOfParent(const Table &table, const ProcessEntry &process)
{
    const auto parent = table.owners.find(process.parent);
    return parent == table.owners.end() ? nullptr : parent->second;
}

std::vector<const ProcessEntry *> byAge(const std::vector<ProcessEntry> &processes, std::uint64_t oldest)
{
    std::vector<const ProcessEntry *> sorted;
    for (const ProcessEntry &process : processes) {
        if (process.startTicks >= oldest)
            sorted.push_back(&process);
    }
    std::ranges::sort(sorted, [](const ProcessEntry *a, const ProcessEntry *b) {
        return std::pair(a->startTicks, a->pid) < std::pair(b->startTicks, b->pid);
    });
    return sorted;
}

} // namespace

TreeScan::TreeScan(std::string keeperId, EnvironmentOf environmentOf, IsBetweenPrograms isBetweenPrograms)
    : m_marker(std::move(keeperId) + '/')
    , m_environmentOf(std::move(environmentOf))
    , m_isBetweenPrograms(std::move(isBetweenPrograms))
{
}

const std::string *TreeScan::ownerByMarker(const ProcessEntry &process, const std::vector<ScanLeader> &leaders) const
{
    const std::string marker = m_environmentOf(process.pid, treeMarker);
    if (!marker.starts_with(m_marker))
        return nullptr;
    const std::string_view service = std::string_view(marker).substr(m_marker.size());
    const auto found = std::ranges::find(leaders, service, &ScanLeader::service);
    return found == leaders.end() ? nullptr : &found->service;
}

/// Only orphans have nothing but their marker to be known by: others have a parent that is known.
bool TreeScan::isUnsureOf(const ProcessEntry &process) const
{
    return process.parent == ::getpid() && !process.isDead() && m_isBetweenPrograms(process.pid);
}

TreeScan::Members TreeScan::members(const std::vector<ProcessEntry> &processes, const std::vector<ScanLeader> &leaders)
{
    Members found;
    m_wasSure = true;
    if (leaders.empty())
        return found;
    std::unordered_map<pid_t, Seen> seen;
    look(processes, leaders, seen, found);
    m_seen = std::move(seen);
    return found;
}

void TreeScan::addBorn(const std::vector<ProcessEntry> &born, const std::vector<ScanLeader> &leaders, Members &found)
{
    std::vector<ProcessEntry> unseen;
    std::ranges::copy_if(born, std::back_inserter(unseen), [this](const ProcessEntry &process) {
        const auto before = m_seen.find(process.pid);
        return before == m_seen.end() || before->second.startTicks != process.startTicks;
    });
    if (leaders.empty() || unseen.empty())
        return;
    std::unordered_map<pid_t, Seen> seen;
    look(unseen, leaders, seen, found);
    for (auto &[pid, one] : seen)
        m_seen[pid] = std::move(one);
}

void TreeScan::look(const std::vector<ProcessEntry> &processes, const std::vector<ScanLeader> &leaders,
    std::unordered_map<pid_t, Seen> &seen, Members &found)
{
    Table table = makeTable(processes, leaders);
    const std::uint64_t oldest = std::ranges::min(leaders, {}, &ScanLeader::startTicks).startTicks;
    // In order of age, so that a parent's owner is known before its children's (a pid may be lower than its parent's).
    for (const ProcessEntry *process : byAge(processes, oldest)) {
        if (!isSignallable(process->pid) || table.untouchable.contains(process->pid))
            continue;
        const std::string *owner = leaderOf(table, *process);
        if (!owner)
            owner = ownerOfParent(table, *process);
        const auto before = m_seen.find(process->pid);
        if (!owner && before != m_seen.end() && before->second.startTicks == process->startTicks)
            owner = &before->second.service;
        if (!owner)
            owner = ownerByMarker(*process, leaders);
        table.owners[process->pid] = owner;
        if (!owner) {
            m_wasSure = m_wasSure && !isUnsureOf(*process);
            continue;
        }
        seen[process->pid] = {process->startTicks, *owner};
        if (!process->isDead())
            found[*owner].push_back({process->pid, process->startTicks});
    }
}

} // namespace foghorn::keeper
