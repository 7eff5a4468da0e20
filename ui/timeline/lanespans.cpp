#include "ui/timeline/lanespans.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace foghorn {

namespace {

struct LaneWords
{
    Q_DECLARE_TR_FUNCTIONS(foghorn::LaneSpan)
};

LaneLook lookOfState(std::optional<RunState> state)
{
    if (!state)
        return LaneLook::Unobserved;
    switch (*state) {
    case RunState::Stopped:
        return LaneLook::Stopped;
    case RunState::Waiting:
        return LaneLook::Waiting;
    case RunState::Starting:
        return LaneLook::Starting;
    case RunState::Running:
        return LaneLook::Running;
    case RunState::Draining:
    case RunState::Stopping:
        return LaneLook::Stopping;
    case RunState::Backoff:
        return LaneLook::Backoff;
    case RunState::Finished:
        return LaneLook::Finished;
    case RunState::Failed:
        return LaneLook::Failed;
    }
    return LaneLook::None;
}

LaneLook lookOfHealth(Health health)
{
    switch (health) {
    case Health::Unknown:
        return LaneLook::Unchecked;
    case Health::Healthy:
        return LaneLook::Healthy;
    case Health::Degraded:
        return LaneLook::Degraded;
    case Health::Unhealthy:
        return LaneLook::Unhealthy;
    }
    return LaneLook::None;
}

void append(Lane &lane, const LaneSpan &span)
{
    if (span.to <= span.from)
        return;
    if (!lane.empty() && lane.back().look == span.look && lane.back().to >= span.from)
        lane.back().to = std::max(lane.back().to, span.to);
    else
        lane.push_back(span);
}

/// What the checks said from `from` to `to`, and "running" between what they said.
void appendRunning(Lane &lane, const Lane &health, WallTime from, WallTime to)
{
    // A service without checks is simply running.
    const LaneLook between = health.empty() ? LaneLook::Running : LaneLook::Unchecked;
    WallTime at = from;
    auto span = std::lower_bound(
        health.begin(), health.end(), from, [](const LaneSpan &one, WallTime time) { return one.to <= time; });
    for (; span != health.end() && span->from < to; ++span) {
        append(lane, {at, std::max(at, span->from), between});
        append(lane, {std::max(at, span->from), std::min(span->to, to), span->look});
        at = std::min(span->to, to);
    }
    append(lane, {at, to, between});
}

} // namespace

Lane stateLane(const QList<StateSpan> &states)
{
    Lane lane;
    for (const StateSpan &span : states)
        append(lane, {span.from, span.to.value_or(LaneSpan::still), lookOfState(span.state)});
    return lane;
}

Lane healthLane(const QList<HealthSpan> &health)
{
    Lane lane;
    for (const HealthSpan &span : health)
        append(lane, {span.from, span.to.value_or(LaneSpan::still), lookOfHealth(span.health)});
    return lane;
}

Lane combinedLane(const QList<StateSpan> &states, const QList<HealthSpan> &health)
{
    const Lane said = healthLane(health);
    if (states.isEmpty())
        return said;
    Lane lane;
    for (const StateSpan &span : states) {
        const WallTime to = span.to.value_or(LaneSpan::still);
        if (span.state == RunState::Running)
            appendRunning(lane, said, span.from, to);
        else
            append(lane, {span.from, to, lookOfState(span.state)});
    }
    return lane;
}

LaneLook lookAt(const Lane &lane, WallTime time)
{
    const auto after = std::upper_bound(
        lane.begin(), lane.end(), time, [](WallTime at, const LaneSpan &span) { return at < span.from; });
    if (after == lane.begin() || std::prev(after)->to <= time)
        return LaneLook::None;
    return std::prev(after)->look;
}

std::vector<LaneBox> boxesOf(const Lane &lane, const TimeScale &scale, WallTime now)
{
    struct Stretch
    {
        int from, to;
        LaneLook look;
    };
    std::vector<Stretch> stretches; // as if not mirrored
    const TimeScale plain{scale.window, scale.width, false};
    const auto pixelOf = [&](WallTime time) { return static_cast<int>(std::floor(plain.xOf(time))); };
    for (const LaneSpan &span : lane) {
        const WallTime end = std::min(span.to == LaneSpan::still ? now : span.to, scale.window.to);
        if (end < scale.window.from || span.from > scale.window.to || span.look == LaneLook::None)
            continue;
        int from = std::max(0, pixelOf(std::max(span.from, scale.window.from)));
        const int to = std::min(scale.width, std::max(from + 1, pixelOf(end)));
        while (!stretches.empty() && from < stretches.back().to && span.look > stretches.back().look) {
            stretches.back().to = from; // the worse one takes the pixel
            if (stretches.back().from >= from)
                stretches.pop_back();
            else
                break;
        }
        if (!stretches.empty())
            from = std::max(from, stretches.back().to);
        if (from >= to)
            continue;
        if (!stretches.empty() && stretches.back().look == span.look && stretches.back().to == from)
            stretches.back().to = to;
        else
            stretches.push_back({from, to, span.look});
    }
    std::vector<LaneBox> boxes;
    boxes.reserve(stretches.size());
    for (const Stretch &one : stretches)
        boxes.push_back({scale.mirrored ? scale.width - one.to : one.from, one.to - one.from, one.look});
    return boxes;
}

StateFamily familyOf(LaneLook look)
{
    switch (look) {
    case LaneLook::Running:
    case LaneLook::Healthy:
        return StateFamily::Healthy;
    case LaneLook::Starting:
    case LaneLook::Stopping:
        return StateFamily::Busy;
    case LaneLook::Degraded:
    case LaneLook::Backoff:
        return StateFamily::Degraded;
    case LaneLook::Unhealthy:
    case LaneLook::Failed:
        return StateFamily::Unhealthy;
    case LaneLook::None:
    case LaneLook::Unobserved:
    case LaneLook::Stopped:
    case LaneLook::Finished:
    case LaneLook::Unchecked:
    case LaneLook::Waiting:
        break;
    }
    return StateFamily::Neutral;
}

QString wordOf(LaneLook look)
{
    switch (look) {
    case LaneLook::None:
        break;
    case LaneLook::Unobserved:
        return LaneWords::tr("Not observed");
    case LaneLook::Stopped:
        return LaneWords::tr("Stopped");
    case LaneLook::Finished:
        return LaneWords::tr("Finished");
    case LaneLook::Running:
        return LaneWords::tr("Running");
    case LaneLook::Healthy:
        return LaneWords::tr("Healthy");
    case LaneLook::Unchecked:
        return LaneWords::tr("Not checked yet");
    case LaneLook::Waiting:
        return LaneWords::tr("Waiting");
    case LaneLook::Starting:
        return LaneWords::tr("Starting");
    case LaneLook::Stopping:
        return LaneWords::tr("Stopping");
    case LaneLook::Degraded:
        return LaneWords::tr("Degraded");
    case LaneLook::Backoff:
        return LaneWords::tr("Waiting to restart");
    case LaneLook::Unhealthy:
        return LaneWords::tr("Unhealthy");
    case LaneLook::Failed:
        return LaneWords::tr("Failed");
    }
    return {};
}

} // namespace foghorn
