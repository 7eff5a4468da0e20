#include "core/json/servicelook.h"

namespace foghorn {
namespace {

using Word = QLatin1String;

ServiceLook look(const char *glyph, const char *family, const char *words, int severity)
{
    return {Word(glyph), Word(family), words, severity};
}

ServiceLook runningLook(const RegistryEntry &entry)
{
    switch (entry.health.health) {
    case Health::Unhealthy:
        return look("unhealthy", "unhealthy", "look.runningUnhealthy", 6);
    case Health::Degraded:
        return look("degraded", "degraded", "look.runningDegraded", 4);
    case Health::Healthy:
    case Health::Unknown:
        break;
    }
    if (!entry.status.lostDependencies.isEmpty())
        return look("degraded", "degraded", "look.runningDegraded", 4);
    if (entry.health.health == Health::Healthy)
        return look("healthy", "healthy", "look.runningHealthy", 0);
    if (entry.info.hasProbe)
        return look("unchecked", "neutral", "look.unchecked", 2);
    return look("healthy", "neutral", "look.running", 0); // nobody asks how it is: no more is claimed
}

ServiceLook startingLook(Health health)
{
    switch (health) {
    case Health::Degraded:
        return look("starting", "busy", "look.startingFailing", 3);
    case Health::Unhealthy:
        return look("starting", "busy", "look.startingFailing", 4);
    case Health::Healthy:
        return look("starting", "busy", "look.startingPassed", 1);
    case Health::Unknown:
        break;
    }
    return look("starting", "busy", "look.starting", 1);
}

ServiceLook baseLook(const RegistryEntry &entry)
{
    switch (entry.status.state) {
    case RunState::Running:
        return runningLook(entry);
    case RunState::Starting:
        return startingLook(entry.health.health);
    case RunState::Waiting:
        return look("waiting", "neutral", "look.waiting", 1);
    case RunState::Backoff: // who looks at a page wants to know what is there now, and it is not
        return look("backoff", "unhealthy", "look.backoff", 6);
    case RunState::Draining:
    case RunState::Stopping:
        return look("stopping", "busy", "look.stopping", 1);
    case RunState::Stopped:
        if (entry.status.goal == Goal::Up)
            return look("stopped", "neutral", "look.shouldRun", 3);
        return look("stopped", "neutral", "look.stopped", 0);
    case RunState::Finished:
        return look("finished", "neutral", "look.finished", 0);
    case RunState::Failed:
        return look("failed", "unhealthy", "look.failed", 7);
    }
    Q_UNREACHABLE();
}

} // namespace

ServiceLook lookOf(const RegistryEntry &entry)
{
    ServiceLook result = baseLook(entry);
    if (entry.info.critical && result.severity >= 2)
        ++result.severity;
    return result;
}

Headline headlineOf(const ServiceRegistry &registry, const Phrasebook &say)
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
    const QString ofServices = say.counted("headline.ofServices", total);
    if (down > 0) {
        const QString text = say.counted("headline.down", down, ofServices);
        return {Word("unhealthy"), Word("unhealthy"),
            troubled > 0 ? say.counted("headline.alsoAttention", troubled, text) : text};
    }
    if (troubled > 0)
        return {Word("degraded"), Word("degraded"), say.counted("headline.attention", troubled, ofServices)};
    if (moving > 0)
        return {Word("starting"), Word("busy"), say("headline.moving", total - moving - resting, ofServices, moving)};
    if (total == resting)
        return {Word("stopped"), Word("neutral"), say(total == 0 ? "headline.none" : "headline.atRest")};
    const QString text = say.counted("headline.up", total - resting);
    return {Word("healthy"), Word("healthy"), resting == 0 ? text : say("headline.someAtRest", text, resting)};
}

} // namespace foghorn
