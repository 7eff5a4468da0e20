#include "core/keeper/endstatus.h"

#include "core/keeper/processtable.h"
#include "core/keeper/smallfile.h"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <charconv>
#include <cstdint>
#include <string>

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

std::optional<int> statusOfZombie(pid_t pid, std::uint64_t startTicks)
{
    const std::string folder = "/proc/" + std::to_string(pid);
    const std::string text = readSmallFile(AT_FDCWD, (folder + "/stat").c_str());
    const auto process = parseProcessStat(text);
    struct stat owner = {};
    if (!process || process->startTicks != startTicks || process->state != 'Z' || ::stat(folder.c_str(), &owner) != 0)
        return std::nullopt;
    // Field 52; the state behind the name is the third. To those who may not know it, 0.
    constexpr int fromState = 49;
    std::size_t at = text.rfind(')') + 2;
    for (int i = 0; i < fromState && at != std::string::npos; ++i)
        at = text.find(' ', at + 1);
    int status = 0;
    if (at == std::string::npos
        || std::from_chars(text.data() + at + 1, text.data() + text.size(), status).ec != std::errc())
        return std::nullopt;
    const bool isOurs = owner.st_uid == ::geteuid() && owner.st_gid == ::getegid();
    return status != 0 || isOurs ? std::optional(status) : std::nullopt;
}

std::uint64_t groupIdOf(const Descriptor &process)
{
    PidfdInfo info;
    info.mask = infoGroup | infoExit;
    return ask(process, info) && (info.mask & infoGroup) != 0 ? info.cgroupId : 0;
}

} // namespace foghorn::keeper
