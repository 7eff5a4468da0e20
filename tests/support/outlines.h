#pragma once

#include "core/registry/serviceinfo.h"

namespace foghorn::test {

/// A service with a probe, without dependencies.
inline ServiceInfo info(const QString &name, bool critical = true)
{
    ServiceInfo made;
    made.name = name;
    made.type = name;
    made.critical = critical;
    made.hasProbe = true;
    return made;
}

/// A fleet of these services; its graph has no edges.
inline FleetOutline outline(const QList<ServiceInfo> &services)
{
    FleetOutline made;
    made.name = QStringLiteral("test");
    made.services = services;
    QList<ServiceId> names;
    for (const ServiceInfo &service : services)
        names.append(service.name);
    made.graph = std::get<DependencyGraph>(DependencyGraph::build(names, {}));
    return made;
}

} // namespace foghorn::test
