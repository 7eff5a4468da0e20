#include "core/alerts/servicefacts.h"

#include "core/model/restartlimit.h"
#include "core/registry/serviceregistry.h"

namespace foghorn {
namespace {

/// Whether a service that comes up or goes down for this reason does so because somebody wanted it.
bool isPlanned(Cause cause)
{
    switch (cause) {
    case Cause::None:
    case Cause::NotStarted:
    case Cause::Command:
    case Cause::Restart:
    case Cause::StartUp:
    case Cause::Shutdown:
    case Cause::Reload:
    case Cause::Dependency:
    case Cause::Adopted:
        return true;
    case Cause::DependencyLost:
    case Cause::Exited:
    case Cause::Signaled:
    case Cause::SpawnFailed:
    case Cause::StartTimeout:
    case Cause::Unhealthy:
    case Cause::HeartbeatLost:
    case Cause::RestartLimit:
    case Cause::ExitUnknown:
        return false;
    }
    Q_UNREACHABLE();
}

Condition conditionOfRunning(const ServiceFacts &facts)
{
    switch (facts.health) {
    case Health::Healthy:
        return Condition::Well;
    case Health::Degraded:
        return Condition::Degraded;
    case Health::Unhealthy:
        return Condition::Bad;
    case Health::Unknown:
        return facts.hasProbe ? Condition::Settling : Condition::Well;
    }
    Q_UNREACHABLE();
}

/// Between two runs, or before the first.
Condition conditionOnTheWay(const ServiceFacts &facts)
{
    if (facts.cause == Cause::HeartbeatLost || facts.cause == Cause::Unhealthy)
        return Condition::Bad;
    return isPlanned(facts.cause) ? Condition::Settling : Condition::Broken;
}

} // namespace

ServiceFacts factsOf(const RegistryEntry &entry)
{
    ServiceFacts facts;
    facts.service = entry.info.name;
    facts.goal = entry.status.goal;
    facts.state = entry.status.state;
    facts.cause = entry.status.cause;
    facts.health = entry.health.health;
    facts.hasProbe = entry.info.hasProbe;
    facts.lostDependency = !entry.status.lostDependencies.isEmpty();
    facts.maxAttempts = entry.status.maxAttempts;
    facts.isAtRestartLimit = isAtRestartLimit(entry.status);
    facts.failures = entry.health.consecutiveFailures;
    if (entry.lastCheck && !entry.lastCheck->passed)
        facts.lastCheck = entry.lastCheck->message;
    facts.lastError = entry.status.lastError;
    return facts;
}

Condition conditionOf(const ServiceFacts &facts)
{
    if (facts.state == RunState::Failed)
        return Condition::Bad;
    if (facts.goal == Goal::Down) // nobody wanted it to be stopped with what it requires, and it stays so
        return facts.cause == Cause::DependencyLost ? Condition::Broken : Condition::Off;
    switch (facts.state) {
    case RunState::Running:
        return conditionOfRunning(facts);
    case RunState::Finished:
        return Condition::Well;
    case RunState::Stopped:
        return Condition::Settling;
    case RunState::Waiting:
    case RunState::Starting:
    case RunState::Draining:
    case RunState::Stopping:
    case RunState::Backoff:
    case RunState::Failed:
        return conditionOnTheWay(facts);
    }
    Q_UNREACHABLE();
}

} // namespace foghorn
