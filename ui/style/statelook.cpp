#include "ui/style/statelook.h"

#include "core/registry/serviceinfo.h"

namespace foghorn {

namespace {

StateLook runningLook(const StateFacts &facts)
{
    switch (facts.health) {
    case Health::Healthy:
        break;
    case Health::Degraded:
        return {StateFamily::Degraded, Silhouette::Warning, Badge::None, 4};
    case Health::Unhealthy:
        return {StateFamily::Unhealthy, Silhouette::Cross, Badge::None, 6};
    case Health::Unknown:
        if (facts.lostDependency)
            break;
        if (facts.hasProbe)
            return {StateFamily::Neutral, Silhouette::Unchecked, Badge::None, 2};
        // Nobody asks this service how it is: it runs, and no more than that is claimed.
        return {StateFamily::Neutral, Silhouette::Check, Badge::None, 0};
    }
    if (facts.lostDependency)
        return {StateFamily::Degraded, Silhouette::Warning, Badge::None, 4};
    return {StateFamily::Healthy, Silhouette::Check, Badge::None, 0};
}

StateLook startingLook(Health health)
{
    switch (health) {
    case Health::Degraded:
        return {StateFamily::Busy, Silhouette::Starting, Badge::Triangle, 3};
    case Health::Unhealthy:
        return {StateFamily::Busy, Silhouette::Starting, Badge::Diamond, 4};
    case Health::Healthy:
    case Health::Unknown:
        break;
    }
    return {StateFamily::Busy, Silhouette::Starting, Badge::None, 1};
}

StateLook baseLook(const StateFacts &facts)
{
    switch (facts.state) {
    case RunState::Running:
        return runningLook(facts);
    case RunState::Starting:
        return startingLook(facts.health);
    case RunState::Waiting:
        return {StateFamily::Neutral, Silhouette::Waiting, Badge::None, 1};
    case RunState::Backoff:
        return {StateFamily::Degraded, Silhouette::Backoff, Badge::None, 4};
    case RunState::Stopping:
    case RunState::Draining:
        if (facts.graceNearlyOver)
            return {StateFamily::Busy, Silhouette::Stopping, Badge::Triangle, 3};
        return {StateFamily::Busy, Silhouette::Stopping, Badge::None, 1};
    case RunState::Stopped:
        return {StateFamily::Neutral, Silhouette::Stopped, Badge::None, facts.goal == Goal::Up ? 3 : 0};
    case RunState::Finished:
        return {StateFamily::Neutral, Silhouette::Finished, Badge::None, 0};
    case RunState::Failed:
        return {StateFamily::Unhealthy, Silhouette::Failed, Badge::None, 7};
    }
    return {};
}

} // namespace

StateLook lookOf(const StateFacts &facts)
{
    StateLook look = baseLook(facts);
    if (facts.critical && look.severity >= 2)
        ++look.severity;
    return look;
}

StateFacts factsOf(const ServiceInfo &info, const ServiceStatus &status, const HealthSummary &health, WallTime now)
{
    StateFacts facts;
    facts.goal = status.goal;
    facts.state = status.state;
    facts.health = health.health;
    facts.critical = info.critical;
    facts.hasProbe = info.hasProbe;
    facts.lostDependency = !status.lostDependencies.isEmpty();
    const bool stopping = status.state == RunState::Stopping || status.state == RunState::Draining;
    facts.graceNearlyOver = stopping && info.stopTimeout.count() > 0 && now - status.since > info.stopTimeout * 8 / 10;
    return facts;
}

bool isUnderWay(RunState state)
{
    switch (state) {
    case RunState::Waiting:
    case RunState::Starting:
    case RunState::Running:
    case RunState::Draining:
    case RunState::Stopping:
    case RunState::Backoff:
        return true;
    case RunState::Stopped:
    case RunState::Finished:
    case RunState::Failed:
        return false;
    }
    return false;
}

} // namespace foghorn
