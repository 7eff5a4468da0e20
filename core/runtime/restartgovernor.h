#pragma once

#include "core/base/clock.h"
#include "core/model/exitinfo.h"
#include "core/model/runstate.h"
#include "core/model/servicespec.h"

namespace foghorn {

/// What follows when a run has ended.
struct RestartVerdict
{
    enum class What { Again, Retry, GiveUp, Finished };
    What what = What::Again;
    milliseconds delay{0}; ///< Retry
    Cause cause = Cause::None; ///< what the state that follows is due to

    bool operator==(const RestartVerdict &) const = default;
};

/// Counts automatic restarts of one service against its policy and says what follows when a run ends. Pure: time and
/// chance come in.
class RestartGovernor
{
public:
    explicit RestartGovernor(RestartPolicy policy = {}, bool isJob = false)
        : m_policy(std::move(policy))
        , m_isJob(isJob)
    {
    }

    void setPolicy(RestartPolicy policy, bool isJob);
    /// What follows when a run has ended for `cause` with `exit`. Counts an attempt when the verdict is Retry.
    /// `permanent`: the program cannot be started, trying again will not help. `chance`: 0 to 1, for jitter.
    RestartVerdict verdict(Cause cause, const ExitInfo &exit, bool permanent, MonoTime now, double chance);
    /// Whether a run that ended so was meant to: its code says so, and it need not run for ever.
    bool isGoodEnd(Cause cause, const ExitInfo &exit) const;
    /// The run is well since `now`; staying so for reset_after forgets earlier attempts.
    void noteWell(MonoTime now);
    void noteUnwell() { m_wellSince.reset(); }
    /// When noteWell's time is over; nothing when there is nothing to forget.
    std::optional<MonoTime> forgetsAt() const;
    /// Forgets the attempts when reset_after has passed by `now`; true when there were any.
    bool forgetIfDue(MonoTime now);
    /// A manual start or restart.
    void reset();
    void restore(int attempts) { m_attempts = attempts; }

    /// How long the retry that was counted last is put off, without its random share.
    milliseconds currentDelay() const { return delayOf(m_attempts, 0); }
    int attempts() const { return m_attempts; }
    int maxAttempts() const { return m_policy.maxAttempts; }

private:
    milliseconds delayOf(int attempt, double chance) const;

    RestartPolicy m_policy;
    bool m_isJob = false;
    int m_attempts = 0;
    std::optional<MonoTime> m_wellSince;
};

} // namespace foghorn
