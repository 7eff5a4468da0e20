#pragma once

#include "core/process/servicekeeper.h"
#include "core/runtime/orchestrator.h"

#include <QHash>
#include <QObject>

#include <set>

namespace foghorn {

/// What an earlier orchestrator knew of a service when it ended. The control room reads it from the store.
struct PastRun
{
    Goal goal = Goal::Down;
    RunState state = RunState::Stopped;
    Cause cause = Cause::None;
    WallTime since{};
    Service::Past counters;
    bool isForced = false; ///< Goal::Down: it was to be killed in its turn, not asked
};

/// Finds again what the keeper kept: services that live are adopted with their pids, ends that happened meanwhile are
/// judged with their codes, and what the fleet no longer names is ended. After the keeper itself was lost it brings
/// both views in line.
class Takeover final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Takeover)
public:
    Takeover(Orchestrator &orchestrator, ServiceKeeper &keeper, QObject *parent = nullptr);
    ~Takeover() override;

    /// Restores counters, adopts `trees`, and wishes up what is to start by itself. Once, before anything else is
    /// wished.
    void begin(const QList<KeptTree> &trees, const QHash<ServiceId, PastRun> &past, bool endedCleanly);
    /// The keeper is a new one: what it adopted must agree with what we think lives.
    void reconcile(const QList<KeptTree> &trees);
    /// Ends at once what no service of the fleet owns.
    void killStrangers();

Q_SIGNALS:
    /// A living run goes on; `isReady`: it had been ready before.
    void adopted(const foghorn::ServiceId &service, qint64 pid, bool isReady);

private:
    void adoptTree(const KeptTree &tree, int node, const PastRun &past);
    /// What was to be killed, not asked, still is in its turn: those that need it and are being stopped come first.
    void killInTurn(const KeptTree &tree, const PastRun &past);
    void endAgain(int node, const PastRun &past);
    void judgeEnd(const KeptTree &tree, int node, const PastRun &past);
    void endStranger(const KeptTree &tree);
    void startUp(const QHash<ServiceId, PastRun> &past, bool isTakeover);
    void goOn(int node, const PastRun &past);
    void reconcileOne(int node, const KeptTree *tree);

    Orchestrator &m_orchestrator;
    ServiceKeeper &m_keeper;
    std::set<ServiceId> m_strangers; ///< told to end
};

} // namespace foghorn
