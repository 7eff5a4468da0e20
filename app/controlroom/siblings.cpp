// The sibling connects of ControlRoom: rooms that do not know one another hear of each other here.
#include "app/controlroom/controlroomparts.h"

namespace foghorn {

void ControlRoom::connectHealth()
{
    Orchestrator *orchestrator = m_parts->orchestrator.get();
    HealthMonitor *health = m_parts->health.get();
    ServiceRegistry *registry = &m_parts->registry;
    connect(orchestrator, &Orchestrator::fleetReplaced, this, &ControlRoom::configureHealth);
    connect(orchestrator, &Orchestrator::fleetReplaced, m_parts->alerts.get(),
        [this] { m_parts->alerts->setSpec(m_parts->orchestrator->fleet().source().alerts); });
    connect(orchestrator, &Orchestrator::runStarted, health, [health, registry](const ServiceId &service, qint64 pid) {
        registry->resetHealth(service);
        health->serviceStarted(service, pid);
    });
    connect(orchestrator, &Orchestrator::runLed, health, &HealthMonitor::serviceLed);
    connect(orchestrator, &Orchestrator::runReady, health, &HealthMonitor::serviceReady);
    connect(orchestrator, &Orchestrator::runEnding, health, &HealthMonitor::serviceStopped);
    connect(m_parts->takeover.get(), &Takeover::adopted, health,
        [health](const ServiceId &service, qint64 pid, bool isReady) {
            if (isReady)
                health->serviceAdopted(service, pid, {});
            else
                health->serviceStarted(service, pid);
        });
    connect(health, &HealthMonitor::checked, registry, &ServiceRegistry::recordCheck);
    connect(health, &HealthMonitor::firstPassed, orchestrator, &Orchestrator::onFirstPassed);
    connect(health, &HealthMonitor::recoveryNeeded, orchestrator, &Orchestrator::onRecoveryNeeded);
    connect(registry, &ServiceRegistry::healthChanged, orchestrator, &Orchestrator::onHealthChanged);
    connect(m_parts->leases.get(), &LeaseBook::heartbeatLost, orchestrator, &Orchestrator::onHeartbeatLost);
    // what was known of the health of a run that has ended is history; only "unhealthy" says why the next one is due
    connect(registry, &ServiceRegistry::statusChanged, this,
        [registry](const ServiceStatus &before, const ServiceStatus &now) {
            const bool hasEnded = lifecycle::isAlive(before.state) && !lifecycle::isAlive(now.state);
            const bool isPlanned = now.state == RunState::Stopped || now.state == RunState::Finished;
            const RegistryEntry *entry = registry->find(now.service);
            if (hasEnded && entry && (isPlanned || entry->health.health != Health::Unhealthy))
                registry->resetHealth(now.service);
        });
}

void ControlRoom::connectMessages()
{
    connect(m_parts->keeper.get(), &KeeperClient::notified, this, &ControlRoom::onNotified);
    connect(m_parts->keeper.get(), &KeeperClient::leaderRefused, this, [this](const ServiceId &service, qint64 pid) {
        Event event;
        event.at = Now::read().wall;
        event.kind = EventKind::Registry;
        event.service = service;
        event.message = QStringLiteral("said MAINPID=%1, which is no living process of its own: ignored").arg(pid);
        m_parts->events.append(std::move(event));
    });
    connect(&m_parts->registry, &ServiceRegistry::statusChanged, this,
        [this](const ServiceStatus &before, const ServiceStatus &now) {
            const bool isSameRun = now.pid > 0 && now.startedAt == before.startedAt; // MAINPID= only changed its pid
            if (before.pid > 0 && before.pid != now.pid && !isSameRun)
                m_parts->registry.recordAnnouncement(now.service, {});
        });
}

void ControlRoom::connectCrashes()
{
    Orchestrator *orchestrator = m_parts->orchestrator.get();
    CrashRecorder *crashes = m_parts->crashes.get();
    connect(orchestrator, &Orchestrator::runCrashed, crashes, &CrashRecorder::noteEnd);
    connect(orchestrator, &Orchestrator::runReady, crashes, &CrashRecorder::noteReady);
    connect(orchestrator, &Orchestrator::fleetReplaced, crashes,
        [orchestrator, crashes] { crashes->setServices(orchestrator->fleet().source().services); });
    connect(m_parts->uses.get(), &UseWatch::sampled, crashes, &CrashRecorder::noteUse);
}

void ControlRoom::connectLogs()
{
    Orchestrator *orchestrator = m_parts->orchestrator.get();
    LogRotator *rotator = m_parts->rotator.get();
    connect(orchestrator, &Orchestrator::fleetReplaced, rotator, [orchestrator, rotator] {
        QHash<ServiceId, LogRotator::Log> logs;
        const QList<ServiceSpec> services = orchestrator->fleet().source().services;
        for (const ServiceSpec &spec : services)
            logs.insert(spec.name, {logFileOf(spec.name, orchestrator->context()), spec.logs});
        rotator->setLogs(logs);
    });
    connect(&m_parts->registry, &ServiceRegistry::statusChanged, rotator,
        [rotator](const ServiceStatus &before, const ServiceStatus &now) {
            if (before.pid != now.pid)
                rotator->setLeader(now.service, now.pid);
        });
    connect(rotator, &LogRotator::noticed, this, [this](const ServiceId &service, const QString &message) {
        Event event;
        event.at = Now::read().wall;
        event.kind = EventKind::Fleet;
        event.service = service;
        event.message = message;
        m_parts->events.append(std::move(event));
    });
}

void ControlRoom::onNotified(const ServiceId &service, qint64 pid, const NotifyMessage &message)
{
    Q_UNUSED(pid)
    Orchestrator &orchestrator = *m_parts->orchestrator;
    const RegistryEntry *entry = m_parts->registry.find(service);
    if (!entry || entry->status.pid == 0)
        return; // a last word of a run that has ended
    Announcement said = entry->said;
    said.statusText = message.status.value_or(said.statusText);
    said.reloading = message.reloading || (said.reloading && !message.ready);
    said.stopping = said.stopping || message.stopping;
    m_parts->registry.recordAnnouncement(service, said);
    if (message.extendTimeout)
        orchestrator.onTimeoutExtended(service, *message.extendTimeout);
    if (message.errorNumber)
        orchestrator.onErrorNotified(service, *message.errorNumber);
    if (message.ready)
        orchestrator.onReadyNotified(service);
    if (message.watchdogTimeout)
        m_parts->leases->setTimeout(service, std::chrono::ceil<milliseconds>(*message.watchdogTimeout));
    if (message.ready || message.watchdog)
        (void)m_parts->leases->beat(service); // unknown to the book: it has no heartbeat to keep
    if (message.watchdogTrigger)
        orchestrator.onWatchdogTriggered(service);
}

void ControlRoom::configureHealth()
{
    const Fleet &fleet = m_parts->orchestrator->fleet();
    for (int node = 0; node < fleet.size(); ++node) {
        const ServiceSpec &spec = fleet.at(node).spec();
        if (spec.probe.kind == ProbeSpec::Kind::None) {
            m_parts->health->remove(spec.name);
            m_parts->registry.resetHealth(spec.name); // a reload took the probe away: what it said is no longer asked
        } else {
            m_parts->health->configure(spec.name, spec.probe, spec.health,
                environmentOf(spec, m_parts->orchestrator->context()), spec.workingDirectory, spec.user.toUtf8());
        }
    }
}

void ControlRoom::connectKeeper()
{
    Parts &parts = *m_parts;
    connect(parts.keeper.get(), &KeeperClient::connected, this, [this, &parts](const QList<KeptTree> &trees) {
        parts.orchestrator->setNotifyAddresses(parts.keeper->notifyAddress(), parts.keeper->notifyAddressOfOthers());
        if (parts.hasBegun)
            parts.takeover->reconcile(trees);
        else
            beginWith(trees);
    });
    connect(parts.keeper.get(), &KeeperClient::failed, this, &ControlRoom::failed);
    connect(parts.keeper.get(), &KeeperClient::noticed, &parts.events, [&parts](const QString &what) {
        Event event;
        event.at = Now::read().wall;
        event.kind = EventKind::Fleet;
        event.message = what;
        parts.events.append(std::move(event));
    });
    connect(parts.keeper.get(), &KeeperClient::keeperEnded, this, &ControlRoom::shutdownFinished);
}

} // namespace foghorn
