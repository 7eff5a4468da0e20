#pragma once

#include "core/commands/commands.h"
#include "core/registry/eventlog.h"
#include "core/runtime/orchestrator.h"
#include "core/runtime/reloader.h"
#include "core/runtime/waiters.h"

#include <QObject>
#include <QPromise>

#include <functional>
#include <set>

namespace foghorn {

/// Takes what people ask of the fleet: says no where the state forbids it, passes wishes to the orchestrator, and
/// answers when they have come true, failed, or were overtaken.
class CommandDesk final : public QObject, public Commands
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CommandDesk)
public:
    using Checker = std::function<QFuture<std::optional<CheckResult>>(const ServiceId &)>;

    CommandDesk(
        Orchestrator &orchestrator, Reloader &reloader, EventLog &events, Checker checker, QObject *parent = nullptr);
    ~CommandDesk() override;

    /// What an earlier orchestrator left has been taken over: commands that came before are carried out now.
    void begin();
    /// A shutdown was asked for.
    bool isShuttingDown() const { return m_isShuttingDown; }

    QFuture<CommandOutcome> start(const ServiceId &service, const CommandOptions &options, const Actor &actor) override;
    QFuture<CommandOutcome> stop(const ServiceId &service, const CommandOptions &options, const Actor &actor) override;
    QFuture<CommandOutcome> restart(
        const ServiceId &service, const CommandOptions &options, const Actor &actor) override;
    QFuture<CommandOutcome> resetFailed(const ServiceId &service, const Actor &actor) override;
    QFuture<CommandOutcome> startAll(const CommandOptions &options, const Actor &actor) override;
    QFuture<CommandOutcome> stopAll(const CommandOptions &options, const Actor &actor) override;
    QFuture<QList<CheckResult>> checkNow(const QList<ServiceId> &services, const Actor &actor) override;
    QFuture<ReloadOutcome> reload(bool planOnly, const Actor &actor) override;
    QFuture<CommandOutcome> shutdown(const Actor &actor) override;

Q_SIGNALS:
    /// A shutdown was asked for; whoever owns the orchestrator carries it out.
    void shutdownAsked();

private:
    /// Nothing when the command may go on; else the refusal.
    std::optional<CommandOutcome> refusalOf(const ServiceId &service) const;
    /// Calls now, or once begin() was called.
    template<typename T, typename Call> QFuture<T> whenBegun(Call call);
    QFuture<CommandOutcome> startNow(const ServiceId &service, const CommandOptions &options, const Actor &actor);
    QFuture<CommandOutcome> stopNow(const ServiceId &service, const CommandOptions &options, const Actor &actor);
    QFuture<CommandOutcome> restartNow(const ServiceId &service, const CommandOptions &options, const Actor &actor);
    QFuture<CommandOutcome> resetFailedNow(const ServiceId &service, const Actor &actor);
    QFuture<CommandOutcome> startAllNow(const CommandOptions &options, const Actor &actor);
    QFuture<CommandOutcome> stopAllNow(const CommandOptions &options, const Actor &actor);
    QFuture<ReloadOutcome> reloadNow(bool planOnly, const Actor &actor);
    bool isRestartUnderWay(const Service &service, const CommandOptions &options) const;
    /// "operator 127.0.0.1 foghornctl".
    static QString who(const Actor &actor);
    void note(const QString &verb, const ServiceId &service, const Actor &actor);
    /// What came of a reload; one that only plans changes nothing and is not noted.
    void noteReload(const ReloadOutcome &outcome, const Actor &actor);
    std::set<ServiceId> namesOf(const std::vector<int> &nodes) const;
    QFuture<CommandOutcome> await(Waiters::Wait wait, const CommandOptions &options);
    void wishUp(const std::vector<int> &nodes, const Actor &actor);
    /// What `node` needs that is not up.
    std::vector<int> downRequirementsOf(int node) const;
    std::vector<int> upRequiredDependents(int node, bool transitive) const;
    QFuture<CommandOutcome> restartInOrder(int node, const CommandOptions &options, const Actor &actor);
    /// `killed`: one of them that is not given its stop_timeout; empty: none.
    void stopOvertaking(const std::vector<int> &nodes, const Actor &actor, const ServiceId &killed = {});
    void review(const QList<ServiceId> &changed);

    Orchestrator &m_orchestrator;
    Reloader &m_reloader;
    EventLog &m_events;
    Checker m_checker;
    Waiters m_waiters;
    std::set<ServiceId> m_heldDown; ///< going down only to come up again (restart with cascade)
    QPromise<void> m_begun;
    bool m_hasBegun = false;
    bool m_isShuttingDown = false;
};

} // namespace foghorn
