#include "core/json/servicelook.h"

namespace foghorn {
namespace {

using Word = QLatin1String;

ServiceLook look(const char *glyph, const char *family, const QString &text, int severity)
{
    return {Word(glyph), Word(family), text, severity};
}

ServiceLook runningLook(const RegistryEntry &entry)
{
    switch (entry.health.health) {
    case Health::Unhealthy:
        return look("unhealthy", "unhealthy", QStringLiteral("Running · Unhealthy"), 6);
    case Health::Degraded:
        return look("degraded", "degraded", QStringLiteral("Running · Degraded"), 4);
    case Health::Healthy:
    case Health::Unknown:
        break;
    }
    if (!entry.status.lostDependencies.isEmpty())
        return look("degraded", "degraded", QStringLiteral("Running · Degraded"), 4);
    if (entry.health.health == Health::Healthy)
        return look("healthy", "healthy", QStringLiteral("Running · Healthy"), 0);
    if (entry.info.hasProbe)
        return look("unchecked", "neutral", QStringLiteral("Running · Not checked yet"), 2);
    return look("healthy", "neutral", QStringLiteral("Running"), 0); // nobody asks how it is: no more is claimed
}

ServiceLook startingLook(Health health)
{
    switch (health) {
    case Health::Degraded:
        return look("starting", "busy", QStringLiteral("Starting · checks failing"), 3);
    case Health::Unhealthy:
        return look("starting", "busy", QStringLiteral("Starting · checks failing"), 4);
    case Health::Healthy:
    case Health::Unknown:
        break;
    }
    return look("starting", "busy", QStringLiteral("Starting"), 1);
}

ServiceLook baseLook(const RegistryEntry &entry)
{
    switch (entry.status.state) {
    case RunState::Running:
        return runningLook(entry);
    case RunState::Starting:
        return startingLook(entry.health.health);
    case RunState::Waiting:
        return look("waiting", "neutral", QStringLiteral("Waiting"), 1);
    case RunState::Backoff:
        return look("backoff", "unhealthy", QStringLiteral("Down · restarting soon"), 6);
    case RunState::Draining:
    case RunState::Stopping:
        return look("stopping", "busy", QStringLiteral("Stopping"), 1);
    case RunState::Stopped:
        if (entry.status.goal == Goal::Up)
            return look("stopped", "neutral", QStringLiteral("Stopped · should be running"), 3);
        return look("stopped", "neutral", QStringLiteral("Stopped"), 0);
    case RunState::Finished:
        return look("finished", "neutral", QStringLiteral("Finished"), 0);
    case RunState::Failed:
        return look("failed", "unhealthy", QStringLiteral("Failed"), 7);
    }
    Q_UNREACHABLE();
}

QString services(int count)
{
    return count == 1 ? QStringLiteral("1 service") : QStringLiteral("%1 services").arg(count);
}

} // namespace

ServiceLook lookOf(const RegistryEntry &entry)
{
    ServiceLook result = baseLook(entry);
    if (entry.info.critical && result.severity >= 2)
        ++result.severity;
    return result;
}

Headline headlineOf(const ServiceRegistry &registry)
{
    int total = 0;
    int down = 0;
    int troubled = 0;
    int resting = 0;
    int moving = 0;
    for (const ServiceId &service : registry.order()) {
        const RegistryEntry *entry = registry.find(service);
        if (!entry)
            continue;
        const ServiceLook seen = lookOf(*entry);
        const RunState state = entry->status.state;
        ++total;
        if (seen.severity >= downSeverity)
            ++down;
        else if (seen.severity >= attentionSeverity)
            ++troubled;
        else if (state == RunState::Stopped || state == RunState::Finished)
            ++resting;
        else if (state != RunState::Running)
            ++moving;
    }
    if (down > 0) {
        QString text = QStringLiteral("%1 of %2 %3 down")
                           .arg(down)
                           .arg(services(total), down == 1 ? QLatin1String("is") : QLatin1String("are"));
        if (troubled > 0)
            text += QStringLiteral(", %1 %2 attention")
                        .arg(troubled)
                        .arg(troubled == 1 ? QLatin1String("needs") : QLatin1String("need"));
        return {Word("unhealthy"), Word("unhealthy"), text};
    }
    if (troubled > 0)
        return {Word("degraded"), Word("degraded"),
            QStringLiteral("%1 of %2 %3 attention")
                .arg(troubled)
                .arg(services(total), troubled == 1 ? QLatin1String("needs") : QLatin1String("need"))};
    if (moving > 0)
        return {Word("starting"), Word("busy"),
            QStringLiteral("%1 of %2 running, %3 starting or stopping")
                .arg(total - moving - resting)
                .arg(services(total))
                .arg(moving)};
    if (total == resting)
        return {Word("stopped"), Word("neutral"),
            total == 0 ? QStringLiteral("No services") : QStringLiteral("No service runs")};
    const QString text = total - resting == 1 ? QStringLiteral("The one service is up")
                                              : QStringLiteral("All %1 services are up").arg(total - resting);
    return {Word("healthy"), Word("healthy"),
        resting == 0 ? text : QString(text + QStringLiteral(", %1 at rest").arg(resting))};
}

} // namespace foghorn
