#pragma once

#include "core/base/clock.h"
#include "core/model/checkresult.h"
#include "core/model/servicestatus.h"

#include <QMetaType>

namespace foghorn {

struct ServiceInfo;

/// The five colour families.
enum class StateFamily { Healthy, Degraded, Unhealthy, Busy, Neutral };

/// The outlines that tell states apart without colour.
enum class Silhouette {
    Check, ///< ✓ in a filled circle
    Warning, ///< ! in a filled triangle
    Cross, ///< ✕ in a filled diamond
    Unchecked, ///< ? in a dashed ring
    Starting, ///< lower half disc, arrow up
    Stopping, ///< upper half disc, arrow down
    Stopped, ///< hollow square
    Failed, ///< ✕ in a filled octagon
    Waiting, ///< dashed ring with three dots
    Backoff, ///< ring with a clock hand
    Finished, ///< hollow circle with ✓
};

/// A small second mark at the lower trailing corner.
enum class Badge { None, Triangle, Diamond };

/// All that decides how a service looks.
struct StateFacts
{
    Goal goal = Goal::Down;
    RunState state = RunState::Stopped;
    Health health = Health::Unknown;
    bool critical = false;
    bool hasProbe = true;
    bool lostDependency = false; ///< runs on although a required service is not available
    bool graceNearlyOver = false; ///< stopping for more than 80 % of the time allowed

    bool operator==(const StateFacts &) const = default;
};

struct StateLook
{
    StateFamily family = StateFamily::Neutral;
    Silhouette silhouette = Silhouette::Stopped;
    Badge badge = Badge::None;
    int severity = 0; ///< 0 (well) to 8; the sort key of the Status column

    bool operator==(const StateLook &) const = default;
};

/// From here on a service needs a person's attention.
inline constexpr int AttentionSeverity = 3;
/// From here on a service is down.
inline constexpr int DownSeverity = 6;

StateLook lookOf(const StateFacts &facts);
StateFacts factsOf(const ServiceInfo &info, const ServiceStatus &status, const HealthSummary &health, WallTime now);

/// Whether something of the service may be alive, or will be without another command.
bool isUnderWay(RunState state);

} // namespace foghorn

Q_DECLARE_METATYPE(foghorn::StateLook)
