#pragma once

#include "core/base/clock.h"

#include <algorithm>

namespace foghorn {

// Rows of history are keyed by one number: the service's above, milliseconds since the epoch below. So the rows of a
// service lie together and in the order of time, and a window of time is one range of keys.

constexpr int timeBits = 42; ///< until the year 2109

constexpr qint64 latestTime = (qint64(1) << timeBits) - 1; ///< milliseconds since the epoch
constexpr qint64 longestTime = qint64(1) << 40; ///< that a check may say it took, in microseconds: twelve days

/// In a damaged file a service may have any number: of one that is too large, keys are some number too.
inline qint64 firstKeyOf(qint64 service)
{
    return static_cast<qint64>(static_cast<quint64>(service) << static_cast<unsigned>(timeBits));
}
inline qint64 lastKeyOf(qint64 service) { return firstKeyOf(service) | latestTime; }
inline qint64 historyKey(qint64 service, WallTime at)
{
    return firstKeyOf(service) | std::clamp<qint64>(at.time_since_epoch().count(), 0, latestTime);
}
inline WallTime timeOfKey(qint64 key) { return WallTime(std::chrono::milliseconds(key & latestTime)); }

} // namespace foghorn
