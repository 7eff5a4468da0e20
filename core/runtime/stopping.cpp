// How Orchestrator ends a run: asks for it, and sets the clocks of what follows when nothing comes of that.
#include "core/runtime/orchestrator.h"

#include <QPointer>

#include <csignal>

namespace foghorn {

using lifecycle::Stimulus;

namespace {

/// A stop that takes longer is blocked by something: what that is, is asked from then on.
constexpr std::chrono::seconds lingerDelay{1};

} // namespace

void Orchestrator::killAll()
{
    for (int node = 0; node < m_fleet.size(); ++node)
        apply(node, Stimulus::WishDownNow, Cause::Shutdown);
}

void Orchestrator::kill(int node)
{
    const ServiceId &name = m_fleet.at(node).name();
    for (const DeadlineKind kind :
        {DeadlineKind::StartTimeout, DeadlineKind::ResetAttempts, DeadlineKind::StopTimeout}) // it has none any more
        m_deadlines.cancel(name, kind);
    m_stopCommands.erase(name); // it must not meet the next run
    Q_EMIT runEnding(name);
    m_keeper.signal(name, SIGKILL, SignalScope::Tree);
    m_keeper.listTree(name);
}

void Orchestrator::terminate(int node)
{
    const ServiceSpec &spec = m_fleet.at(node).spec();
    m_deadlines.cancel(spec.name, DeadlineKind::StartTimeout);
    m_deadlines.cancel(spec.name, DeadlineKind::ResetAttempts);
    setStopDeadline(node);
    Q_EMIT runEnding(spec.name);
    if (!spec.stopCommand.isEmpty())
        return runStopCommand(node);
    m_keeper.signal(spec.name, spec.stopSignal, SignalScope::Group);
    if (spec.stopSignal != SIGTERM) // with TERM the keeper does it: a stopped process must see that it is asked to end
        m_keeper.signal(spec.name, SIGCONT, SignalScope::Group);
}

void Orchestrator::runStopCommand(int node)
{
    const Service &service = m_fleet.at(node);
    ChildOrder order;
    for (const QString &argument : service.spec().stopCommand)
        order.argv.append(argument.toUtf8());
    order.environment = environmentOf(service.spec(), m_context);
    order.environment.append("MAINPID=" + QByteArray::number(service.status().pid));
    order.workingDirectory = service.spec().workingDirectory.toUtf8();
    order.user = service.spec().user.toUtf8();
    order.timeout = service.spec().stopTimeout;
    std::unique_ptr<QObject> &running = m_stopCommands[service.name()];
    running = std::make_unique<QObject>();
    runChildProgram(order, running.get())
        .then(this,
            [this, name = service.name(), run = service.status().startedAt, own = QPointer<QObject>(running.get())](
                const ChildOutcome &outcome) {
                if (own) // else its place is another run's by now
                    m_stopCommands.extract(name).mapped().release()->deleteLater(); // what tells us belongs to it
                onStopCommandEnded(name, run, outcome);
            });
}

void Orchestrator::onStopCommandEnded(
    const ServiceId &service, std::optional<WallTime> run, const ChildOutcome &outcome)
{
    const auto node = m_fleet.nodeOf(service);
    const bool hasWorked = outcome.exit.kind == ExitInfo::Kind::Exited && outcome.exit.code == 0;
    if (!node || hasWorked || outcome.timedOut) // it had all of the stop time-out: that ends the tree now
        return;
    const ServiceStatus &status = m_fleet.at(*node).status();
    if (status.state != RunState::Stopping || status.startedAt != run)
        return;
    const QString why =
        outcome.exit.reason.isEmpty() ? QStringLiteral("exit %1").arg(outcome.exit.code) : outcome.exit.reason;
    m_fleet.at(*node).noteError(QStringLiteral("stop_command: ") + why);
    m_keeper.signal(service, SIGTERM, SignalScope::Group);
    publish(*node);
}

void Orchestrator::setStopDeadline(int node)
{
    const ServiceSpec &spec = m_fleet.at(node).spec();
    if (!m_deadlines.isRunning(spec.name, DeadlineKind::StopTimeout))
        m_deadlines.set(spec.name, DeadlineKind::StopTimeout, Now::read().mono + spec.stopTimeout);
    if (!m_deadlines.isRunning(spec.name, DeadlineKind::Linger))
        m_deadlines.set(spec.name, DeadlineKind::Linger, Now::read().mono + lingerDelay);
}

} // namespace foghorn
