#pragma once

#include "core/graph/dependencygraph.h"
#include "core/model/fleetspec.h"

namespace foghorn {

/// The graph of a fleet. Missing optional targets are left out; all other targets must exist (the fleet file's loader
/// refuses them).
std::variant<DependencyGraph, CyclePath> graphOf(const FleetSpec &fleet);

} // namespace foghorn
