#pragma once

#include "core/model/checkresult.h"
#include "core/model/servicestatus.h"
#include "core/registry/serviceinfo.h"
#include "core/registry/uptime.h"

namespace foghorn {

/// What one service adds to the composite health of its fleet.
enum class Standing {
    Ignored, ///< not meant to be up, or external
    Good, ///< healthy, or running without a probe
    Unknown, ///< meant to be up, but nothing is known of its health yet, or it does not run
    Degraded,
    Unhealthy, ///< unhealthy or failed
};

Standing standingOf(const ServiceInfo &info, const ServiceStatus &status, Health health);

/// Whether the fleet cannot be ready because of this service.
bool isInTheWayOfReadiness(const ServiceInfo &info, const ServiceStatus &status);

/// What holds for its uptime. Planned stops and starts are excluded (decisions.md, "Health"): `ranBefore` says whether
/// the service was ever up, so that its first start does not count against it.
UptimeLedger::Condition uptimeConditionOf(const ServiceStatus &status, Health health, bool ranBefore);

} // namespace foghorn
