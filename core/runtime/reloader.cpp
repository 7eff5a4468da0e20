#include "core/runtime/reloader.h"

#include "core/runtime/pullin.h"

#include <algorithm>

namespace foghorn {

using lifecycle::Stimulus;

struct Reloader::Running
{
    bool planOnly = false;
    ReloadOutcome outcome;
    QPromise<ReloadOutcome> promise;
};

Reloader::Reloader(Orchestrator &orchestrator, Loader loader, Resolver resolver, QObject *parent)
    : QObject(parent)
    , m_orchestrator(orchestrator)
    , m_loader(std::move(loader))
    , m_resolver(std::move(resolver))
{
}

Reloader::~Reloader() = default;

QFuture<ReloadOutcome> Reloader::reload(bool planOnly)
{
    const auto running = std::make_shared<Running>();
    running->planOnly = planOnly;
    running->promise.start();
    const QFuture<ReloadOutcome> future = running->promise.future();
    if (m_isBusy) {
        running->promise.addResult(ReloadOutcome{.verdict = Verdict::Conflict,
            .message = QStringLiteral("A reload is under way. Ask again when it has ended.")});
        running->promise.finish();
        return future;
    }
    m_isBusy = true;
    m_loader().then(this, [this, running](const LoadedFleet &loaded) { onLoaded(running, loaded); });
    return future;
}

void Reloader::onLoaded(const std::shared_ptr<Running> &running, const LoadedFleet &loaded)
{
    ReloadOutcome &outcome = running->outcome;
    for (const Fault &warning : loaded.warnings)
        outcome.warnings.append(warning.toString());
    for (const Fault &fault : loaded.faults)
        outcome.faults.append(fault.toString());
    outcome.cycles = loaded.cycles;
    if (!loaded.isGood()) {
        outcome.verdict = Verdict::Invalid;
        outcome.message = outcome.faults.size() == 1
            ? QStringLiteral("The fleet file has a fault; nothing was changed. Mend it and reload again.")
            : QStringLiteral("The fleet file has %1 faults; nothing was changed. Mend them and reload again.")
                  .arg(outcome.faults.size());
        return finish(running);
    }
    const QString &name = m_orchestrator.fleet().source().name;
    if (loaded.fleet.name != name) {
        Fault fault = loaded.nameFault;
        fault.what = QStringLiteral("fleet '%1' cannot be renamed to '%2' while it runs").arg(name, loaded.fleet.name);
        fault.remedy = QStringLiteral("keep the name, or stop foghornd and start it again");
        outcome.faults.append(fault.toString());
        outcome.verdict = Verdict::Invalid;
        outcome.message = QStringLiteral("The fleet cannot be renamed while it runs; nothing was changed. Restart "
                                         "foghornd to rename it.");
        return finish(running);
    }
    const FleetDifference difference = differenceOf(m_orchestrator.fleet().source(), loaded.fleet);
    outcome.added = difference.added;
    outcome.removed = difference.removed;
    outcome.restarted = difference.restarted;
    outcome.updated = difference.updated;
    outcome.untouched = difference.untouched.size();
    outcome.message = QStringLiteral("%1 added, %2 removed, %3 restarted, %4 updated in place, %5 untouched")
                          .arg(outcome.added.size())
                          .arg(outcome.removed.size())
                          .arg(outcome.restarted.size())
                          .arg(outcome.updated.size())
                          .arg(outcome.untouched);
    if (m_orchestrator.fleet().source().api != loaded.fleet.api)
        outcome.warnings.append(QStringLiteral("changes under 'api' are taken at the next start"));
    if (running->planOnly)
        return finish(running);
    apply(running, loaded);
}

bool Reloader::refusedAsClosed(const std::shared_ptr<Running> &running)
{
    if (!m_isClosed)
        return false;
    running->outcome =
        ReloadOutcome{.verdict = Verdict::ShuttingDown, .message = QStringLiteral("The fleet is shutting down.")};
    finish(running);
    return true;
}

void Reloader::apply(const std::shared_ptr<Running> &running, const LoadedFleet &loaded)
{
    if (refusedAsClosed(running))
        return;
    const std::vector<int> leaving = m_orchestrator.fleet().nodesOf(running->outcome.removed);
    if (leaving.empty())
        return replace(running, loaded);
    m_orchestrator.stopInOrder(leaving, Cause::Reload, [this, running, loaded] {
        const std::vector<int> left = m_orchestrator.fleet().nodesOf(running->outcome.removed);
        const bool allRest = std::all_of(
            left.begin(), left.end(), [this](int node) { return m_orchestrator.fleet().at(node).isAtRest(); });
        if (allRest)
            return replace(running, loaded);
        running->outcome.verdict = Verdict::Conflict;
        running->outcome.message = QStringLiteral(
            "A service that the file no longer names was started meanwhile; nothing else was changed. Reload again.");
        finish(running);
    });
}

void Reloader::replace(const std::shared_ptr<Running> &running, const LoadedFleet &loaded)
{
    if (refusedAsClosed(running))
        return;
    const Result<FleetSpec> resolved = m_resolver(loaded.fleet);
    if (!resolved) {
        running->outcome.verdict = Verdict::Failed;
        running->outcome.message = resolved.error().text;
        return finish(running);
    }
    m_orchestrator.setFleet(loaded.fleet, resolved.value(), loaded.graph);
    const Fleet &fleet = m_orchestrator.fleet();
    std::vector<int> added = fleet.nodesOf(running->outcome.added);
    std::erase_if(added, [&fleet](int node) { return !fleet.at(node).spec().autostart; });
    for (const int node : withUntouchedRequirements(fleet, added))
        m_orchestrator.wish(node, Stimulus::WishUp, Cause::Reload);
    for (const int node : fleet.nodesOf(running->outcome.restarted)) {
        if (fleet.at(node).status().goal != Goal::Up)
            continue;
        if (fleet.at(node).isAlive())
            m_orchestrator.service(node).noteManualRestart(Now::read().wall);
        m_orchestrator.wish(node, Stimulus::WishAgain, Cause::Reload);
    }
    Q_EMIT reloaded(running->outcome);
    finish(running);
}

void Reloader::finish(const std::shared_ptr<Running> &running)
{
    m_isBusy = false;
    running->promise.addResult(running->outcome);
    running->promise.finish();
    Q_EMIT ended();
}

} // namespace foghorn
