#include "core/registry/serviceregistry.h"

#include <QSet>

#include <utility>

namespace foghorn {
namespace {

/// Most checks say the same as the one before: their words are kept once, not a hundred times.
void shareWords(CheckResult &result, const RegistryEntry &entry)
{
    result.service = entry.info.name;
    if (!entry.lastCheck)
        return;
    if (result.message == entry.lastCheck->message)
        result.message = entry.lastCheck->message;
    if (result.details == entry.lastCheck->details)
        result.details = entry.lastCheck->details;
}

/// When the state that `status` tells of began, for uptime: its own word, unless that lies before what is already noted
/// (a service that was adopted) or in the future.
WallTime beginningOf(const ServiceStatus &status, const UptimeLedger &ledger, WallTime now)
{
    const bool isUsable = status.since != WallTime{} && status.since <= now
        && (ledger.spans().empty() || status.since >= ledger.spans().back().from);
    return isUsable ? status.since : now;
}

} // namespace

ServiceRegistry::ServiceRegistry(QObject *parent)
    : QObject(parent)
{
}
ServiceRegistry::~ServiceRegistry() = default;

void ServiceRegistry::setClock(std::function<Now()> clock, std::function<std::chrono::milliseconds()> asleep)
{
    m_clock = std::move(clock);
    m_timeAsleep = std::move(asleep);
    m_clockWatch = {};
}

WallTime ServiceRegistry::readWall()
{
    const Now now = m_clock();
    const ClockStep step = m_clockWatch.takeStep(now, m_timeAsleep());
    if (step.jump.count() == 0 && step.asleep.count() == 0)
        return now.wall;
    m_hasMovedLedgers = true;
    for (auto &[service, slot] : m_slots) {
        if (step.jump.count() != 0)
            slot->entry.uptime.shift(step.jump);
        slot->entry.uptime.leaveOut(now.wall, step.asleep);
    }
    return now.wall;
}

bool ServiceRegistry::followClock()
{
    readWall();
    return std::exchange(m_hasMovedLedgers, false);
}

void ServiceRegistry::setOutline(const FleetOutline &outline)
{
    // the services say whom they need, so the graph is the same too
    if (m_hasOutline && outline.name == m_outline.name && outline.services == m_outline.services)
        return;
    m_outline = outline;
    m_hasOutline = true;
    const WallTime now = readWall();
    QSet<ServiceId> managed;
    managed.reserve(outline.services.size());
    for (const ServiceInfo &info : outline.services) {
        managed.insert(info.name);
        if (m_external.removeOne(info.name))
            erase(info.name); // the name is a managed one's now; what the outside program said of itself goes
        Slot *known = slot(info.name);
        if (!known)
            known = &insert(info, now);
        known->entry.info = info;
        touch(*known, now);
    }
    for (const ServiceId &service : std::as_const(m_order)) {
        if (!managed.contains(service) && !m_external.contains(service))
            erase(service);
    }
    announceOutline();
}

void ServiceRegistry::update(const ServiceStatus &status)
{
    Slot *known = slot(status.service);
    if (!known || known->entry.status == status)
        return;
    const ServiceStatus now = status; // the caller's may be our own, or change while we tell
    const ServiceStatus before = std::exchange(known->entry.status, now);
    const WallTime read = readWall();
    const bool isNewState = before.state != now.state || before.goal != now.goal;
    touch(*known, isNewState ? beginningOf(now, known->entry.uptime, read) : read);
    Q_EMIT statusChanged(before, now);
    announceReady();
}

void ServiceRegistry::recordCheck(const CheckResult &result, const HealthSummary &summary)
{
    Slot *known = slot(result.service);
    if (!known)
        return;
    CheckResult kept = result;
    shareWords(kept, known->entry);
    known->entry.checks.append(kept);
    known->entry.tally.note(kept);
    known->entry.lastCheck = kept;
    const Health before = std::exchange(known->entry.health, summary).health;
    touch(*known, readWall());
    Q_EMIT checkRecorded(kept);
    if (before != summary.health)
        Q_EMIT healthChanged(kept.service, before, summary.health);
}

void ServiceRegistry::resetHealth(const ServiceId &service)
{
    Slot *known = slot(service);
    if (!known || known->entry.health == HealthSummary{})
        return;
    const Health before = std::exchange(known->entry.health, HealthSummary{}).health;
    touch(*known, readWall());
    if (before != Health::Unknown)
        Q_EMIT healthChanged(ServiceId(service), before, Health::Unknown);
}

void ServiceRegistry::recordUse(const QHash<ServiceId, ResourceUse> &use)
{
    for (auto sample = use.cbegin(); sample != use.cend(); ++sample) {
        Slot *known = slot(sample.key());
        if (!known || known->entry.use == sample.value())
            continue;
        known->entry.use = sample.value();
        known->entry.revision = ++m_revision;
    }
    Q_EMIT useRecorded();
}

void ServiceRegistry::recordHeartbeat(const ServiceId &service, Now now)
{
    Slot *known = slot(service);
    if (!known)
        return;
    known->entry.lastHeartbeat = now.wall;
    known->entry.lastHeartbeatMono = now.mono;
    known->entry.revision = ++m_revision;
}

void ServiceRegistry::recordAnnouncement(const ServiceId &service, const Announcement &said)
{
    Slot *known = slot(service);
    if (!known || known->entry.said == said)
        return;
    known->entry.said = said;
    known->entry.revision = ++m_revision;
    Q_EMIT announced(known->entry.info.name);
}

void ServiceRegistry::restore(const ServiceId &service, const QList<CheckResult> &checks, const UptimeLedger &uptime)
{
    Slot *known = slot(service);
    if (!known)
        return;
    RegistryEntry &entry = known->entry;
    entry.checks.clear();
    entry.lastCheck.reset();
    for (CheckResult check : checks) {
        shareWords(check, entry);
        entry.checks.append(check);
        entry.lastCheck = std::move(check);
    }
    entry.uptime = uptime;
    entry.uptime.closePast();
    touch(*known, readWall());
}

void ServiceRegistry::restoreUptime(const ServiceId &service, const UptimeLedger &uptime)
{
    if (Slot *known = slot(service)) {
        known->entry.uptime = uptime;
        known->entry.uptime.closePast();
        touch(*known, readWall());
    }
}

void ServiceRegistry::setInitialized(bool initialized)
{
    if (m_initialized == initialized)
        return;
    m_initialized = initialized;
    ++m_revision;
    Q_EMIT initializedChanged(initialized);
}

const RegistryEntry *ServiceRegistry::find(const ServiceId &service) const
{
    const auto found = m_slots.find(service);
    return found == m_slots.end() ? nullptr : &found->second->entry;
}

bool ServiceRegistry::isReady() const { return m_hasOutline && m_inTheWay == 0; }

Health ServiceRegistry::compositeHealth() const
{
    const auto number = [this](Standing standing) { return m_standings[static_cast<std::size_t>(standing)]; };
    if (number(Standing::Unhealthy) > 0)
        return Health::Unhealthy;
    if (number(Standing::Degraded) > 0)
        return Health::Degraded;
    return number(Standing::Unknown) == 0 && number(Standing::Good) > 0 ? Health::Healthy : Health::Unknown;
}

ServiceRegistry::Slot *ServiceRegistry::slot(const ServiceId &service)
{
    const auto found = m_slots.find(service);
    return found == m_slots.end() ? nullptr : found->second.get();
}

ServiceRegistry::Slot &ServiceRegistry::insert(const ServiceInfo &info, WallTime at)
{
    auto made = std::make_unique<Slot>();
    made->entry.info = info;
    made->entry.status.service = info.name;
    made->entry.status.since = at;
    made->entry.registeredAt = at;
    count(*made, +1);
    return *m_slots.insert_or_assign(info.name, std::move(made)).first->second;
}

void ServiceRegistry::erase(const ServiceId &service)
{
    const auto found = m_slots.find(service);
    if (found == m_slots.end())
        return;
    count(*found->second, -1);
    m_slots.erase(found);
}

void ServiceRegistry::count(Slot &slot, int by)
{
    m_standings[static_cast<std::size_t>(slot.standing)] += by;
    m_inTheWay += slot.inTheWay ? by : 0;
}

void ServiceRegistry::touch(Slot &slot, WallTime at)
{
    RegistryEntry &entry = slot.entry;
    entry.revision = ++m_revision;
    count(slot, -1);
    slot.standing = standingOf(entry.info, entry.status, entry.health.health);
    slot.inTheWay = isInTheWayOfReadiness(entry.info, entry.status);
    count(slot, +1);
    const auto condition = uptimeConditionOf(entry.status, entry.health.health, entry.uptime.wasEverUp());
    // what was never meant to be up has no past yet
    if (!entry.uptime.spans().empty() || condition != UptimeLedger::Condition::Excluded)
        entry.uptime.note(at, condition);
}

void ServiceRegistry::rebuildOrder()
{
    m_order.clear();
    m_order.reserve(m_outline.services.size() + m_external.size());
    for (const ServiceInfo &info : std::as_const(m_outline.services))
        m_order.append(info.name);
    m_order.append(m_external);
}

void ServiceRegistry::announceOutline(const ServiceId &external)
{
    rebuildOrder();
    ++m_outlineRevision;
    ++m_revision;
    if (external.isEmpty())
        Q_EMIT outlineReplaced();
    else
        Q_EMIT externalChanged(external);
    Q_EMIT outlineChanged();
    announceReady();
}

void ServiceRegistry::announceReady()
{
    if (std::exchange(m_readyTold, isReady()) != isReady())
        Q_EMIT readyChanged(isReady());
}

} // namespace foghorn
