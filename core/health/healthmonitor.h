#pragma once

#include "core/model/checkresult.h"
#include "core/model/servicespec.h"

#include <QFuture>
#include <QObject>

#include <memory>

namespace foghorn {

/// Runs every service's probe on its schedule and says what the answers add up to.
/// Schedules are spread evenly over the interval; one service never has two checks in flight.
class HealthMonitor final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HealthMonitor)
public:
    explicit HealthMonitor(QObject *parent = nullptr);
    ~HealthMonitor() override;

    /// Takes a new or changed probe and policy; a running schedule goes on with it. `environment`,
    /// `workingDirectory` and `user` (empty: ours) are for exec probes.
    void configure(const ServiceId &service, const ProbeSpec &probe, const HealthPolicy &policy,
        const QList<QByteArray> &environment, const QString &workingDirectory, const QByteArray &user = {});
    /// The service left the fleet: its check in flight is given up.
    void remove(const ServiceId &service);
    /// The leader runs: counters reset, checks at once and then fast (100 ms growing to 1 s) until begin of the regular
    /// schedule by serviceReady().
    void serviceStarted(const ServiceId &service, qint64 pid);
    /// From now on the regular schedule, thresholds and start_period count.
    void serviceReady(const ServiceId &service);
    /// Found running (take-over): regular schedule with the counters the service had.
    void serviceAdopted(const ServiceId &service, qint64 pid, const HealthSummary &summary);
    /// The run goes on with another leader: schedule and counters stay.
    void serviceLed(const ServiceId &service, qint64 pid);
    /// No checks until the next start; a check in flight is given up and its result dropped.
    void serviceStopped(const ServiceId &service);
    /// Checks at once, whatever the schedule; joins a check in flight. Empty optional: it has no probe or does not run.
    QFuture<std::optional<CheckResult>> checkNow(const ServiceId &service);

Q_SIGNALS:
    /// Each finished check, with what it adds up to.
    void checked(const foghorn::CheckResult &result, const foghorn::HealthSummary &summary);
    /// The first check passed since serviceStarted().
    void firstPassed(const foghorn::ServiceId &service);
    /// failure_threshold checks failed in a row (once per crossing), and the policy says auto_recovery.
    void recoveryNeeded(const foghorn::ServiceId &service, const QString &message);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace foghorn
