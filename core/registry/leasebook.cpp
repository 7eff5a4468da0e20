#include "core/registry/leasebook.h"

#include "core/base/names.h"
#include "core/base/units.h"
#include "core/registry/serviceregistry.h"

#include <algorithm>

namespace foghorn {
namespace {

constexpr milliseconds shortestLease = 100ms;
constexpr milliseconds longestLease = 24h;
constexpr milliseconds longestTimeout = 7 * 24h;
constexpr milliseconds longestSleep = 10s;
/// A timer that comes later than this says that the whole process stood still.
constexpr milliseconds gapTolerance = 500ms;

bool mustBeat(const RegistryEntry &entry)
{
    return entry.info.external || (entry.info.beatsItself && entry.status.state == RunState::Running);
}

bool beatsByRunning(const RegistryEntry &entry)
{
    return !entry.info.external && !entry.info.beatsItself && entry.status.state == RunState::Running;
}

} // namespace

LeaseBook::LeaseBook(ServiceRegistry &registry, QObject *parent)
    : QObject(parent)
    , m_registry(registry)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer); // lateness means something here
    connect(&m_timer, &QTimer::timeout, this, &LeaseBook::sweep);
    connect(&registry, &ServiceRegistry::outlineChanged, this, &LeaseBook::followAll);
    connect(&registry, &ServiceRegistry::statusChanged, this,
        [this](const ServiceStatus &before, const ServiceStatus &now) {
            if (before.state != now.state)
                follow(now.service);
        });
    connect(&registry, &ServiceRegistry::checkRecorded, this, [this](const CheckResult &result) {
        const RegistryEntry *entry = m_registry.find(result.service);
        if (result.passed && entry && beatsByRunning(*entry))
            m_registry.recordHeartbeat(result.service, m_clock());
    });
    followAll();
}

LeaseBook::~LeaseBook() = default;

void LeaseBook::setClock(std::function<Now()> clock)
{
    m_clock = std::move(clock);
    m_due = {};
    followAll();
}

Result<void> LeaseBook::registerExternal(const ServiceInfo &info, const QString &instance)
{
    if (Result<void> examined = examine(info); !examined)
        return examined;
    const Now now = m_clock();
    const bool isNew = !m_registry.find(info.name);
    ServiceInfo external = info;
    external.external = true;
    external.beatsItself = true;
    if (external.type.isEmpty())
        external.type = external.name;
    if (instance.isEmpty())
        m_instances.remove(external.name);
    else
        m_instances.insert(external.name, instance);
    m_registry.addExternal(external, now); // outlineChanged makes us follow it
    if (isNew)
        Q_EMIT registered(external.name);
    return beat(external.name);
}

Result<void> LeaseBook::deregister(const ServiceId &service)
{
    // NOLINTNEXTLINE(performance-unnecessary-copy-initialization): the caller's may be the registry's own
    const ServiceId name = service;
    const RegistryEntry *entry = m_registry.find(name);
    if (!entry)
        return Error{QStringLiteral("No service is called '%1'.").arg(printable(name))};
    if (!entry->info.external) {
        return Error{QStringLiteral("'%1' is a service of the fleet file; remove it there and reload.").arg(name)};
    }
    m_registry.removeExternal(name);
    m_instances.remove(name);
    Q_EMIT deregistered(name);
    return {};
}

bool LeaseBook::isReplaced(const ServiceId &service, const QString &instance) const
{
    const RegistryEntry *entry = m_registry.find(service);
    const auto registered = m_instances.constFind(service);
    const bool isNamed = entry && entry->info.external && registered != m_instances.cend();
    return isNamed && *registered != instance;
}

Result<void> LeaseBook::beat(const ServiceId &service)
{
    // NOLINTNEXTLINE(performance-unnecessary-copy-initialization): the caller's may be the registry's own
    const ServiceId name = service;
    const RegistryEntry *entry = m_registry.find(name);
    if (!entry)
        return Error{QStringLiteral("No service is called '%1'; register it first.").arg(printable(name))};
    const Now now = m_clock();
    const bool wasFailed = entry->info.external && entry->status.state != RunState::Running;
    const bool wasLost = m_watch.beat(name, now.mono);
    m_registry.recordHeartbeat(name, now);
    if (wasFailed)
        setExternalStatus(name, true, now);
    if (wasLost || wasFailed)
        Q_EMIT heartbeatRecovered(name);
    return {};
}

void LeaseBook::setTimeout(const ServiceId &service, milliseconds timeout)
{
    const RegistryEntry *entry = m_registry.find(service);
    if (!entry || entry->info.external || !mustBeat(*entry))
        return;
    m_timeouts.insert(entry->info.name, std::clamp<milliseconds>(timeout, shortestLease, longestTimeout));
    follow(entry->info.name);
}

void LeaseBook::sweep()
{
    const Now now = m_clock();
    const milliseconds tolerance = std::min(gapTolerance, m_watch.shortestInterval().value_or(gapTolerance) / 2);
    if (m_due != MonoTime{} && now.mono - m_due > tolerance)
        m_watch.grantPeriod(now.mono);
    const QList<ServiceId> order = m_registry.order(); // a copy: what is told below may change it
    for (const ServiceId &service : order)
        beatByRunning(service, now);
    const QList<ServiceId> lost = m_watch.takeLost(now.mono);
    scheduleSweep(now.mono);
    for (const ServiceId &service : lost) {
        const RegistryEntry *entry = m_registry.find(service);
        if (!entry)
            continue;
        if (entry->info.external)
            setExternalStatus(service, false, now);
        Q_EMIT heartbeatLost(service);
    }
}

Result<void> LeaseBook::examine(const ServiceInfo &info) const
{
    if (!isServiceName(info.name)) {
        return Error{
            QStringLiteral("'%1' is no service name: use up to 63 of a-z, 0-9, '_', '.', '-', with a letter or "
                           "digit first and last.")
                .arg(printable(info.name))};
    }
    const RegistryEntry *entry = m_registry.find(info.name);
    if (entry && !entry->info.external) {
        return Error{QStringLiteral("'%1' is a service of the fleet file; an outside program needs a name of its own.")
                         .arg(info.name)};
    }
    if (info.heartbeat.interval < shortestLease || info.heartbeat.interval > longestLease)
        return Error{QStringLiteral("The heartbeat interval must be between 100 ms and 1 day.")};
    if (info.heartbeat.timeout < info.heartbeat.interval || info.heartbeat.timeout > longestTimeout)
        return Error{QStringLiteral("The heartbeat timeout must be between the interval and 7 days.")};
    const qsizetype externals = m_registry.order().size() - m_registry.outline().services.size();
    if (!entry && externals >= mostExternals) {
        return Error{QStringLiteral("There are already %1 outside programs; deregister those that are gone.")
                         .arg(mostExternals)};
    }
    return {};
}

void LeaseBook::follow(const ServiceId &service)
{
    const RegistryEntry *entry = m_registry.find(service);
    const Now now = m_clock();
    if (!entry || !mustBeat(*entry)) {
        m_watch.forget(service);
        m_timeouts.remove(service);
    } else if (m_watch.policyOf(service) != policyOf(*entry)) {
        m_watch.watch(service, policyOf(*entry), now.mono);
        scheduleSweep(now.mono);
    }
    if (entry && beatsByRunning(*entry)) {
        m_registry.recordHeartbeat(service, now);
        if (!m_timer.isActive())
            scheduleSweep(now.mono);
    }
}

HeartbeatPolicy LeaseBook::policyOf(const RegistryEntry &entry) const
{
    const auto asked = m_timeouts.constFind(entry.info.name);
    return asked == m_timeouts.cend() ? entry.info.heartbeat
                                      : HeartbeatPolicy{std::max(*asked / 2, shortestLease), *asked};
}

void LeaseBook::followAll()
{
    const QList<ServiceId> order = m_registry.order();
    for (const ServiceId &gone : m_watch.watched()) {
        if (!m_registry.find(gone)) {
            m_watch.forget(gone);
            m_instances.remove(gone);
        }
    }
    for (const ServiceId &service : order)
        follow(service);
    scheduleSweep(m_clock().mono);
}

void LeaseBook::beatByRunning(const ServiceId &service, Now now)
{
    const RegistryEntry *entry = m_registry.find(service);
    if (entry && beatsByRunning(*entry) && now.mono - entry->lastHeartbeatMono >= entry->info.heartbeat.interval)
        m_registry.recordHeartbeat(service, now);
}

void LeaseBook::setExternalStatus(const ServiceId &service, bool isAlive, Now now)
{
    const RegistryEntry *entry = m_registry.find(service);
    if (!entry)
        return;
    ServiceStatus status = entry->status;
    status.goal = Goal::Up;
    status.state = isAlive ? RunState::Running : RunState::Failed;
    status.cause = isAlive ? Cause::None : Cause::HeartbeatLost;
    status.since = now.wall;
    status.lastError =
        isAlive ? QString() : QStringLiteral("no heartbeat for %1").arg(formatDuration(entry->info.heartbeat.timeout));
    m_registry.update(status);
}

void LeaseBook::scheduleSweep(MonoTime now)
{
    MonoTime due = now + std::min(longestSleep, m_watch.shortestInterval().value_or(longestSleep));
    if (const auto deadline = m_watch.nextDeadline())
        due = std::clamp(*deadline, now, due);
    m_due = due;
    // rounded up, so that the deadline has passed when the timer fires
    m_timer.start(std::chrono::ceil<milliseconds>(due - now));
}

} // namespace foghorn
