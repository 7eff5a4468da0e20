#include "core/keeper/processtable.h"

#include "core/keeper/descriptor.h"
#include "core/keeper/smallfile.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <time.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <memory>

namespace foghorn::keeper {
namespace {

constexpr std::size_t environmentLimit = 256 * 1024;

struct CloseDirectory
{
    void operator()(DIR *directory) const { ::closedir(directory); }
};
using Directory = std::unique_ptr<DIR, CloseDirectory>;

template<typename Number> std::optional<Number> toNumber(std::string_view text)
{
    Number number = 0;
    const char *end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    return error == std::errc() && stop == end ? std::optional(number) : std::nullopt;
}

/// Calls `visit` with each number that names an entry of the directory.
template<typename Visit> void eachNumber(const char *path, Visit visit)
{
    const Directory directory(::opendir(path));
    if (!directory)
        return;
    while (const dirent *entry = ::readdir(directory.get())) {
        if (const auto number = toNumber<pid_t>(entry->d_name))
            visit(*number);
    }
}

std::string procPath(pid_t pid, const char *file) { return "/proc/" + std::to_string(pid) + '/' + file; }

/// Not another thread of one, which /proc knows by its number too but does not list.
bool isProcess(pid_t pid)
{
    const std::string status = readSmallFile(AT_FDCWD, procPath(pid, "status").c_str());
    return status.find("\nTgid:\t" + std::to_string(pid) + '\n') != std::string::npos;
}

bool holds(pid_t pid, const struct stat &wanted)
{
    const std::string folder = procPath(pid, "fd");
    bool found = false;
    eachNumber(folder.c_str(), [&](int descriptor) {
        struct stat status = {};
        const std::string path = folder + '/' + std::to_string(descriptor);
        found = found
            || (::stat(path.c_str(), &status) == 0 && status.st_dev == wanted.st_dev && status.st_ino == wanted.st_ino);
    });
    return found;
}

} // namespace

std::optional<ProcessEntry> parseProcessStat(std::string_view text)
{
    // The name may hold blanks and parentheses: fields are counted from the last closing one.
    const std::size_t open = text.find('(');
    const std::size_t close = text.rfind(')');
    if (open == std::string_view::npos || close == std::string_view::npos || close < open || open < 2)
        return std::nullopt;
    const auto pid = toNumber<pid_t>(text.substr(0, open - 1));
    std::string_view rest = text.substr(close + 1);
    constexpr int startField = 20; // starttime is field 22, the state behind the name is 3 (here 1)
    std::string_view fields[startField + 1];
    for (int i = 1; i <= startField; ++i) {
        const std::size_t from = rest.find_first_not_of(" \n");
        if (from == std::string_view::npos)
            return std::nullopt;
        rest.remove_prefix(from);
        const std::size_t end = std::min(rest.find_first_of(" \n"), rest.size());
        fields[i] = rest.substr(0, end);
        rest.remove_prefix(end);
    }
    const auto parent = toNumber<pid_t>(fields[2]);
    const auto group = toNumber<pid_t>(fields[3]);
    const auto session = toNumber<pid_t>(fields[4]);
    const auto start = toNumber<std::uint64_t>(fields[startField]);
    if (!pid || !parent || !group || !session || !start || fields[1].size() != 1)
        return std::nullopt;
    return ProcessEntry{*pid, *parent, *group, *session, fields[1].front(), *start};
}

std::optional<ProcessEntry> readProcess(pid_t pid)
{
    char path[32] = "/proc/";
    char *end = std::to_chars(path + std::strlen(path), path + 20, pid).ptr;
    std::strcpy(end, "/stat");
    return parseProcessStat(readSmallFile(AT_FDCWD, path));
}

std::vector<ProcessEntry> readProcesses()
{
    std::vector<ProcessEntry> entries;
    eachNumber("/proc", [&entries](pid_t pid) {
        if (const auto entry = readProcess(pid))
            entries.push_back(*entry);
    });
    return entries;
}

pid_t newestNumber()
{
    // "0.20 0.18 0.12 1/80 11206\n"
    const std::string text = readSmallFile(AT_FDCWD, "/proc/loadavg");
    const std::size_t space = text.find_last_of(' ');
    if (space == std::string::npos || text.back() != '\n')
        return 0;
    return toNumber<pid_t>(std::string_view(text).substr(space + 1, text.size() - space - 2)).value_or(0);
}

std::vector<ProcessEntry> readProcessesBorn(pid_t after, pid_t upTo)
{
    constexpr pid_t most = 4096;
    std::vector<ProcessEntry> entries;
    // Smaller: they have begun again from the lowest.
    for (pid_t pid = std::max(upTo < after ? 0 : after, upTo - most) + 1; pid <= upTo; ++pid) {
        const auto entry = readProcess(pid);
        if (entry && isProcess(pid))
            entries.push_back(*entry);
    }
    return entries;
}

std::string readEnvironment(pid_t pid, std::string_view name)
{
    const std::string environment = readSmallFile(AT_FDCWD, procPath(pid, "environ").c_str(), environmentLimit);
    std::string_view rest = environment;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\0'), rest.size());
        const std::string_view entry = rest.substr(0, end);
        if (entry.size() > name.size() && entry.starts_with(name) && entry[name.size()] == '=')
            return std::string(entry.substr(name.size() + 1));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return {};
}

bool isBetweenPrograms(pid_t pid)
{
    const auto isEmpty = [pid](
                             const char *file) { return readSmallFile(AT_FDCWD, procPath(pid, file).c_str()).empty(); };
    return isEmpty("cmdline") && isEmpty("environ");
}

std::vector<pid_t> holdersOf(const std::string &path)
{
    struct stat wanted = {};
    if (::stat(path.c_str(), &wanted) != 0)
        return {};
    std::vector<pid_t> holders;
    eachNumber("/proc", [&](pid_t pid) {
        if (pid != ::getpid() && holds(pid, wanted))
            holders.push_back(pid);
    });
    return holders;
}

std::string joined(const std::vector<pid_t> &pids)
{
    std::string text;
    for (const pid_t pid : pids)
        text += (text.empty() ? "" : " ") + std::to_string(pid);
    return text;
}

std::optional<std::vector<pid_t>> ownChildren()
{
    const std::string path = "/proc/self/task/" + std::to_string(::getpid()) + "/children";
    if (::access(path.c_str(), R_OK) != 0)
        return std::nullopt;
    constexpr std::size_t limit = 1024 * 1024;
    const std::string text = readSmallFile(AT_FDCWD, path.c_str(), limit);
    std::vector<pid_t> children;
    std::string_view rest = text;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        if (const auto pid = toNumber<pid_t>(rest.substr(0, end)))
            children.push_back(*pid);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return children;
}

std::uint64_t ticksNow()
{
    timespec now = {};
    ::clock_gettime(CLOCK_BOOTTIME, &now);
    const auto perSecond = static_cast<std::uint64_t>(::sysconf(_SC_CLK_TCK));
    constexpr std::uint64_t nanoseconds = 1'000'000'000;
    return static_cast<std::uint64_t>(now.tv_sec) * perSecond
        + static_cast<std::uint64_t>(now.tv_nsec) * perSecond / nanoseconds;
}

std::string bootId()
{
    std::string id = readSmallFile(AT_FDCWD, "/proc/sys/kernel/random/boot_id");
    while (!id.empty() && id.back() == '\n')
        id.pop_back();
    return id;
}

} // namespace foghorn::keeper
