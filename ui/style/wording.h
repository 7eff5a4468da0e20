#pragma once

#include "ui/style/statelook.h"

#include "core/registry/serviceinfo.h"

#include <QCoreApplication>
#include <QString>

#include <optional>

namespace foghorn {

/// All words that people read about states: core sends enums, this finds the sentences. Pure but for the translation.
class Wording
{
    Q_DECLARE_TR_FUNCTIONS(foghorn::Wording)
public:
    /// Short, for chips and nodes: "Running · Unhealthy".
    static QString state(const StateFacts &facts);
    /// One word, for tight places: "Unhealthy".
    static QString shortState(const StateFacts &facts);
    /// With what is known of it: "Stopping… 12 s of 30 s", "Failed · exit 1".
    static QString sentence(
        const ServiceInfo &info, const ServiceStatus &status, const HealthSummary &health, WallTime now);
    /// Why the service is in its state: one sentence without a full stop, plain text.
    static QString why(const ServiceInfo &info, const ServiceStatus &status, const HealthSummary &health,
        const std::optional<CheckResult> &lastCheck);
    /// "exit 1", "killed by SIGKILL", "program not found: foo".
    static QString exit(const ExitInfo &exit);
    /// "3 s", "4 min", "2 h 5 min", "3 d"; never negative.
    static QString age(std::chrono::milliseconds age);
    /// "12 ms", "1.20 s"
    static QString response(std::chrono::microseconds time);
    /// "99.61 %": of 0 to 100, never rounded up to a hundred that it is not.
    static QString percent(double percent, int decimals = 2);
    /// The time of day, with the date when it was not today.
    static QString clock(WallTime time);
    /// The same to the second.
    static QString moment(WallTime time);
    /// "a, b and 3 more"
    static QString list(const QList<QString> &names, qsizetype shown = 3);
    /// The same of services, whose names may hold anything.
    static QString services(const QList<ServiceId> &services, qsizetype shown = 3);
    /// "812 sleep 1000, since 14:02": one that does not end.
    static QString process(const LingeringProcess &process);
    /// Names of the whole state for screen readers, lower case: "running, unhealthy".
    static QString spoken(const StateFacts &facts);

private:
    static QString whyRunning(const ServiceInfo &info, const ServiceStatus &status, const HealthSummary &health,
        const std::optional<CheckResult> &lastCheck);
    static QString whyStopping(const ServiceStatus &status);
    static QString processes(const QList<LingeringProcess> &processes);
    static QString whyStopped(const ServiceStatus &status);
    static QString whyFailed(const ServiceInfo &info, const ServiceStatus &status);
    static QString whyBackoff(const ServiceStatus &status);
    static QString blocker(const Blocker &blocker);
};

} // namespace foghorn
