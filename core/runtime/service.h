#pragma once

#include "core/base/clock.h"
#include "core/model/servicespec.h"
#include "core/model/servicestatus.h"
#include "core/runtime/lifecycle.h"
#include "core/runtime/restartgovernor.h"

namespace foghorn {

/// One supervised program as the orchestrator holds it: its description, what is true of it, and the two pure machines
/// that say what follows (lifecycle, RestartGovernor). Changes only itself; the orchestrator carries out the actions.
class Service
{
public:
    Service(ServiceSpec spec, WallTime now);

    const ServiceSpec &spec() const { return m_spec; }
    const ServiceStatus &status() const { return m_status; }
    const ServiceId &name() const { return m_spec.name; }
    bool isAlive() const { return lifecycle::isAlive(m_status.state); }
    /// Its launch is ordered and not answered: what ends now is an earlier run.
    bool isLaunching() const { return isAlive() && m_status.pid == 0 && m_status.state != RunState::Draining; }
    bool isAtRest() const;
    /// Its tree is on its way out.
    bool isEnding() const;
    /// A job that came to its good end: wanting the fleet up does not run it again.
    bool hasDoneItsJob() const { return m_spec.job && m_status.state == RunState::Finished; }
    /// At its restart limit: only a forced restart or a start brings it up again, or that its attempts are forgotten.
    bool isAtLimit() const;

    /// A changed description; the living run goes on as it is.
    void setSpec(ServiceSpec spec);

    /// Of what its newest run was started with, as fingerprintOf; empty: not known.
    const QByteArray &fingerprint() const { return m_fingerprint; }
    void setFingerprint(QByteArray fingerprint) { m_fingerprint = std::move(fingerprint); }

    /// Takes one step. `cause` is why the stimulus came; it becomes the status's cause when the state or goal changes.
    lifecycle::Action handle(lifecycle::Stimulus stimulus, Cause cause, Now now);
    /// The leader or its start came to an end. Keeps what conclude() needs.
    void noteExit(const ExitInfo &exit, bool permanent);
    /// Whether the run that now ends does so although nobody wanted it to; it was never begun counts as well.
    bool hasCrashed() const;
    /// Why the run that now ends does.
    Cause endCause() const { return m_endCause; }
    /// Nothing of it is left: asks the governor and takes the step. `chance`: 0 to 1. The delay of a retry is in
    /// `delay`.
    lifecycle::Action conclude(Now now, double chance, milliseconds &delay);
    void noteLaunched(qint64 pid, WallTime at);
    void noteLeader(qint64 pid) { m_status.pid = pid; }
    /// Why the living run is of no use, for people.
    void noteError(const QString &error) { m_status.lastError = error; }
    /// What the living run says (ERRNO=) that it would end with.
    void noteErrorNumber(int number) { m_errorNumber = number; }
    void noteManualRestart(WallTime at);
    void noteAutomaticRestart(WallTime at);
    void forgetAttempts();
    /// What was used up before an orchestrator took over.
    void restoreAttempts(int attempts);
    void restoreRestarts(int count, int attempts, WallTime last);
    void setNextAttempt(std::optional<WallTime> at) { m_status.nextAttemptAt = at; }
    void setBlockers(QList<Blocker> blockers) { m_status.blockers = std::move(blockers); }
    /// It waits for something that will not come without help; until it waits no more.
    bool waitsInVain() const { return m_waitsInVain; }
    void setWaitsInVain(bool inVain) { m_waitsInVain = inVain; }
    void setLingering(QList<LingeringProcess> left) { m_status.lingering = std::move(left); }
    /// Running on without these; `cause` shows it while there are any.
    void setLostDependencies(QList<ServiceId> lost);

    /// What an earlier orchestrator knew of it.
    struct Past
    {
        int restartCount = 0;
        int restartAttempts = 0;
        std::optional<WallTime> lastRestart;
        std::optional<ExitInfo> lastExit;
        QString lastError;
        QByteArray fingerprint;
    };
    void restore(const Past &past);
    /// Takes over what was found: a living run, or the state it came to rest in.
    void adopt(Goal goal, RunState state, Cause cause, WallTime since, qint64 pid, std::optional<WallTime> startedAt);

    RestartGovernor &governor() { return m_governor; }

private:
    void enter(const lifecycle::Step &step, Cause cause, Now now);

    ServiceSpec m_spec;
    ServiceStatus m_status;
    QByteArray m_fingerprint;
    RestartGovernor m_governor;
    ExitInfo m_exit;
    Cause m_endCause = Cause::None; ///< why the run that now ends does
    Cause m_runCause = Cause::None; ///< why it runs, while `cause` tells that a dependency is lost
    bool m_permanent = false;
    int m_errorNumber = 0;
    bool m_waitsInVain = false;
};

} // namespace foghorn
