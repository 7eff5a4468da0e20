// What the world tells the Orchestrator: the keeper's reports, passed deadlines, and what the checks found.
#include "core/runtime/orchestrator.h"

#include "core/base/units.h"
#include "core/base/whenended.h"
#include "core/model/causekind.h"
#include "core/process/processdescription.h"

#include <QtConcurrentRun>

#include <csignal>
#include <optional>

namespace foghorn {

using lifecycle::Stimulus;

namespace {

/// How often it is asked what still blocks a stop.
constexpr milliseconds lingerPeriod{1000};

/// What a running service shows as its cause: why it was wanted, not which failure came before.
Cause causeWhenReady(Cause cause)
{
    switch (kindOf(cause)) {
    case CauseKind::Wish:
    case CauseKind::Sequence:
    case CauseKind::Adoption:
        return cause;
    case CauseKind::Nothing:
    case CauseKind::Loss:
    case CauseKind::Failure:
        return Cause::None;
    }
    Q_UNREACHABLE();
}

} // namespace

void Orchestrator::becomeReady(int node)
{
    Service &service = m_fleet.at(node);
    if (service.status().state != RunState::Starting)
        return;
    m_deadlines.cancel(service.name(), DeadlineKind::StartTimeout);
    apply(node, Stimulus::Ready, causeWhenReady(service.status().cause));
    watchReset(node);
    Q_EMIT runReady(service.name());
}

void Orchestrator::watchReset(int node)
{
    Service &service = m_fleet.at(node);
    if (const auto due = service.governor().forgetsAt())
        m_deadlines.set(service.name(), DeadlineKind::ResetAttempts, *due);
}

void Orchestrator::loseRun(int node, Cause cause, const QString &error)
{
    Service &service = m_fleet.at(node);
    const RunState state = service.status().state;
    if (state != RunState::Running && state != RunState::Starting)
        return;
    service.noteError(error);
    apply(node, Stimulus::Lost, cause);
}

void Orchestrator::onLaunched(const ServiceId &service, qint64 pid, qint64 startedAtMs)
{
    const auto node = m_fleet.nodeOf(service);
    if (!node || !m_fleet.at(*node).isAlive())
        return m_keeper.signal(service, SIGKILL, SignalScope::Tree); // nobody waits for it any more
    m_fleet.at(*node).noteLaunched(pid, WallTime(milliseconds(startedAtMs)));
    if (m_fleet.at(*node).status().state != RunState::Starting)
        return publish(*node);
    Q_EMIT runStarted(service, pid);
    if (m_fleet.at(*node).spec().ready == ReadyWhen::Started)
        becomeReady(*node);
    else
        publish(*node);
}

void Orchestrator::onLeaderChanged(const ServiceId &service, qint64 pid)
{
    if (const auto node = m_fleet.nodeOf(service))
        follow(*node, pid);
}

void Orchestrator::follow(int node, qint64 pid)
{
    Service &service = m_fleet.at(node);
    if (!service.isAlive() || service.status().pid == 0 || service.status().pid == pid)
        return;
    service.noteLeader(pid);
    publish(node);
    Q_EMIT runLed(service.name(), pid);
}

void Orchestrator::onLaunchFailed(const ServiceId &service, const ExitInfo &why, bool permanent)
{
    if (const auto node = m_fleet.nodeOf(service); node && m_fleet.at(*node).isAlive())
        noteExited(*node, why, permanent, true);
}

void Orchestrator::onForeignEnded(const ServiceId &service)
{
    m_foreign.erase(service);
    m_keeper.forget(service);
    review({service});
}

void Orchestrator::onExited(const ServiceId &service, const ExitInfo &exit, bool treeIsEmpty)
{
    if (m_foreign.contains(service)) {
        if (treeIsEmpty)
            onForeignEnded(service);
        return;
    }
    const auto node = m_fleet.nodeOf(service);
    if (node && m_fleet.at(*node).isLaunching())
        return; // a new keeper tells again what the one before it had told
    if (node && m_fleet.at(*node).isAlive())
        noteExited(*node, exit, false, treeIsEmpty);
    else if (treeIsEmpty)
        m_keeper.forget(service);
}

void Orchestrator::onTreeEmpty(const ServiceId &service)
{
    if (m_foreign.contains(service))
        return onForeignEnded(service);
    const auto node = m_fleet.nodeOf(service);
    if (node && m_fleet.at(*node).isLaunching())
        return; // as above
    if (node && m_fleet.at(*node).isAlive())
        conclude(*node);
    else
        m_keeper.forget(service);
}

void Orchestrator::onTreeListed(const ServiceId &service, const QList<qint64> &pids)
{
    const auto node = m_fleet.nodeOf(service);
    if (!node)
        return;
    if (!m_fleet.at(*node).isEnding())
        return; // an answer that comes late
    // What a process is called may have to wait for the process.
    whenEnded(QtConcurrent::run(&describeProcesses, pids), this,
        [this, service](const std::optional<QList<LingeringProcess>> &processes) {
            if (processes)
                noteLingering(service, *processes);
        });
}

void Orchestrator::noteLingering(const ServiceId &service, const QList<LingeringProcess> &processes)
{
    const auto node = m_fleet.nodeOf(service);
    if (!node || !m_fleet.at(*node).isEnding())
        return;
    m_deadlines.set(service, DeadlineKind::Linger, Now::read().mono + lingerPeriod);
    if (processes == m_fleet.at(*node).status().lingering)
        return;
    m_fleet.at(*node).setLingering(processes);
    publish(*node);
}

void Orchestrator::onDeadline(const ServiceId &name, DeadlineKind kind)
{
    const auto node = m_fleet.nodeOf(name);
    if (!node)
        return;
    Service &service = m_fleet.at(*node);
    switch (kind) {
    case DeadlineKind::StartTimeout:
        return loseRun(*node, Cause::StartTimeout,
            QStringLiteral("not ready within %1").arg(formatDuration(service.spec().startTimeout)));
    case DeadlineKind::StopTimeout:
        return apply(*node, Stimulus::TimeoutPassed, service.status().cause);
    case DeadlineKind::Linger:
        if (service.isEnding())
            m_keeper.listTree(name);
        return;
    case DeadlineKind::Backoff:
        if (service.status().state != RunState::Backoff)
            return;
        service.noteAutomaticRestart(Now::read().wall);
        return apply(*node, Stimulus::BackoffElapsed, service.status().cause);
    case DeadlineKind::ResetAttempts:
        if (!service.governor().forgetIfDue(Now::read().mono))
            return watchReset(*node); // a reload put it off
        return forgetAttempts(*node);
    }
}

void Orchestrator::onFirstPassed(const ServiceId &service)
{
    const auto node = m_fleet.nodeOf(service);
    if (node && m_fleet.at(*node).spec().ready == ReadyWhen::Healthy)
        becomeReady(*node);
}

void Orchestrator::onReadyNotified(const ServiceId &service)
{
    const auto node = m_fleet.nodeOf(service);
    if (node && m_fleet.at(*node).spec().ready == ReadyWhen::Notify && m_fleet.at(*node).status().pid > 0)
        becomeReady(*node);
}

void Orchestrator::onTimeoutExtended(const ServiceId &service, std::chrono::microseconds by)
{
    const MonoTime at = Now::read().mono + by;
    m_deadlines.extend(service, DeadlineKind::StartTimeout, at);
    m_deadlines.extend(service, DeadlineKind::StopTimeout, at);
}

void Orchestrator::onWatchdogTriggered(const ServiceId &service)
{
    if (const auto node = m_fleet.nodeOf(service))
        loseRun(*node, Cause::HeartbeatLost, QStringLiteral("it said itself that it hangs (WATCHDOG=trigger)"));
}

void Orchestrator::onErrorNotified(const ServiceId &service, int errorNumber)
{
    if (const auto node = m_fleet.nodeOf(service); node && m_fleet.at(*node).isAlive())
        m_fleet.at(*node).noteErrorNumber(errorNumber);
}

void Orchestrator::onRecoveryNeeded(const ServiceId &service, const QString &message)
{
    if (const auto node = m_fleet.nodeOf(service))
        loseRun(*node, Cause::Unhealthy, message);
}

void Orchestrator::onHeartbeatLost(const ServiceId &service)
{
    if (const auto node = m_fleet.nodeOf(service))
        loseRun(*node, Cause::HeartbeatLost, QStringLiteral("no heartbeat in time"));
}

void Orchestrator::onHealthChanged(const ServiceId &service, Health before, Health now)
{
    Q_UNUSED(before)
    const auto node = m_fleet.nodeOf(service);
    if (!node)
        return;
    if (now == Health::Unhealthy) {
        m_fleet.at(*node).governor().noteUnwell();
        m_deadlines.cancel(service, DeadlineKind::ResetAttempts);
    } else if (now == Health::Healthy && m_fleet.at(*node).status().state == RunState::Running) {
        m_fleet.at(*node).governor().noteWell(Now::read().mono);
        watchReset(*node);
    }
    for (const auto &[dependent, kind] : m_fleet.graph().dependents(*node))
        m_dirty.insert(dependent);
    scheduleSettle();
}

} // namespace foghorn
