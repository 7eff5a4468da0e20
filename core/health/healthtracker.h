#pragma once

#include "core/model/checkresult.h"
#include "core/model/servicespec.h"

namespace foghorn {

/// Adds up one service's checks. Healthy: the last check passed and no recovery is pending. Degraded: some failures in
/// a row, fewer than failure_threshold, or passes after Unhealthy, fewer than recovery_threshold. Unhealthy:
/// failure_threshold failures in a row. Pure: knows neither time nor probes.
class HealthTracker
{
public:
    HealthTracker() = default;
    HealthTracker(int failureThreshold, int recoveryThreshold);

    /// Takes new thresholds; they are used from the next check on.
    void setThresholds(int failureThreshold, int recoveryThreshold);
    /// Nothing is known any more: a new start.
    void reset();
    /// Goes on from what an earlier orchestrator knew.
    void restore(const HealthSummary &summary);

    /// Counts one check. True when the service crossed into Unhealthy with it.
    bool record(bool passed);
    /// A failure that does not count (before readiness, in start_period): only the run of passes ends with it.
    void recordForgivenFailure();

    const HealthSummary &summary() const { return m_summary; }

private:
    HealthSummary m_summary;
    int m_failureThreshold = 3;
    int m_recoveryThreshold = 2;
    bool m_isRecovering = false; ///< was Unhealthy and has not passed recovery_threshold checks in a row since
};

} // namespace foghorn
