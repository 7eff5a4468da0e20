#include "ui/mainwindow/startupwatch.h"

#include "ui/models/operationmodel.h"
#include "ui/models/operationwords.h"

#include <utility>

namespace foghorn {

namespace {

bool isComingUp(const RegistryEntry &entry)
{
    const RunState state = entry.status.state;
    const bool isThere = state == RunState::Running || state == RunState::Finished || state == RunState::Failed;
    return !entry.info.external && entry.status.goal == Goal::Up && !isThere;
}

} // namespace

StartUpWatch::StartUpWatch(const ServiceRegistry &registry, OperationModel &operations, QObject *parent)
    : QObject(parent)
    , m_registry(registry)
    , m_operations(operations)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &StartUpWatch::look);
    connect(&registry, &ServiceRegistry::statusChanged, this, &StartUpWatch::lookSoon);
    connect(&registry, &ServiceRegistry::outlineReplaced, this, &StartUpWatch::lookSoon);
    connect(&registry, &ServiceRegistry::initializedChanged, this, &StartUpWatch::onInitialized);
    lookSoon();
}

StartUpWatch::~StartUpWatch() = default;

void StartUpWatch::lookSoon()
{
    if (!m_isOver && !m_registry.isInitialized() && !m_soon.isActive())
        m_soon.start();
}

void StartUpWatch::look()
{
    if (m_isOver || m_registry.isInitialized())
        return;
    QList<ServiceId> members;
    bool isStartUp = false; // somebody may ask for a service before the fleet comes up, or instead
    for (const ServiceId &id : m_registry.order()) {
        const RegistryEntry *entry = m_registry.find(id);
        if (!isComingUp(*entry))
            continue;
        members.append(id);
        isStartUp = isStartUp || entry->status.cause == Cause::StartUp;
    }
    if (members.isEmpty() || !isStartUp)
        return;
    m_isOver = true;
    m_operation = m_operations.begin(
        OperationKind::Start, members, OperationWords::titleOfAll(OperationKind::Start, m_registry.fleetName()));
}

void StartUpWatch::onInitialized(bool initialized)
{
    m_isOver = initialized;
    if (initialized && m_operation != 0)
        m_operations.noteAnswer(std::exchange(m_operation, 0), {});
}

} // namespace foghorn
