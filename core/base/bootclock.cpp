#include "core/base/bootclock.h"

#include <QByteArray>
#include <QFile>

#include <ctime>

namespace foghorn {
namespace {

qint64 readBootId()
{
    constexpr qsizetype digits = 15; // as many as fit
    QFile file(QStringLiteral("/proc/sys/kernel/random/boot_id"));
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return 0;
    return file.read(64).replace('-', "").left(digits).toLongLong(nullptr, 16);
}

} // namespace

BootClock BootClock::read()
{
    static const qint64 boot = readBootId();
    timespec time{};
    clock_gettime(CLOCK_BOOTTIME, &time);
    const auto sinceBoot = std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
    return {Now::read().wall, std::chrono::duration_cast<std::chrono::milliseconds>(sinceBoot), boot};
}

std::optional<std::chrono::milliseconds> BootClock::setSince(const BootClock &earlier) const
{
    if (boot == 0 || boot != earlier.boot || sinceBoot < earlier.sinceBoot)
        return std::nullopt;
    const auto jump = bootedAt() - earlier.bootedAt();
    return std::chrono::abs(jump) < leastClockJump ? std::chrono::milliseconds{} : jump;
}

} // namespace foghorn
