#include "core/keeper/endstatus.h"
#include "core/keeper/processtable.h"
#include "core/keeper/signalling.h"
#include "core/keeper/smallfile.h"
#include "core/keeper/trees.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>

// Whose process it is that speaks.

namespace foghorn::keeper {
namespace {

constexpr int generationLimit = 64;

} // namespace

std::string ControlGroups::serviceIn(std::string_view cgroup) const
{
    // "0::/…/foghorn-ID/web.service/…": the whole path, because anybody may name a group of their own as ours is.
    const std::string base = "0::" + m_shown + '/';
    const std::size_t line = cgroup.starts_with(base) ? 0 : cgroup.find('\n' + base);
    if (m_shown.empty() || line == std::string_view::npos)
        return {};
    std::string_view name = cgroup.substr(cgroup.find(base, line) + base.size());
    name = name.substr(0, name.find_first_of("/\n"));
    constexpr std::string_view ending = ".service";
    if (!name.ends_with(ending))
        return {};
    name.remove_suffix(ending.size());
    return std::string(name);
}

std::uint64_t ControlGroups::idOf(const std::string &service) const
{
    struct stat status = {};
    const std::string name = service + ".service";
    return ::fstatat(m_base.get(), name.c_str(), &status, 0) == 0 ? status.st_ino : 0;
}

const std::string *Trees::ownerOf(pid_t pid, const Descriptor &process) const
{
    if (pid <= 1)
        return nullptr;
    const std::string *service = ownerByNumber(pid);
    // Asked afterwards: a number that is still the sender's was so all the time that we looked by it. One that is no
    // more may be anybody's by now, and what was found by it says nothing.
    return process.isOpen() && !keepsItsNumber(process) ? ownerOfReaped(process) : service;
}

const std::string *Trees::ownerByNumber(pid_t pid) const
{
    if (const std::string *service = ownerByLeader(pid))
        return service;
    const auto entry = readProcess(pid); // a zombie still tells
    if (!entry)
        return nullptr;
    if (const std::string *service = ownerByGroup(pid))
        return service;
    return ownerByDescent(*entry);
}

const std::string *Trees::ownerByLeader(pid_t pid) const
{
    if (const auto leader = m_leaders.find(pid); leader != m_leaders.end())
        return &leader->second->service;
    const auto adopted = std::ranges::find_if(m_trees, [pid](const auto &one) {
        const Tree &tree = one.second;
        return tree.adopted && tree.leaderAlive && tree.pid == pid;
    });
    return adopted == m_trees.end() ? nullptr : &adopted->first;
}

const std::string *Trees::ownerByGroup(pid_t pid) const
{
    if (!m_groups.isUsable())
        return nullptr;
    const std::string path = "/proc/" + std::to_string(pid) + "/cgroup";
    const auto tree = m_trees.find(m_groups.serviceIn(readSmallFile(AT_FDCWD, path.c_str())));
    return tree != m_trees.end() && tree->second.grouped && !tree->second.empty ? &tree->first : nullptr;
}

const std::string *Trees::ownerByDescent(const ProcessEntry &process) const
{
    std::optional<ProcessEntry> at = process;
    for (int generation = 0; at && at->pid > 1 && generation < generationLimit; ++generation) {
        if (const std::string *service = ownerByLeader(at->pid))
            return service;
        // Parents may have ended; the session goes on, and its number is nobody else's meanwhile.
        const auto startOf = [&at](const Tree &tree) {
            return tree.pid == at->session ? tree.startTicks : tree.first.startTicks;
        };
        const auto session = std::ranges::find_if(m_trees, [&at](const auto &one) {
            const Tree &tree = one.second;
            return !tree.empty && (tree.pid == at->session || tree.first.pid == at->session) && at->session != 0;
        });
        if (session != m_trees.end()) {
            const auto leader = readProcess(at->session);
            if (!leader || leader->startTicks == startOf(session->second))
                return &session->first;
        }
        at = readProcess(at->parent);
    }
    return nullptr;
}

const std::string *Trees::ownerOfReaped(const Descriptor &process) const
{
    const std::uint64_t group = process.isOpen() && m_groups.isUsable() ? groupIdOf(process) : 0;
    if (group == 0)
        return nullptr;
    const auto tree = std::ranges::find_if(m_trees, [this, group](const auto &one) {
        return one.second.grouped && !one.second.empty && m_groups.idOf(one.first) == group;
    });
    return tree == m_trees.end() ? nullptr : &tree->first;
}

} // namespace foghorn::keeper
