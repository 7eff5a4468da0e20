#pragma once

#include "core/base/ringbuffer.h"
#include "core/model/checkresult.h"
#include "core/model/servicestatus.h"
#include "core/registry/serviceinfo.h"
#include "core/registry/uptime.h"

#include <QHash>
#include <QObject>

#include <memory>
#include <optional>

namespace foghorn {

/// One service as it is now.
struct RegistryEntry
{
    ServiceInfo info;
    ServiceStatus status;
    HealthSummary health;
    RingBuffer<CheckResult> checks{100};   ///< the last 100, through restarts of the service
    std::optional<CheckResult> lastCheck;
    ResourceUse use;
    UptimeLedger uptime;
    WallTime registeredAt{};
    std::optional<WallTime> lastHeartbeat;
    MonoTime lastHeartbeatMono{};
    quint64 revision = 0;                  ///< rises with each change of this entry
};

/// What is true of the fleet now: the one place where runtime, health and leases write it and from which every view is told.
/// Each fact has one writer: run states the orchestrator, checks the health monitor (through the control room), leases the LeaseBook.
class ServiceRegistry final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServiceRegistry)
public:
    explicit ServiceRegistry(QObject *parent = nullptr);
    ~ServiceRegistry() override;

    /// Replaces the outline; entries of services that stay keep everything else they hold. External entries stay.
    void setOutline(const FleetOutline &outline);
    void update(const ServiceStatus &status);
    void recordCheck(const CheckResult &result, const HealthSummary &summary);
    /// The counters of checks begin anew (the service starts); its history stays.
    void resetHealth(const ServiceId &service);
    void recordUse(const QHash<ServiceId, ResourceUse> &use);
    void recordHeartbeat(const ServiceId &service, Now now);
    /// Gives back what an earlier orchestrator knew: history and counters of a service that is already in the outline.
    void restore(const ServiceId &service, const QList<CheckResult> &checks, const UptimeLedger &uptime);
    void addExternal(const ServiceInfo &info, Now now);
    void removeExternal(const ServiceId &service);
    void setInitialized(bool initialized);

    const QString &fleetName() const { return m_outline.name; }
    const FleetOutline &outline() const { return m_outline; }
    const RegistryEntry *find(const ServiceId &service) const;
    /// Managed services in file order, then external ones in the order they came.
    const QList<ServiceId> &order() const { return m_order; }
    /// All critical managed services run (or have finished as jobs).
    bool isReady() const;
    /// The start-up sequence has settled.
    bool isInitialized() const { return m_initialized; }
    Health compositeHealth() const;
    /// Rises with each change of anything here.
    quint64 revision() const { return m_revision; }
    /// Rises with each change of outline only.
    quint64 outlineRevision() const { return m_outlineRevision; }

Q_SIGNALS:
    void outlineChanged();
    void statusChanged(const foghorn::ServiceStatus &before, const foghorn::ServiceStatus &now);
    void healthChanged(const foghorn::ServiceId &service, foghorn::Health before, foghorn::Health now);
    void checkRecorded(const foghorn::CheckResult &result);
    void useRecorded();
    void readyChanged(bool ready);
    void initializedChanged(bool initialized);

private:
    RegistryEntry *entry(const ServiceId &service);
    void touch(RegistryEntry &entry);
    void rebuildOrder();
    void refreshReady();

    FleetOutline m_outline;
    std::unordered_map<ServiceId, std::unique_ptr<RegistryEntry>> m_entries;
    QList<ServiceId> m_order;
    QList<ServiceId> m_external;
    quint64 m_revision = 1;
    quint64 m_outlineRevision = 1;
    bool m_initialized = false;
    bool m_ready = false;
};

} // namespace foghorn
