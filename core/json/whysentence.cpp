#include "core/json/whysentence.h"

#include "core/base/names.h"
#include "core/base/units.h"
#include "core/model/words.h"

#include <QStringList>

namespace foghorn {
namespace {

QString firstFew(const QList<ServiceId> &names)
{
    constexpr qsizetype shown = 4;
    QString out = names.mid(0, shown).join(QLatin1String(", "));
    if (names.size() > shown)
        out += QStringLiteral(" and %1 more").arg(names.size() - shown);
    return out;
}

QString blockerWords(const Blocker &blocker)
{
    if (!blocker.required)
        return blocker.service + QLatin1String(" to settle");
    switch (blocker.condition) {
    case DependencyCondition::Completed:
        return blocker.service + QLatin1String(" to complete");
    case DependencyCondition::Started:
        return blocker.service + QLatin1String(" to start");
    case DependencyCondition::Default:
    case DependencyCondition::Healthy:
        break;
    }
    return blocker.service + QLatin1String(" to become healthy");
}

QString waitingWords(const ServiceStatus &status)
{
    if (status.blockers.isEmpty())
        return QStringLiteral("waiting to be started");
    constexpr qsizetype shown = 3;
    QStringList parts;
    for (const Blocker &blocker : status.blockers.mid(0, shown))
        parts << blockerWords(blocker);
    if (status.blockers.size() > shown)
        parts << QStringLiteral("%1 more").arg(status.blockers.size() - shown);
    return QLatin1String("waiting for ") + parts.join(QLatin1String(", "));
}

/// What went wrong, as it stands alone or follows "failed …:".
QString troubleWords(const ServiceStatus &status, const ServiceInfo &info)
{
    switch (status.cause) {
    case Cause::StartTimeout:
        return QStringLiteral("not ready within ") + formatDuration(info.startTimeout);
    case Cause::Unhealthy:
        return QStringLiteral("%1 failed checks in a row").arg(info.failureThreshold);
    case Cause::HeartbeatLost:
        return QStringLiteral("no heartbeat for ") + formatDuration(info.heartbeat.timeout);
    case Cause::DependencyLost:
        return status.lostDependencies.isEmpty() ? QStringLiteral("the loss of a dependency")
                                                 : QLatin1String("the loss of ") + firstFew(status.lostDependencies);
    case Cause::ExitUnknown:
        return QStringLiteral("an end that nobody saw");
    case Cause::Exited:
    case Cause::Signaled:
    case Cause::SpawnFailed:
    case Cause::RestartLimit:
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
        return exitWords(*status.lastExit);
    return status.lastError;
}

/// The same as a noun, as it follows "restarting after".
QString setbackWords(const ServiceStatus &status, const ServiceInfo &info)
{
    if (status.cause == Cause::StartTimeout)
        return formatDuration(info.startTimeout) + QLatin1String(" without becoming ready");
    if (status.cause == Cause::Signaled && status.lastExit)
        return signalName(status.lastExit->signal);
    if (status.cause == Cause::SpawnFailed && status.lastExit)
        return QLatin1String("a failed start: ") + exitWords(*status.lastExit);
    return troubleWords(status, info);
}

QString backoffWords(const ServiceStatus &status, const ServiceInfo &info)
{
    const QString setback = setbackWords(status, info);
    QString out = setback.isEmpty() ? QStringLiteral("restarting") : QLatin1String("restarting after ") + setback;
    if (status.maxAttempts > 0)
        out += QStringLiteral(" (%1 of %2)").arg(status.restartAttempts).arg(status.maxAttempts);
    return out;
}

QString failedWords(const ServiceStatus &status, const ServiceInfo &info)
{
    const QString trouble = troubleWords(status, info);
    if (status.cause == Cause::RestartLimit) {
        QString out = QStringLiteral("failed after %1 automatic restarts").arg(status.restartAttempts);
        if (!trouble.isEmpty())
            out += QLatin1String(": ") + trouble;
        return out;
    }
    return trouble.isEmpty() ? QStringLiteral("failed") : trouble;
}

QString runningWords(const ServiceStatus &status, const HealthSummary &health)
{
    if (!status.lostDependencies.isEmpty())
        return QLatin1String("running, degraded by ") + firstFew(status.lostDependencies);
    switch (health.health) {
    case Health::Degraded:
        return health.consecutiveFailures > 0 ? QStringLiteral("running, but checks fail")
                                              : QStringLiteral("running, recovering");
    case Health::Unhealthy:
        return QStringLiteral("running, but unhealthy");
    case Health::Healthy:
    case Health::Unknown:
        break;
    }
    return status.cause == Cause::Adopted ? QStringLiteral("running, taken over from an earlier orchestrator")
                                          : QStringLiteral("running");
}

QString stoppedWords(const ServiceStatus &status)
{
    switch (status.cause) {
    case Cause::NotStarted:
        return QStringLiteral("not started yet");
    case Cause::Command:
        return QStringLiteral("stopped by command");
    case Cause::Restart:
        return QStringLiteral("stopped for a restart, and comes up again in its turn");
    case Cause::Shutdown:
        return QStringLiteral("stopped by the shutdown of the fleet");
    case Cause::Reload:
        return QStringLiteral("stopped by a reload of the fleet file");
    case Cause::DependencyLost:
        return QStringLiteral("stopped because a required dependency is not available");
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
    return status.lastExit ? QLatin1String("stopped after ") + exitWords(*status.lastExit) : QStringLiteral("stopped");
}

QString stoppingWords(const ServiceStatus &status)
{
    if (!status.lingering.isEmpty()) {
        QStringList pids;
        const QList<LingeringProcess> first = status.lingering.mid(0, 4);
        for (const LingeringProcess &left : first)
            pids << QString::number(left.pid)
                    + (left.command.isEmpty() ? QString() : u' ' + printable(left.command.left(60)));
        return QLatin1String("stopping; still alive after the time-out: pid ") + pids.join(QLatin1String(", "));
    }
    switch (status.cause) {
    case Cause::Command:
        return QStringLiteral("stopping by command");
    case Cause::Restart:
        return QStringLiteral("stopping for a restart");
    case Cause::Shutdown:
        return QStringLiteral("stopping with the fleet");
    case Cause::Reload:
        return QStringLiteral("stopping because the fleet file changed");
    case Cause::Unhealthy:
        return QStringLiteral("stopping because it is unhealthy");
    case Cause::StartTimeout:
        return QStringLiteral("stopping because it did not become ready in time");
    case Cause::HeartbeatLost:
        return QStringLiteral("stopping because its heartbeat was lost");
    case Cause::DependencyLost:
        return QStringLiteral("stopping because a required dependency is not available");
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
    return status.state == RunState::Draining ? QStringLiteral("ending what it left behind")
                                              : QStringLiteral("stopping");
}

} // namespace

QString exitWords(const ExitInfo &exit)
{
    switch (exit.kind) {
    case ExitInfo::Kind::Exited:
        return QStringLiteral("exit %1").arg(exit.code);
    case ExitInfo::Kind::Signaled:
        return QLatin1String("ended by ") + signalName(exit.signal)
            + QLatin1String(exit.coreDumped ? " (core dumped)" : "");
    case ExitInfo::Kind::SpawnFailed:
        return exit.reason.isEmpty() ? QStringLiteral("the program could not be started") : exit.reason;
    case ExitInfo::Kind::Unknown:
        break;
    }
    return QStringLiteral("an exit with unknown code");
}

QString whySentence(const ServiceStatus &status, const HealthSummary &health, const ServiceInfo &info)
{
    switch (status.state) {
    case RunState::Stopped:
        return stoppedWords(status);
    case RunState::Waiting:
        return waitingWords(status);
    case RunState::Starting:
        return info.hasProbe ? QStringLiteral("starting; waiting for its first check to pass")
                             : QStringLiteral("starting; waiting for it to become ready");
    case RunState::Running:
        return info.external ? QStringLiteral("registered itself; not started by Foghorn")
                             : runningWords(status, health);
    case RunState::Draining:
    case RunState::Stopping:
        return stoppingWords(status);
    case RunState::Backoff:
        return backoffWords(status, info);
    case RunState::Finished:
        return QStringLiteral("finished its work");
    case RunState::Failed:
        return failedWords(status, info);
    }
    Q_UNREACHABLE();
}

QString whySentence(const RegistryEntry &entry)
{
    const QString why = whySentence(entry.status, entry.health, entry.info);
    const Announcement &said = entry.said;
    if (entry.status.state == RunState::Starting && !said.statusText.isEmpty())
        return why + QLatin1String("; it says: ") + said.statusText;
    if (entry.status.state != RunState::Running)
        return why;
    return why
        + (said.stopping         ? QLatin1String(", but says that it is stopping")
                : said.reloading ? QLatin1String(", and says that it is reloading")
                                 : QLatin1String());
}

} // namespace foghorn
