#pragma once

#include "core/base/result.h"
#include "core/registry/heartbeatwatch.h"
#include "core/registry/serviceinfo.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace foghorn {

class ServiceRegistry;
struct RegistryEntry;

/// Heartbeats of all services, and the leases of outside programs.
///
/// An outside program registers with a lease and must beat; past its time-out its status becomes Failed (HeartbeatLost)
/// until it beats again. A managed service that declares `heartbeat:` must beat while it runs; past its time-out only
/// the signal tells, because its status is the orchestrator's to write. All other managed services beat by running.
///
/// One timer serves all. It fires at least every few seconds, so that it can see when this process itself was stopped:
/// nobody could beat meanwhile, so nobody is judged before one more interval. Times are monotonic; the wall clock is
/// only shown.
class LeaseBook final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LeaseBook)
public:
    static constexpr qsizetype mostExternals = 1000;

    /// The registry must outlive the book.
    explicit LeaseBook(ServiceRegistry &registry, QObject *parent = nullptr);
    ~LeaseBook() override;

    /// Now::read unless a test gives another; the test then calls sweep() itself.
    void setClock(std::function<Now()> clock);

    /// Registers an outside program, or renews what it says of itself; also counts as a beat. `info.heartbeat` is its
    /// lease. An error when the name is no service name or a managed service's, when the lease is out of range
    /// (interval 100 ms to 1 day, time-out from the interval to 7 days), or when there are too many. `instance`: which
    /// of several copies it is; from then on only beats of that one count. Empty: any.
    Result<void> registerExternal(const ServiceInfo &info, const QString &instance = {});
    /// An error when no outside program has that name.
    Result<void> deregister(const ServiceId &service);
    /// A beat of an outside program or of a managed service. An error when nobody has that name.
    Result<void> beat(const ServiceId &service);
    /// Whether a beat that says `instance` is of a copy that another one has replaced since.
    bool isReplaced(const ServiceId &service, const QString &instance) const;
    /// The living run of a managed service that must beat asks for another time-out (WATCHDOG_USEC=); bounded as those
    /// of outside programs. Ignored for all others.
    void setTimeout(const ServiceId &service, milliseconds timeout);

    /// Finds who is lost, renews the beats of those who beat by running and sets the timer anew. What the timer does.
    void sweep();
    /// When that is due.
    MonoTime nextSweep() const { return m_due; }

Q_SIGNALS:
    /// Once per loss.
    void heartbeatLost(const foghorn::ServiceId &service);
    /// It beats again after a loss.
    void heartbeatRecovered(const foghorn::ServiceId &service);
    void registered(const foghorn::ServiceId &service);
    void deregistered(const foghorn::ServiceId &service);

private:
    Result<void> examine(const ServiceInfo &info) const;
    /// Brings what is watched in line with the registry for this service.
    void follow(const ServiceId &service);
    HeartbeatPolicy policyOf(const RegistryEntry &entry) const;
    void followAll();
    void beatByRunning(const ServiceId &service, Now now);
    void setExternalStatus(const ServiceId &service, bool isAlive, Now now);
    void scheduleSweep(MonoTime now);

    ServiceRegistry &m_registry;
    std::function<Now()> m_clock = &Now::read;
    HeartbeatWatch m_watch;
    QHash<ServiceId, QString> m_instances; ///< of outside programs that named theirs
    QHash<ServiceId, milliseconds> m_timeouts; ///< asked for by living runs
    QTimer m_timer;
    MonoTime m_due{}; ///< when the timer should fire
};

} // namespace foghorn
