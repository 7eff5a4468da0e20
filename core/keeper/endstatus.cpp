#include "core/keeper/endstatus.h"

#include <sys/ioctl.h>

#include <cstdint>

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
constexpr std::uint64_t infoGroup = 1U << 2U;
constexpr std::uint64_t infoExit = 1U << 3U;

bool ask(const Descriptor &process, PidfdInfo &info)
{
    return ::ioctl(process.get(), _IOWR(0xFF, 11, PidfdInfo), &info) == 0;
}

} // namespace

std::optional<int> endStatus(const Descriptor &process)
{
    PidfdInfo info;
    info.mask = infoExit;
    if (!ask(process, info) || (info.mask & infoExit) == 0)
        return std::nullopt;
    return info.exitCode;
}

std::uint64_t groupIdOf(const Descriptor &process)
{
    PidfdInfo info;
    info.mask = infoGroup | infoExit;
    return ask(process, info) && (info.mask & infoGroup) != 0 ? info.cgroupId : 0;
}

} // namespace foghorn::keeper
