#pragma once

#include "core/base/clock.h"

#include <chrono>
#include <optional>

namespace foghorn {

/// Notices that the wall clock was set, or that it went on while the machine slept: then it has run off the monotonic
/// clock. Pure: times come in.
class ClockWatch
{
public:
    /// Less than this is the clock being kept in step, and adds up until it is this much.
    static constexpr std::chrono::milliseconds leastJump{2'000};

    /// By how much the wall clock has jumped since the last jump was told; zero: not at all. The first call never
    /// tells one.
    std::chrono::milliseconds takeJump(Now now)
    {
        const auto offset = now.wall.time_since_epoch()
            - std::chrono::duration_cast<std::chrono::milliseconds>(now.mono.time_since_epoch());
        const auto jump = offset - m_offset.value_or(offset);
        if (m_offset && std::chrono::abs(jump) < leastJump)
            return {};
        m_offset = offset;
        return jump;
    }

private:
    std::optional<std::chrono::milliseconds> m_offset; ///< wall less monotonic
};

} // namespace foghorn
