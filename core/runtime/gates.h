#pragma once

#include "core/graph/dependencygraph.h"
#include "core/model/servicestatus.h"

#include <functional>

namespace foghorn {

/// What a gate needs to know of the service at its other end.
struct GateView
{
    const ServiceSpec *spec = nullptr;
    const ServiceStatus *status = nullptr;
    Health health = Health::Unknown;
    bool waitsInVain = false; ///< waits for something that will not come without help
};
using GateLookup = std::function<GateView(int node)>;

namespace gates {

/// The condition a required edge waits for, with Default filled in: completed for jobs, healthy with a probe, else
/// started.
DependencyCondition conditionOf(const Dependency &dependency, const ServiceSpec &target);
/// Whether a required edge with this condition is open.
bool isSatisfied(DependencyCondition condition, const GateView &target);
/// Whether an optional or order-only edge is open: running, finished, failed, stopped on purpose, or kept from starting
/// by something that will not come: an optional edge must not hold up a fleet for ever.
bool isSettled(const GateView &target);
/// Whether a required dependency that does not satisfy its gate never will without help.
bool isDeadEnd(const GateView &target);
/// Whether a required dependency that once was satisfied still is: it runs, or has finished.
bool isAvailable(const ServiceStatus &target);

/// What keeps `node` from starting now, in the order of its edges.
QList<Blocker> blockersOf(const DependencyGraph &graph, int node, const GateLookup &lookUp);
/// Whether one of `blockers` is a dead end.
bool isInVain(const DependencyGraph &graph, const QList<Blocker> &blockers, const GateLookup &lookUp);
/// The required dependencies of `node` that are not available, in the order of its edges.
QList<ServiceId> lostDependenciesOf(const DependencyGraph &graph, int node, const GateLookup &lookUp);
/// Whether a start-up has come to rest: everything wanted up runs, has finished or failed, or waits for something that
/// will not come. `hint`: a node to look at first, as the last answer "no" left it.
bool isSettledFleet(const DependencyGraph &graph, const GateLookup &lookUp, int &hint);

} // namespace gates
} // namespace foghorn
