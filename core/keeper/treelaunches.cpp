#include "core/keeper/clocks.h"
#include "core/keeper/processtable.h"
#include "core/keeper/trees.h"

#include <algorithm>
#include <cerrno>
#include <utility>
#include <variant>

// How trees begin.

namespace foghorn::keeper {
namespace {

std::vector<pid_t> pidsOf(const TreeScan::Members &scanned, const std::string &service)
{
    std::vector<pid_t> pids;
    if (const auto found = scanned.find(service); found != scanned.end()) {
        for (const ProcessName &process : found->second)
            pids.push_back(process.pid);
    }
    return pids;
}

} // namespace

void Trees::take(const SpawnOrder &order)
{
    if (isLaunching(order.service))
        finishLaunches();
    Tree *old = find(order.service);
    if (old && !old->leaderAlive && !old->empty && old->grouped && !m_groups.isPopulated(order.service))
        becameEmpty(*old, true);
    if (old && !old->empty) {
        finishLaunches(); // reports come in the order of their orders
        const std::vector<pid_t> pids = old->grouped ? m_groups.members(order.service) : pidsOf(scan(), order.service);
        m_tell(SpawnFailedReport{order.service, {SpawnStep::AlreadyRunning, EBUSY, joined(pids)}});
        return;
    }
    m_ledger.noteStarting(order.service, wallClockMs(), order.fingerprint);
    auto prepared = m_launcher.prepare(order);
    if (const auto *failure = std::get_if<SpawnFailure>(&prepared)) {
        finishLaunches();
        m_ledger.noteForgotten(order.service);
        m_tell(SpawnFailedReport{order.service, *failure});
        return;
    }
    if (m_launching.size() == m_spawners.size())
        finishOldestLaunch();
    SpawnThread &spawner = m_spawners[m_launched++ % m_spawners.size()];
    m_launching.push_back(Launching{order.fingerprint, std::move(std::get<PreparedLaunch>(prepared)), spawner});
    spawner.start(m_launching.back().launch.request);
}

bool Trees::isLaunching(const std::string &service) const
{
    return std::ranges::any_of(m_launching, [&service](const Launching &one) { return one.launch.service == service; });
}

void Trees::finishLaunches()
{
    while (!m_launching.empty())
        finishOldestLaunch();
}

void Trees::finishOldestLaunch()
{
    const SpawnThread::Answer answer = m_launching.front().spawner.wait();
    const Launching launching = std::move(m_launching.front());
    m_launching.pop_front();
    const std::string &service = launching.launch.service;
    const auto finished = m_launcher.finish(launching.launch, answer);
    if (const auto *failure = std::get_if<SpawnFailure>(&finished)) {
        m_ledger.noteForgotten(service);
        m_tell(SpawnFailedReport{service, *failure});
        return;
    }
    const auto &launched = std::get<Launched>(finished);
    Tree &tree = m_trees[service];
    tree = {};
    tree.service = service;
    tree.pid = launched.pid;
    tree.startTicks = launched.startTicks;
    tree.startedAtMs = launched.startedAtMs;
    tree.fingerprint = launching.fingerprint;
    tree.leaderAlive = true;
    tree.empty = false;
    tree.grouped = launched.grouped;
    ++m_living;
    m_leaders[tree.pid] = &tree;
    LedgerEntry entry;
    entry.pid = tree.pid;
    entry.startTicks = tree.startTicks;
    entry.startedAtMs = tree.startedAtMs;
    entry.fingerprint = tree.fingerprint;
    m_ledger.noteSpawned(tree.service, entry);
    m_tell(SpawnedReport{tree.service, tree.pid, tree.startedAtMs});
}

} // namespace foghorn::keeper
