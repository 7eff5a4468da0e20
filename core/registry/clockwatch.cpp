#include "core/registry/clockwatch.h"

#include <ctime>

namespace foghorn {
namespace {

std::chrono::nanoseconds read(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

} // namespace

std::chrono::milliseconds timeAsleep()
{
    const auto awake = read(CLOCK_MONOTONIC);
    return std::chrono::duration_cast<std::chrono::milliseconds>(read(CLOCK_BOOTTIME) - awake);
}

ClockStep ClockWatch::takeStep(Now now, std::chrono::milliseconds asleep)
{
    const auto awake = std::chrono::duration_cast<std::chrono::milliseconds>(now.mono.time_since_epoch());
    const auto offset = now.wall.time_since_epoch() - awake - asleep;
    ClockStep step;
    if (!m_offset) {
        m_offset = offset;
        m_asleep = asleep;
        return step;
    }
    if (std::chrono::abs(offset - *m_offset) >= leastJump) {
        step.jump = offset - *m_offset;
        m_offset = offset;
    }
    if (asleep - m_asleep >= leastJump) {
        step.asleep = asleep - m_asleep;
        m_asleep = asleep;
    }
    return step;
}

} // namespace foghorn
