#include "app/controlroom/controlroom.h"

#include "app/controlroom/controlroomparts.h"
#include "app/controlroom/settledfleet.h"
#include "app/controlroom/statepaths.h"
#include "core/api/tlsfiles.h"
#include "core/api/tokenstore.h"
#include "core/base/wholefile.h"
#include "core/process/freeport.h"
#include "core/process/ownrights.h"
#include "core/runtime/launchplan.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcessEnvironment>
#include <QSaveFile>
#include <QTimer>
#include <QtConcurrentRun>

namespace foghorn {
namespace {

QHash<QString, QString> ownEnvironment()
{
    QHash<QString, QString> variables;
    const QProcessEnvironment own = QProcessEnvironment::systemEnvironment();
    for (const QString &name : own.keys())
        variables.insert(name, own.value(name));
    // Whoever calls root's Foghorn does not choose the programs that it runs.
    if (isRoot())
        variables.insert(QStringLiteral("PATH"), QString::fromLatin1(usualPath));
    return variables;
}

QString joined(const QList<Fault> &faults)
{
    QList<QString> lines;
    for (const Fault &fault : faults)
        lines.append(fault.toString());
    return lines.join(u'\n');
}

} // namespace

LoadedFleet loadFleetOfProcess(const QList<QString> &files)
{
    return loadSettled([&files] {
        return loadFleet(files, ownEnvironment(), FileTrust{trustedOwners(QCoreApplication::applicationFilePath())});
    });
}

ControlRoom::ControlRoom(ControlRoomOptions options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_parts(std::make_unique<Parts>())
{
}

ControlRoom::~ControlRoom() = default;

ServiceRegistry &ControlRoom::registry() { return m_parts->registry; }
EventLog &ControlRoom::events() { return m_parts->events; }
Commands &ControlRoom::commands() { return *m_parts->commands; }
History &ControlRoom::history() { return m_parts->store->history(); }
const AlertBoard &ControlRoom::alerts() { return m_parts->alerts->board(); }
AlertCommands &ControlRoom::alertCommands() { return m_parts->alerts->commands(); }
ServiceLogs &ControlRoom::logs() { return m_parts->logs; }
QString ControlRoom::apiUrl() const { return m_parts->api ? m_parts->api->url() : QString(); }
QString ControlRoom::stateDirectory() const { return m_options.stateDirectory; }
QList<QString> ControlRoom::warnings() const { return m_warnings; }
bool ControlRoom::isReloading() const { return m_parts->reloader && m_parts->reloader->isBusy(); }

Result<void> ControlRoom::open() { return open(loadFleetOfProcess(m_options.files)); }

Result<void> ControlRoom::open(const LoadedFleet &loaded)
{
    if (!loaded.isGood())
        return Error{joined(loaded.faults)};
    for (const Fault &warning : loaded.warnings)
        m_warnings.append(warning.toString());
    if (auto taken = takeState(loaded); !taken)
        return taken;
    const Result<FleetSpec> resolved = resolve(loaded.fleet);
    if (!resolved)
        return resolved.error();
    createParts(loaded);
    m_parts->orchestrator->setFleet(loaded.fleet, resolved.value(), loaded.graph);
    m_parts->memory->restore(m_parts->saved);
    m_parts->memory->follow(*m_parts->orchestrator);
    m_parts->alerts->begin(loaded.fleet.alerts);
    if (!m_parts->alerts->notice().isEmpty())
        m_warnings.append(m_parts->alerts->notice());
    if (auto served = serveApi(resolved.value()); !served)
        return served;
    m_parts->keeper->open();
    return {};
}

Result<void> ControlRoom::takeState(const LoadedFleet &loaded)
{
    if (m_options.stateDirectory.isEmpty())
        m_options.stateDirectory = defaultStateDirectory(loaded.fleet.name);
    m_options.stateDirectory = QDir(m_options.stateDirectory).absolutePath();
    Result<StateDir> directory = StateDir::open(m_options.stateDirectory);
    if (!directory) {
        m_isHeldElsewhere = StateDir::isHeld(m_options.stateDirectory);
        return directory.error();
    }
    m_parts->directory.emplace(std::move(directory).value());
    const QString logs = m_options.stateDirectory + QStringLiteral("/logs");
    if (!QDir().mkpath(logs) || !QFile::setPermissions(logs, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
        return Error{QStringLiteral("%1/logs cannot be made; see whether the disk is full or the directory read-only.")
                         .arg(m_options.stateDirectory)};
    m_parts->store = std::make_unique<StateStore>(m_options.stateDirectory + QStringLiteral("/history.sqlite"));
    m_parts->saved = m_parts->store->load();
    if (!m_parts->saved.notice.isEmpty())
        m_warnings.append(m_parts->saved.notice);
    for (const SavedService &service : std::as_const(m_parts->saved.services)) {
        const bool mayLive = service.state != RunState::Stopped && service.state != RunState::Finished
            && service.state != RunState::Failed;
        for (auto port = service.ports.cbegin(); port != service.ports.cend(); ++port)
            m_parts->ports.remember(service.service, port.key(), port.value(), mayLive && !m_parts->saved.endedCleanly);
    }
    return {};
}

Result<FleetSpec> ControlRoom::resolve(const FleetSpec &fleet)
{
    auto resolved = m_parts->ports.resolve(fleet, &findFreePort, &isPortFree);
    if (!resolved)
        return Error{
            QStringLiteral("There is no free port on 127.0.0.1 for a service that asks for an automatic one.")};
    return *std::move(resolved);
}

void ControlRoom::createParts(const LoadedFleet &loaded)
{
    Parts &parts = *m_parts;
    LaunchContext context;
    context.fleet = loaded.fleet.name;
    context.stateDirectory = m_options.stateDirectory;
    context.inheritedEnvironment = inheritableEnvironment(ownEnvironment());
    context.programDirectory = QCoreApplication::applicationDirPath().toLocal8Bit();

    parts.journal = std::make_unique<Journal>(parts.registry, parts.events);
    parts.leases = std::make_unique<LeaseBook>(parts.registry);
    parts.journal->follow(*parts.leases);
    parts.keeper =
        std::make_unique<KeeperClient>(m_options.stateDirectory, ownProgram(QStringLiteral("foghorn-keeper")));
    parts.health = std::make_unique<HealthMonitor>();
    parts.orchestrator = std::make_unique<Orchestrator>(*parts.keeper, parts.registry, std::move(context));
    parts.takeover = std::make_unique<Takeover>(*parts.orchestrator, *parts.keeper);
    parts.reloader = std::make_unique<Reloader>(
        *parts.orchestrator, [files = m_options.files] { return QtConcurrent::run(&loadFleetOfProcess, files); },
        [this](const FleetSpec &fleet) { return resolve(fleet); });
    parts.desk = std::make_unique<CommandDesk>(*parts.orchestrator, *parts.reloader, parts.events,
        [&parts](const ServiceId &service) { return parts.health->checkNow(service); });
    parts.commands = std::make_unique<DurableCommands>(
        *parts.desk, [&parts](const std::function<void()> &call) { parts.store->whenWritten(call); });
    parts.memory = std::make_unique<Memory>(*parts.store, parts.registry, parts.events);
    parts.uses = std::make_unique<UseWatch>(parts.registry);
    parts.rotator = std::make_unique<LogRotator>();
    parts.crashes =
        std::make_unique<CrashRecorder>(parts.registry, m_options.stateDirectory + QStringLiteral("/crashes"));
    parts.alerts = std::make_unique<AlertRoom>(m_options.stateDirectory, loaded.fleet.name,
        parts.orchestrator->context().inheritedEnvironment, parts.registry, parts.events, *parts.store);
    connect(parts.desk.get(), &CommandDesk::shutdownAsked, this, &ControlRoom::shutDown);
    connect(parts.reloader.get(), &Reloader::ended, this, &ControlRoom::reloadEnded);
    connectHealth();
    connectKeeper();
    connectMessages();
    connectCrashes();
    connectLogs();
}

QString ControlRoom::apiUrlFile() const { return m_options.stateDirectory + QStringLiteral("/api.url"); }

Result<void> ControlRoom::serveApi(const FleetSpec &fleet)
{
    Parts &parts = *m_parts;
    const Result<TokenDigests> tokens = openTokens(m_options.stateDirectory);
    if (!tokens)
        return tokens.error();
    ApiOptions options;
    options.listen = {m_options.listen.isEmpty() ? fleet.api.listen : m_options.listen};
    options.unixSocketPath = m_options.stateDirectory + QStringLiteral("/api.sock");
    options.tokenRequired = fleet.api.tokenRequired;
    options.tokens = tokens.value();
    options.tokenDirectory = m_options.stateDirectory;
    options.tls = fleet.api.tls;
    if (const QString exposure = options.tls ? keyExposure(*options.tls) : QString(); !exposure.isEmpty())
        m_warnings.append(exposure);
    options.allowedHosts = fleet.api.allowedHosts;
    options.statusPage = fleet.api.statusPage;
    options.version = QStringLiteral(FOGHORN_VERSION);
    const ApiSources sources{parts.registry, parts.events, *parts.commands, *parts.leases, parts.alerts->board(),
        parts.alerts->commands(), parts.lag, parts.store->history(), *parts.crashes};
    parts.api = std::make_unique<ApiServer>(sources, std::move(options));
    if (auto listening = parts.api->listen(); !listening)
        return listening;
    parts.orchestrator->setApiUrl(parts.api->url());
    parts.alerts->setApiUrl(parts.api->url());
    configureHealth(); // exec probes get the same environment as their service
    if (const QString fault = writeApiUrl(); !fault.isEmpty())
        m_warnings.append(fault);
    return {};
}

QString ControlRoom::writeApiUrl()
{
    QSaveFile file(apiUrlFile());
    const bool isOpen = file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (isOpen && file.write(m_parts->api->url().toUtf8() + '\n') > 0 && commitWhole(file))
        return {};
    constexpr std::chrono::milliseconds untilAgain{2000}; // a full disk may have room by then
    QTimer::singleShot(untilAgain, this, [this] {
        if (!m_parts->isShuttingDown)
            (void)writeApiUrl();
    });
    return QStringLiteral("%1 could not be written: %2").arg(file.fileName(), file.errorString());
}

void ControlRoom::takeBackPorts(const QList<KeptTree> &trees)
{
    if (trees.isEmpty())
        return;
    const FleetSpec source = m_parts->orchestrator->fleet().source();
    const Result<FleetSpec> known = resolve(source);
    if (!known || !m_parts->ports.rememberRuns(known.value(), trees))
        return;
    const DependencyGraph graph = m_parts->orchestrator->fleet().graph();
    if (const Result<FleetSpec> resolved = resolve(source))
        m_parts->orchestrator->setFleet(source, resolved.value(), graph);
}

void ControlRoom::beginWith(const QList<KeptTree> &trees)
{
    Parts &parts = *m_parts;
    parts.hasBegun = true;
    takeBackPorts(trees);
    parts.memory->judgeAbsence(trees);
    const QHash<ServiceId, PastRun> past = Memory::pastRuns(parts.saved);
    QHash<ServiceId, Journal::Written> written;
    for (auto run = past.cbegin(); run != past.cend(); ++run)
        written.insert(run.key(), {run->state, run->since});
    parts.journal->goOnFrom(written);
    parts.takeover->begin(trees, past, parts.saved.endedCleanly && !m_options.goesOn);
    parts.saved = {};
    if (!parts.isShuttingDown)
        return parts.desk->begin();
    stopEverything();
    if (parts.isKilling)
        killEverything();
}

} // namespace foghorn
