#include "core/keeper/launcher.h"

#include "core/keeper/clocks.h"
#include "core/keeper/processtable.h"
#include "core/keeper/smallfile.h"
#include "core/keeper/treescan.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <utility>

namespace foghorn::keeper {
namespace {

constexpr mode_t lockMode = 0600;
constexpr mode_t logMode = 0600;

/// Opens without waiting for a reader, should it be a pipe, and refuses what is no file.
Descriptor openLog(const std::string &path)
{
    Descriptor log(
        ::open(path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOCTTY | O_NONBLOCK | O_NOFOLLOW, logMode));
    struct stat status = {};
    if (!log.isOpen() || ::fstat(log.get(), &status) != 0)
        return log;
    if (!S_ISREG(status.st_mode) && !S_ISCHR(status.st_mode)) {
        errno = EINVAL;
        return {};
    }
    ::fcntl(log.get(), F_SETFL, O_APPEND);
    return log;
}

} // namespace

Launcher::Launcher(std::string stateDirectory, std::string keeperId, const ControlGroups &groups)
    : m_locksPath(std::move(stateDirectory) + "/locks")
    , m_keeperId(std::move(keeperId))
    , m_groups(groups)
    , m_null(::open("/dev/null", O_RDONLY | O_CLOEXEC))
{
    ::mkdir(m_locksPath.c_str(), 0700);
    m_locks.reset(::open(m_locksPath.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    ::getrlimit(RLIMIT_NOFILE, &m_nofile);
    const rlimit raised = {m_nofile.rlim_max, m_nofile.rlim_max};
    ::setrlimit(RLIMIT_NOFILE, &raised);
    m_oddSignals = oddSignals();
    m_resetOomScore = readSmallFile(AT_FDCWD, "/proc/self/oom_score_adj") != "0\n";
}

std::variant<Descriptor, SpawnFailure> Launcher::takeLock(const std::string &service) const
{
    const std::string name = service + ".lock";
    Descriptor lock(::openat(m_locks.get(), name.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, lockMode));
    if (!lock.isOpen())
        return SpawnFailure{SpawnStep::LogFile, errno, m_locksPath + '/' + name};
    if (::flock(lock.get(), LOCK_EX | LOCK_NB) == 0)
        return lock;
    return SpawnFailure{SpawnStep::AlreadyRunning, errno, joined(holdersOf(m_locksPath + '/' + name))};
}

std::optional<ProcessName> Launcher::findLeader(const std::string &service) const
{
    std::optional<ProcessName> first;
    // All of them hold the lock, unless they have closed it: the first one opens nothing before it has begun.
    for (const pid_t pid : holdersOf(m_locksPath + '/' + service + ".lock")) {
        const auto process = readProcess(pid);
        if (process && !process->isDead()
            && (!first || std::pair(process->startTicks, pid) < std::pair(first->startTicks, first->pid)))
            first = ProcessName{pid, process->startTicks};
    }
    return first;
}

std::vector<std::string> Launcher::environmentOf(const SpawnOrder &order) const
{
    std::vector<std::string> environment;
    environment.reserve(order.environment.size() + 2);
    const std::string marker = std::string(treeMarker) + '=';
    // An outer keeper's marker would make the service somebody else's.
    std::ranges::copy_if(order.environment, std::back_inserter(environment),
        [&marker](const std::string &entry) { return !entry.starts_with(marker); });
    environment.push_back(marker + m_keeperId + '/' + order.service);
    if (std::ranges::none_of(
            environment, [](const std::string &entry) { return entry.starts_with("FOGHORN_SERVICE="); }))
        environment.push_back("FOGHORN_SERVICE=" + order.service);
    return environment;
}

std::variant<PreparedLaunch, SpawnFailure> Launcher::prepare(const SpawnOrder &order) const
{
    auto locked = takeLock(order.service);
    if (auto *failure = std::get_if<SpawnFailure>(&locked))
        return *failure;
    // Without a group of its own a service still runs: its tree is then found by looking.
    Descriptor group = m_groups.isUsable() ? m_groups.openEmpty(order.service) : Descriptor();
    if (m_groups.isUsable() && !group.isOpen() && errno == EBUSY)
        return SpawnFailure{SpawnStep::AlreadyRunning, EBUSY, joined(m_groups.members(order.service))};
    Descriptor log = openLog(order.logFile);
    if (!log.isOpen()) {
        const SpawnFailure failure{SpawnStep::LogFile, errno, order.logFile};
        if (group.isOpen())
            m_groups.remove(order.service);
        return failure;
    }

    SpawnRequest request;
    request.argv = order.argv;
    request.environment = environmentOf(order);
    request.workingDirectory = order.workingDirectory;
    request.user = order.user;
    request.input = m_null.get();
    request.output = log.get();
    request.errorOutput = log.get();
    request.kept = std::get<Descriptor>(locked).get();
    request.controlGroup = group.get();
    request.resetOomScore = m_resetOomScore;
    request.wantsDescriptor = false;
    request.oddSignals = m_oddSignals;
    request.nofile = order.nofile;
    request.memory = order.memory;
    request.core = order.core;
    request.noNewPrivileges = order.noNewPrivileges;
    request.capabilities = order.capabilities;
    request.defaultNofile = m_nofile;
    return PreparedLaunch{order.service, std::move(std::get<Descriptor>(locked)), std::move(group), std::move(log),
        std::move(request), wallClockMs()};
}

std::variant<Launched, SpawnFailure> Launcher::finish(
    const PreparedLaunch &launch, const SpawnThread::Answer &answer) const
{
    if (const auto *failure = std::get_if<SpawnFailure>(&answer)) {
        if (launch.group.isOpen())
            m_groups.remove(launch.service);
        return *failure;
    }
    const pid_t pid = std::get<SpawnedProcess>(answer).pid;
    const auto process = readProcess(pid);
    return Launched{pid, process ? process->startTicks : 0, launch.startedAtMs, launch.group.isOpen()};
}

} // namespace foghorn::keeper
