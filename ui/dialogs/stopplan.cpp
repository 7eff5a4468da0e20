#include "ui/dialogs/stopplan.h"

#include "ui/style/statelook.h"

#include "core/registry/serviceregistry.h"

#include <algorithm>

namespace foghorn {

namespace {

bool isUp(const ServiceRegistry &registry, const ServiceId &id)
{
    const RegistryEntry *entry = registry.find(id);
    return entry && isUnderWay(entry->status.state);
}

/// Marks every node that requires a marked one, directly or not. One walk, however many are marked.
std::vector<bool> withDependents(const DependencyGraph &graph, std::vector<bool> marked)
{
    for (const int node : graph.startOrder()) { // what a node needs comes before it
        const auto needs = graph.dependencies(node);
        const bool isHit = std::any_of(needs.begin(), needs.end(), [&marked](const DependencyGraph::Neighbour &need) {
            return need.kind == EdgeKind::Required && marked[static_cast<std::size_t>(need.node)];
        });
        if (isHit)
            marked[static_cast<std::size_t>(node)] = true;
    }
    return marked;
}

} // namespace

StopPlan StopPlan::of(const ServiceRegistry &registry, const QList<ServiceId> &services)
{
    StopPlan plan;
    const DependencyGraph &graph = registry.outline().graph;
    std::vector<bool> asked(static_cast<std::size_t>(graph.size()));
    for (const ServiceId &id : services) {
        const std::optional<int> node = graph.indexOf(id);
        if (!node || !isUp(registry, id))
            continue;
        plan.services.append(id);
        asked[static_cast<std::size_t>(*node)] = true;
    }
    std::vector<bool> stopped = withDependents(graph, asked);
    const std::vector<int> &order = graph.startOrder();
    for (auto node = order.rbegin(); node != order.rend(); ++node) {
        const auto at = static_cast<std::size_t>(*node);
        stopped[at] = stopped[at] && isUp(registry, graph.name(*node));
        if (stopped[at] && !asked[at])
            plan.dependents.append(graph.name(*node));
    }
    for (const int node : order) {
        const ServiceId &id = graph.name(node);
        if (stopped[static_cast<std::size_t>(node)]) {
            plan.critical = plan.critical || registry.find(id)->info.critical;
            continue;
        }
        const auto wants = graph.dependencies(node);
        const bool isHit = std::any_of(wants.begin(), wants.end(), [&](const DependencyGraph::Neighbour &want) {
            return want.kind == EdgeKind::Optional && stopped[static_cast<std::size_t>(want.node)];
        });
        if (isHit && isUp(registry, id))
            plan.degraded.append(id);
    }
    return plan;
}

QList<ServiceId> neededToStart(const ServiceRegistry &registry, const QList<ServiceId> &services)
{
    const DependencyGraph &graph = registry.outline().graph;
    std::vector<bool> needed(static_cast<std::size_t>(graph.size()));
    std::vector<bool> asked(needed.size());
    for (const ServiceId &id : services) {
        if (const std::optional<int> node = graph.indexOf(id))
            needed[static_cast<std::size_t>(*node)] = asked[static_cast<std::size_t>(*node)] = true;
    }
    const std::vector<int> &order = graph.startOrder();
    for (auto node = order.rbegin(); node != order.rend(); ++node) { // what needs a node comes before it
        if (!needed[static_cast<std::size_t>(*node)])
            continue;
        for (const DependencyGraph::Neighbour &need : graph.dependencies(*node)) {
            if (need.kind == EdgeKind::Required)
                needed[static_cast<std::size_t>(need.node)] = true;
        }
    }
    QList<ServiceId> more;
    for (const int node : order) {
        const auto at = static_cast<std::size_t>(node);
        const RegistryEntry *entry = registry.find(graph.name(node));
        const bool isThere =
            entry && (entry->status.state == RunState::Running || entry->status.state == RunState::Finished);
        if (needed[at] && !asked[at] && entry && !isThere)
            more.append(graph.name(node));
    }
    return more;
}

} // namespace foghorn
