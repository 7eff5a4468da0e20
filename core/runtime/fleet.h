#pragma once

#include "core/graph/dependencygraph.h"
#include "core/model/fleetspec.h"
#include "core/runtime/gates.h"
#include "core/runtime/service.h"

#include <memory>
#include <vector>

namespace foghorn {

/// The services of a fleet by node of its graph. A reload replaces description and graph and keeps the services that
/// stay.
class Fleet
{
public:
    /// `source`: as read; `resolved`: the same with automatic ports filled in. Services that `resolved` no longer names
    /// are gone after this; they must be at rest. A service that stays keeps its old description until setSpec() is
    /// called on it.
    void replace(FleetSpec source, const FleetSpec &resolved, DependencyGraph graph, WallTime now);

    const FleetSpec &source() const { return m_source; }
    const DependencyGraph &graph() const { return m_graph; }
    int size() const { return static_cast<int>(m_services.size()); }
    Service &at(int node) { return *m_services[static_cast<std::size_t>(node)]; }
    const Service &at(int node) const { return *m_services[static_cast<std::size_t>(node)]; }
    std::optional<int> nodeOf(const ServiceId &service) const { return m_graph.indexOf(service); }
    /// Nodes of `services`; unknown ones are left out.
    std::vector<int> nodesOf(const QList<ServiceId> &services) const;
    std::vector<int> allNodes() const;

private:
    FleetSpec m_source;
    DependencyGraph m_graph;
    std::vector<std::unique_ptr<Service>> m_services;
};

} // namespace foghorn
