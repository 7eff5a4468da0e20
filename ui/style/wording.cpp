#include "ui/style/wording.h"

#include "core/base/names.h"
#include "core/model/words.h"

#include <QDateTime>
#include <QLocale>

namespace foghorn {

namespace {

QDateTime localTime(WallTime time) { return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count()); }

bool reportsHealth(const StateFacts &facts) { return facts.state == RunState::Running; }

} // namespace

QString Wording::shortState(const StateFacts &facts)
{
    switch (facts.state) {
    case RunState::Stopped:
        return facts.goal == Goal::Up ? tr("Should be running") : tr("Stopped");
    case RunState::Waiting:
        return tr("Waiting");
    case RunState::Starting:
        return facts.health == Health::Degraded || facts.health == Health::Unhealthy ? tr("Checks failing")
                                                                                     : tr("Starting");
    case RunState::Running:
        break;
    case RunState::Draining:
    case RunState::Stopping:
        return tr("Stopping");
    case RunState::Backoff:
        return tr("Restarting soon");
    case RunState::Finished:
        return tr("Finished");
    case RunState::Failed:
        return tr("Failed");
    }
    switch (facts.health) {
    case Health::Unhealthy:
        return tr("Unhealthy");
    case Health::Degraded:
        return tr("Degraded");
    case Health::Healthy:
        return facts.lostDependency ? tr("Degraded") : tr("Healthy");
    case Health::Unknown:
        break;
    }
    if (facts.lostDependency)
        return tr("Degraded");
    return facts.hasProbe ? tr("Not checked yet") : tr("Running");
}

QString Wording::state(const StateFacts &facts)
{
    if (reportsHealth(facts)) {
        if (!facts.hasProbe && facts.health == Health::Unknown && !facts.lostDependency)
            return tr("Running");
        //: %1 is what its checks say: Healthy, Degraded, Unhealthy, Not checked yet
        return tr("Running · %1").arg(shortState(facts));
    }
    if (facts.state == RunState::Stopped && facts.goal == Goal::Up)
        return tr("Stopped · should be running");
    if (facts.state == RunState::Starting && (facts.health == Health::Degraded || facts.health == Health::Unhealthy))
        return tr("Starting · checks failing");
    if (facts.state == RunState::Starting && facts.health == Health::Healthy)
        return tr("Starting · first check passed");
    return shortState(facts);
}

QString Wording::spoken(const StateFacts &facts)
{
    return state(facts).replace(QStringLiteral(" · "), QStringLiteral(", ")).toLower();
}

QString Wording::sentence(
    const ServiceInfo &info, const ServiceStatus &status, const HealthSummary &health, WallTime now)
{
    const StateFacts facts = factsOf(info, status, health, now);
    const QString words = state(facts);
    switch (status.state) {
    case RunState::Starting:
        if (words == shortState(facts))
            return tr("Starting… %1").arg(age(now - status.since));
        return words;
    case RunState::Stopping:
    case RunState::Draining:
        return tr("Stopping… %1 of %2").arg(age(now - status.since), age(info.stopTimeout));
    case RunState::Running:
        if (health.health == Health::Degraded && health.consecutiveFailures > 0)
            return tr("Running · Degraded (%1 of %2 failures)")
                .arg(health.consecutiveFailures)
                .arg(info.failureThreshold);
        return words;
    case RunState::Failed:
        if (status.cause == Cause::SpawnFailed)
            return tr("Failed to start");
        if (status.cause == Cause::RestartLimit)
            return tr("Failed · %1 of %2 restarts used").arg(status.restartAttempts).arg(status.maxAttempts);
        return words;
    case RunState::Stopped:
    case RunState::Waiting:
    case RunState::Backoff:
    case RunState::Finished:
        break;
    }
    return words;
}

QString Wording::blocker(const Blocker &blocker)
{
    const QString name = printable(blocker.service);
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
            names.append(printable(each.service));
        return names.isEmpty() ? tr("Waiting for its turn") : tr("Waiting for %1").arg(list(names));
    }
    case RunState::Starting:
        if (!info.hasProbe)
            return tr("Waiting until it is ready");
        if (lastCheck && !lastCheck->passed && status.startedAt && lastCheck->at >= *status.startedAt)
            return tr("Waiting for its first good check; so far: %1").arg(printable(lastCheck->message));
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
        last = printable(lastCheck->message);
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
    if (!status.lostDependencies.isEmpty()) {
        QList<QString> names;
        for (const ServiceId &id : status.lostDependencies)
            names.append(printable(id));
        return tr("Needs %1, not available now").arg(list(names));
    }
    if (health.health == Health::Healthy)
        return status.cause == Cause::Adopted ? tr("Found running and taken over; its checks pass")
                                              : tr("Its checks pass");
    return info.hasProbe ? tr("Its first check is still to come") : tr("It runs; no check is set up");
}

QString Wording::whyStopping(const ServiceStatus &status)
{
    if (!status.lingering.isEmpty())
        return tr("Processes still there after the time allowed: %1").arg(status.lingering.size());
    switch (status.cause) {
    case Cause::Command:
        return tr("Somebody asked for it");
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
    return status.lastError.isEmpty() ? tr("Not running") : printable(status.lastError);
}

QString Wording::whyBackoff(const ServiceStatus &status)
{
    const QString what = status.lastExit ? exit(*status.lastExit) : printable(status.lastError);
    const QString attempt = tr("%1 of %2").arg(status.restartAttempts).arg(status.maxAttempts);
    if (what.isEmpty())
        return tr("Restarting soon (%1)").arg(attempt);
    return tr("Restarting after %1 (%2)").arg(what, attempt);
}

QString Wording::whyFailed(const ServiceInfo &info, const ServiceStatus &status)
{
    QString what = status.lastError.isEmpty() ? QString() : printable(status.lastError);
    if (status.lastExit && (what.isEmpty() || status.lastExit->kind == ExitInfo::Kind::SpawnFailed))
        what = exit(*status.lastExit);
    switch (status.cause) {
    case Cause::RestartLimit: {
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

QString Wording::exit(const ExitInfo &exit)
{
    switch (exit.kind) {
    case ExitInfo::Kind::Exited:
        //: %1 is an exit code
        return tr("exit %1").arg(exit.code);
    case ExitInfo::Kind::Signaled:
        return exit.coreDumped ? tr("%1, core dumped").arg(signalName(exit.signal)) : signalName(exit.signal);
    case ExitInfo::Kind::SpawnFailed:
        return exit.reason.isEmpty() ? tr("could not be started") : printable(exit.reason);
    case ExitInfo::Kind::Unknown:
        break;
    }
    return tr("exit code not known");
}

QString Wording::age(std::chrono::milliseconds age)
{
    const qint64 seconds = std::max<qint64>(0, age.count() / 1000);
    if (seconds < 60)
        return tr("%1 s").arg(seconds);
    const qint64 minutes = seconds / 60;
    if (minutes < 60)
        return tr("%1 min").arg(minutes);
    const qint64 hours = minutes / 60;
    if (hours < 10 && minutes % 60 != 0)
        return tr("%1 h %2 min").arg(hours).arg(minutes % 60);
    if (hours < 48)
        return tr("%1 h").arg(hours);
    return tr("%1 d").arg(hours / 24);
}

QString Wording::response(std::chrono::microseconds time)
{
    const auto micros = static_cast<double>(time.count());
    if (micros >= 1'000'000)
        return tr("%1 s").arg(QLocale().toString(micros / 1'000'000, 'f', 2));
    return tr("%1 ms").arg(QLocale().toString(micros / 1000, 'f', micros < 10'000 ? 1 : 0));
}

QString Wording::clock(WallTime time)
{
    const QDateTime when = localTime(time);
    if (when.date() == QDate::currentDate())
        return QLocale().toString(when.time(), QLocale::ShortFormat);
    return QLocale().toString(when, QLocale::ShortFormat);
}

QString Wording::list(const QList<QString> &names, qsizetype shown)
{
    if (names.size() == 1)
        return names.first();
    if (names.size() <= shown + 1 && !names.isEmpty()) {
        //: the end of a list: %1 is "a, b", %2 is "c"
        return tr("%1 and %2").arg(names.mid(0, names.size() - 1).join(QStringLiteral(", ")), names.last());
    }
    if (names.isEmpty())
        return {};
    const int more = static_cast<int>(names.size() - shown);
    return tr("%1 and %n more", nullptr, more).arg(names.mid(0, shown).join(QStringLiteral(", ")));
}

} // namespace foghorn
