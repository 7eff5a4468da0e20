#include "ui/dialogs/stopplan.h"

#include "ui/style/statelook.h"

#include "core/registry/serviceregistry.h"

#include <QSet>

namespace foghorn {

StopPlan StopPlan::of(const ServiceRegistry &registry, const QList<ServiceId> &services)
{
    StopPlan plan;
    const DependencyGraph &graph = registry.outline().graph;
    const auto isUp = [&registry](const ServiceId &id) {
        const RegistryEntry *entry = registry.find(id);
        return entry && isUnderWay(entry->status.state);
    };
    QSet<int> stopped;
    for (const ServiceId &id : services) {
        const std::optional<int> node = graph.indexOf(id);
        if (!node || !isUp(id))
            continue;
        plan.services.append(id);
        stopped.insert(*node);
    }
    QSet<int> wanted;
    for (const ServiceId &id : plan.services) {
        for (const int node : graph.dependentsOf(*graph.indexOf(id))) {
            if (isUp(graph.name(node)))
                wanted.insert(node);
        }
    }
    wanted.subtract(stopped);
    const std::vector<int> &order = graph.startOrder();
    for (auto node = order.rbegin(); node != order.rend(); ++node) {
        if (wanted.contains(*node))
            plan.dependents.append(graph.name(*node));
    }
    stopped.unite(wanted);
    for (const int node : order) {
        if (stopped.contains(node)) {
            const RegistryEntry *entry = registry.find(graph.name(node));
            plan.critical = plan.critical || (entry && entry->info.critical);
            continue;
        }
        if (!isUp(graph.name(node)))
            continue;
        for (const auto &dependency : graph.dependencies(node)) {
            if (dependency.kind == EdgeKind::Optional && stopped.contains(dependency.node)) {
                plan.degraded.append(graph.name(node));
                break;
            }
        }
    }
    return plan;
}

} // namespace foghorn
