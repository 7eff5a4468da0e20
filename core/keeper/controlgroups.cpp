#include "core/keeper/controlgroups.h"

#include "core/keeper/signalling.h"
#include "core/keeper/smallfile.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <unordered_set>
#include <utility>

namespace foghorn::keeper {
namespace {

constexpr mode_t groupMode = 0755;

std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(separator), text.size());
        parts.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

void readPids(int group, std::vector<pid_t> &pids)
{
    constexpr std::size_t limit = 4 * 1024 * 1024;
    const std::string text = readSmallFile(group, "cgroup.procs", limit);
    for (const std::string_view line : split(text, '\n')) {
        pid_t pid = 0;
        std::from_chars(line.data(), line.data() + line.size(), pid);
        // 0 stands for a process of a namespace that we cannot see.
        if (pid > 0)
            pids.push_back(pid);
    }
}

/// Calls visit(descriptor, name, parent) for each group directly below. Borrows `group`.
template<typename Visit> void eachSubgroup(int group, Visit visit)
{
    struct stat status = {};
    // A directory without directories in it has two links.
    if (::fstat(group, &status) != 0 || status.st_nlink <= 2)
        return;
    Descriptor copy(::openat(group, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    DIR *directory = copy.isOpen() ? ::fdopendir(copy.get()) : nullptr;
    if (!directory)
        return;
    copy.release();
    while (const dirent *entry = ::readdir(directory)) {
        if (entry->d_type != DT_DIR || entry->d_name[0] == '.')
            continue;
        const Descriptor below(::openat(group, entry->d_name, O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        if (below.isOpen())
            visit(below.get(), entry->d_name);
    }
    ::closedir(directory);
}

void collect(int group, std::vector<pid_t> &pids)
{
    readPids(group, pids);
    eachSubgroup(group, [&pids](int below, const char *) { collect(below, pids); });
}

void removeBelow(int group)
{
    eachSubgroup(group, [group](int below, const char *name) {
        removeBelow(below);
        ::unlinkat(group, name, AT_REMOVEDIR);
    });
}

Descriptor openDirectory(int base, const char *name)
{
    return Descriptor(::openat(base, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC));
}

// Never the name of one of the kernel's own files in a group ("cgroup.procs"), whatever the service is called.
std::string groupName(const std::string &service) { return service + ".service"; }

/// Whether processes can really be started in a group made here: its own group of processes can be written.
bool isWritable(int group)
{
    return ::faccessat(group, "cgroup.procs", W_OK, AT_EACCESS) == 0
        && ::faccessat(group, "cgroup.events", R_OK, 0) == 0;
}

} // namespace

std::string shownGroupPath(std::string_view path, std::string_view mountinfo)
{
    std::string_view mountPoint;
    std::string_view root;
    for (const std::string_view line : split(mountinfo, '\n')) {
        const std::vector<std::string_view> fields = split(line, ' ');
        if (line.find(" - cgroup2 ") == std::string_view::npos || fields.size() < 5)
            continue;
        if (path.starts_with(fields[4]) && fields[4].size() >= mountPoint.size()) {
            mountPoint = fields[4];
            root = fields[3] == "/" ? std::string_view() : fields[3];
        }
    }
    return mountPoint.empty() ? std::string() : std::string(root).append(path.substr(mountPoint.size()));
}

std::vector<std::string> groupCandidates(std::string_view cgroup, std::string_view mountinfo)
{
    std::string_view own = "/";
    for (const std::string_view line : split(cgroup, '\n')) {
        if (line.starts_with("0::/"))
            own = line.substr(3);
    }
    std::vector<std::string> candidates;
    for (const std::string_view line : split(mountinfo, '\n')) {
        const std::size_t dash = line.find(" - cgroup2 ");
        const std::vector<std::string_view> fields = split(line, ' ');
        if (dash == std::string_view::npos || fields.size() < 5)
            continue;
        // The mount may show only a part of the hierarchy (field 4), as in a container.
        const std::string mountPoint(fields[4]);
        std::string_view below = own;
        if (fields[3] != "/" && below.starts_with(fields[3]))
            below.remove_prefix(fields[3].size());
        if (!below.empty() && below != "/" && below.find("..") == std::string_view::npos)
            candidates.push_back(mountPoint + std::string(below));
        candidates.push_back(mountPoint);
    }
    return candidates;
}

ControlGroups ControlGroups::probe(const std::string &id)
{
    ControlGroups groups;
    const char *forbidden = std::getenv("FOGHORN_NO_CGROUP");
    if (forbidden && std::strcmp(forbidden, "1") == 0)
        return groups;
    constexpr std::size_t limit = 1024 * 1024;
    const std::string cgroup = readSmallFile(AT_FDCWD, "/proc/self/cgroup");
    const std::string mountinfo = readSmallFile(AT_FDCWD, "/proc/self/mountinfo", limit);
    const std::string folder = "/foghorn-" + id;
    for (const std::string &candidate : groupCandidates(cgroup, mountinfo)) {
        const std::string path = candidate + folder;
        if (::mkdir(path.c_str(), groupMode) != 0 && errno != EEXIST)
            continue;
        Descriptor base = openDirectory(AT_FDCWD, path.c_str());
        if (base.isOpen() && isWritable(base.get())) {
            groups.m_path = path;
            groups.m_shown = shownGroupPath(path, mountinfo);
            groups.m_base = std::move(base);
            return groups;
        }
        ::rmdir(path.c_str());
    }
    return groups;
}

Descriptor ControlGroups::openEmpty(const std::string &service) const
{
    const std::string name = groupName(service);
    if (::mkdirat(m_base.get(), name.c_str(), groupMode) != 0) {
        if (errno != EEXIST)
            return {};
        if (isPopulated(service)) {
            errno = EBUSY;
            return {};
        }
    }
    return openDirectory(m_base.get(), name.c_str());
}

bool ControlGroups::exists(const std::string &service) const
{
    return ::faccessat(m_base.get(), groupName(service).c_str(), F_OK, 0) == 0;
}

bool ControlGroups::isPopulated(const std::string &service) const
{
    const std::string events = readSmallFile(m_base.get(), (groupName(service) + "/cgroup.events").c_str());
    return events.find("populated 1") != std::string::npos;
}

std::vector<pid_t> ControlGroups::members(const std::string &service) const
{
    std::vector<pid_t> pids;
    const Descriptor group = openDirectory(m_base.get(), groupName(service).c_str());
    if (group.isOpen())
        collect(group.get(), pids);
    return pids;
}

void ControlGroups::signal(const std::string &service, int signal) const
{
    std::vector<std::pair<pid_t, Descriptor>> processes;
    for (const pid_t pid : members(service))
        processes.emplace_back(pid, openProcess(pid));
    // Still in it after the descriptor was had: then the descriptor is of the member and not of who got its number.
    const std::vector<pid_t> still = members(service);
    const std::unordered_set<pid_t> sure(still.begin(), still.end());
    for (const auto &[pid, process] : processes) {
        if (sure.contains(pid))
            signalProcess(process, pid, signal);
    }
}

bool ControlGroups::kill(const std::string &service) const
{
    return writeSmallFile(m_base.get(), (groupName(service) + "/cgroup.kill").c_str(), "1");
}

void ControlGroups::remove(const std::string &service) const
{
    if (::unlinkat(m_base.get(), groupName(service).c_str(), AT_REMOVEDIR) == 0 || errno != EBUSY)
        return;
    // The service made groups of its own.
    const Descriptor group = openDirectory(m_base.get(), groupName(service).c_str());
    if (group.isOpen())
        removeBelow(group.get());
    ::unlinkat(m_base.get(), groupName(service).c_str(), AT_REMOVEDIR);
}

std::string ControlGroups::eventsPath(const std::string &service) const
{
    return m_path + '/' + groupName(service) + "/cgroup.events";
}

void ControlGroups::removeBase()
{
    m_base.reset();
    ::rmdir(m_path.c_str());
}

} // namespace foghorn::keeper
