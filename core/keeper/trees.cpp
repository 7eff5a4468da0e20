#include "core/keeper/trees.h"

#include "core/keeper/clocks.h"
#include "core/keeper/processtable.h"
#include "core/keeper/signalling.h"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <utility>

// What trees are told to do; what becomes of them is in treeends.cpp.

namespace foghorn::keeper {

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
    , m_scan(m_id, readEnvironment, isBetweenPrograms)
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
    for (const auto &[service, entry] : entries) {
        if (entry.pid == 0)
            adoptStarted(service, entry);
        else
            adopt(service, entry);
    }
    // What the dead keeper's trees without a leader still hold is looked up before anybody asks.
    settle();
}

void Trees::adoptStarted(const std::string &service, LedgerEntry entry)
{
    const auto leader = m_launcher.findLeader(service);
    if (!leader) { // it had not come to that
        m_ledger.noteForgotten(service);
        return;
    }
    entry.pid = leader->pid;
    entry.startTicks = leader->startTicks;
    m_ledger.noteSpawned(service, entry);
    adopt(service, entry);
}

void Trees::adopt(const std::string &service, const LedgerEntry &entry)
{
    Tree &tree = m_trees[service];
    tree.service = service;
    tree.pid = entry.pid;
    tree.startTicks = entry.startTicks;
    tree.startedAtMs = entry.startedAtMs;
    tree.fingerprint = entry.fingerprint;
    tree.note = entry.note;
    tree.adopted = true;
    tree.empty = false;
    tree.grouped = m_groups.isUsable() && m_groups.exists(service);
    ++m_living;
    if (entry.leader.pid != 0) {
        tree.first = {service, entry.pid, entry.startTicks, entry.startTicks};
        tree.pid = entry.leader.pid;
        tree.startTicks = entry.leader.startTicks;
    }
    if (!entry.ended && m_adopted.adopt(service, tree.pid, tree.startTicks)) {
        tree.leaderAlive = true;
        return;
    }
    // When it ended is not known well enough: only what carries our marker is sure to be of this tree.
    tree.endTicks = tree.startTicks;
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

void Trees::take(const SignalOrder &order)
{
    Tree *tree = find(order.service);
    if (!tree || tree->empty)
        return;
    if (order.target == SignalTarget::Leader)
        signalLeader(*tree, order.signal);
    else if (order.target == SignalTarget::Group && tree->leaderAlive)
        signalGroup(*tree, order.signal);
    else
        signalTree(*tree, order.signal);
}

void Trees::signalLeader(const Tree &tree, int signal)
{
    if (!tree.leaderAlive)
        return;
    if (tree.adopted)
        m_adopted.signal(tree.service, signal);
    else
        signalChild(tree.pid, signal);
}

void Trees::signalGroup(const Tree &tree, int signal)
{
    const auto send = [this, &tree](int one) {
        if (!tree.adopted)
            signalChildGroup(tree.pid, one);
        else if (!m_adopted.signalGroup(tree.service, one)) // leads none: the rest is told when it has ended
            m_adopted.signal(tree.service, one);
    };
    send(signal);
    // A stopped process would not see that it is asked to end.
    if (signal == SIGTERM)
        send(SIGCONT);
}

void Trees::signalTree(Tree &tree, int signal)
{
    if (tree.grouped && signal == SIGKILL && m_groups.kill(tree.service))
        return;
    if (tree.grouped && signal != SIGKILL) {
        m_groups.signal(tree.service, signal);
        if (signal == SIGTERM)
            m_groups.signal(tree.service, SIGCONT);
        return;
    }
    tree.killing = tree.killing || signal == SIGKILL;
    tree.signals.push_back(signal);
    scanFor(tree);
}

void Trees::scanFor(Tree &tree)
{
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

void Trees::take(const NoteOrder &order)
{
    Tree *tree = find(order.service);
    if (!tree || tree->note == order.note)
        return;
    tree->note = order.note;
    m_ledger.note(order.service, order.note);
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
        report.services.push_back({service, tree.pid, tree.startedAtMs, tree.leaderAlive, tree.empty, tree.ending,
            tree.endedAtMs, tree.fingerprint, tree.note});
    return report;
}

} // namespace foghorn::keeper
