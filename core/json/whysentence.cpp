#include "core/json/whysentence.h"

#include "core/base/names.h"
#include "core/base/units.h"
#include "core/model/restartlimit.h"
#include "core/model/words.h"

#include <QStringList>

namespace foghorn {
namespace {

QString firstFew(const Phrasebook &say, const QList<ServiceId> &names)
{
    constexpr qsizetype shown = 4;
    const QString first = names.mid(0, shown).join(QLatin1String(", "));
    return names.size() > shown ? say("why.andMore", first, names.size() - shown) : first;
}

QString blockerWords(const Phrasebook &say, const Blocker &blocker)
{
    if (!blocker.required)
        return say("why.toSettle", blocker.service);
    switch (blocker.condition) {
    case DependencyCondition::Completed:
        return say("why.toComplete", blocker.service);
    case DependencyCondition::Started:
        return say("why.toStart", blocker.service);
    case DependencyCondition::Default:
    case DependencyCondition::Healthy:
        break;
    }
    return say("why.toBecomeHealthy", blocker.service);
}

QString waitingWords(const Phrasebook &say, const ServiceStatus &status)
{
    if (status.blockers.isEmpty())
        return say("why.waiting");
    constexpr qsizetype shown = 3;
    QStringList parts;
    for (const Blocker &blocker : status.blockers.mid(0, shown))
        parts << blockerWords(say, blocker);
    if (status.blockers.size() > shown)
        parts << say("why.more", status.blockers.size() - shown);
    return say("why.waitingFor", parts.join(QLatin1String(", ")));
}

/// The end of the last run, unless that was only our own signal: then what it was stopped for.
QString lastTroubleWords(const Phrasebook &say, const ServiceStatus &status)
{
    if (!status.lastExit)
        return status.lastError;
    const bool tellsTheExit = status.lastError.isEmpty() || status.lastError.startsWith(exitWords(*status.lastExit));
    return tellsTheExit ? exitWords(*status.lastExit, say) : status.lastError;
}

/// What went wrong, as it stands alone or follows "failed …:".
QString troubleWords(const Phrasebook &say, const ServiceStatus &status, const ServiceInfo &info)
{
    switch (status.cause) {
    case Cause::StartTimeout:
        return say("why.notReady", formatDuration(info.startTimeout));
    case Cause::Unhealthy:
        return say.counted("why.failedChecks", info.failureThreshold);
    case Cause::HeartbeatLost:
        return say("why.noHeartbeat", formatDuration(info.heartbeat.timeout));
    case Cause::DependencyLost:
        return status.lostDependencies.isEmpty() ? say("why.loss")
                                                 : say("why.lossOf", firstFew(say, status.lostDependencies));
    case Cause::ExitUnknown:
        return say("why.unseenEnd");
    case Cause::RestartLimit:
        return lastTroubleWords(say, status);
    case Cause::Exited:
    case Cause::Signaled:
    case Cause::SpawnFailed:
    case Cause::None:
    case Cause::NotStarted:
    case Cause::Command:
    case Cause::Restart:
    case Cause::StartUp:
    case Cause::Shutdown:
    case Cause::Reload:
    case Cause::Dependency:
    case Cause::Adopted:
        break;
    }
    if (status.lastExit)
        return exitWords(*status.lastExit, say);
    return status.lastError;
}

/// Its only reason is that memory may have run out.
QString signalWords(const Phrasebook &say, const ExitInfo &exit)
{
    const QString name = signalName(exit.signal);
    return exit.reason.isEmpty() ? name : say("why.perhapsMemory", name);
}

/// The same as a noun, as it follows "restarting after".
QString setbackWords(const Phrasebook &say, const ServiceStatus &status, const ServiceInfo &info)
{
    if (status.cause == Cause::StartTimeout)
        return say("why.withoutReady", formatDuration(info.startTimeout));
    if (status.cause == Cause::Signaled && status.lastExit)
        return signalWords(say, *status.lastExit);
    if (status.cause == Cause::SpawnFailed && status.lastExit)
        return say("why.failedStart", exitWords(*status.lastExit, say));
    return troubleWords(say, status, info);
}

QString backoffWords(const Phrasebook &say, const ServiceStatus &status, const ServiceInfo &info)
{
    const QString setback = setbackWords(say, status, info);
    const QString out = setback.isEmpty() ? say("why.restarting") : say("why.restartingAfter", setback);
    return isRetryCounted(status) ? say("why.attempt", out, status.restartAttempts, status.maxAttempts) : out;
}

QString failedWords(const Phrasebook &say, const ServiceStatus &status, const ServiceInfo &info)
{
    const QString trouble = troubleWords(say, status, info);
    if (isAtRestartLimit(status)) {
        const QString out = say.counted("why.failedAfter", status.restartAttempts);
        return trouble.isEmpty() ? out : say("why.because", out, trouble);
    }
    return trouble.isEmpty() ? say("why.failed") : trouble;
}

QString runningWords(const Phrasebook &say, const ServiceStatus &status, const HealthSummary &health)
{
    if (!status.lostDependencies.isEmpty())
        return say("why.runningWithout", firstFew(say, status.lostDependencies));
    switch (health.health) {
    case Health::Degraded:
        return health.consecutiveFailures > 0 ? say("why.runningFailing") : say("why.runningRecovering");
    case Health::Unhealthy:
        return say("why.runningUnhealthy");
    case Health::Healthy:
    case Health::Unknown:
        break;
    }
    return status.cause == Cause::Adopted ? say("why.runningAdopted") : say("why.running");
}

QString stoppedWords(const Phrasebook &say, const ServiceStatus &status)
{
    switch (status.cause) {
    case Cause::NotStarted:
        return say("why.notStarted");
    case Cause::Command:
        return say("why.stoppedByCommand");
    case Cause::Restart:
        return say("why.stoppedByRestart");
    case Cause::Shutdown:
        return say("why.stoppedByShutdown");
    case Cause::Reload:
        return say("why.stoppedByReload");
    case Cause::DependencyLost:
        return say("why.stoppedByLoss");
    case Cause::Exited:
    case Cause::Signaled:
    case Cause::ExitUnknown:
    case Cause::SpawnFailed:
    case Cause::None:
    case Cause::StartUp:
    case Cause::Dependency:
    case Cause::StartTimeout:
    case Cause::Unhealthy:
    case Cause::HeartbeatLost:
    case Cause::RestartLimit:
    case Cause::Adopted:
        break;
    }
    return status.lastExit ? say("why.stoppedAfter", exitWords(*status.lastExit, say)) : say("why.stopped");
}

QString stoppingWords(const Phrasebook &say, const ServiceStatus &status)
{
    if (!status.lingering.isEmpty()) {
        QStringList pids;
        const QList<LingeringProcess> first = status.lingering.mid(0, 4);
        for (const LingeringProcess &left : first)
            pids << QString::number(left.pid)
                    + (left.command.isEmpty() ? QString() : u' ' + printable(left.command.left(60)));
        return say("why.lingering", pids.join(QLatin1String(", ")));
    }
    switch (status.cause) {
    case Cause::Command:
        return say("why.stoppingByCommand");
    case Cause::Restart:
        return say("why.stoppingByRestart");
    case Cause::Shutdown:
        return say("why.stoppingByShutdown");
    case Cause::Reload:
        return say("why.stoppingByReload");
    case Cause::Unhealthy:
        return say("why.stoppingUnhealthy");
    case Cause::StartTimeout:
        return say("why.stoppingNotReady");
    case Cause::HeartbeatLost:
        return say("why.stoppingNoHeartbeat");
    case Cause::DependencyLost:
        return say("why.stoppingByLoss");
    case Cause::None:
    case Cause::NotStarted:
    case Cause::StartUp:
    case Cause::Dependency:
    case Cause::Exited:
    case Cause::Signaled:
    case Cause::SpawnFailed:
    case Cause::RestartLimit:
    case Cause::Adopted:
    case Cause::ExitUnknown:
        break;
    }
    return status.state == RunState::Draining ? say("why.draining") : say("why.stopping");
}

} // namespace

QString exitWords(const ExitInfo &exit, const Phrasebook &say)
{
    switch (exit.kind) {
    case ExitInfo::Kind::Exited:
        return say("why.exit", exit.code);
    case ExitInfo::Kind::Signaled:
        return say(exit.coreDumped ? "why.dumped" : "why.endedBy", signalWords(say, exit));
    case ExitInfo::Kind::SpawnFailed:
        return exit.reason.isEmpty() ? say("why.notStartable") : exit.reason;
    case ExitInfo::Kind::Unknown:
        break;
    }
    return say("why.unknownExit");
}

QString whySentence(
    const ServiceStatus &status, const HealthSummary &health, const ServiceInfo &info, const Phrasebook &say)
{
    switch (status.state) {
    case RunState::Stopped:
        return stoppedWords(say, status);
    case RunState::Waiting:
        return waitingWords(say, status);
    case RunState::Starting:
        return info.hasProbe ? say("why.startingUnchecked") : say("why.starting");
    case RunState::Running:
        return info.external ? say("why.registered") : runningWords(say, status, health);
    case RunState::Draining:
    case RunState::Stopping:
        return stoppingWords(say, status);
    case RunState::Backoff:
        return backoffWords(say, status, info);
    case RunState::Finished:
        return say("why.finished");
    case RunState::Failed:
        return failedWords(say, status, info);
    }
    Q_UNREACHABLE();
}

QString whySentence(const RegistryEntry &entry, const Phrasebook &say)
{
    const QString why = whySentence(entry.status, entry.health, entry.info, say);
    const Announcement &said = entry.said;
    if (entry.status.state == RunState::Starting && !said.statusText.isEmpty())
        return say("why.itSays", why, said.statusText);
    if (entry.status.state != RunState::Running)
        return why;
    if (said.stopping)
        return say("why.saysStopping", why);
    return said.reloading ? say("why.saysReloading", why) : why;
}

QString whyShown(const RegistryEntry &entry, const Phrasebook &say)
{
    const QString why = whySentence(entry, say);
    const auto saysMoreThan = [&](const char *state) { return why == say(state) ? QString() : why; };
    switch (entry.status.state) {
    case RunState::Running:
        return saysMoreThan("why.running");
    case RunState::Failed:
        return saysMoreThan("why.failed");
    case RunState::Stopped:
        return saysMoreThan("why.stopped");
    case RunState::Stopping:
        return saysMoreThan("why.stopping");
    case RunState::Waiting:
    case RunState::Starting:
    case RunState::Draining:
    case RunState::Backoff:
    case RunState::Finished:
        break;
    }
    return why;
}

} // namespace foghorn
