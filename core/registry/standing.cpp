#include "core/registry/standing.h"

#include "core/model/causekind.h"

namespace foghorn {
namespace {

using Condition = UptimeLedger::Condition;

/// Whether a service that comes up or goes down for this reason does so because somebody wanted it.
bool isPlanned(Cause cause, bool ranBefore)
{
    switch (kindOf(cause)) {
    case CauseKind::Wish:
        return true;
    case CauseKind::Nothing:
    case CauseKind::Sequence:
        return !ranBefore;
    case CauseKind::Loss:
    case CauseKind::Adoption:
    case CauseKind::Failure:
        return false;
    }
    Q_UNREACHABLE();
}

} // namespace

Standing standingOf(const ServiceInfo &info, const ServiceStatus &status, Health health)
{
    if (info.external)
        return Standing::Ignored;
    if (status.state == RunState::Failed)
        return Standing::Unhealthy;
    if (status.goal == Goal::Down || status.state == RunState::Stopped || status.state == RunState::Finished)
        return Standing::Ignored;
    if (!info.hasProbe)
        return status.state == RunState::Running ? Standing::Good : Standing::Unknown;
    switch (health) {
    case Health::Unhealthy:
        return Standing::Unhealthy;
    case Health::Degraded:
        return Standing::Degraded;
    case Health::Healthy:
        return status.state == RunState::Running ? Standing::Good : Standing::Unknown;
    case Health::Unknown:
        return Standing::Unknown;
    }
    Q_UNREACHABLE();
}

bool isInTheWayOfReadiness(const ServiceInfo &info, const ServiceStatus &status)
{
    if (!info.critical || info.external)
        return false;
    return status.state != RunState::Running && !(info.job && status.state == RunState::Finished);
}

Condition uptimeConditionOf(const ServiceStatus &status, Health health, bool ranBefore)
{
    if (status.goal == Goal::Down)
        return Condition::Excluded;
    switch (status.state) {
    case RunState::Stopped:
    case RunState::Finished:
        return Condition::Excluded;
    case RunState::Running:
        return health == Health::Unhealthy ? Condition::Down : Condition::Up;
    case RunState::Waiting:
    case RunState::Starting:
    case RunState::Draining:
    case RunState::Stopping:
        return isPlanned(status.cause, ranBefore) ? Condition::Excluded : Condition::Down;
    case RunState::Backoff:
    case RunState::Failed:
        return Condition::Down;
    }
    Q_UNREACHABLE();
}

} // namespace foghorn
