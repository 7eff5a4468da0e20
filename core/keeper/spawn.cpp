#include "core/keeper/spawn.h"

#include "core/keeper/account.h"
#include "core/keeper/childplan.h"
#include "core/keeper/sharedclone.h"

#include <fcntl.h>
#include <sys/wait.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <string_view>

namespace foghorn::keeper {
namespace {

constexpr std::string_view defaultPath = "/usr/local/bin:/usr/bin:/bin";
constexpr std::size_t longestPath = 4096;
// However loose we were started: no file of a service is everybody's to write, and none of root's a group's.
constexpr unsigned maskOfRoot = 0022;
constexpr unsigned maskOfOthers = 0002;

/// Null-terminated array of the texts, as execve takes it. Borrows the texts.
std::vector<char *> pointers(const std::vector<std::string> &texts)
{
    std::vector<char *> result;
    result.reserve(texts.size() + 1);
    for (const std::string &text : texts)
        result.push_back(const_cast<char *>(text.c_str()));
    result.push_back(nullptr);
    return result;
}

void addLimit(ChildPlan &plan, int resource, const rlimit &value)
{
    plan.limits[plan.limitCount++] = {resource, value};
}

/// Both limits; the hard one stays when it is higher and the soft one is what was asked for.
void addLimit(ChildPlan &plan, int resource, const std::optional<std::int64_t> &value)
{
    if (!value)
        return;
    const auto wanted = static_cast<rlim_t>(*value);
    addLimit(plan, resource, rlimit{wanted, wanted});
}

void addLimits(ChildPlan &plan, const SpawnRequest &request)
{
    if (!request.nofile && request.defaultNofile)
        addLimit(plan, RLIMIT_NOFILE, *request.defaultNofile);
    addLimit(plan, RLIMIT_NOFILE, request.nofile);
    addLimit(plan, RLIMIT_CORE, request.core);
    addLimit(plan, RLIMIT_AS, request.memory);
}

/// Blocks every signal while it lives.
class SignalBlock
{
public:
    SignalBlock()
    {
        sigset_t all;
        ::sigfillset(&all);
        ::pthread_sigmask(SIG_SETMASK, &all, &m_before);
    }
    SignalBlock(const SignalBlock &) = delete;
    SignalBlock &operator=(const SignalBlock &) = delete;
    ~SignalBlock() { ::pthread_sigmask(SIG_SETMASK, &m_before, nullptr); }

private:
    sigset_t m_before = {};
};

/// A copy above 2 of a descriptor that is not: it would be overwritten while the child arranges its own.
int aboveStandard(int descriptor, Descriptor &copy)
{
    if (descriptor < 0 || descriptor > 2)
        return descriptor;
    copy.reset(::fcntl(descriptor, F_DUPFD_CLOEXEC, 3));
    return copy.get();
}

/// `pidfd`: null when none is wanted.
pid_t start(ChildPlan &plan, int controlGroup, int *pidfd)
{
    const SignalBlock block;
    if (controlGroup < 0 || canCloneIntoControlGroup()) {
        const pid_t pid = cloneSharingMemory(runChildPlan, &plan, controlGroup, pidfd);
        if (pid > 0 || controlGroup < 0 || errno == EAGAIN || errno == ENOMEM)
            return pid;
    }
    // Not born there, so it moves there by itself: slower, but the same in the end.
    const Descriptor procs(::openat(controlGroup, "cgroup.procs", O_WRONLY | O_CLOEXEC));
    if (!procs.isOpen())
        return -1;
    plan.controlGroupProcs = procs.get();
    return cloneSharingMemory(runChildPlan, &plan, -1, pidfd);
}

std::string failureDetail(
    const ChildPlan &plan, const SpawnRequest &request, const std::vector<std::string> &candidates)
{
    const SpawnStep step = plan.failedStep;
    switch (step) {
    case SpawnStep::WorkingDirectory:
        return request.workingDirectory;
    case SpawnStep::Identity:
        return request.user;
    case SpawnStep::Interpreter:
        return candidates[static_cast<std::size_t>(plan.failedCandidate)];
    case SpawnStep::Program:
        if (plan.failedError == ENOENT || plan.failedError == ENOTDIR)
            return request.argv.front();
        return candidates[static_cast<std::size_t>(plan.failedCandidate)];
    case SpawnStep::None:
    case SpawnStep::AlreadyRunning:
    case SpawnStep::LogFile:
    case SpawnStep::User:
    case SpawnStep::Clone:
    case SpawnStep::ControlGroup:
    case SpawnStep::Session:
    case SpawnStep::Descriptors:
    case SpawnStep::Limits:
        break;
    }
    return {};
}

bool takeOnUser(ChildPlan &plan, const SpawnRequest &request, std::optional<Account> &account)
{
    if (request.user.empty())
        return true;
    account = findAccount(request.user);
    if (!account)
        return false;
    plan.changeUser = account->user != ::geteuid() || account->user != ::getuid();
    plan.user = account->user;
    plan.group = account->group;
    plan.groups = account->groups.data();
    plan.groupCount = static_cast<int>(account->groups.size());
    return true;
}

} // namespace

std::uint64_t oddSignals()
{
    std::uint64_t odd = 0;
    constexpr int signalCount = 64;
    for (int signal = 1; signal <= signalCount; ++signal) {
        struct sigaction action = {};
        // What cannot be asked about may be anything.
        if (::sigaction(signal, nullptr, &action) != 0 || action.sa_handler != SIG_DFL)
            odd |= 1ULL << (signal - 1);
    }
    return odd;
}

std::vector<std::string> programCandidates(const std::string &program, const std::vector<std::string> &environment)
{
    if (program.find('/') != std::string::npos)
        return {program};
    std::string_view path = defaultPath;
    for (const std::string &entry : environment) {
        if (entry.starts_with("PATH="))
            path = std::string_view(entry).substr(5);
    }
    std::vector<std::string> candidates;
    for (std::size_t from = 0; from <= path.size();) {
        const std::size_t end = std::min(path.find(':', from), path.size());
        const std::string_view directory = path.substr(from, end - from);
        from = end + 1;
        if (directory.size() + program.size() + 2 > longestPath)
            continue;
        // An empty entry is the working directory.
        candidates.push_back(directory.empty() ? "./" + program : std::string(directory) + '/' + program);
    }
    return candidates;
}

std::variant<SpawnedProcess, SpawnFailure> spawn(const SpawnRequest &request)
{
    const std::vector<std::string> candidates = programCandidates(request.argv.front(), request.environment);
    const std::vector<char *> candidatePointers = pointers(candidates);
    const std::vector<char *> argv = pointers(request.argv);
    const std::vector<char *> environment = pointers(request.environment);
    ChildPlan plan;
    plan.candidates = candidatePointers.data();
    plan.argv = argv.data();
    plan.environment = environment.data();
    plan.workingDirectory = request.workingDirectory.empty() ? "." : request.workingDirectory.c_str();
    Descriptor copies[3];
    plan.input = aboveStandard(request.input, copies[0]);
    plan.output = aboveStandard(request.output, copies[1]);
    plan.errorOutput = aboveStandard(request.errorOutput, copies[2]);
    plan.kept = request.kept;
    plan.resetOomScore = request.resetOomScore;
    plan.fileMask = ::geteuid() == 0 ? maskOfRoot : maskOfOthers;
    plan.oddSignals = request.oddSignals;
    addLimits(plan, request);
    plan.noNewPrivileges = request.noNewPrivileges;
    plan.limitsCapabilities = request.capabilities.has_value();
    plan.capabilities = request.capabilities.value_or(0);
    std::optional<Account> account;
    if (!takeOnUser(plan, request, account))
        return SpawnFailure{SpawnStep::User, ENOENT, request.user};

    int pidfd = -1;
    const pid_t pid = start(plan, request.controlGroup, request.wantsDescriptor ? &pidfd : nullptr);
    if (pid < 0)
        return SpawnFailure{request.controlGroup >= 0 && errno != EAGAIN && errno != ENOMEM ? SpawnStep::ControlGroup
                                                                                            : SpawnStep::Clone,
            errno, {}};
    SpawnedProcess process{pid, Descriptor(pidfd)};
    if (plan.failedStep == SpawnStep::None)
        return process;
    while (::waitpid(pid, nullptr, 0) < 0 && errno == EINTR) { }
    return SpawnFailure{plan.failedStep, plan.failedError, failureDetail(plan, request, candidates)};
}

} // namespace foghorn::keeper
