#pragma once

#include <sys/types.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foghorn::keeper {

/// Names a process for ever: a number alone is given again.
struct ProcessName
{
    pid_t pid = 0;
    std::uint64_t startTicks = 0;
    bool operator==(const ProcessName &) const = default;
};

/// One line of the machine's table of processes.
struct ProcessEntry
{
    pid_t pid = 0;
    pid_t parent = 0;
    pid_t group = 0;
    pid_t session = 0;
    char state = '?';
    std::uint64_t startTicks = 0; ///< since boot; with the pid it names a process for ever

    bool isDead() const { return state == 'Z' || state == 'X' || state == 'x'; }
    bool operator==(const ProcessEntry &) const = default;
};

/// Reads /proc/PID/stat, whatever the program has called itself; none when the text is not one.
std::optional<ProcessEntry> parseProcessStat(std::string_view text);
/// None when there is no such process.
std::optional<ProcessEntry> readProcess(pid_t pid);
/// One walk of /proc.
std::vector<ProcessEntry> readProcesses();
/// The number that was given out last, to a process or a thread of this namespace. 0: it cannot be known.
pid_t newestNumber();
/// Those that live of the numbers after `after` up to `upTo` (newestNumber() of two moments): who was born in between,
/// and may not have been in a walk of /proc. The newest few thousand at most.
std::vector<ProcessEntry> readProcessesBorn(pid_t after, pid_t upTo);
/// Value of `name` in the environment the process was started with; empty when it has none or it is not ours to read.
std::string readEnvironment(pid_t pid, std::string_view name);
/// It is being given another program (execve): for as long as that takes it has neither arguments nor an environment to
/// read. Also true of a program that has neither for good, so it must not be waited for without an end.
bool isBetweenPrograms(pid_t pid);
/// Pids that hold `path` open (by device and inode); walks all of /proc/*/fd, so only for error messages.
std::vector<pid_t> holdersOf(const std::string &path);
/// "12 13": for messages.
std::string joined(const std::vector<pid_t> &pids);
/// The living and dead children of this process's main thread, orphans included, when the kernel has
/// /proc/PID/task/TID/children.
std::optional<std::vector<pid_t>> ownChildren();
/// Now, as startTicks counts: since boot, suspension included.
std::uint64_t ticksNow();
/// Changes with every boot of the machine.
std::string bootId();

} // namespace foghorn::keeper
