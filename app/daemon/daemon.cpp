#include "app/daemon/daemon.h"

#include "app/support/sdnotify.h"
#include "app/support/trimmemory.h"
#include "core/model/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdio>

namespace foghorn {
namespace {

Actor signalActor() { return {QStringLiteral("system"), QStringLiteral("signal"), QStringLiteral("foghornd")}; }

void print(const QString &text)
{
    std::printf("%s\n", text.toUtf8().constData());
    std::fflush(stdout);
}

qsizetype countIn(const ServiceRegistry &registry, RunState state)
{
    return std::count_if(registry.order().begin(), registry.order().end(),
        [&](const ServiceId &service) { return registry.find(service)->status.state == state; });
}

/// "3 of 4 services running, 1 finished"
QString summaryOf(const ServiceRegistry &registry)
{
    const QString running = QStringLiteral("%1 of %2 services running")
                                .arg(countIn(registry, RunState::Running))
                                .arg(registry.order().size());
    const qsizetype finished = countIn(registry, RunState::Finished);
    return finished == 0 ? running : running + QStringLiteral(", %1 finished").arg(finished);
}

} // namespace

Daemon::Daemon(DaemonOptions options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_room({m_options.files, m_options.stateDirectory, m_options.listen})
{
    connect(&m_signals, &UnixSignals::terminationAsked, this, &Daemon::onTerminationAsked);
    connect(&m_signals, &UnixSignals::reloadAsked, this, &Daemon::onReloadAsked);
    connect(&m_signals, &UnixSignals::leaveAsked, this, &Daemon::onLeaveAsked);
    connect(&m_room, &ControlRoom::reloadEnded, this, &Daemon::reloadIfAsked, Qt::QueuedConnection);
    connect(&m_room, &ControlRoom::shutdownFinished, this, &Daemon::onShutdownFinished);
    connect(&m_room, &ControlRoom::failed, this, [this](const QString &reason) {
        printNotice(reason, m_options.logFormat);
        QCoreApplication::exit(1);
    });
}

Daemon::~Daemon() = default;

std::optional<int> Daemon::begin()
{
    if (m_options.checkOnly)
        return check();
    if (const auto opened = m_room.open(); !opened) {
        printNotice(opened.error().text, m_options.logFormat);
        return m_room.isHeldElsewhere() ? 2 : 1;
    }
    for (const QString &warning : m_room.warnings())
        printNotice(QStringLiteral("warning: ") + warning, m_options.logFormat);
    m_printer = std::make_unique<EventPrinter>(m_room.events(), m_options.logFormat);
    connect(&m_room.registry(), &ServiceRegistry::initializedChanged, this, &Daemon::onInitialized);
    watchUpwards();
    return std::nullopt;
}

void Daemon::onInitialized()
{
    const ServiceRegistry &registry = m_room.registry();
    const QString summary = summaryOf(registry);
    print(summary);
    qsizetype width = 0;
    for (const ServiceId &service : registry.order())
        width = std::max(width, service.size());
    for (const ServiceId &service : registry.order()) {
        const RegistryEntry *entry = registry.find(service);
        print(QStringLiteral("  %1  %2, %3")
                  .arg(service.leftJustified(width), toStatusWord(entry->status.state), toWord(entry->health.health)));
    }
    print(QStringLiteral("API: %1/api/orchestration (token: %2/token)").arg(m_room.apiUrl(), m_room.stateDirectory()));
    trimMemory();
    sdNotify("READY=1\nSTATUS=" + summary.toUtf8());
}

void Daemon::onTerminationAsked(int count)
{
    if (count > 1) {
        printNotice(QStringLiteral("asked again: killing what is left"), m_options.logFormat);
        return m_room.killAll();
    }
    m_isReloadAsked = false;
    sdNotify("STOPPING=1\nSTATUS=stopping all services");
    m_room.commands().shutdown(signalActor());
}

void Daemon::onReloadAsked()
{
    m_isReloadAsked = true;
    reloadIfAsked();
}

void Daemon::reloadIfAsked()
{
    if (!m_isReloadAsked || m_isReloading || m_room.isReloading())
        return;
    m_isReloadAsked = false;
    m_isReloading = true;
    m_room.commands().reload(false, signalActor()).then(this, [this](const ReloadOutcome &outcome) {
        onReloaded(outcome);
    });
}

void Daemon::onReloaded(const ReloadOutcome &outcome)
{
    if (outcome.verdict == Verdict::ShuttingDown) // all others the journal tells
        printNotice(QStringLiteral("reload: ") + outcome.message, m_options.logFormat);
    for (const QString &fault : outcome.faults + outcome.warnings)
        printNotice(fault, m_options.logFormat);
    m_isReloading = false;
    reloadIfAsked();
}

void Daemon::onLeaveAsked()
{
    sdNotify("STOPPING=1\nSTATUS=making room for another orchestrator");
    print(QStringLiteral("leaving; the services go on, and the next foghornd takes them over"));
    QCoreApplication::exit(0);
}

void Daemon::onShutdownFinished()
{
    print(QStringLiteral("all services stopped"));
    QCoreApplication::exit(0);
}

int Daemon::check() const
{
    const LoadedFleet loaded = loadFleetOfProcess(m_options.files);
    for (const Fault &fault : loaded.faults)
        printNotice(fault.toString(), m_options.logFormat);
    for (const Fault &warning : loaded.warnings)
        printNotice(QStringLiteral("warning: ") + warning.toString(), m_options.logFormat);
    if (!loaded.isGood())
        return 1;
    const qsizetype count = loaded.fleet.services.size();
    print(QStringLiteral("%1: %2 %3, no faults")
              .arg(loaded.fleet.name)
              .arg(count)
              .arg(count == 1 ? QStringLiteral("service") : QStringLiteral("services")));
    return 0;
}

void Daemon::watchUpwards()
{
    bool isNumber = false;
    const qlonglong period = qEnvironmentVariable("WATCHDOG_USEC").toLongLong(&isNumber);
    if (!isNumber || period <= 0)
        return;
    connect(&m_watchdog, &QTimer::timeout, this, [] { sdNotify("WATCHDOG=1"); });
    m_watchdog.start(std::chrono::milliseconds(std::max<qlonglong>(period / 2000, 1)));
}

} // namespace foghorn
