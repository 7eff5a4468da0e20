// The reasons: the half of Wording that says why a service is in its state.
#include "ui/style/wording.h"

#include "ui/style/isolated.h"

#include "core/model/restartlimit.h"

namespace foghorn {

QString Wording::blocker(const Blocker &blocker)
{
    const QString name = isolated(blocker.service);
    if (!blocker.required)
        return tr("Waiting until %1 has settled").arg(name);
    switch (blocker.condition) {
    case DependencyCondition::Healthy:
        return tr("Waiting for %1 to become healthy").arg(name);
    case DependencyCondition::Completed:
        return tr("Waiting for %1 to complete").arg(name);
    case DependencyCondition::Default:
    case DependencyCondition::Started:
        break;
    }
    return tr("Waiting for %1 to start").arg(name);
}

QString Wording::why(const ServiceInfo &info, const ServiceStatus &status, const HealthSummary &health,
    const std::optional<CheckResult> &lastCheck)
{
    switch (status.state) {
    case RunState::Waiting: {
        if (status.blockers.size() == 1)
            return blocker(status.blockers.first());
        QList<QString> names;
        for (const Blocker &each : status.blockers)
            names.append(isolated(each.service));
        return names.isEmpty() ? tr("Waiting for its turn") : tr("Waiting for %1").arg(list(names));
    }
    case RunState::Starting:
        if (!info.hasProbe)
            return tr("Waiting until it is ready");
        if (lastCheck && !lastCheck->passed && status.startedAt && lastCheck->at >= *status.startedAt)
            return tr("Waiting for its first good check; so far: %1").arg(isolated(lastCheck->message));
        return tr("Waiting for its first good check");
    case RunState::Running:
        return whyRunning(info, status, health, lastCheck);
    case RunState::Draining:
    case RunState::Stopping:
        return whyStopping(status);
    case RunState::Backoff:
        return whyBackoff(status);
    case RunState::Finished:
        return status.lastExit ? tr("Its work is done (%1)").arg(exit(*status.lastExit)) : tr("Its work is done");
    case RunState::Failed:
        return whyFailed(info, status);
    case RunState::Stopped:
        break;
    }
    return whyStopped(status);
}

QString Wording::whyRunning(const ServiceInfo &info, const ServiceStatus &status, const HealthSummary &health,
    const std::optional<CheckResult> &lastCheck)
{
    QString last;
    if (lastCheck && !lastCheck->passed && !lastCheck->message.isEmpty())
        last = isolated(lastCheck->message);
    switch (health.health) {
    case Health::Unhealthy:
        return last.isEmpty() ? tr("Checks failed in a row: %1").arg(health.consecutiveFailures) : last;
    case Health::Degraded:
        if (health.consecutiveFailures == 0)
            return tr("Recovering: its checks pass again");
        return tr("%1 of %2 failures: %3")
            .arg(health.consecutiveFailures)
            .arg(info.failureThreshold)
            .arg(last.isEmpty() ? tr("check failed") : last);
    case Health::Healthy:
    case Health::Unknown:
        break;
    }
    if (!status.lostDependencies.isEmpty())
        return tr("Needs %1, not available now").arg(services(status.lostDependencies));
    if (health.health == Health::Healthy)
        return status.cause == Cause::Adopted ? tr("Found running and taken over; its checks pass")
                                              : tr("Its checks pass");
    return info.hasProbe ? tr("Its first check is still to come") : tr("It runs; no check is set up");
}

QString Wording::process(const LingeringProcess &process)
{
    constexpr qsizetype shown = 60;
    const QString command = isolated(process.command.left(shown));
    return process.startedAt
        //: a process that does not end: its number, its command line, when it was started
        ? tr("%1 %2, since %3").arg(QString::number(process.pid), command, clock(*process.startedAt))
        : QStringLiteral("%1 %2").arg(QString::number(process.pid), command);
}

QString Wording::processes(const QList<LingeringProcess> &processes)
{
    QList<QString> texts;
    for (const LingeringProcess &each : processes)
        texts.append(process(each));
    return list(texts);
}

QString Wording::whyStopping(const ServiceStatus &status)
{
    if (!status.lingering.isEmpty())
        return tr("Still there: %1").arg(processes(status.lingering));
    switch (status.cause) {
    case Cause::Command:
        return tr("Somebody asked for it");
    case Cause::Restart:
        return tr("It is being restarted");
    case Cause::Shutdown:
        return tr("The fleet is shut down");
    case Cause::Reload:
        return tr("The fleet file changed");
    case Cause::Dependency:
    case Cause::DependencyLost:
        return tr("A service that it needs is no longer available");
    case Cause::Unhealthy:
        return tr("Its checks failed; it will be restarted");
    case Cause::HeartbeatLost:
        return tr("Its heartbeat did not come in time");
    case Cause::StartTimeout:
        return tr("It did not get ready in time");
    case Cause::Exited:
    case Cause::Signaled:
    case Cause::ExitUnknown:
        return tr("Its main process ended; the rest is being cleared");
    case Cause::None:
    case Cause::NotStarted:
    case Cause::StartUp:
    case Cause::SpawnFailed:
    case Cause::RestartLimit:
    case Cause::Adopted:
        break;
    }
    return tr("It is being ended");
}

QString Wording::whyStopped(const ServiceStatus &status)
{
    switch (status.cause) {
    case Cause::NotStarted:
    case Cause::None:
        return tr("Not started yet");
    case Cause::Command:
        return tr("Stopped on request");
    case Cause::Restart:
        return tr("Being restarted: it comes up again in its turn");
    case Cause::Shutdown:
        return tr("The fleet was shut down");
    case Cause::Reload:
        return tr("The fleet file changed");
    case Cause::Dependency:
    case Cause::DependencyLost:
        return tr("A service that it needs is not available");
    case Cause::Exited:
    case Cause::Signaled:
    case Cause::ExitUnknown:
        return status.lastExit ? tr("Ended by itself (%1)").arg(exit(*status.lastExit)) : tr("Ended by itself");
    case Cause::Unhealthy:
        return tr("Its checks failed");
    case Cause::HeartbeatLost:
        return tr("Its heartbeat did not come in time");
    case Cause::StartTimeout:
        return tr("It did not get ready in time");
    case Cause::StartUp:
    case Cause::SpawnFailed:
    case Cause::RestartLimit:
    case Cause::Adopted:
        break;
    }
    return status.lastError.isEmpty() ? tr("Not running") : isolated(status.lastError);
}

QString Wording::whyBackoff(const ServiceStatus &status)
{
    // what was stopped for its own good ended by our signal, which is not the reason
    const bool wasStopped =
        status.cause == Cause::Unhealthy || status.cause == Cause::StartTimeout || status.cause == Cause::HeartbeatLost;
    const bool tellsExit = status.lastExit && (!wasStopped || status.lastError.isEmpty());
    const QString what = tellsExit ? exit(*status.lastExit) : isolated(status.lastError);
    if (!isRetryCounted(status))
        return what.isEmpty() ? tr("Restarting soon") : tr("Restarting after %1").arg(what);
    const QString attempt = tr("%1 of %2").arg(status.restartAttempts).arg(status.maxAttempts);
    if (what.isEmpty())
        return tr("Restarting soon (%1)").arg(attempt);
    return tr("Restarting after %1 (%2)").arg(what, attempt);
}

QString Wording::whyFailed(const ServiceInfo &info, const ServiceStatus &status)
{
    QString what = status.lastError.isEmpty() ? QString() : isolated(status.lastError);
    if (status.lastExit && (what.isEmpty() || status.lastExit->kind == ExitInfo::Kind::SpawnFailed))
        what = exit(*status.lastExit);
    switch (status.cause) {
    case Cause::RestartLimit: {
        if (!isAtRestartLimit(status))
            break;
        const QString used = tr("%1 of %2 restarts used").arg(status.restartAttempts).arg(status.maxAttempts);
        return what.isEmpty() ? used : tr("%1; %2").arg(what, used);
    }
    case Cause::StartTimeout:
        return tr("Not ready within %1").arg(age(info.startTimeout));
    case Cause::HeartbeatLost:
        return tr("Its heartbeat did not come in time");
    case Cause::DependencyLost:
        return tr("A service that it needs is not available");
    case Cause::None:
    case Cause::NotStarted:
    case Cause::Command:
    case Cause::Restart:
    case Cause::StartUp:
    case Cause::Shutdown:
    case Cause::Reload:
    case Cause::Dependency:
    case Cause::Exited:
    case Cause::Signaled:
    case Cause::SpawnFailed:
    case Cause::Unhealthy:
    case Cause::Adopted:
    case Cause::ExitUnknown:
        break;
    }
    if (what.isEmpty())
        return status.cause == Cause::Unhealthy ? tr("Its checks failed") : tr("It ended and is not restarted");
    return what;
}

} // namespace foghorn
