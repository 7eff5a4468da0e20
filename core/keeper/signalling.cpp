#include "core/keeper/signalling.h"

#include "core/keeper/processtable.h"

#include <sys/syscall.h>
#include <sys/wait.h>

#include <cerrno>
#include <csignal>

namespace foghorn::keeper {
namespace {

constexpr unsigned wholeGroup = 1U << 2U; // PIDFD_SIGNAL_PROCESS_GROUP, Linux 6.9

bool send(const Descriptor &process, int signal, unsigned flags)
{
    return process.isOpen() && ::syscall(SYS_pidfd_send_signal, process.get(), signal, nullptr, flags) == 0;
}

/// Also true of one that has ended and waits to be reaped.
bool isOwnChild(pid_t pid)
{
    siginfo_t info = {};
    return ::waitid(P_PID, static_cast<id_t>(pid), &info, WEXITED | WNOHANG | WNOWAIT) == 0;
}

} // namespace

bool isSignallable(pid_t pid) { return pid > 1 && pid != ::getpid() && pid != ::getppid(); }

bool signalChild(pid_t child, int signal)
{
    return isSignallable(child) && isOwnChild(child) && ::kill(child, signal) == 0;
}

bool signalChildGroup(pid_t child, int signal)
{
    // A group of that number can only be its own, and ours only when something is very wrong.
    return isSignallable(child) && child != ::getpgrp() && isOwnChild(child) && ::kill(-child, signal) == 0;
}

bool signalProcess(pid_t pid, std::uint64_t startTicks, int signal)
{
    return send(openProcess(pid, startTicks), signal, 0);
}

bool signalProcess(const Descriptor &process, pid_t pid, int signal)
{
    return isSignallable(pid) && send(process, signal, 0);
}

bool signalGroup(const Descriptor &process, pid_t pid, int signal)
{
    if (!isSignallable(pid) || pid == ::getpgrp() || !process.isOpen())
        return false;
    if (send(process, signal, wholeGroup))
        return true;
    // An older kernel: the number is its own as long as it lives.
    return errno == EINVAL && send(process, 0, 0) && ::getpgid(pid) == pid && ::kill(-pid, signal) == 0;
}

bool keepsItsNumber(const Descriptor &process)
{
    return send(process, 0, 0) || (process.isOpen() && errno == EPERM); // somebody else's that we may not signal
}

Descriptor openProcess(pid_t pid)
{
    return isSignallable(pid) ? Descriptor(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0))) : Descriptor();
}

Descriptor openProcess(pid_t pid, std::uint64_t startTicks)
{
    Descriptor process = openProcess(pid);
    if (!process.isOpen())
        return process;
    // Looked at after the descriptor was had: it cannot change hands any more.
    const auto entry = readProcess(pid);
    if (startTicks == 0 || !entry || entry->startTicks != startTicks || entry->isDead())
        process.reset();
    return process;
}

} // namespace foghorn::keeper
