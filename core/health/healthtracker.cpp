#include "core/health/healthtracker.h"

#include <algorithm>
#include <limits>

namespace foghorn {
namespace {

int onceMore(int count) { return count < std::numeric_limits<int>::max() ? count + 1 : count; }

} // namespace

HealthTracker::HealthTracker(int failureThreshold, int recoveryThreshold)
{
    setThresholds(failureThreshold, recoveryThreshold);
}

void HealthTracker::setThresholds(int failureThreshold, int recoveryThreshold)
{
    m_failureThreshold = std::max(1, failureThreshold);
    m_recoveryThreshold = std::max(1, recoveryThreshold);
}

void HealthTracker::reset()
{
    m_summary = {};
    m_isRecovering = false;
}

void HealthTracker::restore(const HealthSummary &summary)
{
    m_summary = summary;
    // Degraded without a failure is said only of a service that recovers.
    m_isRecovering =
        summary.health == Health::Unhealthy || (summary.health == Health::Degraded && summary.consecutiveFailures == 0);
}

bool HealthTracker::record(bool passed)
{
    const Health before = m_summary.health;
    if (passed) {
        m_summary.consecutiveFailures = 0;
        m_summary.consecutiveSuccesses = onceMore(m_summary.consecutiveSuccesses);
        if (m_summary.consecutiveSuccesses >= m_recoveryThreshold)
            m_isRecovering = false;
        m_summary.health = m_isRecovering ? Health::Degraded : Health::Healthy;
        return false;
    }
    m_summary.consecutiveSuccesses = 0;
    m_summary.consecutiveFailures = onceMore(m_summary.consecutiveFailures);
    if (m_summary.consecutiveFailures < m_failureThreshold) {
        m_summary.health = Health::Degraded;
        return false;
    }
    m_summary.health = Health::Unhealthy;
    m_isRecovering = true;
    return before != Health::Unhealthy;
}

void HealthTracker::recordForgivenFailure() { m_summary.consecutiveSuccesses = 0; }

} // namespace foghorn
