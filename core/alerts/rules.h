#pragma once

#include "core/alerts/servicefacts.h"
#include "core/model/alert.h"

#include <deque>

namespace foghorn {

/// What a rule found.
struct Finding
{
    AlertRule rule = AlertRule::Unhealthy;
    QString message; ///< one sentence for people
    bool operator==(const Finding &) const = default;
};

AlertSeverity severityOf(AlertRule rule);

/// Ups and downs of one service within a window. Pure: time comes in.
class FlapCounter
{
public:
    /// The service is well, or is not; only changes count.
    void note(bool isWell, MonoTime now);
    /// Somebody stopped it: what it is next is no change.
    void pause() { m_wasWell.reset(); }
    /// Whether it flaps: `rule.changes` within the window, until less than half of them are left in it.
    bool isFlapping(const FlappingRule &rule, MonoTime now);
    int changes() const { return static_cast<int>(m_changes.size()); }

private:
    std::deque<MonoTime> m_changes;
    std::optional<bool> m_wasWell;
    bool m_isFlapping = false;
};

/// Since when a service has been in what the rules wait for.
struct TroubleTimes
{
    std::optional<MonoTime> degraded; ///< Degraded without a break
    std::optional<MonoTime> broken; ///< Broken or Bad, not up since
};

/// What is wrong with one service by itself, the most telling rule that holds; nothing when nothing is.
std::optional<Finding> findingOf(
    const ServiceFacts &facts, const TroubleTimes &times, bool isFlapping, const AlertRules &rules, MonoTime now);

} // namespace foghorn
