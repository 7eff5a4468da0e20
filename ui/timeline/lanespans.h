#pragma once

#include "ui/style/statelook.h"
#include "ui/timeline/timescale.h"

#include "core/registry/history.h"

#include <QRect>
#include <QString>

#include <vector>

namespace foghorn {

/// What a lane says of a stretch of time; ordered so that the worst is the greatest.
enum class LaneLook {
    None, ///< nothing is known
    Unobserved, ///< nobody was there to see
    Stopped,
    Finished,
    Running, ///< whatever its health
    Healthy,
    Unchecked, ///< it runs and no check has spoken yet
    Waiting,
    Starting,
    Stopping,
    Degraded,
    Backoff,
    Unhealthy,
    Failed,
};

struct LaneSpan
{
    /// The end of a span that lasts.
    static constexpr WallTime still = WallTime::max();

    WallTime from{};
    WallTime to = still;
    LaneLook look = LaneLook::None;

    bool operator==(const LaneSpan &) const = default;
};

/// Oldest first, without overlaps; equal neighbours are one.
using Lane = std::vector<LaneSpan>;

/// The run states alone.
Lane stateLane(const QList<StateSpan> &states);
/// What checks said, where they said it.
Lane healthLane(const QList<HealthSpan> &health);
/// Run states, and while the service runs what its checks said.
Lane combinedLane(const QList<StateSpan> &states, const QList<HealthSpan> &health);
/// None where the lane says nothing of that moment.
LaneLook lookAt(const Lane &lane, WallTime time);

/// One box of a lane, in whole pixels of the scale.
struct LaneBox
{
    int left = 0;
    int width = 0;
    LaneLook look = LaneLook::None;

    bool operator==(const LaneBox &) const = default;
};

/// Where the spans stand, oldest first, without overlaps. Nothing is narrower than a pixel, and where several share
/// one the worst wins; spans that last end at `now`.
std::vector<LaneBox> boxesOf(const Lane &lane, const TimeScale &scale, WallTime now);

StateFamily familyOf(LaneLook look);
/// One word for people: "Unhealthy".
QString wordOf(LaneLook look);

} // namespace foghorn
