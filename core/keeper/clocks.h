#pragma once

#include <chrono>
#include <cstdint>

namespace foghorn::keeper {

/// For intervals; milliseconds since some time.
inline std::int64_t monotonicMs()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

/// Wall clock, milliseconds since the epoch.
inline std::int64_t wallClockMs()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

} // namespace foghorn::keeper
