// What is asked of the whole fleet, and of probes.
#include "ui/mainwindow/operations.h"

#include "ui/dialogs/stopplan.h"
#include "ui/models/operationmodel.h"
#include "ui/models/operationwords.h"
#include "ui/style/isolated.h"
#include "ui/style/wording.h"

#include "core/base/names.h"
#include "core/base/whenended.h"

#include <QTimer>

#include <algorithm>

namespace foghorn {

bool Operations::isBusy(FleetVerb verb) const
{
    if (m_isLeaving || fleetOperation(verb) != 0)
        return true;
    const bool isRestarting = fleetOperation(FleetVerb::RestartAll) != 0;
    switch (verb) {
    case FleetVerb::StartAll:
        return isRestarting;
    case FleetVerb::RestartAll:
        return fleetOperation(FleetVerb::StartAll) != 0 || fleetOperation(FleetVerb::StopAll) != 0;
    case FleetVerb::StopAll:
    case FleetVerb::CheckAll:
        break;
    }
    return false;
}

int Operations::beginFleet(FleetVerb verb, const QList<ServiceId> &members)
{
    const OperationKind kind = kindOf(verb);
    m_model->supersede(members, kind,
        kind == OperationKind::Stop ? tr("stopped on request meanwhile") : tr("started on request meanwhile"));
    const int operation = m_model->begin(kind, members, OperationWords::titleOfAll(kind, m_registry.fleetName()));
    m_pending.insert(operation, {1, {}, doneOf(verb), verb});
    fleetOperation(verb) = operation;
    Q_EMIT began(progressOf(verb));
    Q_EMIT busyChanged();
    return operation;
}

void Operations::run(FleetVerb verb)
{
    const QList<ServiceId> members = foghorn::membersOf(verb, m_registry);
    if (isBusy(verb) || members.isEmpty())
        return;
    CommandOptions options;
    switch (verb) {
    case FleetVerb::StartAll:
        await(beginFleet(verb, members), m_commands.startAll(options, m_actor));
        return;
    case FleetVerb::StopAll:
        options.cascade = true;
        fleetOperation(FleetVerb::RestartAll) = 0; // it shall not start anything any more
        await(beginFleet(verb, members), m_commands.stopAll(options, m_actor));
        return;
    case FleetVerb::RestartAll:
        restartAll(members);
        return;
    case FleetVerb::CheckAll:
        check(members, true);
        return;
    }
}

/// There is no command for it: all are stopped, and what was up is started again.
void Operations::restartAll(const QList<ServiceId> &members)
{
    const int operation = beginFleet(FleetVerb::RestartAll, members);
    CommandOptions options;
    options.cascade = true;
    whenEnded(m_commands.stopAll(options, m_actor), this,
        [this, operation, members](const std::optional<CommandOutcome> &outcome) {
            const bool isWanted = fleetOperation(FleetVerb::RestartAll) == operation && !m_isLeaving;
            if (outcome && outcome->verdict == Verdict::Done && isWanted)
                startAgain(operation, members);
            else
                onAnswer(operation, outcome);
        });
}

void Operations::startAgain(int operation, const QList<ServiceId> &members)
{
    const QList<ServiceId> down = foghorn::membersOf(FleetVerb::StartAll, m_registry);
    const QSet<ServiceId> wanted(members.cbegin(), members.cend());
    const bool isEverybody =
        std::all_of(down.cbegin(), down.cend(), [&wanted](const ServiceId &id) { return wanted.contains(id); });
    if (isEverybody) {
        await(operation, m_commands.startAll({}, m_actor));
        return;
    }
    // Some were down before, and stay so. What others need comes up with those.
    const DependencyGraph &graph = m_registry.outline().graph;
    QList<ServiceId> tops;
    for (const int node : graph.startOrder()) {
        const auto dependents = graph.dependents(node);
        const bool isPulled =
            std::any_of(dependents.begin(), dependents.end(), [&](const DependencyGraph::Neighbour &dependent) {
                return dependent.kind == EdgeKind::Required && wanted.contains(graph.name(dependent.node));
            });
        if (wanted.contains(graph.name(node)) && !isPulled)
            tops.append(graph.name(node));
    }
    m_pending[operation].left = std::max<qsizetype>(1, tops.size());
    for (const ServiceId &id : std::as_const(tops))
        await(operation, m_commands.start(id, {}, m_actor));
    if (tops.isEmpty())
        onAnswer(operation, CommandOutcome{});
}

void Operations::shutDown()
{
    const QList<ServiceId> members = foghorn::membersOf(FleetVerb::StopAll, m_registry);
    m_isLeaving = true;
    const int operation = m_model->begin(
        OperationKind::Stop, members, OperationWords::titleOfAll(OperationKind::Stop, m_registry.fleetName()));
    m_pending.insert(operation, {1, {}, progressOf(FleetVerb::StopAll), {}});
    Q_EMIT began(tr("Stopping all services, then quitting…"));
    Q_EMIT busyChanged();
    whenEnded(m_commands.shutdown(m_actor), this, [this, operation](const std::optional<CommandOutcome> &outcome) {
        m_isLeaving = outcome && (outcome->verdict == Verdict::Done || outcome->verdict == Verdict::Accepted);
        onAnswer(operation, outcome);
        Q_EMIT busyChanged();
    });
}

void Operations::stopWaiting(int operation)
{
    const Operation *shown = m_model->find(operation);
    if (!shown || m_isLeaving)
        return;
    QList<ServiceId> waiting;
    for (auto step = shown->steps.crbegin(); step != shown->steps.crend(); ++step) { // what nobody waits for first
        if (step->phase == StepPhase::Waiting)
            waiting.append(step->service);
    }
    m_model->skip(operation, waiting, tr("stopped while it was waiting"));
    for (const ServiceId &id : std::as_const(waiting)) {
        // Without cascade: what runs on for all that shall not be stopped by this.
        whenEnded(m_commands.stop(id, {}, m_actor), this, [this](const std::optional<CommandOutcome> &outcome) {
            if (outcome && outcome->verdict != Verdict::Done && outcome->verdict != Verdict::Accepted)
                Q_EMIT failed(printable(outcome->message));
        });
    }
    Q_EMIT began(waiting.size() == 1
            ? tr("Stopping 1 service that waits…")
            : tr("Stopping %Ln services that wait…", nullptr, static_cast<int>(waiting.size())));
}

void Operations::check(const QList<ServiceId> &services, bool all)
{
    for (const ServiceId &id : services)
        ++m_checking[id];
    if (all)
        fleetOperation(FleetVerb::CheckAll) = -1; // there is no operation to it
    Q_EMIT began(all ? progressOf(FleetVerb::CheckAll) : progressOf(Verb::Check, services));
    Q_EMIT busyChanged();
    whenEnded(m_commands.checkNow(all ? QList<ServiceId>() : services, m_actor), this,
        [this, services, all](const std::optional<QList<CheckResult>> &results) {
            report(results);
            QTimer::singleShot(busyAfterwards, this, [this, services, all] {
                for (const ServiceId &id : services) {
                    if (--m_checking[id] <= 0)
                        m_checking.remove(id);
                }
                if (all)
                    fleetOperation(FleetVerb::CheckAll) = 0;
                Q_EMIT busyChanged();
            });
        });
}

void Operations::report(const std::optional<QList<CheckResult>> &results)
{
    if (!results) {
        Q_EMIT failed(tr("The checks were given up before they were answered."));
        return;
    }
    QList<QString> bad;
    for (const CheckResult &result : *results) {
        if (!result.passed) //: a service and what its check said
            bad.append(tr("%1 (%2)").arg(isolated(result.service), isolated(result.message)));
    }
    if (!bad.isEmpty())
        Q_EMIT failed(tr("Check failed: %1").arg(Wording::list(bad)));
    else if (results->size() == 1)
        Q_EMIT succeeded(
            tr("%1 answered in %2")
                .arg(isolated(results->first().service), Wording::response(results->first().responseTime)));
    else
        Q_EMIT succeeded(tr("%L1 checks passed").arg(results->size()));
}

} // namespace foghorn
