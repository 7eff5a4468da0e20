#pragma once

#include "core/model/fleetspec.h"
#include "core/registry/serviceinfo.h"
#include "core/runtime/launchplan.h"

namespace foghorn {

/// The fleet as views know it. `resolved`: with automatic ports filled in.
FleetOutline outlineOf(const FleetSpec &resolved, const DependencyGraph &graph, const LaunchContext &context);

} // namespace foghorn
