#pragma once

#include "core/base/ringbuffer.h"
#include "core/model/checkresult.h"
#include "core/model/servicestatus.h"
#include "core/registry/announcement.h"
#include "core/registry/checktally.h"
#include "core/registry/clockwatch.h"
#include "core/registry/serviceinfo.h"
#include "core/registry/standing.h"
#include "core/registry/uptime.h"

#include <QHash>
#include <QObject>

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <unordered_map>

namespace foghorn {

/// One service as it is now.
struct RegistryEntry
{
    ServiceInfo info;
    ServiceStatus status;
    HealthSummary health;
    RingBuffer<CheckResult> checks{100}; ///< the last 100, through restarts of the service
    std::optional<CheckResult> lastCheck;
    CheckTally tally; ///< of all checks since we began
    ResourceUse use;
    Announcement said;
    UptimeLedger uptime;
    WallTime registeredAt{};
    std::optional<WallTime> lastHeartbeat;
    MonoTime lastHeartbeatMono{};
    quint64 revision = 0; ///< rises with each change of this entry
};

/// What is true of the fleet now: the one place where runtime, health and leases write it and from which every view is
/// told. Each fact has one writer: run states the orchestrator, checks the health monitor (through the control room),
/// leases the LeaseBook.
class ServiceRegistry final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServiceRegistry)
public:
    explicit ServiceRegistry(QObject *parent = nullptr);
    ~ServiceRegistry() override;

    /// Where uptime takes its time from, and how long the machine has slept; the true ones unless a test gives others.
    void setClock(
        std::function<Now()> clock,
        std::function<std::chrono::milliseconds()> asleep = [] { return std::chrono::milliseconds{}; });
    /// To be called now and then, so that uptime is right also where nothing happens after the clock was set. Whether
    /// it was, or the machine slept, since this was last asked.
    bool followClock();

    /// Replaces the outline; entries of services that stay keep everything else they hold. External entries stay. One
    /// that says nothing new is no news to anybody.
    void setOutline(const FleetOutline &outline);
    /// Ignored when the service is not (or no longer) known.
    void update(const ServiceStatus &status);
    /// Likewise. Counts into uptime and composite health; `result` goes into the history.
    void recordCheck(const CheckResult &result, const HealthSummary &summary);
    /// The counters of checks begin anew (the service starts); its history stays.
    void resetHealth(const ServiceId &service);
    void recordUse(const QHash<ServiceId, ResourceUse> &use);
    void recordHeartbeat(const ServiceId &service, Now now);
    /// What the living run says of itself; nothing of it when it has ended.
    void recordAnnouncement(const ServiceId &service, const Announcement &said);
    /// Gives back what an earlier orchestrator knew: checks (oldest first) and uptime of a service that is already in
    /// the outline. Says nothing about its health now.
    void restore(const ServiceId &service, const QList<CheckResult> &checks, const UptimeLedger &uptime);
    /// Uptime alone, once more is known of it than restore() was told.
    void restoreUptime(const ServiceId &service, const UptimeLedger &uptime);
    /// A program that registered itself; it counts as Running until told otherwise by update(). Registering again
    /// replaces what it says of itself. Ignored when a managed service has that name.
    void addExternal(const ServiceInfo &info, Now now);
    /// Ignored when there is no such external service.
    void removeExternal(const ServiceId &service);
    void setInitialized(bool initialized);

    const QString &fleetName() const { return m_outline.name; }
    const FleetOutline &outline() const { return m_outline; }
    const RegistryEntry *find(const ServiceId &service) const;
    /// Managed services in file order, then external ones in the order they came.
    const QList<ServiceId> &order() const { return m_order; }
    /// All critical managed services run (or have finished as jobs). False before the first outline.
    bool isReady() const;
    /// The start-up sequence has settled.
    bool isInitialized() const { return m_initialized; }
    /// Of the managed services (decisions.md, "Health"); O(1).
    Health compositeHealth() const;
    /// Rises with each change of anything here.
    quint64 revision() const { return m_revision; }
    /// Rises with each change of outline only.
    quint64 outlineRevision() const { return m_outlineRevision; }

Q_SIGNALS:
    /// Services came, went, or are described otherwise; after one of the two that say which.
    void outlineChanged();
    /// All of it, from the fleet file.
    void outlineReplaced();
    /// One program that registers itself: it came, says something else of itself, or left.
    void externalChanged(const foghorn::ServiceId &service);
    void statusChanged(const foghorn::ServiceStatus &before, const foghorn::ServiceStatus &now);
    void healthChanged(const foghorn::ServiceId &service, foghorn::Health before, foghorn::Health now);
    void checkRecorded(const foghorn::CheckResult &result);
    void useRecorded();
    void announced(const foghorn::ServiceId &service);
    void readyChanged(bool ready);
    void initializedChanged(bool initialized);

private:
    struct Slot
    {
        RegistryEntry entry;
        Standing standing = Standing::Ignored; ///< as counted in m_standings
        bool inTheWay = false; ///< as counted in m_inTheWay
    };

    Slot *slot(const ServiceId &service);
    Slot &insert(const ServiceInfo &info, WallTime at);
    void erase(const ServiceId &service);
    void count(Slot &slot, int by);
    /// To be called after each change of an entry: revisions, counters, uptime.
    void touch(Slot &slot, WallTime at);
    /// The wall clock now. Where it was set since it was last read, the ledgers move with it, so that durations stay
    /// what they were; time that the machine slept is left out.
    WallTime readWall();
    void rebuildOrder();
    /// `external`: the one that it is about; empty: all of it is new.
    void announceOutline(const ServiceId &external = {});
    /// Tells of readiness when it differs from what was told last.
    void announceReady();

    std::function<Now()> m_clock = &Now::read;
    std::function<std::chrono::milliseconds()> m_timeAsleep = &timeAsleep;
    ClockWatch m_clockWatch;
    bool m_hasMovedLedgers = false; ///< since followClock() was last asked
    FleetOutline m_outline;
    std::unordered_map<ServiceId, std::unique_ptr<Slot>> m_slots;
    QList<ServiceId> m_order;
    QList<ServiceId> m_external;
    std::array<int, 5> m_standings{}; ///< how many managed services have each Standing
    int m_inTheWay = 0; ///< how many keep the fleet from being ready
    quint64 m_revision = 1;
    quint64 m_outlineRevision = 1;
    bool m_hasOutline = false;
    bool m_initialized = false;
    bool m_readyTold = false;
};

} // namespace foghorn
