#include "core/runtime/gates.h"

#include <algorithm>

namespace foghorn::gates {
namespace {

DependencyCondition requiredConditionOf(const GateView &self, const GateView &target)
{
    const auto &declared = self.spec->dependsOn;
    const auto found = std::find_if(declared.begin(), declared.end(),
        [&target](const Dependency &dependency) { return dependency.service == target.spec->name; });
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

bool isSettled(const GateView &target)
{
    switch (target.status->state) {
    case RunState::Running:
    case RunState::Finished:
    case RunState::Failed:
        return true;
    case RunState::Stopped:
        return target.status->goal == Goal::Down;
    case RunState::Waiting:
        return target.waitsInVain;
    case RunState::Starting:
    case RunState::Draining:
    case RunState::Stopping:
    case RunState::Backoff:
        return false;
    }
    Q_UNREACHABLE();
}

bool isDeadEnd(const GateView &target)
{
    const RunState state = target.status->state;
    return state == RunState::Failed || state == RunState::Finished
        || (state == RunState::Waiting && target.waitsInVain)
        || (state == RunState::Stopped && target.status->goal == Goal::Down);
}

bool isInVain(const DependencyGraph &graph, const QList<Blocker> &blockers, const GateLookup &lookUp)
{
    return std::any_of(blockers.begin(), blockers.end(), [&graph, &lookUp](const Blocker &blocker) {
        const auto target = graph.indexOf(blocker.service);
        return blocker.required && target && isDeadEnd(lookUp(*target));
    });
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
            if (!isSettled(other))
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

bool isSettledFleet(const DependencyGraph &graph, const GateLookup &lookUp, int &hint)
{
    if (hint < graph.size() && !isSettled(lookUp(hint)))
        return false;
    for (int node = 0; node < graph.size(); ++node) {
        if (!isSettled(lookUp(node))) {
            hint = node;
            return false;
        }
    }
    return true;
}

} // namespace foghorn::gates
