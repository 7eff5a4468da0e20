#pragma once

#include "core/base/clock.h"

#include <algorithm>

namespace foghorn {

// Rows of history are keyed by one number: the service's above, milliseconds since the epoch below. So the rows of a
// service lie together and in the order of time, and a window of time is one range of keys.

constexpr int timeBits = 42; ///< until the year 2109

inline qint64 historyKey(qint64 service, WallTime at)
{
    constexpr qint64 latest = (qint64(1) << timeBits) - 1;
    return service * (latest + 1) + std::clamp<qint64>(at.time_since_epoch().count(), 0, latest);
}
inline qint64 firstKeyOf(qint64 service) { return service << timeBits; }
inline qint64 lastKeyOf(qint64 service) { return firstKeyOf(service + 1) - 1; }
inline WallTime timeOfKey(qint64 key)
{
    return WallTime(std::chrono::milliseconds(key & ((qint64(1) << timeBits) - 1)));
}

} // namespace foghorn
