#include "core/runtime/outline.h"

namespace foghorn {
namespace {

ServiceInfo infoOf(const ServiceSpec &spec, const DependencyGraph &graph, int node, const LaunchContext &context)
{
    ServiceInfo info;
    info.name = spec.name;
    info.type = spec.type;
    info.description = spec.description;
    info.version = spec.version;
    info.labels = spec.labels;
    info.critical = spec.critical;
    info.autostart = spec.autostart;
    info.job = spec.job;
    info.hasProbe = spec.probe.kind != ProbeSpec::Kind::None;
    info.layer = graph.layer(node);
    for (const auto &[target, kind] : graph.dependencies(node)) {
        if (kind == EdgeKind::Required)
            info.required.append(graph.name(target));
        else if (kind == EdgeKind::Optional)
            info.optional.append(graph.name(target));
        else
            info.after.append(graph.name(target));
    }
    for (const auto &[dependent, kind] : graph.dependents(node)) {
        if (kind != EdgeKind::OrderOnly)
            info.dependents.append(graph.name(dependent));
    }
    info.ports = spec.ports;
    info.endpoints = spec.endpoints;
    info.logFile = logFileOf(spec.name, context);
    info.command = spec.command;
    info.heartbeat = spec.heartbeat.value_or(HeartbeatPolicy{});
    info.beatsItself = spec.heartbeat.has_value();
    info.stopTimeout = spec.stopTimeout;
    info.startTimeout = spec.startTimeout;
    info.failureThreshold = spec.health.failureThreshold;
    info.spec = {std::make_shared<const ServiceSpec>(spec)};
    return info;
}

/// In milliseconds, to the microsecond; a fleet of ten takes a few of those, so none is rounded away.
double wholeMicroseconds(std::chrono::nanoseconds time)
{
    return static_cast<double>(std::chrono::ceil<std::chrono::microseconds>(time).count()) / 1000;
}

} // namespace

FleetOutline outlineOf(const FleetSpec &resolved, const DependencyGraph &graph, const LaunchContext &context)
{
    FleetOutline outline;
    outline.name = resolved.name;
    outline.graph = graph;
    outline.resolutionMilliseconds = wholeMicroseconds(graph.resolutionTime());
    outline.services.reserve(resolved.services.size());
    for (int node = 0; node < graph.size(); ++node)
        outline.services.append(infoOf(resolved.services[node], graph, node, context));
    return outline;
}

} // namespace foghorn
