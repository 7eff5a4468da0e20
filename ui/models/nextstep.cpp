#include "ui/models/nextstep.h"

#include "ui/style/wording.h"

#include "core/model/restartlimit.h"

#include <QCoreApplication>

namespace foghorn {

namespace {

struct StepWords
{
    Q_DECLARE_TR_FUNCTIONS(foghorn::NextStep)
};

QString afterBackoff(const ServiceStatus &status, WallTime now)
{
    if (!isRetryCounted(status))
        return status.nextAttemptAt
            ? StepWords::tr("Restarts by itself in %1").arg(Wording::age(*status.nextAttemptAt - now))
            : StepWords::tr("Restarts by itself soon");
    const QString attempt = StepWords::tr("%1 of %2").arg(status.restartAttempts).arg(status.maxAttempts);
    if (!status.nextAttemptAt)
        return StepWords::tr("Restarts by itself soon (%1)").arg(attempt);
    //: %1 is a time, %2 is "2 of 3"
    return StepWords::tr("Restarts by itself in %1 (%2)").arg(Wording::age(*status.nextAttemptAt - now), attempt);
}

QString afterRunning(const RegistryEntry &entry, WallTime now)
{
    const ServiceSpec *spec = entry.info.spec.get();
    if (!spec || !entry.info.hasProbe)
        return {};
    const int left = spec->health.failureThreshold - entry.health.consecutiveFailures;
    if (entry.health.health == Health::Degraded && entry.health.consecutiveFailures > 0 && left == 1)
        return StepWords::tr("One more failed check makes it unhealthy");
    if (entry.health.health == Health::Degraded && entry.health.consecutiveFailures > 0)
        return StepWords::tr("%1 more failed checks make it unhealthy").arg(left);
    if (!entry.lastCheck)
        return {};
    const auto wait = entry.lastCheck->at + spec->health.interval - now;
    return wait.count() > 0 ? StepWords::tr("Next check in %1").arg(Wording::age(wait)) : QString();
}

} // namespace

QString nextStep(const RegistryEntry &entry, WallTime now)
{
    const ServiceStatus &status = entry.status;
    if (entry.info.external)
        return {};
    switch (status.state) {
    case RunState::Backoff:
        return afterBackoff(status, now);
    case RunState::Running:
        return afterRunning(entry, now);
    case RunState::Starting: {
        const auto left = status.since + entry.info.startTimeout - now;
        return left.count() > 0 ? StepWords::tr("Given up unless it is ready in %1").arg(Wording::age(left))
                                : QString();
    }
    case RunState::Stopping:
    case RunState::Draining: {
        const auto left = status.since + entry.info.stopTimeout - now;
        return left.count() > 0 ? StepWords::tr("Killed unless it ends in %1").arg(Wording::age(left)) : QString();
    }
    case RunState::Waiting:
        return StepWords::tr("Starts by itself as soon as what it waits for is there");
    case RunState::Failed:
        return status.cause == Cause::RestartLimit
            ? StepWords::tr("Not restarted by itself any more; Restart tries again")
            : QString();
    case RunState::Stopped:
    case RunState::Finished:
        break;
    }
    return {};
}

} // namespace foghorn
