#include "core/runtime/commanddesk.h"

#include "core/base/readyfuture.h"

#include <algorithm>

namespace foghorn {

using lifecycle::Stimulus;

namespace {

bool isUp(const ServiceStatus &status)
{
    return status.goal == Goal::Up && status.state != RunState::Failed && status.state != RunState::Finished;
}

QString listed(const Fleet &fleet, const std::vector<int> &nodes)
{
    QList<QString> names;
    for (const int node : nodes)
        names.append(fleet.graph().name(node));
    return names.join(QStringLiteral(", "));
}

} // namespace

CommandDesk::CommandDesk(
    Orchestrator &orchestrator, Reloader &reloader, EventLog &events, Checker checker, QObject *parent)
    : QObject(parent)
    , m_orchestrator(orchestrator)
    , m_reloader(reloader)
    , m_events(events)
    , m_checker(std::move(checker))
{
    m_begun.start();
    connect(&m_orchestrator, &Orchestrator::settled, this, &CommandDesk::review);
    connect(&m_orchestrator, &Orchestrator::fleetReplaced, this, [this] { review(m_waiters.awaited()); });
}

CommandDesk::~CommandDesk() = default;

void CommandDesk::begin()
{
    m_hasBegun = true;
    m_begun.finish();
}

template<typename T, typename Call> QFuture<T> CommandDesk::whenBegun(Call call)
{
    if (m_hasBegun)
        return call();
    return m_begun.future().then(this, std::move(call)).unwrap();
}

QFuture<CommandOutcome> CommandDesk::start(const ServiceId &service, const CommandOptions &options, const Actor &actor)
{
    return whenBegun<CommandOutcome>([=, this] { return startNow(service, options, actor); });
}

QFuture<CommandOutcome> CommandDesk::stop(const ServiceId &service, const CommandOptions &options, const Actor &actor)
{
    return whenBegun<CommandOutcome>([=, this] { return stopNow(service, options, actor); });
}

QFuture<CommandOutcome> CommandDesk::restart(
    const ServiceId &service, const CommandOptions &options, const Actor &actor)
{
    return whenBegun<CommandOutcome>([=, this] { return restartNow(service, options, actor); });
}

QFuture<CommandOutcome> CommandDesk::resetFailed(const ServiceId &service, const Actor &actor)
{
    return whenBegun<CommandOutcome>([=, this] { return resetFailedNow(service, actor); });
}

QFuture<CommandOutcome> CommandDesk::startAll(const CommandOptions &options, const Actor &actor)
{
    return whenBegun<CommandOutcome>([=, this] { return startAllNow(options, actor); });
}

QFuture<CommandOutcome> CommandDesk::stopAll(const CommandOptions &options, const Actor &actor)
{
    return whenBegun<CommandOutcome>([=, this] { return stopAllNow(options, actor); });
}

QFuture<ReloadOutcome> CommandDesk::reload(bool planOnly, const Actor &actor)
{
    return whenBegun<ReloadOutcome>([=, this] { return reloadNow(planOnly, actor); });
}

std::optional<CommandOutcome> CommandDesk::refusalOf(const ServiceId &service) const
{
    if (m_isShuttingDown)
        return CommandOutcome{Verdict::ShuttingDown, QStringLiteral("The fleet is shutting down.")};
    if (!service.isEmpty() && !m_orchestrator.fleet().nodeOf(service))
        return CommandOutcome{Verdict::NotFound,
            QStringLiteral("There is no service '%1' in this fleet that Foghorn runs.").arg(service)};
    return std::nullopt;
}

QString CommandDesk::who(const Actor &actor)
{
    return QList<QString>{actor.role, actor.origin, actor.program}.join(u' ').simplified();
}

void CommandDesk::note(const QString &verb, const ServiceId &service, const Actor &actor)
{
    Event event;
    event.at = Now::read().wall;
    event.kind = EventKind::Command;
    event.service = service;
    event.to = verb;
    event.actor = who(actor);
    event.message = service.isEmpty() ? verb : QString(verb + u' ' + service);
    m_events.append(event);
}

QFuture<CommandOutcome> CommandDesk::await(Waiters::Wait wait, const CommandOptions &options)
{
    if (!options.wait)
        return readyFuture(CommandOutcome{Verdict::Accepted, QStringLiteral("The %1 has begun").arg(wait.verb)});
    m_orchestrator.review(wait.pending);
    return m_waiters.add(std::move(wait));
}

std::set<ServiceId> CommandDesk::namesOf(const std::vector<int> &nodes) const
{
    std::set<ServiceId> names;
    for (const int node : nodes)
        names.insert(m_orchestrator.fleet().graph().name(node));
    return names;
}

void CommandDesk::stopOvertaking(const std::vector<int> &nodes, const Actor &actor, const ServiceId &killed)
{
    for (const ServiceId &service : namesOf(nodes)) {
        m_heldDown.erase(service);
        m_waiters.overtake(service, Goal::Down, who(actor));
    }
    m_orchestrator.stopInOrder(nodes, Cause::Command, {}, killed);
}

void CommandDesk::wishUp(const std::vector<int> &nodes, const Actor &actor)
{
    for (const int node : nodes) {
        const ServiceId service = m_orchestrator.fleet().graph().name(node);
        m_heldDown.erase(service);
        m_waiters.overtake(service, Goal::Up, who(actor));
        m_orchestrator.wish(node, Stimulus::WishUp, Cause::Command);
    }
}

std::vector<int> CommandDesk::downRequirementsOf(int node) const
{
    const Fleet &fleet = m_orchestrator.fleet();
    std::vector<int> nodes = fleet.graph().requirementsOf(node);
    std::erase_if(nodes, [this, &fleet](int other) {
        const Service &service = fleet.at(other);
        return m_heldDown.contains(service.name()) || service.hasDoneItsJob()
            || (isUp(service.status()) && !m_orchestrator.isBeingStopped(other));
    });
    return nodes;
}

std::vector<int> CommandDesk::upRequiredDependents(int node, bool transitive) const
{
    const Fleet &fleet = m_orchestrator.fleet();
    std::vector<int> nodes;
    if (transitive) {
        nodes = fleet.graph().dependentsOf(node);
    } else {
        for (const auto &[dependent, kind] : fleet.graph().dependents(node)) {
            if (kind == EdgeKind::Required)
                nodes.push_back(dependent);
        }
    }
    std::erase_if(nodes, [this, &fleet](int other) {
        return !isUp(fleet.at(other).status()) && !m_heldDown.contains(fleet.at(other).name());
    });
    return nodes;
}

QFuture<CommandOutcome> CommandDesk::startNow(
    const ServiceId &service, const CommandOptions &options, const Actor &actor)
{
    if (const auto refusal = refusalOf(service))
        return readyFuture(*refusal);
    note(QStringLiteral("start"), service, actor);
    const int node = *m_orchestrator.fleet().nodeOf(service);
    std::vector<int> nodes = downRequirementsOf(node);
    nodes.push_back(node);
    wishUp(nodes, actor);
    return await({Goal::Up, namesOf(nodes), QStringLiteral("Service '%1' started successfully").arg(service),
                     QStringLiteral("start"), service},
        options);
}

QFuture<CommandOutcome> CommandDesk::stopNow(
    const ServiceId &service, const CommandOptions &options, const Actor &actor)
{
    if (const auto refusal = refusalOf(service))
        return readyFuture(*refusal);
    const Fleet &fleet = m_orchestrator.fleet();
    const int node = *fleet.nodeOf(service);
    std::vector<int> dependents = upRequiredDependents(node, false);
    std::erase_if(dependents, [this, &fleet](int other) { // those are on their way down, and not only to come up again
        return m_orchestrator.isBeingStopped(other) && !m_heldDown.contains(fleet.at(other).name());
    });
    if (!dependents.empty() && !options.cascade)
        return readyFuture(CommandOutcome{Verdict::Conflict,
            QStringLiteral(
                "Service '%1' is needed by %2, which is up. Stop that first, or ask with cascade to stop all of it.")
                .arg(service, listed(fleet, dependents))});
    note(options.force ? QStringLiteral("stop --force") : QStringLiteral("stop"), service, actor);
    std::vector<int> nodes = upRequiredDependents(node, true);
    nodes.push_back(node);
    stopOvertaking(nodes, actor, options.force ? service : ServiceId());
    return await({Goal::Down, namesOf(nodes), QStringLiteral("Service '%1' stopped successfully").arg(service),
                     QStringLiteral("stop"), service},
        options);
}

QFuture<CommandOutcome> CommandDesk::resetFailedNow(const ServiceId &service, const Actor &actor)
{
    if (const auto refusal = refusalOf(service))
        return readyFuture(*refusal);
    const int node = *m_orchestrator.fleet().nodeOf(service);
    const int maxAttempts = m_orchestrator.fleet().at(node).status().maxAttempts;
    if (maxAttempts == 0)
        return readyFuture(CommandOutcome{Verdict::Conflict,
            QStringLiteral("Service '%1' has no automatic restarts that could be counted anew (max_attempts: 0). Start "
                           "it, or ask with force to restart it.")
                .arg(service)});
    note(QStringLiteral("reset-failed"), service, actor);
    m_orchestrator.forgetAttempts(node);
    return readyFuture(CommandOutcome{Verdict::Done,
        QStringLiteral("Service '%1' has used 0 of its %2 automatic restarts again").arg(service).arg(maxAttempts)});
}

void CommandDesk::review(const QList<ServiceId> &changed)
{
    m_waiters.review(
        changed, m_orchestrator.fleet(), [this](const ServiceId &service) { return m_heldDown.contains(service); });
}

} // namespace foghorn
