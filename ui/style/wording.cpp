#include "ui/style/wording.h"

#include "ui/style/clockwords.h"
#include "ui/style/isolated.h"
#include "ui/style/shownzone.h"

#include "core/base/names.h"
#include "core/model/restartlimit.h"
#include "core/model/words.h"

#include <QLocale>

#include <cmath>

namespace foghorn {

namespace {

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
    QString words = state(facts);
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
        if (isAtRestartLimit(status))
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

QString Wording::percent(double percent, int decimals)
{
    const double unit = std::pow(10.0, decimals);
    const double shown = std::min(percent < 100 ? std::floor(percent * unit) / unit : percent, percent);
    const bool isWhole = shown >= 100 || shown <= 0;
    //: a number in percent
    return tr("%1 %").arg(QLocale().toString(shown, 'f', isWhole ? 0 : decimals));
}

namespace {

QString withDate(const QDateTime &when, const QString &clock)
{
    if (when.date() == shownToday())
        return clock;
    return QLocale().toString(when.date(), QLocale::ShortFormat) + u' ' + clock;
}

} // namespace

QString Wording::clock(WallTime time)
{
    const QDateTime when = shownTime(time);
    return withDate(when, shortClock(when.time()));
}

QString Wording::moment(WallTime time)
{
    const QDateTime when = shownTime(time);
    return withDate(when, exactClock(when.time()));
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
    return tr("%1 and %Ln more", nullptr, more).arg(names.mid(0, shown).join(QStringLiteral(", ")));
}

QString Wording::services(const QList<ServiceId> &services, qsizetype shown)
{
    QList<QString> names;
    for (const ServiceId &id : services)
        names.append(isolated(id));
    return list(names, shown);
}

} // namespace foghorn
