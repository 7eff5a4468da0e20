#include "core/keeper/sharedclone.h"

#include <linux/sched.h>
#include <sched.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <cstdint>

// glibc's <sched.h> and the kernel's headers both define these; older pairs lack some.
#ifndef CLONE_PIDFD
#define CLONE_PIDFD 0x00001000
#endif
#ifndef CLONE_INTO_CGROUP
#define CLONE_INTO_CGROUP 0x200000000ULL
#endif

namespace foghorn::keeper {
namespace {

constexpr std::size_t stackSize = 32 * 1024;

// Set once the kernel (or a seccomp filter) has said that it has no clone3.
std::atomic<bool> cloneThreeMissing = false;

struct Arguments
{
    std::uint64_t flags = 0;
    std::uint64_t pidfd = 0;
    std::uint64_t childTid = 0;
    std::uint64_t parentTid = 0;
    std::uint64_t exitSignal = 0;
    std::uint64_t stack = 0;
    std::uint64_t stackSize = 0;
    std::uint64_t tls = 0;
    std::uint64_t setTid = 0;
    std::uint64_t setTidSize = 0;
    std::uint64_t controlGroup = 0;
};

// The child comes out of the system call on another stack, so it must not return through C++ code of ours: the
// instructions right behind the call take it to `run`. The frame pointer, which may hold either value in optimised
// code, is cleared only when both have been taken out. The parent goes on with the answer. -errno on failure.
#if defined(__x86_64__)
#define FOGHORN_HAS_CLONE3 1
long cloneThree(const Arguments *arguments, ChildFunction run, void *argument)
{
    long answer = SYS_clone3;
    asm volatile("syscall\n\t"
                 "testq %%rax, %%rax\n\t"
                 "jnz 1f\n\t"
                 "movq %[argument], %%rdi\n\t"
                 "movq %[run], %%rax\n\t"
                 "xorl %%ebp, %%ebp\n\t"
                 "callq *%%rax\n\t"
                 "ud2\n"
                 "1:\n\t"
                 : "+a"(answer)
                 : "D"(arguments), "S"(sizeof *arguments), [run] "r"(run), [argument] "r"(argument)
                 : "rcx", "r11", "cc", "memory");
    return answer;
}
#elif defined(__aarch64__)
#define FOGHORN_HAS_CLONE3 1
long cloneThree(const Arguments *arguments, ChildFunction run, void *argument)
{
    register long number asm("x8") = SYS_clone3;
    register long first asm("x0") = reinterpret_cast<long>(arguments);
    register unsigned long second asm("x1") = sizeof *arguments;
    asm volatile("svc #0\n\t"
                 "cbnz x0, 1f\n\t"
                 "mov x9, %[run]\n\t"
                 "mov x0, %[argument]\n\t"
                 "mov x29, #0\n\t"
                 "blr x9\n\t"
                 "brk #1\n"
                 "1:\n\t"
                 : "+r"(first)
                 : "r"(number), "r"(second), [run] "r"(run), [argument] "r"(argument)
                 : "x9", "cc", "memory");
    return first;
}
#else
#define FOGHORN_HAS_CLONE3 0
long cloneThree(const Arguments *, ChildFunction, void *) { return -ENOSYS; }
#endif

struct OldCall
{
    ChildFunction run;
    void *argument;
};

int runOldCall(void *call)
{
    const auto *old = static_cast<OldCall *>(call);
    old->run(old->argument);
    return 127;
}

pid_t cloneTheOldWay(ChildFunction run, void *argument, char *stack, int *pidfd)
{
    OldCall call = {run, argument};
    const int flags = CLONE_VM | CLONE_VFORK | (pidfd ? CLONE_PIDFD : 0) | SIGCHLD;
    return ::clone(runOldCall, stack + stackSize, flags, &call, pidfd);
}

} // namespace

bool canCloneIntoControlGroup() { return FOGHORN_HAS_CLONE3 && !cloneThreeMissing.load(std::memory_order_relaxed); }

pid_t cloneSharingMemory(ChildFunction run, void *argument, int controlGroup, int *pidfd)
{
    alignas(16) char stack[stackSize];
    const std::uint64_t descriptorFlag = pidfd ? CLONE_PIDFD : 0;
    if (pidfd)
        *pidfd = -1;
    if (canCloneIntoControlGroup()) {
        Arguments arguments;
        arguments.flags = CLONE_VM | CLONE_VFORK | descriptorFlag | (controlGroup >= 0 ? CLONE_INTO_CGROUP : 0ULL);
        arguments.pidfd = reinterpret_cast<std::uintptr_t>(pidfd);
        arguments.exitSignal = SIGCHLD;
        arguments.stack = reinterpret_cast<std::uintptr_t>(stack);
        arguments.stackSize = stackSize;
        arguments.controlGroup = controlGroup >= 0 ? static_cast<std::uint64_t>(controlGroup) : 0;
        const long answer = cloneThree(&arguments, run, argument);
        if (answer > 0)
            return static_cast<pid_t>(answer);
        errno = static_cast<int>(-answer);
        // Seccomp filters that do not know clone3 answer ENOSYS (or EPERM, older ones).
        if (errno != ENOSYS && errno != EPERM)
            return -1;
        cloneThreeMissing = true;
    }
    if (controlGroup >= 0) {
        errno = ENOSYS;
        return -1;
    }
    return cloneTheOldWay(run, argument, stack, pidfd);
}

} // namespace foghorn::keeper
