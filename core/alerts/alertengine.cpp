#include "core/alerts/alertengine.h"

#include <QSet>

#include <algorithm>

namespace foghorn {
namespace {

/// After its cause is gone, a service gets so many times `hold` to recover.
constexpr int recoveryHolds = 3;
/// Long enough for some checks of any service.
constexpr milliseconds slowWatch = std::chrono::minutes(10);

bool requiresOthers(const DependencyGraph &graph, int node)
{
    const auto needed = graph.dependencies(node);
    return std::any_of(needed.begin(), needed.end(),
        [](const DependencyGraph::Neighbour &neighbour) { return neighbour.kind == EdgeKind::Required; });
}

} // namespace

void AlertEngine::setServices(const DependencyGraph &graph, const QList<ServiceId> &others, Now now)
{
    m_graph = graph;
    m_others = others;
    QSet<ServiceId> known(others.begin(), others.end());
    m_nodes.clear();
    for (const ServiceId &service : m_graph.names()) {
        known.insert(service);
        m_nodes.push_back(&m_tracks[service]);
    }
    for (const ServiceId &service : m_others)
        m_tracks[service];
    std::erase_if(m_tracks, [&known](const auto &entry) { return !known.contains(entry.first); });
    for (auto &[service, track] : m_tracks) {
        if (!track.alert)
            track.alert = m_alerts.idOf(service);
        if (track.facts().service.isEmpty()) {
            ServiceFacts facts;
            facts.service = service;
            track.observe(facts, now.mono);
        }
    }
}

void AlertEngine::observe(const ServiceFacts &facts, Now now)
{
    const auto found = m_tracks.find(facts.service);
    if (found != m_tracks.end() && found->second.facts() != facts)
        found->second.observe(facts, now.mono);
}

const ServiceFacts *AlertEngine::factsFor(const ServiceId &service) const
{
    const auto found = m_tracks.find(service);
    return found == m_tracks.end() ? nullptr : &found->second.facts();
}

QList<AlertChange> AlertEngine::evaluate(Now now)
{
    m_alerts.endSilences(now);
    std::vector<Weight> weights;
    weights.reserve(m_nodes.size());
    for (auto &[service, track] : m_tracks)
        track.judge(m_rules, now.mono);
    for (const AlertTrack *track : m_nodes)
        weights.push_back(track->weight(m_rules, now.mono));
    const RootCauses causes(m_graph, weights);
    for (const int node : m_graph.startOrder()) { // causes come before what they cause
        Causes explaining;
        for (const int cause : causes.of(node))
            explaining.append(&trackOf(cause));
        settle(trackOf(node), explaining, requiresOthers(m_graph, node), now);
    }
    for (const ServiceId &service : std::as_const(m_others))
        settle(m_tracks.at(service), {}, false, now);
    resolveLeft(now);
    tellAffected(causes);
    judgeMachine(now);
    return m_alerts.takeChanges();
}

void AlertEngine::settle(AlertTrack &track, const Causes &causes, bool needsOthers, Now now)
{
    if (!track.finding()) {
        track.freeSince.reset();
        const bool isOff = track.condition() == Condition::Off;
        if (track.alert && isOver(track) && (isOff || !isTooEarlyFor(*track.alert, now.mono))) {
            m_alerts.resolve(*track.alert, now);
            track.alert.reset();
        }
        return;
    }
    if (causes.isEmpty())
        take(track, needsOthers, now);
    else
        fold(track, causes, now);
}

void AlertEngine::take(AlertTrack &track, bool needsOthers, Now now)
{
    if (!track.freeSince)
        track.freeSince = now.mono;
    if (track.alert) {
        if (track.isBack())
            m_alerts.noteReturn(*track.alert);
        m_alerts.take(*track.alert, *track.finding());
        return;
    }
    const milliseconds wait = track.wasFolded ? recoveryHolds * m_rules.hold : m_rules.hold;
    if (needsOthers && now.mono - *track.freeSince < wait)
        return;
    if (m_alerts.isInMaintenance(track.facts().service))
        return;
    track.alert = m_alerts.raise(*track.finding(), track.facts().service, track.troubleSince().value_or(now.mono), now);
}

/// An alert that was raised before its cause showed becomes part of the cause's; one that is older stays.
void AlertEngine::fold(AlertTrack &track, const Causes &causes, Now now)
{
    track.freeSince.reset();
    track.wasFolded = true;
    if (!track.alert)
        return;
    for (const AlertTrack *cause : causes) {
        if (!cause->alert || !cause->troubleSince())
            continue;
        if (*cause->troubleSince() - m_alerts.sinceOf(*track.alert) >= m_rules.degradedAfter)
            continue;
        m_alerts.resolve(*track.alert, now, cause->alert);
        track.alert.reset();
        return;
    }
}

bool AlertEngine::isOver(const AlertTrack &track) const
{
    if (track.condition() == Condition::Off)
        return m_isSettled || track.wasWanted(); // before, nobody has said yet what is to run
    return track.condition() == Condition::Well;
}

/// What shows only over a while, and was found by an orchestrator before us, is not over because we saw little of it.
bool AlertEngine::isTooEarlyFor(qint64 alert, MonoTime now) const
{
    const std::optional<MonoTime> restored = m_alerts.restoredAt(alert);
    if (!restored)
        return false;
    const AlertRule rule = m_alerts.find(alert)->rule;
    if (rule == AlertRule::Flapping && m_rules.flapping)
        return now - *restored < m_rules.flapping->window;
    return rule == AlertRule::Slow && m_rules.slow && now - *restored < slowWatch;
}

void AlertEngine::tellAffected(const RootCauses &causes)
{
    QHash<qint64, QList<ServiceId>> affected;
    for (const int node : m_graph.startOrder()) {
        const AlertTrack &track = trackOf(node);
        const bool isUnknown = track.condition() == Condition::Settling && track.facts().state == RunState::Running;
        if (track.condition() == Condition::Off || isUnknown || track.alert)
            continue;
        for (const int cause : causes.of(node)) {
            if (trackOf(cause).alert)
                affected[*trackOf(cause).alert].append(track.facts().service);
        }
    }
    for (const AlertTrack *track : m_nodes) {
        if (track->alert)
            m_alerts.setAffected(*track->alert, affected.value(*track->alert));
    }
}

/// Of services that the fleet no longer names. An outside program may take a while to register again.
void AlertEngine::resolveLeft(Now now)
{
    if (!m_isSettled)
        return;
    const QList<Alert> open = m_alerts.all();
    for (const Alert &alert : open) {
        if (!alert.service.isEmpty() && m_tracks.find(alert.service) == m_tracks.end())
            m_alerts.resolve(alert.id, now);
    }
}

void AlertEngine::judgeMachine(Now now)
{
    const std::optional<qint64> open = m_alerts.idOf({});
    if (m_machineProblem.isEmpty() && open)
        m_alerts.resolve(*open, now);
    else if (!m_machineProblem.isEmpty() && !open)
        m_alerts.raise({AlertRule::DiskFull, m_machineProblem}, {}, now.mono, now);
}

bool AlertEngine::isWaiting() const
{
    return m_alerts.hasSilences()
        || std::any_of(m_tracks.begin(), m_tracks.end(), [](const auto &entry) { return !entry.second.isAtRest(); });
}

} // namespace foghorn
