#pragma once

#include "core/base/clock.h"
#include "core/base/serviceid.h"

#include <QLatin1String>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace foghorn {

/// What an alert is about, from the least to the most telling: an open alert only moves up.
enum class AlertRule {
    Slow, ///< its probe answers slower than its own norm
    Flapping, ///< it goes up and down
    Degraded, ///< degraded for a while
    Down, ///< not up for a while, between tries
    Unhealthy, ///< failure_threshold checks failed in a row
    HeartbeatLost, ///< its own heartbeat did not come in time
    Failed, ///< failed, and nobody tries again
    RestartLimit, ///< all automatic restarts are used up
    DiskFull, ///< of the machine: the state directory cannot be written, or soon not
};

enum class AlertSeverity { Warning, Critical };

/// One cause of trouble. What its being down does to others folds under it as `affected`.
struct Alert
{
    qint64 id = 0; ///< rises for ever
    AlertRule rule = AlertRule::Unhealthy;
    AlertSeverity severity = AlertSeverity::Critical;
    ServiceId service; ///< empty: the machine
    QString message; ///< one sentence for people
    WallTime since{}; ///< when the trouble began
    std::optional<WallTime> resolvedAt;
    std::optional<std::chrono::milliseconds> duration; ///< of a resolved one; no jump of the clock is in it
    int count = 1; ///< how often the trouble came back while the alert was open
    QList<ServiceId> affected; ///< services in trouble because of this one, in start order
    QString acknowledgedBy; ///< who has seen it; empty: nobody
    std::optional<WallTime> acknowledgedAt;
    std::optional<WallTime> mutedUntil; ///< nobody is told before
    bool inMaintenance = false; ///< its service is worked on: nobody is told
    std::optional<qint64> foldedInto; ///< resolved because another alert turned out to be the cause

    bool isFiring() const { return !resolvedAt.has_value(); }
    /// Nobody is told of it for now.
    bool isSilenced() const { return mutedUntil.has_value() || inMaintenance; }
    bool operator==(const Alert &) const = default;
};

// The stable words of the API, the sinks and the state file.
QLatin1String toWord(AlertRule rule); ///< "unhealthy", "restart_limit", …
QLatin1String toWord(AlertSeverity severity); ///< "warning", "critical"
std::optional<AlertRule> alertRuleFromWord(QStringView word);
std::optional<AlertSeverity> alertSeverityFromWord(QStringView word);

} // namespace foghorn
