#pragma once

#include "core/base/bootclock.h"

#include <chrono>
#include <optional>

namespace foghorn {

/// What became of the clocks since they were last looked at.
struct ClockStep
{
    std::chrono::milliseconds jump{}; ///< the wall clock was set by so much
    std::chrono::milliseconds asleep{}; ///< the machine slept for so long
};

/// How long the machine has slept since it was switched on.
std::chrono::milliseconds timeAsleep();

/// Notices that the wall clock was set, or that the machine slept: then it has run off the monotonic clock, which
/// stands still meanwhile. Pure: times come in.
class ClockWatch
{
public:
    /// Less than this adds up until it is this much.
    static constexpr std::chrono::milliseconds leastJump = leastClockJump;

    /// What has happened since it was last told. The first call never tells anything. `asleep`: as timeAsleep() says.
    ClockStep takeStep(Now now, std::chrono::milliseconds asleep);

private:
    std::optional<std::chrono::milliseconds> m_offset; ///< wall less monotonic and sleep
    std::chrono::milliseconds m_asleep{};
};

} // namespace foghorn
