#include "ui/dialogs/consequences.h"

#include "ui/dialogs/usualtimes.h"
#include "ui/style/isolated.h"
#include "ui/style/wording.h"

#include "core/base/names.h"
#include "core/registry/serviceregistry.h"

#include <QMap>

#include <algorithm>

namespace foghorn {

namespace {

using Content = ConsequenceDialog::Content;
using std::chrono::milliseconds;

constexpr int MostNamed = 30; ///< of more, layers are told by numbers

StateLook lookNow(const ServiceRegistry &registry, const ServiceId &id)
{
    const RegistryEntry *entry = registry.find(id);
    return entry ? lookOf(factsOf(entry->info, entry->status, entry->health, Now::read().wall)) : StateLook{};
}

QString durationOf(const ServiceRegistry &registry, const std::optional<milliseconds> &usual,
    const QList<ServiceId> &services, bool isStart)
{
    milliseconds longest{0};
    for (const ServiceId &id : services) {
        if (const RegistryEntry *entry = registry.find(id))
            longest = std::max(longest, isStart ? entry->info.startTimeout : entry->info.stopTimeout);
    }
    const QString allowed = Wording::age(longest);
    if (!usual)
        return Consequences::tr("May take up to %1 each.").arg(allowed);
    const QString time =
        *usual < std::chrono::seconds(1) ? Consequences::tr("less than a second") : Wording::age(*usual);
    return Consequences::tr("Usually takes %1 (longest allowed %2 each).").arg(time, allowed);
}

QString doNotAskOf(const StopPlan &plan)
{
    if (plan.critical)
        return {};
    return plan.dependents.isEmpty() ? Consequences::tr("&Do not ask again for services nobody needs")
                                     : Consequences::tr("&Do not ask again where no critical service is hit");
}

QString introductionOf(const ServiceRegistry &registry, const StopPlan &plan, const QString &affects)
{
    const QString fleet = isolated(registry.fleetName());
    const QString others = plan.dependents.isEmpty() && plan.degraded.isEmpty()
        ? Consequences::tr("No other running service needs what is stopped.")
        : affects;
    //: %1 is the fleet's name, %2 a sentence
    const QString text = Consequences::tr("On “%1”. %2").arg(fleet, others);
    return plan.critical ? Consequences::tr("A critical service is among those affected.") + QLatin1Char('\n') + text
                         : text;
}

QString stopSentence(const QString &what, qsizetype affected)
{
    return affected == 1 ? Consequences::tr("Stopping %1 also affects 1 service:").arg(what)
                         : Consequences::tr("Stopping %1 also affects %2 services:").arg(what).arg(affected);
}

QString restartSentence(const QString &what, qsizetype affected)
{
    return affected == 1 ? Consequences::tr("Restarting %1 also affects 1 service:").arg(what)
                         : Consequences::tr("Restarting %1 also affects %2 services:").arg(what).arg(affected);
}

/// The critical ones first: they shall not be among "n more".
QString namesOf(const QList<ServiceId> &services, const ServiceRegistry &registry)
{
    QList<QString> names;
    for (const bool isCritical : {true, false}) {
        for (const ServiceId &id : services) {
            if (registry.find(id)->info.critical == isCritical)
                names.append(isCritical ? Consequences::tr("%1 (critical)").arg(isolated(id)) : isolated(id));
        }
    }
    return Wording::list(names, 4);
}

QString numbersOf(const QList<ServiceId> &services, const ServiceRegistry &registry)
{
    const auto critical = std::count_if(services.cbegin(), services.cend(),
        [&registry](const ServiceId &id) { return registry.find(id)->info.critical; });
    const QString all = services.size() == 1
        ? Consequences::tr("1 service")
        : Consequences::tr("%Ln services", nullptr, static_cast<int>(services.size()));
    //: %1 is "12 services"
    return critical == 0 ? all : Consequences::tr("%1, %L2 critical").arg(all).arg(critical);
}

QList<ConsequenceDialog::Line> linesOfStop(const ServiceRegistry &registry, const StopPlan &plan)
{
    QList<ConsequenceDialog::Line> lines;
    for (const ServiceId &id : plan.dependents)
        lines.append({lookNow(registry, id), printable(id), Consequences::tr("needs it"),
            Consequences::tr("→ will be stopped first")});
    for (const ServiceId &id : plan.degraded)
        lines.append({lookNow(registry, id), printable(id), Consequences::tr("optional"),
            Consequences::tr("→ keeps running, degraded")});
    return lines;
}

} // namespace

Content Consequences::ofStop(const ServiceRegistry &registry, const EventLog &events, const StopPlan &plan)
{
    Content content;
    const QString what = Wording::services(plan.services);
    content.title = tr("Stop %1?").arg(what);
    const qsizetype affected = plan.dependents.size() + plan.degraded.size();
    content.introduction = introductionOf(registry, plan, stopSentence(what, affected));
    content.lines = linesOfStop(registry, plan);
    const QList<ServiceId> all = plan.services + plan.dependents;
    const UsualTimes times(events, RunState::Stopping, RunState::Stopped);
    content.duration = durationOf(registry, times.of(all, registry), all, false);
    content.doNotAsk = doNotAskOf(plan);
    content.verb = plan.stoppedCount() == 1 ? tr("&Stop it") : tr("&Stop %L1 services").arg(plan.stoppedCount());
    return content;
}

Content Consequences::ofForceStop(const ServiceRegistry &registry, const EventLog &events, const StopPlan &plan)
{
    Content content;
    const QString what = Wording::services(plan.services);
    content.title = tr("Force %1 to stop?").arg(what);
    const QString killed = tr("All processes of %1 are killed at once; what they have not saved is lost.").arg(what);
    const int affected = static_cast<int>(plan.dependents.size() + plan.degraded.size());
    const QString others =
        affected == 1 ? tr("This also affects 1 service:") : tr("This also affects %Ln services:", nullptr, affected);
    content.introduction = killed + QLatin1Char('\n') + introductionOf(registry, plan, others);
    content.lines = linesOfStop(registry, plan);
    if (!plan.dependents.isEmpty()) {
        const UsualTimes times(events, RunState::Stopping, RunState::Stopped);
        content.duration = durationOf(registry, times.of(plan.dependents, registry), plan.dependents, false);
    }
    content.verb = plan.services.size() == 1 ? tr("&Kill it") : tr("&Kill %L1 services").arg(plan.services.size());
    return content;
}

Content Consequences::ofRestart(
    const ServiceRegistry &registry, const EventLog &events, const StopPlan &plan, Dependents dependents)
{
    Content content;
    const QString what = Wording::services(plan.services);
    const bool isCascade = dependents == Dependents::RestartToo;
    content.title = isCascade && !plan.dependents.isEmpty() ? tr("Restart %1 and what needs it?").arg(what)
                                                            : tr("Restart %1?").arg(what);
    const qsizetype affected = plan.dependents.size() + plan.degraded.size();
    content.introduction = introductionOf(registry, plan, restartSentence(what, affected));
    for (const ServiceId &id : plan.dependents)
        content.lines.append({lookNow(registry, id), printable(id), tr("needs it"),
            isCascade ? tr("→ will be restarted too") : tr("→ stays up, without it meanwhile")});
    for (const ServiceId &id : plan.degraded)
        content.lines.append(
            {lookNow(registry, id), printable(id), tr("optional"), tr("→ stays up, without it meanwhile")});
    const QList<ServiceId> all = isCascade ? plan.services + plan.dependents : plan.services;
    const UsualTimes times(events, RunState::Stopping, RunState::Running);
    content.duration = durationOf(registry, times.of(all, registry), all, true);
    content.doNotAsk = doNotAskOf(plan);
    content.verb = all.size() == 1 ? tr("&Restart it") : tr("&Restart %L1 services").arg(all.size());
    return content;
}

Content Consequences::ofAll(
    All all, const ServiceRegistry &registry, const EventLog &events, const QList<ServiceId> &services)
{
    Content content;
    const QString fleet = isolated(registry.fleetName());
    const int count = static_cast<int>(services.size());
    RunState from = RunState::Stopping;
    RunState to = RunState::Stopped;
    switch (all) {
    case All::Start:
        content.title = tr("Start all services?");
        content.introduction = tr("On “%1”. Each starts as soon as what it needs is there:").arg(fleet);
        content.verb = count == 1 ? tr("&Start 1 service") : tr("&Start %L1 services").arg(count);
        content.isHarmless = true;
        from = RunState::Starting;
        to = RunState::Running;
        break;
    case All::Stop:
        content.title = tr("Stop all services?");
        content.introduction =
            tr("On “%1”. Every service is stopped, those that others need last; the fleet stays loaded:").arg(fleet);
        content.verb = count == 1 ? tr("&Stop 1 service") : tr("&Stop %L1 services").arg(count);
        break;
    case All::Restart:
        content.title = tr("Restart all services?");
        content.introduction = tr("On “%1”. Every running service is stopped, those that others need last; then all of "
                                  "them are started again. Keep this window open until then:")
                                   .arg(fleet);
        content.verb = count == 1 ? tr("&Restart 1 service") : tr("&Restart %L1 services").arg(count);
        to = RunState::Running;
        break;
    }
    QMap<int, QList<ServiceId>> layers;
    for (const ServiceId &id : services)
        layers[registry.find(id)->info.layer].append(id);
    const auto line = [&](int layer) {
        const QList<ServiceId> &members = layers[layer];
        content.lines.append({StateLook{}, tr("Layer %1").arg(layer),
            count > MostNamed ? numbersOf(members, registry) : namesOf(members, registry), {}});
    };
    QList<int> order = layers.keys();
    if (all != All::Start)
        std::reverse(order.begin(), order.end());
    for (const int layer : std::as_const(order))
        line(layer);
    content.duration =
        durationOf(registry, UsualTimes(events, from, to).of(services, registry), services, all != All::Stop);
    return content;
}

Content Consequences::ofQuit(const ServiceRegistry &registry, int count)
{
    Content content;
    content.title = tr("Quit Foghorn?");
    content.introduction = count == 1
        ? tr("1 service of “%1” is running. It can go on without this window; the next start finds it again.")
              .arg(isolated(registry.fleetName()))
        : tr("%2 services of “%1” are running. They can go on without this window; the next start finds them again.")
              .arg(isolated(registry.fleetName()))
              .arg(count);
    content.verb = count == 1 ? tr("&Stop 1 service and quit") : tr("&Stop %L1 services and quit").arg(count);
    content.alternative = tr("&Leave services running");
    return content;
}

QString Consequences::hintOfStop(const StopPlan &plan)
{
    QStringList parts;
    if (!plan.dependents.isEmpty())
        parts.append(tr("stops %L1 more: %2").arg(plan.dependents.size()).arg(Wording::services(plan.dependents)));
    if (!plan.degraded.isEmpty())
        parts.append(tr("degraded by it: %1 (optional)").arg(Wording::services(plan.degraded)));
    return parts.join(QStringLiteral("; "));
}

QString Consequences::hintOfRestart(const StopPlan &plan, Dependents dependents)
{
    QStringList parts;
    if (dependents == Dependents::RestartToo && !plan.dependents.isEmpty())
        parts.append(tr("restarts %L1 more: %2").arg(plan.dependents.size()).arg(Wording::services(plan.dependents)));
    const QList<ServiceId> without =
        dependents == Dependents::RestartToo ? plan.degraded : plan.dependents + plan.degraded;
    if (!without.isEmpty())
        parts.append(tr("without it meanwhile: %1").arg(Wording::services(without)));
    return parts.join(QStringLiteral("; "));
}

QString Consequences::hintOfStart(const QList<ServiceId> &needed)
{
    return needed.isEmpty() ? QString() : tr("starts %L1 more: %2").arg(needed.size()).arg(Wording::services(needed));
}

QString Consequences::settingsKey(const StopPlan &plan, bool isRestart)
{
    if (plan.critical)
        return {};
    const QString verb = isRestart ? QStringLiteral("restart-") : QStringLiteral("stop-");
    return QStringLiteral("confirm/") + verb
        + (plan.dependents.isEmpty() ? QStringLiteral("unneeded") : QStringLiteral("needed"));
}

QString Consequences::describeKey(const QString &key)
{
    if (key == QLatin1String("stop-unneeded"))
        return tr("Stop several services that nobody needs");
    if (key == QLatin1String("stop-needed"))
        return tr("Stop services that only services which are not critical need");
    if (key == QLatin1String("restart-unneeded"))
        return tr("Restart several services that nobody needs");
    if (key == QLatin1String("restart-needed"))
        return tr("Restart services that only services which are not critical need");
    return {};
}

} // namespace foghorn
