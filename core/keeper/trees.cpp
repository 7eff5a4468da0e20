#include "core/keeper/trees.h"

#include "core/keeper/adoption.h"
#include "core/keeper/processtable.h"

#include <sys/epoll.h>
#include <sys/inotify.h>
#include <sys/wait.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <functional>

namespace foghorn::keeper {
namespace {

// How long an adopted leader's status is waited for: its new parent has to reap it before the kernel tells.
constexpr std::int64_t adoptedStatusMs = 500;
constexpr int adoptedPollMs = 10;
constexpr int firstScanDelayMs = 1;
constexpr int lastKillScanDelayMs = 32;
constexpr int idleScanDelayMs = 500;

std::int64_t monotonicMs()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

std::string joined(const std::vector<pid_t> &pids)
{
    std::string text;
    for (const pid_t pid : pids)
        text += (text.empty() ? "" : " ") + std::to_string(pid);
    return text;
}

void signalAll(const std::vector<pid_t> &pids, int signal)
{
    for (const pid_t pid : pids) {
        ::kill(pid, signal);
        // A stopped process would not see that it is asked to end.
        if (signal == SIGTERM)
            ::kill(pid, SIGCONT);
    }
}

} // namespace

std::string keeperId(const std::string &stateDirectory)
{
    // FNV-1a: std::hash may differ from one build of the keeper to the next.
    std::uint64_t hash = 0xcbf29ce484222325ULL;
    for (const char c : stateDirectory)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    char text[17] = {};
    std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(hash));
    return text;
}

Trees::Trees(const std::string &stateDirectory, Tell tell)
    : m_tell(std::move(tell))
    , m_id(keeperId(stateDirectory))
    , m_groups(ControlGroups::probe(m_id))
    , m_ledger(stateDirectory)
    , m_launcher(stateDirectory, m_id, m_groups)
    , m_scan(m_id, readEnvironment)
    , m_groupEvents(::inotify_init1(IN_CLOEXEC | IN_NONBLOCK))
    , m_adoptedEvents(::epoll_create1(EPOLL_CLOEXEC))
{
    adopt();
}

Trees::~Trees()
{
    if (m_groups.isUsable())
        m_groups.removeBase();
}

Trees::Tree *Trees::find(const std::string &service)
{
    const auto found = m_trees.find(service);
    return found == m_trees.end() ? nullptr : &found->second;
}

void Trees::adopt()
{
    const LedgerEntries entries = m_ledger.entries();
    for (const auto &[service, entry] : entries)
        adopt(service, entry);
    // What the dead keeper's trees without a leader still hold is looked up before anybody asks.
    settle();
}

void Trees::adopt(const std::string &service, const LedgerEntry &entry)
{
    Tree &tree = m_trees[service];
    tree.service = service;
    tree.pid = entry.pid;
    tree.startTicks = entry.startTicks;
    tree.startedAtMs = entry.startedAtMs;
    tree.adopted = true;
    tree.empty = false;
    tree.grouped = m_groups.isUsable() && m_groups.exists(service);
    ++m_living;
    if (!entry.ended)
        tree.process = openProcess(entry.pid, entry.startTicks);
    if (tree.process.isOpen()) {
        tree.leaderAlive = true;
        watchLeader(tree);
        return;
    }
    tree.ending = entry.ending;
    tree.endedAtMs = entry.ended ? entry.endedAtMs : wallClockMs();
    if (!entry.ended)
        m_ledger.noteExited(service, tree.ending, tree.endedAtMs);
    if (!tree.grouped)
        m_unsettled.insert(service);
    else if (m_groups.isPopulated(service))
        watchGroup(tree);
    else
        becameEmpty(tree, false);
}

void Trees::watchLeader(Tree &tree)
{
    epoll_event event = {};
    // Edges: ended is one, reaped by its parent is another, and only then its status can be had.
    event.events = EPOLLIN | EPOLLHUP | EPOLLET;
    event.data.ptr = &tree;
    ::epoll_ctl(m_adoptedEvents.get(), EPOLL_CTL_ADD, tree.process.get(), &event);
}

void Trees::take(const SpawnOrder &order)
{
    Tree *old = find(order.service);
    if (old && !old->leaderAlive && !old->empty && old->grouped && !m_groups.isPopulated(order.service))
        becameEmpty(*old, true);
    if (old && !old->empty) {
        const std::vector<pid_t> pids = old->grouped ? m_groups.members(order.service) : scan()[order.service];
        m_tell(SpawnFailedReport{order.service, {SpawnStep::AlreadyRunning, EBUSY, joined(pids)}});
        return;
    }
    const auto answer = m_launcher.launch(order);
    if (const auto *failure = std::get_if<SpawnFailure>(&answer)) {
        m_tell(SpawnFailedReport{order.service, *failure});
        return;
    }
    const auto &launched = std::get<Launched>(answer);
    Tree &tree = m_trees[order.service];
    tree = {};
    tree.service = order.service;
    tree.pid = launched.pid;
    tree.startTicks = launched.startTicks;
    tree.startedAtMs = launched.startedAtMs;
    tree.leaderAlive = true;
    tree.empty = false;
    tree.grouped = launched.grouped;
    ++m_living;
    m_leaders[tree.pid] = &tree;
    m_ledger.noteSpawned(tree.service, tree.pid, tree.startTicks, tree.startedAtMs);
    m_tell(SpawnedReport{tree.service, tree.pid, tree.startedAtMs});
}

void Trees::take(const SignalOrder &order)
{
    Tree *tree = find(order.service);
    if (!tree || tree->empty)
        return;
    if (order.target == SignalTarget::Leader)
        signalLeader(*tree, order.signal);
    else if (order.target == SignalTarget::Group && tree->leaderAlive)
        signalAll({-tree->pid}, order.signal); // it leads its group, so the number is its own
    else if (tree->grouped)
        signalGroup(*tree, order.signal);
    else {
        tree->killing = tree->killing || order.signal == SIGKILL;
        tree->signals.push_back(order.signal);
        m_unsettled.insert(tree->service);
        m_nextScanAtMs = 0;
    }
}

void Trees::signalLeader(const Tree &tree, int signal)
{
    if (!tree.leaderAlive)
        return;
    if (tree.adopted)
        signalProcess(tree.process, signal);
    else
        ::kill(tree.pid, signal); // not reaped, so the pid is still its own
}

void Trees::signalGroup(Tree &tree, int signal)
{
    if (signal != SIGKILL) {
        signalAll(m_groups.members(tree.service), signal);
        return;
    }
    if (m_groups.kill(tree.service))
        return;
    tree.killing = true;
    m_unsettled.insert(tree.service);
    m_nextScanAtMs = 0;
}

void Trees::take(const ForgetOrder &order)
{
    const Tree *tree = find(order.service);
    if (!tree || !tree->empty)
        return;
    m_trees.erase(order.service);
    m_ledger.noteForgotten(order.service);
}

void Trees::take(const ListTreeOrder &order)
{
    const Tree *tree = find(order.service);
    if (tree && !tree->empty && !tree->grouped) {
        m_listings.insert(order.service);
        m_nextScanAtMs = 0;
        return;
    }
    TreeListedReport report{order.service, {}};
    if (tree && !tree->empty) {
        for (const pid_t pid : m_groups.members(order.service))
            report.pids.push_back(pid);
    }
    m_tell(report);
}

KeptReport Trees::kept() const
{
    KeptReport report;
    report.services.reserve(m_trees.size());
    for (const auto &[service, tree] : m_trees)
        report.services.push_back(
            {service, tree.pid, tree.startedAtMs, tree.leaderAlive, tree.empty, tree.ending, tree.endedAtMs});
    return report;
}

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
        ended.emplace_back(found->second, Ending{true, status});
        m_leaders.erase(found);
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
    tree.ending = ending;
    tree.endedAtMs = wallClockMs();
    tree.process.reset();
    m_ledger.noteExited(tree.service, ending, tree.endedAtMs);
    if (tree.grouped ? !m_groups.isPopulated(tree.service) : noOrphans)
        becameEmpty(tree, false);
    m_tell(ExitedReport{tree.service, ending, tree.empty});
    if (tree.empty)
        return;
    if (tree.grouped) {
        watchGroup(tree);
        return;
    }
    m_unsettled.insert(tree.service);
    m_nextScanAtMs = 0;
}

void Trees::watchGroup(Tree &tree)
{
    const std::string path = m_groups.eventsPath(tree.service);
    tree.watch = ::inotify_add_watch(m_groupEvents.get(), path.c_str(), IN_MODIFY);
    if (tree.watch >= 0)
        m_watches[tree.watch] = tree.service;
    else
        m_unsettled.insert(tree.service); // no watches left on this machine: looked at from time to time
    // It may have happened before there was a watch.
    if (!m_groups.isPopulated(tree.service))
        becameEmpty(tree, true);
}

void Trees::onGroupEvents()
{
    alignas(inotify_event) char events[16 * 1024];
    const ssize_t size = ::read(m_groupEvents.get(), events, sizeof events);
    for (ssize_t at = 0; at + static_cast<ssize_t>(sizeof(inotify_event)) <= size;) {
        const auto *event = reinterpret_cast<const inotify_event *>(events + at);
        at += static_cast<ssize_t>(sizeof(inotify_event) + event->len);
        const auto found = m_watches.find(event->wd);
        Tree *tree = found == m_watches.end() ? nullptr : find(found->second);
        if (tree && !tree->leaderAlive && !tree->empty && !m_groups.isPopulated(tree->service))
            becameEmpty(*tree, true);
    }
}

void Trees::becameEmpty(Tree &tree, bool tell)
{
    tree.empty = true;
    tree.killing = false;
    tree.signals.clear();
    --m_living;
    if (tree.watch >= 0) {
        ::inotify_rm_watch(m_groupEvents.get(), tree.watch);
        m_watches.erase(tree.watch);
        tree.watch = -1;
    }
    if (tree.grouped)
        m_groups.remove(tree.service);
    if (tell)
        m_tell(TreeEmptyReport{tree.service});
}

void Trees::onAdoptedEvents()
{
    constexpr int most = 64;
    epoll_event events[most];
    const int count = ::epoll_wait(m_adoptedEvents.get(), events, most, 0);
    for (int i = 0; i < count; ++i) {
        auto *tree = static_cast<Tree *>(events[i].data.ptr);
        if (tree->endSeenAtMs == 0)
            tree->endSeenAtMs = monotonicMs();
        m_endedAdopted.insert(tree->service);
    }
}

bool Trees::lookForAdoptedEnds()
{
    const std::set<std::string> services = std::exchange(m_endedAdopted, {});
    for (const std::string &service : services) {
        Tree *tree = find(service);
        if (!tree || !tree->leaderAlive)
            continue;
        const auto status = endStatus(tree->process);
        if (!status && monotonicMs() - tree->endSeenAtMs < adoptedStatusMs)
            m_endedAdopted.insert(service);
        else
            leaderEnded(*tree, {status.has_value(), status.value_or(0)}, false);
    }
    return !m_endedAdopted.empty();
}

TreeScan::Members Trees::scan()
{
    std::vector<ScanLeader> leaders;
    for (const auto &[service, tree] : m_trees) {
        if (!tree.empty)
            leaders.push_back({service, tree.pid, tree.startTicks});
    }
    return m_scan.members(readProcesses(), leaders);
}

std::vector<pid_t> Trees::membersOf(const Tree &tree, const TreeScan::Members &scanned) const
{
    if (tree.grouped)
        return m_groups.members(tree.service);
    const auto found = scanned.find(tree.service);
    return found == scanned.end() ? std::vector<pid_t>() : found->second;
}

bool Trees::settleTree(Tree &tree, const std::vector<pid_t> &members)
{
    for (const int signal : std::exchange(tree.signals, {})) {
        if (signal != SIGKILL)
            signalAll(members, signal);
    }
    if (tree.killing)
        signalAll(members, SIGKILL);
    if (members.empty() && !tree.leaderAlive)
        becameEmpty(tree, true);
    return !tree.empty && (tree.killing || !tree.leaderAlive);
}

int Trees::settle()
{
    const int adoptedWait = lookForAdoptedEnds() ? adoptedPollMs : -1;
    if (m_unsettled.empty() && m_listings.empty())
        return adoptedWait;
    const std::int64_t left = m_nextScanAtMs - monotonicMs();
    const auto earlier = [adoptedWait](int wait) { return adoptedWait < 0 ? wait : std::min(wait, adoptedWait); };
    if (left > 0)
        return earlier(static_cast<int>(left));
    const std::set<std::string> services = std::exchange(m_unsettled, {});
    const auto isScanned = [this](const std::string &service) {
        const Tree *tree = find(service);
        return tree && !tree->grouped;
    };
    const bool mustScan = !m_listings.empty() || std::ranges::any_of(services, isScanned);
    const TreeScan::Members scanned = mustScan ? scan() : TreeScan::Members();
    bool isKilling = false;
    for (const std::string &service : services) {
        Tree *tree = find(service);
        if (!tree || tree->empty || !settleTree(*tree, membersOf(*tree, scanned)))
            continue;
        m_unsettled.insert(service);
        isKilling = isKilling || tree->killing;
    }
    for (const std::string &service : std::exchange(m_listings, {})) {
        TreeListedReport report{service, {}};
        if (const auto found = scanned.find(service); found != scanned.end())
            report.pids.assign(found->second.begin(), found->second.end());
        m_tell(report);
    }
    return m_unsettled.empty() ? adoptedWait : earlier(nextSettle(isKilling));
}

int Trees::nextSettle(bool isKilling)
{
    // Killing is repeated quickly, for what was forked meanwhile; the end of what was left to itself is noticed by
    // reaping it, and only what an earlier keeper left is noticed by looking.
    m_scanDelay = isKilling ? std::clamp(m_scanDelay * 2, firstScanDelayMs, lastKillScanDelayMs) : idleScanDelayMs;
    m_nextScanAtMs = monotonicMs() + m_scanDelay;
    if (!isKilling)
        m_scanDelay = 0;
    return static_cast<int>(m_nextScanAtMs - monotonicMs());
}

} // namespace foghorn::keeper
