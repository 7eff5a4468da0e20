#include "core/process/ownuse.h"

#include "core/keeper/descriptor.h"
#include "core/process/processuse.h"

#include <QByteArray>
#include <QList>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <filesystem>

namespace foghorn {
namespace {

QByteArray contentOf(const char *path)
{
    const keeper::Descriptor file(::open(path, O_RDONLY | O_CLOEXEC));
    std::array<char, 4096> text{};
    const ssize_t size = file.isOpen() ? ::read(file.get(), text.data(), text.size()) : -1;
    return size > 0 ? QByteArray(text.data(), size) : QByteArray();
}

/// Unix time of the boot, seconds; ticks of processes count from it.
double bootTime()
{
    timespec sinceBoot = {};
    timespec now = {};
    ::clock_gettime(CLOCK_BOOTTIME, &sinceBoot);
    ::clock_gettime(CLOCK_REALTIME, &now);
    return static_cast<double>(now.tv_sec - sinceBoot.tv_sec)
        + static_cast<double>(now.tv_nsec - sinceBoot.tv_nsec) / 1e9;
}

/// Once: it must not waver with the clock from one look to the next.
double startTimeOf(const ProcessUse &use)
{
    static const double start =
        bootTime() + static_cast<double>(use.startTicks) / static_cast<double>(::sysconf(_SC_CLK_TCK));
    return start;
}

int countDescriptors()
{
    struct stat status = {};
    if (::stat("/proc/self/fd", &status) == 0 && status.st_size > 0)
        return static_cast<int>(status.st_size); // Linux 6.2 and later
    std::error_code ignored;
    const std::filesystem::directory_iterator entries("/proc/self/fd", ignored);
    return static_cast<int>(std::distance(begin(entries), end(entries))) - 1; // without the one that lists
}

} // namespace

OwnUse readOwnUse()
{
    OwnUse own;
    const QByteArray text = contentOf("/proc/self/stat");
    const auto use = parseProcessUse(std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
    const auto pageSize = static_cast<qint64>(::sysconf(_SC_PAGESIZE));
    if (use) {
        own.cpuSeconds = static_cast<double>(use->cpuTicks) / static_cast<double>(::sysconf(_SC_CLK_TCK));
        own.residentBytes = use->residentPages * pageSize;
        own.threads = use->threads;
        own.startTime = startTimeOf(*use);
    }
    own.virtualBytes = contentOf("/proc/self/statm").split(' ').value(0).toLongLong() * pageSize;
    own.openDescriptors = countDescriptors();
    rlimit limit = {};
    if (::getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY)
        own.mostDescriptors = static_cast<qint64>(limit.rlim_cur);
    return own;
}

} // namespace foghorn
