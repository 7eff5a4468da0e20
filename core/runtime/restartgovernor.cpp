#include "core/runtime/restartgovernor.h"

#include "core/model/causekind.h"

#include <algorithm>
#include <cmath>

namespace foghorn {
namespace {

/// Ends that somebody or the fleet asked for: no failure, nothing to count.
bool isAskedFor(Cause cause)
{
    switch (kindOf(cause)) {
    case CauseKind::Wish:
    case CauseKind::Sequence:
    case CauseKind::Loss:
        return true;
    case CauseKind::Nothing:
    case CauseKind::Adoption:
    case CauseKind::Failure:
        return false;
    }
    Q_UNREACHABLE();
}

} // namespace

void RestartGovernor::setPolicy(RestartPolicy policy, bool isJob)
{
    m_policy = std::move(policy);
    m_isJob = isJob;
}

RestartVerdict RestartGovernor::verdict(Cause cause, const ExitInfo &exit, bool permanent, MonoTime now, double chance)
{
    using What = RestartVerdict::What;
    if (isAskedFor(cause))
        return {What::Again, {}, cause};
    if (isGoodEnd(cause, exit))
        return {What::Finished, {}, cause};
    forgetIfDue(now);
    m_wellSince.reset();
    if (permanent || m_policy.when == RestartPolicy::When::Never)
        return {What::GiveUp, {}, cause};
    if (m_attempts >= m_policy.maxAttempts)
        return {What::GiveUp, {}, Cause::RestartLimit};
    ++m_attempts;
    return {What::Retry, delayOf(m_attempts, chance), cause};
}

bool RestartGovernor::isGoodEnd(Cause cause, const ExitInfo &exit) const
{
    const bool succeeded = cause == Cause::Exited && m_policy.successExitCodes.contains(exit.code);
    return succeeded && (m_isJob || m_policy.when != RestartPolicy::When::Always);
}

void RestartGovernor::noteWell(MonoTime now)
{
    if (!m_wellSince)
        m_wellSince = now;
}

std::optional<MonoTime> RestartGovernor::forgetsAt() const
{
    if (!m_wellSince || !m_policy.resetAfter || m_attempts == 0)
        return std::nullopt;
    return *m_wellSince + *m_policy.resetAfter;
}

bool RestartGovernor::forgetIfDue(MonoTime now)
{
    const auto due = forgetsAt();
    if (!due || now < *due)
        return false;
    m_attempts = 0;
    return true;
}

void RestartGovernor::reset()
{
    m_attempts = 0;
    m_wellSince.reset();
}

milliseconds RestartGovernor::delayOf(int attempt, double chance) const
{
    if (m_policy.backoffBase <= 0)
        return milliseconds(0);
    const double longest = static_cast<double>(m_policy.backoffMax.count());
    const double delay = std::min(std::pow(m_policy.backoffBase, attempt) * 1000, longest);
    return milliseconds(std::llround(delay * (1 + m_policy.jitter * chance)));
}

} // namespace foghorn
