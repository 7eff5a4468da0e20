#include "core/runtime/orchestrator.h"

#include "core/runtime/outline.h"
#include "core/runtime/portbook.h"
#include "core/runtime/runmark.h"
#include "core/runtime/runnote.h"

#include <QRandomGenerator>

#include <algorithm>
#include <csignal>

namespace foghorn {

using lifecycle::Action;
using lifecycle::Stimulus;

namespace {

/// The keeper keeps the end of a run until it is sure to be in the store.
constexpr std::chrono::seconds forgetDelay{2};

} // namespace

Orchestrator::Orchestrator(ServiceKeeper &keeper, ServiceRegistry &registry, LaunchContext context, QObject *parent)
    : QObject(parent)
    , m_keeper(keeper)
    , m_registry(registry)
    , m_context(std::move(context))
{
    connect(&m_keeper, &ServiceKeeper::launched, this, &Orchestrator::onLaunched);
    connect(&m_keeper, &ServiceKeeper::launchFailed, this, &Orchestrator::onLaunchFailed);
    connect(&m_keeper, &ServiceKeeper::exited, this, &Orchestrator::onExited);
    connect(&m_keeper, &ServiceKeeper::leaderChanged, this, &Orchestrator::onLeaderChanged);
    connect(&m_keeper, &ServiceKeeper::treeEmpty, this, &Orchestrator::onTreeEmpty);
    connect(&m_keeper, &ServiceKeeper::treeListed, this, &Orchestrator::onTreeListed);
    connect(&m_deadlines, &Deadlines::passed, this, &Orchestrator::onDeadline);
    m_forgetEnded.setSingleShot(true);
    connect(&m_forgetEnded, &QTimer::timeout, this, &Orchestrator::forgetEnded);
    m_nextTurn.setSingleShot(true);
    m_nextTurn.setTimerType(Qt::PreciseTimer);
    connect(&m_nextTurn, &QTimer::timeout, this, &Orchestrator::scheduleSettle);
}

Orchestrator::~Orchestrator() = default;

void Orchestrator::setFleet(const FleetSpec &source, const FleetSpec &resolved, const DependencyGraph &graph)
{
    m_fleet.replace(source, resolved, graph, Now::read().wall);
    m_turns.setLimits(source.startLimits);
    for (int node = 0; node < m_fleet.size(); ++node)
        m_fleet.at(node).setSpec(resolved.services[node]);
    m_registry.setOutline(outlineOf(resolved, graph, m_context));
    rebuildSweeps();
    m_dirty.clear();
    for (int node = 0; node < m_fleet.size(); ++node)
        publish(node);
    Q_EMIT fleetReplaced();
    for (int node = 0; node < m_fleet.size(); ++node) { // what it waited for may be asked of it no more
        if (m_fleet.at(node).status().pid > 0 && m_fleet.at(node).spec().ready == ReadyWhen::Started)
            becomeReady(node);
    }
}

void Orchestrator::wish(int node, Stimulus stimulus, Cause cause)
{
    if (!lifecycle::wantsDown(stimulus)) {
        for (const auto &sweep : m_sweeps) {
            if (sweep->plan.isPending(node))
                noteIntent(node, {});
            sweep->plan.release(node);
            sweep->services.removeAll(m_fleet.at(node).name());
        }
    }
    apply(node, stimulus, cause);
}

void Orchestrator::stopInOrder(
    const std::vector<int> &nodes, Cause cause, std::function<void()> done, const ServiceId &killed)
{
    QList<ServiceId> services;
    for (const int node : nodes)
        services.append(m_fleet.at(node).name());
    m_sweeps.push_back(
        std::make_unique<Sweep>(Sweep{services, StopSweep(m_fleet.graph(), nodes, cause), std::move(done), killed}));
    // Whose turn comes later stops all the same, should we be killed before it.
    if (cause == Cause::Command || cause == Cause::Restart) {
        const Goal goal = cause == Cause::Restart ? Goal::Up : Goal::Down;
        for (const int node : nodes)
            noteIntent(node, toText({goal, cause, m_fleet.at(node).name() == killed}));
    }
    for (const int node : nodes) {
        const Service &service = m_fleet.at(node);
        if (service.isAtRest() && service.status().cause == Cause::DependencyLost)
            apply(node, Stimulus::WishDown, cause); // from now on it is so on purpose
    }
    m_dirty.insert(nodes.begin(), nodes.end()); // what has no process is told at once, whatever its dependents do
    scheduleSettle();
}

void Orchestrator::noteIntent(int node, const QByteArray &note)
{
    const Service &service = m_fleet.at(node);
    if (service.isAlive() && !service.isEnding())
        m_keeper.note(service.name(), note);
}

bool Orchestrator::isBeingStopped(int node) const
{
    return std::any_of(m_sweeps.begin(), m_sweeps.end(), [node](const auto &sweep) { return sweep->plan.holds(node); });
}

void Orchestrator::apply(int node, Stimulus stimulus, Cause cause)
{
    const Service &service = m_fleet.at(node);
    const Goal goalBefore = service.status().goal;
    const RunState stateBefore = service.status().state;
    const Action action = m_fleet.at(node).handle(stimulus, cause, Now::read());
    const ServiceStatus &status = service.status();
    // Before it is asked to end, so that whoever sees it end knows why.
    if (service.isEnding()
        && (goalBefore != status.goal || (status.state != stateBefore && status.state == RunState::Stopping)))
        m_keeper.note(service.name(), toText({status.goal, status.cause, stimulus == Stimulus::WishDownNow}));
    publish(node);
    perform(node, action);
}

void Orchestrator::publish(int node)
{
    const ServiceStatus &status = m_fleet.at(node).status();
    m_turns.noteStarting(status.service, status.state == RunState::Starting);
    m_registry.update(status);
    m_dirty.insert(node);
    for (const auto &[dependent, kind] : m_fleet.graph().dependents(node))
        m_dirty.insert(dependent);
    scheduleSettle();
}

void Orchestrator::perform(int node, Action action)
{
    const ServiceId &name = m_fleet.at(node).name();
    switch (action) {
    case Action::None:
    case Action::AwaitRetry: // conclude() knows the delay and does it
        return;
    case Action::Launch:
        return launch(node);
    case Action::Terminate:
        return terminate(node);
    case Action::TerminateRest:
        m_keeper.signal(name, SIGTERM, SignalScope::Tree);
        if (m_fleet.at(node).status().state == RunState::Draining)
            setStopDeadline(node);
        return;
    case Action::Kill:
        return kill(node);
    case Action::CancelRetry:
        m_deadlines.cancel(name, DeadlineKind::Backoff);
        return;
    }
}

void Orchestrator::launch(int node)
{
    const ServiceSpec &spec = m_fleet.at(node).spec();
    m_deadlines.cancel(spec.name, DeadlineKind::ResetAttempts);
    watchStart(node);
    LaunchOrder order = launchOrderOf(spec, m_context);
    m_fleet.at(node).setFingerprint(order.fingerprint);
    const ServiceStatus &status = m_fleet.at(node).status();
    RunMark mark{order.fingerprint, status.restartCount, status.restartAttempts};
    for (const NamedPort &port : automaticPorts(spec))
        mark.ports.push_back(port.port);
    order.fingerprint = toText(mark);
    m_ended.erase(spec.name);
    m_turns.noteLaunch(Now::read().mono);
    m_keeper.launch(order);
}

void Orchestrator::watchStart(int node)
{
    const ServiceSpec &spec = m_fleet.at(node).spec();
    if (spec.ready != ReadyWhen::Started)
        m_deadlines.set(spec.name, DeadlineKind::StartTimeout, Now::read().mono + spec.startTimeout);
}

void Orchestrator::noteExited(
    int node, const ExitInfo &exit, bool permanent, bool treeIsEmpty, std::optional<WallTime> at)
{
    Service &service = m_fleet.at(node);
    m_deadlines.cancel(service.name(), DeadlineKind::StartTimeout);
    RunEnd end{service.name(), service.status().pid, service.status().startedAt, at.value_or(Now::read().wall), exit};
    service.noteExit(exit, permanent);
    end.cause = service.endCause();
    end.restartCount = service.status().restartCount;
    if (service.hasCrashed())
        Q_EMIT runCrashed(end);
    Q_EMIT runEnding(service.name());
    if (treeIsEmpty)
        conclude(node);
    else
        apply(node, Stimulus::LeaderExited, service.endCause());
}

void Orchestrator::conclude(int node)
{
    Service &service = m_fleet.at(node);
    if (!service.isAlive())
        return;
    m_deadlines.cancelAll(service.name());
    forgetSoon(service.name());
    milliseconds delay{0};
    const Action action = service.conclude(Now::read(), QRandomGenerator::global()->generateDouble(), delay);
    if (action == Action::AwaitRetry)
        awaitRetry(node, delay);
    publish(node);
}

void Orchestrator::forgetAttempts(int node)
{
    m_deadlines.cancel(m_fleet.at(node).name(), DeadlineKind::ResetAttempts);
    m_fleet.at(node).forgetAttempts();
    publish(node);
}

void Orchestrator::forgetSoon(const ServiceId &service)
{
    m_ended.insert(service);
    if (!m_forgetEnded.isActive())
        m_forgetEnded.start(forgetDelay);
}

void Orchestrator::forgetEnded()
{
    for (const ServiceId &service : std::exchange(m_ended, {}))
        m_keeper.forget(service);
}

void Orchestrator::awaitRetry(int node, milliseconds delay)
{
    Service &service = m_fleet.at(node);
    const Now now = Now::read();
    if (delay.count() == 0) {
        service.noteAutomaticRestart(now.wall);
        service.handle(Stimulus::BackoffElapsed, service.status().cause, now);
        return;
    }
    service.setNextAttempt(service.status().since + delay); // as a next orchestrator would say
    m_deadlines.set(service.name(), DeadlineKind::Backoff, now.mono + delay);
}

} // namespace foghorn
