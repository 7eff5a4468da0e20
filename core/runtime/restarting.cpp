// How CommandDesk restarts a service, alone or with those that require it.
#include "core/runtime/commanddesk.h"

#include "core/base/readyfuture.h"

namespace foghorn {

using lifecycle::Stimulus;

QFuture<CommandOutcome> CommandDesk::restartNow(
    const ServiceId &service, const CommandOptions &options, const Actor &actor)
{
    if (const auto refusal = refusalOf(service))
        return readyFuture(*refusal);
    const int node = *m_orchestrator.fleet().nodeOf(service);
    Service &target = m_orchestrator.service(node);
    if (target.isAtLimit() && !options.force)
        return readyFuture(CommandOutcome{Verdict::Conflict,
            QStringLiteral("Service '%1' has used its %2 restarts (%3). Ask with force to restart it all the same.")
                .arg(service)
                .arg(target.governor().maxAttempts())
                .arg(target.status().lastError)});
    note(QStringLiteral("restart"), service, actor);
    const Waiters::Wait wait{Goal::Up, {service}, QStringLiteral("Service '%1' restarted successfully").arg(service),
        QStringLiteral("restart"), service};
    if (isRestartUnderWay(target, options))
        return await(wait, options); // the same wish again: both hear the same outcome, the work is done once
    wishUp(downRequirementsOf(node), actor);
    if (options.cascade)
        return restartInOrder(node, options, actor);
    target.noteManualRestart(Now::read().wall);
    m_heldDown.erase(service);
    m_waiters.overtake(service, Goal::Up, who(actor));
    m_orchestrator.wish(node, Stimulus::WishAgain, Cause::Command);
    return await(wait, options);
}

bool CommandDesk::isRestartUnderWay(const Service &service, const CommandOptions &options) const
{
    const ServiceStatus &status = service.status();
    if (m_heldDown.contains(service.name()))
        return true;
    if (options.cascade || status.goal != Goal::Up || status.state == RunState::Running || service.isAtRest())
        return false;
    const bool isEnding = status.state == RunState::Stopping || status.state == RunState::Draining;
    return m_waiters.isAwaitedUp(service.name()) || (isEnding && status.cause == Cause::Command);
}

QFuture<CommandOutcome> CommandDesk::restartInOrder(int node, const CommandOptions &options, const Actor &actor)
{
    std::vector<int> nodes = upRequiredDependents(node, true);
    std::vector<int> comingBack = nodes;
    std::erase_if(comingBack, [this](int other) { // somebody stops them at this moment: they only keep their turn
        return m_orchestrator.isBeingStopped(other) && !m_heldDown.contains(m_orchestrator.fleet().at(other).name());
    });
    nodes.push_back(node);
    comingBack.push_back(node);
    const std::set<ServiceId> names = namesOf(comingBack);
    for (const ServiceId &each : names) {
        m_waiters.overtake(each, Goal::Up, who(actor));
        m_heldDown.insert(each);
    }
    for (const int each : comingBack)
        m_orchestrator.service(each).noteManualRestart(Now::read().wall);
    const ServiceId service = m_orchestrator.fleet().graph().name(node);
    QFuture<CommandOutcome> outcome =
        await({Goal::Up, names, QStringLiteral("Service '%1' restarted successfully").arg(service),
                  QStringLiteral("restart"), service},
            options);
    m_orchestrator.stopInOrder(nodes, Cause::Restart, [this, names] {
        for (const ServiceId &each : names) {
            const auto known = m_orchestrator.fleet().nodeOf(each);
            if (m_heldDown.erase(each) > 0 && known) // else a later wish took it away
                m_orchestrator.wish(*known, Stimulus::WishUp, Cause::Command);
        }
    });
    return outcome;
}

} // namespace foghorn
