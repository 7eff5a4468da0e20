#include "core/runtime/fleet.h"

#include <numeric>

namespace foghorn {

void Fleet::replace(FleetSpec source, const FleetSpec &resolved, DependencyGraph graph, WallTime now)
{
    std::vector<std::unique_ptr<Service>> services;
    services.reserve(static_cast<std::size_t>(resolved.services.size()));
    for (const ServiceSpec &spec : resolved.services) {
        const auto known = m_graph.indexOf(spec.name);
        services.push_back(
            known ? std::move(m_services[static_cast<std::size_t>(*known)]) : std::make_unique<Service>(spec, now));
    }
    m_services = std::move(services);
    m_source = std::move(source);
    m_graph = std::move(graph);
}

std::vector<int> Fleet::nodesOf(const QList<ServiceId> &services) const
{
    std::vector<int> nodes;
    for (const ServiceId &service : services) {
        if (const auto node = nodeOf(service))
            nodes.push_back(*node);
    }
    return nodes;
}

std::vector<int> Fleet::allNodes() const
{
    std::vector<int> nodes(m_services.size());
    std::iota(nodes.begin(), nodes.end(), 0);
    return nodes;
}

} // namespace foghorn
