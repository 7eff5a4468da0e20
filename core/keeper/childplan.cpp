#include "core/keeper/childplan.h"

#include <fcntl.h>
#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

// Raw system calls throughout: glibc's setuid and setgroups would signal the other threads of the process whose memory
// we share, and its sanitizer interceptors must not run on this stack.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define FOGHORN_PLAIN __attribute__((no_sanitize("address", "thread", "undefined")))
#else
#define FOGHORN_PLAIN
#endif

#ifdef SYS_setuid32
#define FOGHORN_SETUID SYS_setuid32
#define FOGHORN_SETGID SYS_setgid32
#define FOGHORN_SETGROUPS SYS_setgroups32
#define FOGHORN_GETRESUID SYS_getresuid32
#else
#define FOGHORN_SETUID SYS_setuid
#define FOGHORN_SETGID SYS_setgid
#define FOGHORN_SETGROUPS SYS_setgroups
#define FOGHORN_GETRESUID SYS_getresuid
#endif

namespace foghorn::keeper {
namespace {

// Where a tree's lock descriptor stays in the child: out of the way of programs that number theirs from 3 on.
constexpr int keptPlace = 100;
constexpr int signalCount = 64;
constexpr unsigned capabilityCount = 64; ///< as many as a set can hold
constexpr int exitCodeOfFailure = 127;

[[noreturn]] FOGHORN_PLAIN void fail(ChildPlan *plan, SpawnStep step, int error)
{
    plan->failedStep = step;
    plan->failedError = error;
    for (;;)
        ::syscall(SYS_exit_group, exitCodeOfFailure);
}

FOGHORN_PLAIN void resetSignals(const ChildPlan *plan)
{
    // All-zero is SIG_DFL without flags in each architecture's struct sigaction.
    const unsigned long defaults[8] = {};
    for (int signal = 1; signal <= signalCount; ++signal) {
        if ((plan->oddSignals >> (signal - 1) & 1U) != 0)
            ::syscall(SYS_rt_sigaction, signal, defaults, nullptr, signalCount / 8);
    }
}

FOGHORN_PLAIN void unblockSignals()
{
    const unsigned long none[2] = {};
    ::syscall(SYS_rt_sigprocmask, SIG_SETMASK, none, nullptr, signalCount / 8);
}

FOGHORN_PLAIN void closeFrom(unsigned first, unsigned last)
{
    if (first > last || ::syscall(SYS_close_range, first, last, 0) == 0)
        return;
    rlimit limit = {};
    ::syscall(SYS_prlimit64, 0, RLIMIT_NOFILE, nullptr, &limit);
    for (unsigned descriptor = first; descriptor <= last && descriptor < limit.rlim_cur; ++descriptor)
        ::syscall(SYS_close, descriptor);
}

FOGHORN_PLAIN void arrangeDescriptors(ChildPlan *plan)
{
    const int wanted[] = {plan->input, plan->output, plan->errorOutput};
    // The sources are all above 2, so none is overwritten before it is used.
    for (int target = 0; target < 3; ++target) {
        if (::syscall(SYS_dup3, wanted[target], target, 0) < 0)
            fail(plan, SpawnStep::Descriptors, errno);
    }
    int place = -1;
    if (plan->kept >= 0) {
        place = keptPlace;
        if (plan->kept == place)
            ::syscall(SYS_fcntl, place, F_SETFD, 0);
        else if (::syscall(SYS_dup3, plan->kept, place, 0) < 0)
            fail(plan, SpawnStep::Descriptors, errno);
    }
    const unsigned none = ~0U;
    closeFrom(3, place < 0 ? none : static_cast<unsigned>(place) - 1);
    if (place >= 0)
        closeFrom(static_cast<unsigned>(place) + 1, none);
}

FOGHORN_PLAIN void joinControlGroup(ChildPlan *plan)
{
    if (plan->controlGroupProcs >= 0 && ::syscall(SYS_write, plan->controlGroupProcs, "0", 1) < 0)
        fail(plan, SpawnStep::ControlGroup, errno);
}

FOGHORN_PLAIN void resetOomScore()
{
    // A service is as killable as any other program, whatever the keeper has for itself; not fatal.
    const long file = ::syscall(SYS_openat, AT_FDCWD, "/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC, 0);
    if (file < 0)
        return;
    ::syscall(SYS_write, file, "0", 1);
    ::syscall(SYS_close, file);
}

FOGHORN_PLAIN void maskFileModes(const ChildPlan *plan)
{
    constexpr long strictest = 0777;
    const long before = ::syscall(SYS_umask, strictest);
    ::syscall(SYS_umask, before | static_cast<long>(plan->fileMask));
}

FOGHORN_PLAIN void setLimits(ChildPlan *plan)
{
    for (int i = 0; i < plan->limitCount; ++i) {
        if (::syscall(SYS_prlimit64, 0, plan->limits[i].resource, &plan->limits[i].value, nullptr) < 0)
            fail(plan, SpawnStep::Limits, errno);
    }
}

FOGHORN_PLAIN void becomeUser(ChildPlan *plan)
{
    if (!plan->changeUser)
        return;
    if (::syscall(FOGHORN_SETGROUPS, plan->groupCount, plan->groups) < 0 || ::syscall(FOGHORN_SETGID, plan->group) < 0
        || ::syscall(FOGHORN_SETUID, plan->user) < 0)
        fail(plan, SpawnStep::Identity, errno);
    uid_t real = 0;
    uid_t effective = 0;
    uid_t saved = 0;
    ::syscall(FOGHORN_GETRESUID, &real, &effective, &saved);
    if (real != plan->user || effective != plan->user || saved != plan->user)
        fail(plan, SpawnStep::Identity, EPERM);
    if (plan->user != 0 && ::syscall(FOGHORN_SETUID, 0) == 0)
        fail(plan, SpawnStep::Identity, EPERM);
}

/// While it is root still: what is not in the bounding set can never be had again.
FOGHORN_PLAIN void boundCapabilities(ChildPlan *plan)
{
    if (!plan->limitsCapabilities)
        return;
    for (unsigned capability = 0; capability < capabilityCount; ++capability) {
        if ((plan->capabilities >> capability & 1U) != 0)
            continue;
        if (::syscall(SYS_prctl, PR_CAPBSET_DROP, capability, 0, 0, 0) == 0)
            continue;
        if (errno == EINVAL)
            break; // the kernel knows no more
        fail(plan, SpawnStep::Limits, errno);
    }
    if (::syscall(SYS_prctl, PR_SET_KEEPCAPS, 1, 0, 0, 0) < 0)
        fail(plan, SpawnStep::Limits, errno);
}

/// As the user: the ones that are left become those that the program has.
FOGHORN_PLAIN void takeCapabilities(ChildPlan *plan)
{
    if (!plan->limitsCapabilities)
        return;
    __user_cap_header_struct header = {_LINUX_CAPABILITY_VERSION_3, 0};
    const auto low = static_cast<std::uint32_t>(plan->capabilities);
    const auto high = static_cast<std::uint32_t>(plan->capabilities >> 32U);
    const __user_cap_data_struct sets[2] = {{low, low, low}, {high, high, high}};
    if (::syscall(SYS_capset, &header, sets) < 0)
        fail(plan, SpawnStep::Limits, errno);
    for (unsigned capability = 0; capability < capabilityCount; ++capability) {
        // So that they outlive the exec of a program whose file says nothing of them.
        if ((plan->capabilities >> capability & 1U) != 0
            && ::syscall(SYS_prctl, PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, capability, 0, 0) < 0)
            fail(plan, SpawnStep::Limits, errno);
    }
}

FOGHORN_PLAIN void refuseNewPrivileges(ChildPlan *plan)
{
    if (plan->noNewPrivileges && ::syscall(SYS_prctl, PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0)
        fail(plan, SpawnStep::Limits, errno);
}

[[noreturn]] FOGHORN_PLAIN void execute(ChildPlan *plan)
{
    // As execvp: a candidate that is not there is passed over, one that may not be run is remembered; all else ends the
    // search.
    int worst = ENOENT;
    for (int i = 0; plan->candidates[i]; ++i) {
        ::syscall(SYS_execve, plan->candidates[i], plan->argv, plan->environment);
        const int error = errno;
        if (error == ENOENT || error == ENOTDIR) {
            const bool isThere = ::syscall(SYS_faccessat, AT_FDCWD, plan->candidates[i], F_OK) == 0;
            if (!isThere)
                continue;
            plan->failedCandidate = i;
            fail(plan, SpawnStep::Interpreter, error);
        }
        plan->failedCandidate = i;
        worst = error;
        if (error != EACCES)
            break;
    }
    fail(plan, SpawnStep::Program, worst);
}

} // namespace

FOGHORN_PLAIN void runChildPlan(void *argument)
{
    auto *plan = static_cast<ChildPlan *>(argument);
    if (::syscall(SYS_setsid) < 0)
        fail(plan, SpawnStep::Session, errno);
    resetSignals(plan);
    joinControlGroup(plan);
    arrangeDescriptors(plan);
    if (plan->resetOomScore)
        resetOomScore();
    maskFileModes(plan);
    setLimits(plan);
    boundCapabilities(plan);
    becomeUser(plan);
    takeCapabilities(plan);
    refuseNewPrivileges(plan);
    if (::syscall(SYS_chdir, plan->workingDirectory) < 0)
        fail(plan, SpawnStep::WorkingDirectory, errno);
    unblockSignals();
    execute(plan);
}

} // namespace foghorn::keeper
