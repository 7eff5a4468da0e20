#pragma once

#include "core/base/histogram.h"
#include "core/model/checkresult.h"

namespace foghorn {

inline constexpr std::array checkDurationBounds{0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0};

/// All checks of one service since this orchestrator began.
struct CheckTally
{
    quint64 passed = 0;
    quint64 failed = 0;
    quint64 timedOut = 0;
    Histogram<checkDurationBounds> durations; ///< seconds

    void note(const CheckResult &result)
    {
        ++(result.passed ? passed : result.timedOut ? timedOut : failed);
        durations.add(static_cast<double>(result.responseTime.count()) / 1e6);
    }
};

} // namespace foghorn
