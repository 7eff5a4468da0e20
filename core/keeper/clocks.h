#pragma once

#include <algorithm>
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

/// The shorter of two waits in milliseconds; -1 is for ever.
inline int shorterWait(int a, int b) { return a < 0 || b < 0 ? std::max(a, b) : std::min(a, b); }

} // namespace foghorn::keeper
