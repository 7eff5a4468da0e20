#pragma once

#include "core/base/clock.h"

#include <chrono>
#include <optional>

namespace foghorn {

/// The wall clock beside one that nobody sets, so that a later run can tell whether somebody set the first.
struct BootClock
{
    WallTime wall{};
    std::chrono::milliseconds sinceBoot{}; ///< CLOCK_BOOTTIME: also while the machine sleeps
    qint64 boot = 0; ///< begins as the kernel's boot id, whose other digits are left out; 0: not known

    static BootClock read();
    /// When the machine was switched on, by the wall clock of then.
    WallTime bootedAt() const { return wall - sinceBoot; }
    /// By how much the wall clock was set since `earlier`; zero as long as it was only kept in step, and nothing where
    /// the machine was off in between, because then nobody knows.
    std::optional<std::chrono::milliseconds> setSince(const BootClock &earlier) const;

    bool operator==(const BootClock &) const = default;
};

/// Less than this is a clock that is kept in step.
constexpr std::chrono::milliseconds leastClockJump{2'000};

} // namespace foghorn
