// The second half of Orchestrator's round: neighbours of what changed, gates, stops in order, the end of the start-up.
#include "core/runtime/orchestrator.h"

#include <algorithm>

namespace foghorn {

using lifecycle::Stimulus;

void Orchestrator::scheduleSettle()
{
    if (m_settleScheduled)
        return;
    m_settleScheduled = true;
    QMetaObject::invokeMethod(this, &Orchestrator::settle, Qt::QueuedConnection);
}

void Orchestrator::review(const std::set<ServiceId> &services)
{
    for (const ServiceId &service : services) {
        if (const auto node = m_fleet.nodeOf(service))
            m_dirty.insert(*node);
    }
    scheduleSettle();
}

void Orchestrator::settle()
{
    m_settleScheduled = false;
    const std::set<int> changed = std::exchange(m_dirty, {});
    for (const int node : changed)
        advanceSweeps(node);
    tellSweeps();
    for (const int node : changed) {
        openGate(node);
        followDependencies(node);
    }
    giveTurns();
    QList<ServiceId> names;
    names.reserve(static_cast<qsizetype>(changed.size()));
    for (const int node : changed)
        names.append(m_fleet.at(node).name());
    finishSweeps(); // may replace the fleet: node numbers are not good after it
    noteInitialized();
    Q_EMIT settled(names);
}

GateView Orchestrator::viewOf(int node) const
{
    const Service &service = m_fleet.at(node);
    const RegistryEntry *entry = m_registry.find(service.name());
    return {&service.spec(), &service.status(), entry ? entry->health.health : Health::Unknown, service.waitsInVain()};
}

void Orchestrator::rebuildSweeps()
{
    for (const auto &sweep : m_sweeps)
        sweep->plan = StopSweep(m_fleet.graph(), m_fleet.nodesOf(sweep->services), sweep->plan.cause());
}

void Orchestrator::advanceSweeps(int node)
{
    const Service &service = m_fleet.at(node);
    for (const auto &sweep : m_sweeps) {
        // what has no process need not wait for its turn: it must not be started meanwhile
        const bool mustNotStart = !service.isAlive() || service.status().state == RunState::Draining;
        if (sweep->plan.isPending(node) && mustNotStart && service.status().goal == Goal::Up)
            apply(node, Stimulus::WishDown, sweep->plan.cause());
        if (service.isAtRest())
            sweep->plan.release(node);
    }
}

void Orchestrator::tellSweeps()
{
    for (const auto &sweep : m_sweeps) {
        for (const int node : sweep->plan.takeReady()) {
            const bool isKilled = m_fleet.at(node).name() == sweep->killed;
            apply(node, isKilled ? Stimulus::WishDownNow : Stimulus::WishDown, sweep->plan.cause());
        }
    }
}

void Orchestrator::openGate(int node, bool hasTurn)
{
    Service &service = m_fleet.at(node);
    if (service.status().state != RunState::Waiting || m_foreign.contains(service.name()))
        return;
    const auto lookUp = [this](int other) { return viewOf(other); };
    const QList<Blocker> blockers = gates::blockersOf(m_fleet.graph(), node, lookUp);
    if (blockers.isEmpty())
        return startInTurn(node, hasTurn);
    const bool isInVain = gates::isInVain(m_fleet.graph(), blockers, lookUp);
    if (blockers == service.status().blockers && isInVain == service.waitsInVain())
        return;
    service.setBlockers(blockers);
    service.setWaitsInVain(isInVain);
    publish(node);
}

void Orchestrator::startInTurn(int node, bool hasTurn)
{
    Service &service = m_fleet.at(node);
    if (hasTurn || m_turns.admits(service.name(), Now::read().mono))
        return apply(node, Stimulus::GatesOpened, service.status().cause);
    if (service.status().blockers.isEmpty() && !service.waitsInVain())
        return;
    service.setBlockers({});
    service.setWaitsInVain(false);
    publish(node);
}

void Orchestrator::giveTurns()
{
    const MonoTime now = Now::read().mono;
    while (const auto service = m_turns.takeNext(now)) {
        if (const auto node = m_fleet.nodeOf(*service))
            openGate(*node, true); // which it has closed meanwhile, or does not wait at any more, it does not pass
    }
    if (const auto at = m_turns.nextAt(now))
        m_nextTurn.start(std::max(std::chrono::ceil<milliseconds>(*at - now), 1ms));
}

void Orchestrator::followDependencies(int node)
{
    Service &service = m_fleet.at(node);
    if (service.status().state != RunState::Running)
        return;
    QList<ServiceId> lost =
        gates::lostDependenciesOf(m_fleet.graph(), node, [this](int other) { return viewOf(other); });
    // what a reload takes out of the fleet is needed no more by those that stay
    lost.removeIf([this](const ServiceId &other) {
        const ServiceStatus &status = m_fleet.at(*m_fleet.nodeOf(other)).status();
        return status.goal == Goal::Down && status.cause == Cause::Reload;
    });
    if (lost == service.status().lostDependencies || isBeingStopped(node))
        return;
    const OnDependencyLoss reaction = lost.isEmpty() ? OnDependencyLoss::Keep : service.spec().onDependencyLoss;
    switch (reaction) {
    case OnDependencyLoss::Keep:
        service.setLostDependencies(lost);
        return publish(node);
    case OnDependencyLoss::Stop:
        return apply(node, Stimulus::WishDown, Cause::DependencyLost);
    case OnDependencyLoss::Restart:
        service.noteAutomaticRestart(Now::read().wall);
        return apply(node, Stimulus::Lost, Cause::DependencyLost);
    }
}

void Orchestrator::finishSweeps()
{
    std::vector<std::function<void()>> finished;
    std::erase_if(m_sweeps, [&finished](const auto &sweep) {
        if (!sweep->plan.isDone())
            return false;
        finished.push_back(std::move(sweep->done));
        return true;
    });
    if (!finished.empty())
        forgetEnded(); // the keeper may be about to end
    for (const auto &done : finished) {
        if (done)
            done();
    }
}

void Orchestrator::noteStartUpBegan()
{
    m_startUpBegan = true;
    scheduleSettle();
}

void Orchestrator::noteInitialized()
{
    if (!m_startUpBegan || m_registry.isInitialized())
        return;
    const auto lookUp = [this](int node) {
        const Service &service = m_fleet.at(node);
        return GateView{&service.spec(), &service.status(), Health::Unknown, service.waitsInVain()};
    };
    if (gates::isSettledFleet(m_fleet.graph(), lookUp, m_unsettledHint))
        m_registry.setInitialized(true);
}

} // namespace foghorn
