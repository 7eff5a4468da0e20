#pragma once

#include "core/model/runend.h"
#include "core/process/childprogram.h"
#include "core/process/servicekeeper.h"
#include "core/registry/serviceregistry.h"
#include "core/runtime/deadlines.h"
#include "core/runtime/fleet.h"
#include "core/runtime/launchplan.h"
#include "core/runtime/startturns.h"
#include "core/runtime/stopsweep.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <vector>

namespace foghorn {

/// The engine: carries wishes and what happens in the world through each service's lifecycle, opens gates, stops in
/// order, and says every change to the registry. It knows no people: commands, reload and take-over are built on it
/// beside it.
///
/// One round: something happens -> the service takes a step (pure) -> the registry is told -> the action is ordered
/// from the keeper. Neighbours are looked at afterwards, from a queue (settle), so that no step calls another.
class Orchestrator final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Orchestrator)
public:
    Orchestrator(ServiceKeeper &keeper, ServiceRegistry &registry, LaunchContext context, QObject *parent = nullptr);
    ~Orchestrator() override;

    /// Takes a fleet: `source` as read, `resolved` with automatic ports filled in. Services that left must be at rest.
    /// Living runs go on as they are; those that must be restarted for it are the caller's to wish.
    void setFleet(const FleetSpec &source, const FleetSpec &resolved, const DependencyGraph &graph);
    const Fleet &fleet() const { return m_fleet; }
    Service &service(int node) { return m_fleet.at(node); }
    const LaunchContext &context() const { return m_context; }
    /// Where services reach the API; before the first launch.
    void setApiUrl(const QString &url) { m_context.apiUrl = url; }
    /// Where services say READY=1, as the keeper tells; before the first launch.
    void setNotifyAddresses(const QString &own, const QString &others)
    {
        m_context.notifySocket = own;
        m_context.notifySocketOfOthers = others;
    }

    /// Somebody wants something of a service. A service that a stop under way was going to reach is taken from it by
    /// WishUp and WishAgain.
    void wish(int node, lifecycle::Stimulus stimulus, Cause cause);
    /// Stops `nodes` in reverse order; `done` is called once all of them are at rest or were wanted otherwise.
    /// `killed`: the one of them that is not asked when its turn comes, but ended at once; empty: none.
    void stopInOrder(
        const std::vector<int> &nodes, Cause cause, std::function<void()> done, const ServiceId &killed = {});
    /// Everything that is to come up by itself has been wished: from now on it is looked for when the start-up has
    /// settled.
    void noteStartUpBegan();
    /// Whether a stop under way holds this service.
    bool isBeingStopped(int node) const;
    /// Its automatic restarts count from 0 again; whether it runs stays as it is.
    void forgetAttempts(int node);
    /// Ends everything that lives at once.
    void killAll();
    /// Take-over, after Service::adopt(): the clocks of the adopted state run on.
    void resume(int node);
    /// Asks again for the end of a run that is to end: its keeper may have died before it asked.
    void repeatEnd(int node);
    /// A tree of this name is being ended that no run of ours owns: its end is not ours, and nothing is launched before
    /// it.
    void addForeign(const ServiceId &service) { m_foreign.insert(service); }
    void clearForeign() { m_foreign.clear(); }
    /// Nothing is left of a living run.
    void conclude(int node);
    /// The leader ended: as if the keeper had said so. `at`: when, if that is not now.
    void noteExited(int node, const ExitInfo &exit, bool permanent, bool treeIsEmpty, std::optional<WallTime> at = {});
    /// The run goes on with another leader.
    void follow(int node, qint64 pid);
    /// settled() will name these nodes even when nothing happens to them.
    void review(const std::set<ServiceId> &services);
    /// A service changed without a step (adopted, restored): tells the registry and looks at the neighbours.
    void publish(int node);

public Q_SLOTS:
    void onFirstPassed(const foghorn::ServiceId &service);
    void onRecoveryNeeded(const foghorn::ServiceId &service, const QString &message);
    void onHealthChanged(const foghorn::ServiceId &service, foghorn::Health before, foghorn::Health now);
    void onHeartbeatLost(const foghorn::ServiceId &service);
    void onReadyNotified(const foghorn::ServiceId &service);
    /// The running start or stop may take so long from now on.
    void onTimeoutExtended(const foghorn::ServiceId &service, std::chrono::microseconds by);
    /// It says itself that it hangs.
    void onWatchdogTriggered(const foghorn::ServiceId &service);
    /// The error that it ends with, should it end.
    void onErrorNotified(const foghorn::ServiceId &service, int errorNumber);

Q_SIGNALS:
    /// The leader of a new run lives.
    void runStarted(const foghorn::ServiceId &service, qint64 pid);
    /// Its run goes on, but this process is its leader now.
    void runLed(const foghorn::ServiceId &service, qint64 pid);
    void runReady(const foghorn::ServiceId &service);
    /// The run is being ended or has ended: no more checks.
    void runEnding(const foghorn::ServiceId &service);
    /// A run has come to an end that nobody wanted.
    void runCrashed(const foghorn::RunEnd &end);
    /// After each round, with the services that changed in it.
    void settled(const QList<foghorn::ServiceId> &changed);
    /// Descriptions changed, services came or went.
    void fleetReplaced();

private:
    struct Sweep
    {
        QList<ServiceId> services;
        StopSweep plan;
        std::function<void()> done;
        ServiceId killed; ///< has no stop_timeout; empty: none
    };

    void apply(int node, lifecycle::Stimulus stimulus, Cause cause);
    /// Tells the keeper what is to become of a run that goes on for now; empty: nothing.
    void noteIntent(int node, const QByteArray &note);
    void perform(int node, lifecycle::Action action);
    void setStopDeadline(int node);
    void launch(int node);
    void watchStart(int node);
    void terminate(int node);
    void kill(int node);
    void runStopCommand(int node);
    void onStopCommandEnded(const ServiceId &service, std::optional<WallTime> run, const ChildOutcome &outcome);
    void awaitRetry(int node, milliseconds delay);
    void becomeReady(int node);
    void loseRun(int node, Cause cause, const QString &error);
    GateView viewOf(int node) const;
    void scheduleSettle();
    void settle();
    void rebuildSweeps();
    void advanceSweeps(int node);
    void tellSweeps();
    /// `hasTurn`: it has waited for its turn to start, and that has come.
    void openGate(int node, bool hasTurn = false);
    void startInTurn(int node, bool hasTurn);
    void giveTurns();
    void followDependencies(int node);
    void finishSweeps();
    void noteInitialized();
    void watchReset(int node);

    void onLaunched(const ServiceId &service, qint64 pid, qint64 startedAtMs);
    void onLeaderChanged(const ServiceId &service, qint64 pid);
    void onLaunchFailed(const ServiceId &service, const ExitInfo &why, bool permanent);
    void onExited(const ServiceId &service, const ExitInfo &exit, bool treeIsEmpty);
    void onTreeEmpty(const ServiceId &service);
    void onTreeListed(const ServiceId &service, const QList<qint64> &pids);
    void noteLingering(const ServiceId &service, const QList<LingeringProcess> &processes);
    void onForeignEnded(const ServiceId &service);
    void forgetSoon(const ServiceId &service);
    void forgetEnded();
    void onDeadline(const ServiceId &service, DeadlineKind kind);

    ServiceKeeper &m_keeper;
    ServiceRegistry &m_registry;
    LaunchContext m_context;
    Fleet m_fleet;
    Deadlines m_deadlines;
    StartTurns m_turns;
    QTimer m_nextTurn;
    std::vector<std::unique_ptr<Sweep>> m_sweeps;
    std::map<ServiceId, std::unique_ptr<QObject>> m_stopCommands; ///< that run: whoever goes takes its program along
    std::set<int> m_dirty;
    std::set<ServiceId> m_foreign;
    std::set<ServiceId> m_ended; ///< whose end the keeper is to forget
    QTimer m_forgetEnded;
    bool m_settleScheduled = false;
    bool m_startUpBegan = false;
    int m_unsettledHint = 0; ///< a service that kept the start-up from having settled
};

} // namespace foghorn
