// The half of CommandDesk that concerns the fleet as a whole.
#include "core/runtime/commanddesk.h"

#include "core/base/readyfuture.h"

namespace foghorn {

QFuture<CommandOutcome> CommandDesk::startAllNow(const CommandOptions &options, const Actor &actor)
{
    if (const auto refusal = refusalOf({}))
        return readyFuture(*refusal);
    note(QStringLiteral("start all"), {}, actor);
    std::vector<int> nodes = m_orchestrator.fleet().allNodes();
    std::erase_if(nodes, [this](int node) { return m_orchestrator.fleet().at(node).hasDoneItsJob(); });
    wishUp(nodes, actor);
    return await({Goal::Up, namesOf(nodes), QStringLiteral("All services started successfully"),
                     QStringLiteral("start of all"), {}},
        options);
}

QFuture<CommandOutcome> CommandDesk::stopAllNow(const CommandOptions &options, const Actor &actor)
{
    if (const auto refusal = refusalOf({}))
        return readyFuture(*refusal);
    note(QStringLiteral("stop all"), {}, actor);
    const std::vector<int> nodes = m_orchestrator.fleet().allNodes();
    stopOvertaking(nodes, actor);
    return await({Goal::Down, namesOf(nodes), QStringLiteral("All services stopped successfully"),
                     QStringLiteral("stop of all"), {}},
        options);
}

QFuture<QList<CheckResult>> CommandDesk::checkNow(const QList<ServiceId> &services, const Actor &actor)
{
    note(QStringLiteral("check-now"), services.size() == 1 ? services.first() : ServiceId(), actor);
    const QList<ServiceId> asked = services.isEmpty() ? m_orchestrator.fleet().graph().names() : services;
    QList<QFuture<std::optional<CheckResult>>> checks;
    checks.reserve(asked.size());
    for (const ServiceId &service : asked)
        checks.append(m_checker(service));
    if (checks.isEmpty())
        return readyFuture(QList<CheckResult>{});
    return QtFuture::whenAll(checks.begin(), checks.end())
        .then([](const QList<QFuture<std::optional<CheckResult>>> &ended) {
            QList<CheckResult> results;
            for (const auto &check : ended) {
                if (check.resultCount() > 0 && check.result())
                    results.append(*check.result());
            }
            return results;
        });
}

QFuture<ReloadOutcome> CommandDesk::reloadNow(bool planOnly, const Actor &actor)
{
    if (m_isShuttingDown)
        return readyFuture(
            ReloadOutcome{.verdict = Verdict::ShuttingDown, .message = QStringLiteral("The fleet is shutting down.")});
    note(planOnly ? QStringLiteral("reload --plan") : QStringLiteral("reload"), {}, actor);
    if (planOnly)
        return m_reloader.reload(true);
    return m_reloader.reload(false).then(this, [this, actor](const ReloadOutcome &outcome) {
        noteReload(outcome, actor);
        return outcome;
    });
}

void CommandDesk::noteReload(const ReloadOutcome &outcome, const Actor &actor)
{
    Event event;
    event.at = Now::read().wall;
    event.kind = EventKind::Reload;
    event.actor = who(actor);
    event.message = QStringLiteral("reload: ") + outcome.message;
    if (!outcome.faults.isEmpty())
        event.message += u' ' + outcome.faults.first();
    m_events.append(event);
}

QFuture<CommandOutcome> CommandDesk::shutdown(const Actor &actor)
{
    if (const auto refusal = refusalOf({}))
        return readyFuture(*refusal);
    note(QStringLiteral("shutdown"), {}, actor);
    m_isShuttingDown = true;
    m_heldDown.clear();
    m_waiters.endAll({Verdict::ShuttingDown, QStringLiteral("The fleet is shutting down.")});
    // whoever asked over the API must hear the answer before the end begins
    QMetaObject::invokeMethod(this, &CommandDesk::shutdownAsked, Qt::QueuedConnection);
    return readyFuture(
        CommandOutcome{Verdict::Accepted, QStringLiteral("The shutdown has begun: all services stop in order")});
}

} // namespace foghorn
