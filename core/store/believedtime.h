#pragma once

#include "core/base/clock.h"

#include <optional>

namespace foghorn {

/// The time by which history is judged old. A wall clock that leaps, which may be a mistake that lasts a minute, is
/// believed only after it has gone on so for a while; until then the earlier of the two times is taken. Pure: times
/// come in.
class BelievedTime
{
public:
    /// Nearer than this the clock is believed at once: the machine may have been off for a while.
    static constexpr std::chrono::milliseconds near = std::chrono::days(1);
    /// How long a leap is doubted; one of more than `far` for longer.
    static constexpr std::chrono::milliseconds doubt = std::chrono::hours(1);
    static constexpr std::chrono::milliseconds far = std::chrono::days(30);
    static constexpr std::chrono::milliseconds longDoubt = std::chrono::days(1);

    /// What an earlier run believed last; nothing: the first clock is believed.
    void begin(std::optional<WallTime> believed) { m_believed = believed; }
    WallTime take(Now now);
    std::optional<WallTime> believed() const { return m_believed; }

private:
    std::optional<WallTime> m_believed;
    std::optional<Now> m_doubted; ///< since when
};

} // namespace foghorn
