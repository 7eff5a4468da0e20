#include "ui/models/blockerpath.h"

#include "ui/style/wording.h"

#include <QSet>

namespace foghorn {

namespace {

bool isThere(const RegistryEntry &entry)
{
    const bool isUp = entry.status.state == RunState::Running || entry.status.state == RunState::Finished;
    return isUp && entry.health.health != Health::Unhealthy;
}

/// The service that keeps this one from being up and well; empty: none does.
ServiceId blockerOf(const ServiceRegistry &registry, const RegistryEntry &entry)
{
    if (!entry.status.blockers.isEmpty())
        return entry.status.blockers.first().service;
    if (!entry.status.lostDependencies.isEmpty())
        return entry.status.lostDependencies.first();
    const bool isForDependency = entry.status.cause == Cause::DependencyLost || entry.status.cause == Cause::Dependency;
    const bool isDown = entry.status.state != RunState::Running && entry.status.state != RunState::Finished;
    if (!isForDependency || !isDown)
        return {};
    for (const ServiceId &id : entry.info.required) {
        const RegistryEntry *needed = registry.find(id);
        if (needed && !isThere(*needed))
            return id;
    }
    return {};
}

} // namespace

QList<BlockerStep> blockerPath(const ServiceRegistry &registry, const ServiceId &service)
{
    QList<BlockerStep> path;
    QSet<ServiceId> seen{service};
    const RegistryEntry *entry = registry.find(service);
    while (entry) {
        const ServiceId next = blockerOf(registry, *entry);
        if (next.isEmpty() || seen.contains(next))
            break;
        seen.insert(next);
        entry = registry.find(next);
        if (entry)
            path.append({next, Wording::why(entry->info, entry->status, entry->health, entry->lastCheck)});
    }
    return path;
}

} // namespace foghorn
