#pragma once

#include "core/fleetfile/fleetdraft.h"
#include "core/graph/dependencygraph.h"

namespace foghorn {

/// Sets host and port of a tcp probe whose address has no open references. False: it is no address.
bool splitTcpAddress(ProbeSpec &probe);

/// Fills what refers to fixed ports into `fleet` (the services of `draft`, in its order). Then tries what automatic
/// ports will make of the rest, and reports endpoints that refer to each other in a circle and probes without a
/// usable address.
void fillFixedPorts(FleetSpec &fleet, const FleetDraft &draft, const DependencyGraph &graph, FaultList &faults);

} // namespace foghorn
