#pragma once

#include <cstdint>

namespace foghorn::keeper {

/// How much of a processor some work may take that others can cause without end: a burst at first, then one part in
/// `share` of the time that passes. Pure: times come in.
class WorkBudget
{
public:
    WorkBudget(std::int64_t burstUs, int share)
        : m_burstUs(burstUs)
        , m_share(share)
        , m_creditUs(burstUs)
    {
    }

    /// Work was done that took so much processor time. `nowMs`: monotonic.
    void spend(std::int64_t us, std::int64_t nowMs);
    /// Milliseconds until more may be done; 0: at once.
    int waitMs(std::int64_t nowMs);

private:
    void earn(std::int64_t nowMs);

    std::int64_t m_burstUs;
    int m_share;
    std::int64_t m_creditUs;
    std::int64_t m_earnedAtMs = 0;
    bool m_isSpent = false; ///< until a millisecond's work has been earned
};

} // namespace foghorn::keeper
