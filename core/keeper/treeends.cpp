#include "core/keeper/clocks.h"
#include "core/keeper/processtable.h"
#include "core/keeper/signalling.h"
#include "core/keeper/trees.h"

#include <sys/wait.h>

#include <algorithm>
#include <csignal>

// How trees end: a leader's end, the last member's end, and killing until that comes.

namespace foghorn::keeper {
namespace {

constexpr int firstScanDelayMs = 1;
constexpr int lastKillScanDelayMs = 32;
constexpr int idleScanDelayMs = 500;
// About two seconds: no exec takes longer but one that waits for a dead disk, and a program that hides its arguments
// and environment shall not keep a tree from ending for ever.
constexpr int mostUnsureLooks = 64;
/// On a machine where somebody is born at any moment it has to end.
constexpr int mostLooksAtBorn = 8;

} // namespace

void Trees::reap()
{
    std::vector<std::pair<Tree *, Ending>> ended;
    bool orphans = false;
    int status = 0;
    for (pid_t pid = ::waitpid(-1, &status, WNOHANG); pid > 0; pid = ::waitpid(-1, &status, WNOHANG)) {
        const auto found = m_leaders.find(pid);
        if (found == m_leaders.end()) {
            orphans = true;
            continue;
        }
        // From here on its number may be somebody else's.
        Tree &tree = *found->second;
        m_leaders.erase(found);
        if (pid == tree.pid) {
            tree.leaderAlive = false;
            m_adopted.drop(tree.service);
            ended.emplace_back(&tree, Ending{true, status});
        } else { // it leads no more
            tree.first.endTicks = ticksNow();
            orphans = true;
        }
    }
    const bool isAsked = std::ranges::any_of(ended, [](const auto &one) { return !one.first->grouped; });
    const bool noOrphans = isAsked && haveNoOrphans();
    for (const auto &[tree, ending] : ended)
        leaderEnded(*tree, ending, noOrphans);
    if (orphans && !m_unsettled.empty())
        m_nextScanAtMs = std::min(m_nextScanAtMs, monotonicMs() + firstScanDelayMs);
}

bool Trees::haveNoOrphans() const
{
    // All that a dead leader left behind became our children before we heard of its end: when each child we have is
    // some tree's leader, nothing was left.
    const auto children = ownChildren();
    return children && std::ranges::all_of(*children, [this](pid_t pid) { return m_leaders.contains(pid); });
}

void Trees::leaderEnded(Tree &tree, const Ending &ending, bool noOrphans)
{
    tree.leaderAlive = false;
    forgetLeader(tree, tree.pid);
    tree.ending = ending;
    tree.endedAtMs = wallClockMs();
    // An adopted one was reaped by somebody else, and when is not known: its number counts no longer.
    tree.endTicks = tree.adopted ? tree.startTicks : ticksNow();
    m_ledger.noteExited(tree.service, ending, tree.endedAtMs);
    // The first one may live on.
    if (tree.grouped ? !m_groups.isPopulated(tree.service) : noOrphans && tree.first.pid == 0)
        becameEmpty(tree, false);
    m_tell(ExitedReport{tree.service, ending, tree.empty});
    if (tree.empty)
        return;
    if (tree.grouped)
        watchGroup(tree);
    else
        scanFor(tree);
}

void Trees::takeAdoptedEnds()
{
    for (const auto &[service, ending] : m_adopted.takeEnded()) {
        Tree *tree = find(service);
        if (tree && tree->leaderAlive)
            leaderEnded(*tree, ending, false);
    }
}

void Trees::watchGroup(Tree &tree)
{
    if (!m_groupWatch.add(tree.service, m_groups.eventsPath(tree.service)))
        m_unsettled.insert(tree.service); // no watches left on this machine: looked at from time to time
    // It may have happened before there was a watch.
    if (!m_groups.isPopulated(tree.service))
        becameEmpty(tree, true);
}

void Trees::onGroupEvents()
{
    for (const std::string &service : m_groupWatch.takeChanged()) {
        Tree *tree = find(service);
        if (tree && !tree->leaderAlive && !tree->empty && !m_groups.isPopulated(service))
            becameEmpty(*tree, true);
    }
}

void Trees::becameEmpty(Tree &tree, bool tell)
{
    tree.empty = true;
    tree.killing = false;
    tree.signals.clear();
    forgetLeader(tree, tree.first.pid);
    --m_living;
    if (tree.grouped) {
        m_groupWatch.remove(tree.service);
        m_groups.remove(tree.service);
    }
    if (tell)
        m_tell(TreeEmptyReport{tree.service});
}

TreeScan::Members Trees::scan()
{
    std::vector<ScanLeader> leaders;
    for (const auto &[service, tree] : m_trees) {
        if (tree.empty)
            continue;
        leaders.push_back({service, tree.pid, tree.startTicks, tree.endTicks});
        if (tree.first.pid != 0)
            leaders.push_back(tree.first);
    }
    pid_t newest = newestNumber();
    TreeScan::Members found = m_scan.members(readProcesses(), leaders);
    // Who forks and ends again and again is never there any more when its turn in the walk comes. Those that were born
    // meanwhile are few, and looked at at once.
    for (int look = 0; look < mostLooksAtBorn; ++look) {
        const pid_t now = newestNumber();
        if (now == newest)
            break;
        m_scan.addBorn(readProcessesBorn(newest, now), leaders, found);
        newest = now;
    }
    return found;
}

bool Trees::settleTree(Tree &tree, const TreeScan::Members &scanned)
{
    std::vector<int> signals = std::exchange(tree.signals, {});
    std::erase(signals, SIGKILL);
    if (tree.killing)
        signals.push_back(SIGKILL);
    bool isEmpty = false;
    if (tree.grouped) {
        for (const int signal : signals)
            m_groups.signal(tree.service, signal);
        isEmpty = !m_groups.isPopulated(tree.service);
    } else {
        const auto found = scanned.find(tree.service);
        isEmpty = found == scanned.end() || found->second.empty();
        for (const int signal : signals) {
            for (const ProcessName &process : isEmpty ? std::vector<ProcessName>() : found->second) {
                signalProcess(process.pid, process.startTicks, signal);
                // A stopped process would not see that it is asked to end.
                if (signal == SIGTERM)
                    signalProcess(process.pid, process.startTicks, SIGCONT);
            }
        }
    }
    // One look at /proc is no moment: who forks while it is read may be missed. Two in a row are believed.
    const bool looksEmpty = isEmpty && !tree.leaderAlive;
    const bool isSure = tree.grouped || m_scan.wasSure() || tree.unsureLooks >= mostUnsureLooks;
    tree.unsureLooks = looksEmpty && !isSure ? tree.unsureLooks + 1 : 0;
    if (looksEmpty && isSure && (tree.grouped || tree.looksEmpty))
        becameEmpty(tree, true);
    tree.looksEmpty = looksEmpty;
    return !tree.empty && (tree.killing || !tree.leaderAlive);
}

void Trees::tellListings(const TreeScan::Members &scanned)
{
    for (const std::string &service : std::exchange(m_listings, {})) {
        TreeListedReport report{service, {}};
        if (const auto found = scanned.find(service); found != scanned.end()) {
            for (const ProcessName &process : found->second)
                report.pids.push_back(process.pid);
        }
        m_tell(report);
    }
}

int Trees::settle()
{
    takeAdoptedEnds();
    const int adoptedWait = m_adopted.waitMs();
    if (m_unsettled.empty() && m_listings.empty())
        return adoptedWait;
    const std::int64_t left = m_nextScanAtMs - monotonicMs();
    if (left > 0)
        return shorterWait(static_cast<int>(left), adoptedWait);
    const std::set<std::string> services = std::exchange(m_unsettled, {});
    const auto isScanned = [this](const std::string &service) {
        const Tree *tree = find(service);
        return tree && !tree->grouped;
    };
    const bool mustScan = !m_listings.empty() || std::ranges::any_of(services, isScanned);
    const TreeScan::Members scanned = mustScan ? scan() : TreeScan::Members();
    bool isUrgent = false;
    for (const std::string &service : services) {
        Tree *tree = find(service);
        if (!tree || tree->empty || !settleTree(*tree, scanned))
            continue;
        m_unsettled.insert(service);
        isUrgent = isUrgent || tree->killing || tree->looksEmpty;
    }
    tellListings(scanned);
    return m_unsettled.empty() ? adoptedWait : shorterWait(nextSettle(isUrgent), adoptedWait);
}

int Trees::nextSettle(bool isUrgent)
{
    // Killing is repeated quickly, for what was forked meanwhile, and so is a look that found nobody; the end of what
    // was left to itself is noticed by reaping it, and only what an earlier keeper left is noticed by looking.
    m_scanDelay = isUrgent ? std::clamp(m_scanDelay * 2, firstScanDelayMs, lastKillScanDelayMs) : idleScanDelayMs;
    m_nextScanAtMs = monotonicMs() + m_scanDelay;
    if (!isUrgent)
        m_scanDelay = 0;
    return static_cast<int>(m_nextScanAtMs - monotonicMs());
}

} // namespace foghorn::keeper
