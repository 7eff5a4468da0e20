#include "core/keeper/processtable.h"
#include "core/keeper/signalling.h"
#include "core/keeper/trees.h"

#include <utility>

// Which process of a tree it is whose end counts.

namespace foghorn::keeper {

void Trees::lead(const std::string &service, pid_t pid)
{
    Tree *tree = find(service);
    if (!tree || !tree->leaderAlive || tree->pid == pid)
        return;
    // Held first, so that all that is looked at afterwards is of the same process; a thread's number cannot be held.
    const Descriptor process = openProcess(pid);
    const auto entry = process.isOpen() ? readProcess(pid) : std::nullopt;
    if (!entry || !isMember(*tree, *entry) || !m_adopted.adopt(service, pid, entry->startTicks)) {
        if (!std::exchange(tree->hasRefused, true))
            m_tell(LeaderReport{service, pid, true});
        return;
    }
    // The first one's session and group stay the tree's, so it is remembered, and when it ends.
    if (tree->first.pid == 0)
        tree->first = {service, tree->pid, tree->startTicks, tree->adopted ? tree->startTicks : 0};
    else if (tree->pid != tree->first.pid)
        forgetLeader(*tree, tree->pid);
    tree->pid = pid;
    tree->startTicks = entry->startTicks;
    tree->adopted = true;
    m_leaders[pid] = tree;
    m_ledger.noteLeader(service, {pid, entry->startTicks});
    m_tell(LeaderReport{service, pid, false});
}

bool Trees::isMember(const Tree &tree, const ProcessEntry &process) const
{
    if (tree.grouped) {
        const std::string *owner = ownerByGroup(process.pid);
        return owner && *owner == tree.service;
    }
    // A daemon has left its parents and their session; what it was started with tells, as when trees are looked for.
    const std::string *owner = ownerByDescent(process);
    return owner ? *owner == tree.service : readEnvironment(process.pid, treeMarker) == m_id + '/' + tree.service;
}

void Trees::forgetLeader(const Tree &tree, pid_t pid)
{
    if (const auto found = m_leaders.find(pid); found != m_leaders.end() && found->second == &tree)
        m_leaders.erase(found);
}

} // namespace foghorn::keeper
