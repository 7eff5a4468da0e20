#include "app/controlroom/memory.h"

#include "core/runtime/portbook.h"

#include <algorithm>

namespace foghorn {
namespace {

using namespace std::chrono_literals;

/// How often the store is told that we are there.
constexpr auto aliveEvery = 10s;
/// How long an uptime may be wrong after somebody set the clock.
constexpr auto clockEvery = 1s;

QHash<QString, quint16> chosenPortsOf(const ServiceSpec &spec)
{
    QHash<QString, quint16> ports;
    const QList<NamedPort> automatic = automaticPorts(spec);
    for (const NamedPort &port : automatic)
        ports.insert(port.name, port.port);
    return ports;
}

/// Whether the keeper can say what became of it.
bool wasWatched(const KeptTree &tree)
{
    return tree.leaderAlive || (tree.exit && tree.exit->kind != ExitInfo::Kind::Unknown);
}

/// Nothing is known of it but that the fleet names it.
bool isUntouched(const ServiceStatus &status)
{
    const bool isIdle = status.state == RunState::Stopped || status.state == RunState::Waiting;
    const bool isUnasked = status.cause == Cause::None || status.cause == Cause::NotStarted
        || status.cause == Cause::StartUp || status.cause == Cause::Dependency;
    return isIdle && isUnasked && status.pid == 0;
}

/// What was up until it ended has been down since then.
UptimeLedger withEndOf(const KeptTree &tree, UptimeLedger ledger)
{
    const WallTime endedAt{milliseconds(tree.exitedAtMs)};
    const bool wasUp = !ledger.spans().empty() && ledger.spans().back().condition == UptimeLedger::Condition::Up;
    if (!tree.leaderAlive && wasUp && endedAt >= ledger.spans().back().from)
        ledger.note(endedAt, UptimeLedger::Condition::Down);
    return ledger;
}

} // namespace

Memory::Memory(StateStore &store, ServiceRegistry &registry, EventLog &events, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_registry(registry)
    , m_events(events)
{
}

Memory::~Memory() = default;

void Memory::restore(const SavedFleet &saved, const BootClock &now)
{
    if (saved.alive)
        m_clockSet = now.setSince(*saved.alive).value_or(milliseconds{});
    m_isBlind = !saved.wasRead;
    m_events.continueAfter(saved.highestIdGiven(now.wall)); // ids rise for ever
    m_events.setOldestKept(saved.firstEventId > 0 ? saved.firstEventId : m_events.lastId() + 1);
    if (!saved.endedCleanly && saved.alive)
        m_absentSince = saved.alive->wall;
    for (const SavedService &service : saved.services) {
        if (!m_registry.find(service.service)) {
            forgetOrNoteEnding(service, saved.endedCleanly);
            continue;
        }
        restoreHistory(service.service, saved);
        m_savedPorts.insert(service.service, service.ports);
    }
}

void Memory::restoreHistory(const ServiceId &service, const SavedFleet &saved)
{
    std::vector<UptimeLedger::Span> spans;
    for (const SavedSpan &span : saved.spans.value(service))
        spans.push_back({span.from, static_cast<UptimeLedger::Condition>(span.condition)});
    UptimeLedger ledger = UptimeLedger::fromSpans(std::move(spans));
    if (!ledger.spans().empty())
        m_savedLedgers.insert(service, {ledger.spans().back(), ledger.rewrites()});
    if (m_clockSet.count() != 0)
        ledger.shiftSince(saved.alive->bootedAt(), m_clockSet);
    if (m_absentSince) {
        m_whole.insert(service, ledger);
        ledger.leaveUnobservedFrom(*m_absentSince + m_clockSet);
    }
    m_registry.restore(service, saved.checks.value(service), ledger);
}

void Memory::judgeAbsence(const QList<KeptTree> &trees)
{
    for (const KeptTree &tree : trees) {
        const auto whole = m_whole.constFind(tree.service);
        if (whole == m_whole.cend() || !wasWatched(tree))
            continue;
        m_registry.restoreUptime(tree.service, withEndOf(tree, *whole));
        m_whole.erase(whole);
    }
    for (auto absent = m_whole.cbegin(); absent != m_whole.cend(); ++absent) {
        m_store.saveUnobserved(absent.key(), *m_absentSince); // beside events of that clock
        if (const RegistryEntry *entry = m_registry.find(absent.key()))
            saveLedger(absent.key(), entry->uptime);
    }
    m_whole.clear();
    if (m_clockSet.count() != 0)
        saveNewSpans();
    m_store.markBegun();
    m_alive.start(aliveEvery);
}

void Memory::forgetOrNoteEnding(const SavedService &service, bool endedCleanly)
{
    if (endedCleanly)
        return m_store.removeService(service.service);
    // what may live of it is being ended; a next orchestrator whose file names it again must not take that for a good
    // run
    SavedService ending = service;
    ending.goal = Goal::Down;
    ending.state = RunState::Stopping;
    ending.cause = Cause::Reload;
    m_store.saveService(ending);
}

void Memory::follow(const Orchestrator &orchestrator)
{
    m_orchestrator = &orchestrator;
    connect(&m_registry, &ServiceRegistry::statusChanged, this,
        [this](const ServiceStatus &, const ServiceStatus &now) { saveService(now); });
    connect(&m_registry, &ServiceRegistry::checkRecorded, this, [this](const CheckResult &result) {
        m_store.saveCheck(result);
        saveNewSpan(result.service);
    });
    connect(&orchestrator, &Orchestrator::fleetReplaced, this, &Memory::saveNewPorts);
    connect(&m_events, &EventLog::appended, this, [this](const Event &event) { m_store.saveEvent(event); });
    connect(&m_store, &StateStore::begunAnew, this, &Memory::saveAll);
    connect(&m_store, &StateStore::eventsForgotten, &m_events,
        [this](qint64 oldest) { m_events.setOldestKept(oldest > 0 ? oldest : m_events.lastId() + 1); });
    auto *clock = new QTimer(this);
    connect(clock, &QTimer::timeout, this, [this] {
        if (m_registry.followClock())
            saveNewSpans(); // before anything else tells the store what the clock says now
    });
    clock->start(clockEvery);
    connect(&m_alive, &QTimer::timeout, this, [this] {
        m_store.saveAlive();
        saveNewSpans();
    });
}

void Memory::saveAll(const QString &aside)
{
    Event event;
    event.at = Now::read().wall;
    event.kind = EventKind::Fleet;
    event.message = QStringLiteral("The history was damaged. It was renamed to %1 and a new one was begun").arg(aside);
    m_events.setOldestKept(m_events.append(event));
    m_store.markBegun();
    const Fleet &fleet = m_orchestrator->fleet();
    for (int node = 0; node < fleet.size(); ++node) {
        saveService(fleet.at(node).status());
        if (const RegistryEntry *entry = m_registry.find(fleet.at(node).name()))
            saveLedger(entry->info.name, entry->uptime);
    }
}

void Memory::saveNewPorts()
{
    const Fleet &fleet = m_orchestrator->fleet();
    for (int node = 0; node < fleet.size(); ++node) {
        if (chosenPortsOf(fleet.at(node).spec()) != m_savedPorts.value(fleet.at(node).name()))
            saveService(fleet.at(node).status());
    }
}

void Memory::saveService(const ServiceStatus &status)
{
    const auto node = m_orchestrator->fleet().nodeOf(status.service);
    if (!node)
        return; // an outside program: its lease is its own to renew
    if (m_isBlind && isUntouched(status))
        return saveNewSpan(status.service); // what the file says of it is more
    const Service &service = m_orchestrator->fleet().at(*node);
    SavedService saved;
    saved.service = status.service;
    saved.goal = status.goal;
    saved.state = status.state;
    saved.cause = status.cause;
    saved.since = status.since;
    saved.wasReady = status.state == RunState::Running;
    saved.restartCount = status.restartCount;
    saved.restartAttempts = status.restartAttempts;
    saved.lastRestart = status.lastRestart;
    saved.lastExit = status.lastExit;
    saved.lastError = status.lastError;
    saved.ports = chosenPortsOf(service.spec());
    m_savedPorts.insert(status.service, saved.ports);
    saved.fingerprint = service.fingerprint();
    m_store.saveService(
        saved, status.cause == Cause::Command || status.cause == Cause::Restart || status.cause == Cause::Reload);
    saveNewSpan(status.service);
}

void Memory::saveNewSpan(const ServiceId &service)
{
    const RegistryEntry *entry = m_registry.find(service);
    if (!entry || entry->uptime.spans().empty() || entry->info.external)
        return;
    const UptimeLedger::Span &newest = entry->uptime.spans().back();
    const auto known = m_savedLedgers.constFind(service);
    if (known != m_savedLedgers.cend() && known->rewrites != entry->uptime.rewrites())
        return saveLedger(service, entry->uptime);
    if (known != m_savedLedgers.cend() && known->newest == newest)
        return;
    m_savedLedgers.insert(service, {newest, entry->uptime.rewrites()});
    m_store.appendSpan(service, {newest.from, static_cast<int>(newest.condition)});
}

void Memory::saveNewSpans()
{
    for (const ServiceId &service : m_registry.order())
        saveNewSpan(service);
}

void Memory::saveLedger(const ServiceId &service, const UptimeLedger &ledger)
{
    QList<SavedSpan> spans;
    for (const UptimeLedger::Span &span : ledger.spans())
        spans.append({span.from, static_cast<int>(span.condition)});
    if (!ledger.spans().empty())
        m_savedLedgers.insert(service, {ledger.spans().back(), ledger.rewrites()});
    if (!m_isBlind)
        return m_store.replaceSpans(service, spans);
    for (const SavedSpan &span : std::as_const(spans)) // behind what the file has
        m_store.appendSpan(service, span);
}

QHash<ServiceId, PastRun> Memory::pastRuns(const SavedFleet &saved)
{
    QHash<ServiceId, PastRun> past;
    for (const SavedService &service : saved.services) {
        PastRun run;
        run.goal = service.goal;
        run.state = service.state;
        run.cause = service.cause;
        run.since = service.since;
        run.counters = {service.restartCount, service.restartAttempts, service.lastRestart, service.lastExit,
            service.lastError, service.fingerprint};
        past.insert(service.service, run);
    }
    return past;
}

} // namespace foghorn
