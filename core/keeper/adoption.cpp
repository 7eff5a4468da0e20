#include "core/keeper/adoption.h"

#include "core/keeper/processtable.h"

#include <sys/ioctl.h>
#include <sys/syscall.h>

namespace foghorn::keeper {
namespace {

/// The kernel's struct pidfd_info, first version: Debian 12's headers do not have it.
struct PidfdInfo
{
    std::uint64_t mask = 0;
    std::uint64_t cgroupId = 0;
    std::uint32_t ids[11] = {};
    std::int32_t exitCode = 0;
};
static_assert(sizeof(PidfdInfo) == 64);
constexpr std::uint64_t infoExit = 1U << 3U;

} // namespace

Descriptor openProcess(pid_t pid, std::uint64_t startTicks)
{
    Descriptor process(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0)));
    if (!process.isOpen())
        return process;
    // Looked at after the descriptor was had: it cannot change hands any more.
    const auto entry = readProcess(pid);
    if (!entry || entry->startTicks != startTicks || entry->isDead())
        process.reset();
    return process;
}

std::optional<int> endStatus(const Descriptor &process)
{
    PidfdInfo info;
    info.mask = infoExit;
    if (::ioctl(process.get(), _IOWR(0xFF, 11, PidfdInfo), &info) != 0 || (info.mask & infoExit) == 0)
        return std::nullopt;
    return info.exitCode;
}

bool signalProcess(const Descriptor &process, int signal)
{
    return ::syscall(SYS_pidfd_send_signal, process.get(), signal, nullptr, 0) == 0;
}

} // namespace foghorn::keeper
