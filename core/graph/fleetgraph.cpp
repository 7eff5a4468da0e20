#include "core/graph/fleetgraph.h"

namespace foghorn {

std::variant<DependencyGraph, CyclePath> graphOf(const FleetSpec &fleet)
{
    QList<ServiceId> names;
    QHash<ServiceId, int> indexes;
    names.reserve(fleet.services.size());
    indexes.reserve(fleet.services.size());
    for (const ServiceSpec &service : fleet.services) {
        indexes.insert(service.name, static_cast<int>(names.size()));
        names.append(service.name);
    }
    std::vector<Edge> edges;
    const auto add = [&](const ServiceId &dependency, int dependent, EdgeKind kind) {
        const auto found = indexes.constFind(dependency);
        if (found != indexes.constEnd())
            edges.push_back({*found, dependent, kind});
    };
    for (int node = 0; node < names.size(); ++node) {
        const ServiceSpec &service = fleet.services.at(node);
        for (const Dependency &dependency : service.dependsOn)
            add(dependency.service, node, dependency.required ? EdgeKind::Required : EdgeKind::Optional);
        for (const ServiceId &earlier : service.after)
            add(earlier, node, EdgeKind::OrderOnly);
    }
    return DependencyGraph::build(std::move(names), edges);
}

} // namespace foghorn
