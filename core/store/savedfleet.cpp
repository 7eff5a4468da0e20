#include "core/store/savedfleet.h"

#include "core/store/retention.h"

#include <algorithm>

namespace foghorn {

qint64 SavedFleet::highestIdGiven(WallTime now) const
{
    constexpr qint64 mostWaiting = 20'000; // of the queue that was not written
    constexpr qint64 mostInASecond = 1'000;
    // of a file that could not be read nobody knows the last id: milliseconds since the epoch are beyond any
    const auto sinceEpoch = now.time_since_epoch().count();
    if (!wasRead)
        return std::max<qint64>(lastEventId, sinceEpoch);
    if (endedCleanly)
        return lastEventId;
    // of the clocks of both runs any may have been wrong
    const auto silent =
        std::clamp<std::chrono::milliseconds>(alive ? now - alive->wall : std::chrono::milliseconds{}, {}, historyKept);
    return lastEventId + mostWaiting + silent / std::chrono::seconds(1) * mostInASecond;
}

} // namespace foghorn
