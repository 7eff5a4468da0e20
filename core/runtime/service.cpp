#include "core/runtime/service.h"

#include "core/model/causekind.h"
#include "core/model/restartlimit.h"
#include "core/model/words.h"

namespace foghorn {
namespace {

using lifecycle::Action;
using lifecycle::Step;
using lifecycle::Stimulus;

Cause causeOf(const ExitInfo &exit)
{
    switch (exit.kind) {
    case ExitInfo::Kind::Exited:
        return Cause::Exited;
    case ExitInfo::Kind::Signaled:
        return Cause::Signaled;
    case ExitInfo::Kind::SpawnFailed:
        return Cause::SpawnFailed;
    case ExitInfo::Kind::Unknown:
        return Cause::ExitUnknown;
    }
    Q_UNREACHABLE();
}

QString errorOf(const ExitInfo &exit, const QList<int> &successCodes)
{
    switch (exit.kind) {
    case ExitInfo::Kind::Exited:
        return successCodes.contains(exit.code) ? QString() : QStringLiteral("exit %1").arg(exit.code);
    case ExitInfo::Kind::Signaled:
        return QStringLiteral("ended by %1%2%3")
            .arg(signalName(exit.signal), exit.coreDumped ? u" (core dumped)" : u"",
                exit.reason.isEmpty() ? QString() : QStringLiteral(", ") + exit.reason);
    case ExitInfo::Kind::SpawnFailed:
        return exit.reason;
    case ExitInfo::Kind::Unknown:
        return QStringLiteral("ended while nobody watched; the exit code is not known");
    }
    Q_UNREACHABLE();
}

Stimulus stimulusOf(RestartVerdict::What what)
{
    switch (what) {
    case RestartVerdict::What::Again:
        return Stimulus::EndedAgain;
    case RestartVerdict::What::Retry:
        return Stimulus::EndedRetry;
    case RestartVerdict::What::GiveUp:
        return Stimulus::EndedGiveUp;
    case RestartVerdict::What::Finished:
        return Stimulus::EndedFinished;
    }
    Q_UNREACHABLE();
}

bool isWish(Stimulus stimulus)
{
    return stimulus == Stimulus::WishUp || stimulus == Stimulus::WishAgain || lifecycle::wantsDown(stimulus);
}

} // namespace

Service::Service(ServiceSpec spec, WallTime now)
    : m_spec(std::move(spec))
    , m_governor(m_spec.restart, m_spec.job)
{
    m_status.service = m_spec.name;
    m_status.since = now;
    m_status.maxAttempts = m_spec.restart.maxAttempts;
}

bool Service::isAtRest() const
{
    const RunState state = m_status.state;
    return state == RunState::Stopped || state == RunState::Finished || state == RunState::Failed;
}

bool Service::isAtLimit() const { return isAtRestartLimit(m_status); }

bool Service::isEnding() const { return m_status.state == RunState::Stopping || m_status.state == RunState::Draining; }

void Service::setSpec(ServiceSpec spec)
{
    m_governor.setPolicy(spec.restart, spec.job);
    m_status.maxAttempts = spec.restart.maxAttempts;
    m_spec = std::move(spec);
}

Action Service::handle(Stimulus stimulus, Cause cause, Now now)
{
    const Step step = lifecycle::next(m_status.goal, m_status.state, stimulus);
    if (isWish(stimulus)) {
        m_endCause = cause;
        if (stimulus == Stimulus::WishAgain || (stimulus == Stimulus::WishUp && step.state != m_status.state))
            m_governor.reset();
    } else if (stimulus == Stimulus::Lost) {
        m_endCause = cause;
    }
    enter(step, cause, now);
    // what was stopped with what it requires is stopped because somebody wants it, from now on
    if (lifecycle::wantsDown(stimulus) && m_status.goal == Goal::Down && m_status.cause == Cause::DependencyLost)
        m_status.cause = cause;
    return step.action;
}

void Service::enter(const Step &step, Cause cause, Now now)
{
    if (step.state != m_status.state || step.goal != m_status.goal) {
        if (step.state != m_status.state)
            m_status.since = now.wall;
        m_status.cause = cause;
        m_runCause = cause;
    }
    m_status.goal = step.goal;
    m_status.state = step.state;
    if (step.state != RunState::Waiting) {
        m_status.blockers.clear();
        m_waitsInVain = false;
    }
    if (step.state != RunState::Backoff)
        m_status.nextAttemptAt.reset();
    if (!lifecycle::isAlive(step.state)) {
        m_status.pid = 0;
        m_status.startedAt.reset();
        m_status.lingering.clear();
    }
    if (step.state != RunState::Running)
        m_status.lostDependencies.clear();
    if (step.state == RunState::Running)
        m_governor.noteWell(now.mono);
    m_status.restartAttempts = m_governor.attempts();
}

void Service::noteExit(const ExitInfo &exit, bool permanent)
{
    const bool byItself = m_status.state == RunState::Starting || m_status.state == RunState::Running;
    m_exit = exit;
    m_permanent = permanent;
    m_status.pid = 0;
    m_status.lastExit = exit;
    const int errorNumber = std::exchange(m_errorNumber, 0);
    if (byItself) {
        m_endCause = causeOf(exit);
        m_status.lastError = errorOf(exit, m_spec.restart.successExitCodes);
        if (errorNumber != 0 && !m_status.lastError.isEmpty())
            m_status.lastError += QStringLiteral("; it said: %1").arg(qt_error_string(errorNumber));
    }
}

bool Service::hasCrashed() const
{
    return m_status.goal == Goal::Up && kindOf(m_endCause) == CauseKind::Failure
        && !m_governor.isGoodEnd(m_endCause, m_exit);
}

Action Service::conclude(Now now, double chance, milliseconds &delay)
{
    const RestartVerdict verdict = m_governor.verdict(m_endCause, m_exit, m_permanent, now.mono, chance);
    delay = verdict.delay;
    const Step step = lifecycle::next(m_status.goal, m_status.state, stimulusOf(verdict.what));
    // an end on purpose keeps the cause it began with
    enter(step, step.goal == Goal::Down ? m_status.cause : verdict.cause, now);
    m_permanent = false;
    return step.action;
}

void Service::noteLaunched(qint64 pid, WallTime at)
{
    m_status.pid = pid;
    m_status.startedAt = at;
}

void Service::noteManualRestart(WallTime at)
{
    ++m_status.restartCount;
    m_status.lastRestart = at;
    m_status.lastError.clear();
}

void Service::noteAutomaticRestart(WallTime at)
{
    ++m_status.restartCount;
    m_status.lastRestart = at;
}

void Service::forgetAttempts()
{
    m_governor.reset();
    m_status.restartAttempts = 0;
}

void Service::restoreAttempts(int attempts)
{
    m_governor.restore(attempts);
    m_status.restartAttempts = attempts;
}

void Service::restoreRestarts(int count, int attempts, WallTime last)
{
    m_status.restartCount = count;
    m_status.lastRestart = last;
    restoreAttempts(attempts);
}

void Service::setLostDependencies(QList<ServiceId> lost)
{
    if (m_status.lostDependencies.isEmpty() != lost.isEmpty())
        m_status.cause = lost.isEmpty() ? m_runCause : Cause::DependencyLost;
    m_status.lostDependencies = std::move(lost);
}

void Service::restore(const Past &past)
{
    m_status.restartCount = past.restartCount;
    m_status.lastRestart = past.lastRestart;
    m_status.lastExit = past.lastExit;
    m_status.lastError = past.lastError;
    m_fingerprint = past.fingerprint;
    restoreAttempts(past.restartAttempts);
}

void Service::adopt(
    Goal goal, RunState state, Cause cause, WallTime since, qint64 pid, std::optional<WallTime> startedAt)
{
    m_status.goal = goal;
    m_status.state = state;
    m_status.cause = cause;
    m_status.since = since;
    m_status.pid = pid;
    m_status.startedAt = startedAt;
    m_endCause = cause;
    m_runCause = cause;
    if (state == RunState::Running)
        m_governor.noteWell(Now::read().mono);
}

} // namespace foghorn
