#include "core/runtime/gates.h"

#include <algorithm>

namespace foghorn::gates {
namespace {

DependencyCondition requiredConditionOf(const GateView &self, const GateView &target)
{
    const auto &declared = self.spec->dependsOn;
    const auto found = std::find_if(declared.begin(), declared.end(), [&target](const Dependency &dependency) {
        return dependency.service == target.spec->name;
    });
    return conditionOf(found == declared.end() ? Dependency{} : *found, *target.spec);
}

bool isHealthyNow(const GateView &target)
{
    // without a probe, running is all that can be known; right after readiness the counters are as fresh as the check
    return target.status->state == RunState::Running
        && (target.spec->probe.kind == ProbeSpec::Kind::None || target.health == Health::Healthy);
}

} // namespace

DependencyCondition conditionOf(const Dependency &dependency, const ServiceSpec &target)
{
    if (dependency.condition != DependencyCondition::Default)
        return dependency.condition;
    if (target.job)
        return DependencyCondition::Completed;
    return target.probe.kind == ProbeSpec::Kind::None ? DependencyCondition::Started : DependencyCondition::Healthy;
}

bool isSatisfied(DependencyCondition condition, const GateView &target)
{
    const ServiceStatus &status = *target.status;
    switch (condition) {
    case DependencyCondition::Healthy:
    case DependencyCondition::Default:
        return isHealthyNow(target) || (target.spec->job && status.state == RunState::Finished);
    case DependencyCondition::Started:
        return status.state == RunState::Running || status.state == RunState::Finished
            || (status.state == RunState::Starting && status.pid > 0);
    case DependencyCondition::Completed:
        return status.state == RunState::Finished;
    }
    Q_UNREACHABLE();
}

bool isSettled(const ServiceStatus &target)
{
    switch (target.state) {
    case RunState::Running:
    case RunState::Finished:
    case RunState::Failed:
        return true;
    case RunState::Stopped:
        return target.goal == Goal::Down;
    case RunState::Waiting:
    case RunState::Starting:
    case RunState::Draining:
    case RunState::Stopping:
    case RunState::Backoff:
        return false;
    }
    Q_UNREACHABLE();
}

bool isAvailable(const ServiceStatus &target)
{
    return target.state == RunState::Running || target.state == RunState::Finished;
}

QList<Blocker> blockersOf(const DependencyGraph &graph, int node, const GateLookup &lookUp)
{
    QList<Blocker> blockers;
    const GateView self = lookUp(node);
    for (const auto &[target, kind] : graph.dependencies(node)) {
        const GateView other = lookUp(target);
        if (kind != EdgeKind::Required) {
            if (!isSettled(*other.status))
                blockers.append({other.spec->name, DependencyCondition::Started, false});
            continue;
        }
        const DependencyCondition condition = requiredConditionOf(self, other);
        if (!isSatisfied(condition, other))
            blockers.append({other.spec->name, condition, true});
    }
    return blockers;
}

QList<ServiceId> lostDependenciesOf(const DependencyGraph &graph, int node, const GateLookup &lookUp)
{
    QList<ServiceId> lost;
    const GateView self = lookUp(node);
    for (const auto &[target, kind] : graph.dependencies(node)) {
        if (kind != EdgeKind::Required)
            continue;
        const GateView other = lookUp(target);
        if (!isAvailable(*other.status) && !isSatisfied(requiredConditionOf(self, other), other))
            lost.append(other.spec->name);
    }
    return lost;
}

bool isSettledFleet(const DependencyGraph &graph, const GateLookup &lookUp)
{
    std::vector<bool> isStuck(static_cast<std::size_t>(graph.size()), false);
    for (const int node : graph.startOrder()) {
        const GateView view = lookUp(node);
        const RunState state = view.status->state;
        if (state == RunState::Failed || (state == RunState::Stopped && view.status->goal == Goal::Down)) {
            isStuck[static_cast<std::size_t>(node)] = true;
            continue;
        }
        if (state == RunState::Running || state == RunState::Finished)
            continue;
        if (state != RunState::Waiting)
            return false;
        const QList<Blocker> &blockers = view.status->blockers;
        const bool waitsInVain = std::any_of(blockers.begin(), blockers.end(), [&](const Blocker &blocker) {
            const auto target = graph.indexOf(blocker.service);
            return blocker.required && target && (isStuck[static_cast<std::size_t>(*target)] || lookUp(*target).status->state == RunState::Finished);
        });
        if (!waitsInVain)
            return false;
        isStuck[static_cast<std::size_t>(node)] = true;
    }
    return true;
}

} // namespace foghorn::gates
