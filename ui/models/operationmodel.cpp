#include "ui/models/operationmodel.h"

#include "ui/models/operationwords.h"

#include <algorithm>

namespace foghorn {

namespace {

constexpr qsizetype LongestReason = 240; // more is in the log

bool isOpposite(OperationKind one, OperationKind other)
{
    return (one == OperationKind::Stop) != (other == OperationKind::Stop);
}

} // namespace

OperationModel::OperationModel(const ServiceRegistry &registry, QObject *parent)
    : QObject(parent)
    , m_registry(registry)
    , m_clock([] { return std::chrono::steady_clock::now(); })
{
    m_tellTimer.setSingleShot(true);
    m_tellTimer.setInterval(100ms);
    m_tick.setInterval(1s);
    connect(&m_tellTimer, &QTimer::timeout, this, &OperationModel::changed);
    connect(&m_tick, &QTimer::timeout, this, &OperationModel::look);
    connect(&registry, &ServiceRegistry::statusChanged, this,
        [this](const ServiceStatus &, const ServiceStatus &now) { follow(now.service); });
    connect(&registry, &ServiceRegistry::healthChanged, this, [this](const ServiceId &service) { follow(service); });
    connect(&registry, &ServiceRegistry::outlineChanged, this, [this] {
        for (Operation &operation : m_operations) {
            for (std::size_t at = 0; at < operation.steps.size(); ++at)
                read(operation, at);
            conclude(operation);
        }
    });
}

OperationModel::~OperationModel() = default;

int OperationModel::begin(OperationKind kind, const QList<ServiceId> &services, const QString &title)
{
    Operation operation = Operation::of(kind, services, m_registry, now());
    operation.id = ++m_lastId;
    operation.title = title;
    m_operations.push_front(std::move(operation));
    for (std::size_t at = 0; at < m_operations.front().steps.size(); ++at)
        read(m_operations.front(), at); // some may be on their way already
    forgetOldest();
    m_tick.start();
    Q_EMIT began(m_lastId);
    tellSoon();
    return m_lastId;
}

void OperationModel::noteAnswer(int id, const QString &problem)
{
    Operation *operation = mutableFind(id);
    if (!operation)
        return;
    operation->answeredAt = now();
    operation->problem = problem;
    if (!problem.isEmpty() && operation->total() == 1 && !isFinished(operation->steps.front().phase))
        enter(*operation, 0, {StepPhase::Failed, {}, {}, problem});
    conclude(*operation);
    tellSoon();
}

void OperationModel::supersede(const QList<ServiceId> &services, OperationKind by, const QString &reason)
{
    for (Operation &operation : m_operations) {
        if (!operation.isRunning() || !isOpposite(operation.kind, by))
            continue;
        skip(operation.id, services, reason);
    }
}

void OperationModel::skip(int id, const QList<ServiceId> &services, const QString &reason)
{
    Operation *operation = mutableFind(id);
    if (!operation)
        return;
    for (const ServiceId &service : services) {
        const auto found = operation->index.constFind(service);
        if (found != operation->index.cend() && !isFinished(operation->steps[*found].phase))
            enter(*operation, *found, {StepPhase::Skipped, {}, {}, reason});
    }
    conclude(*operation);
}

void OperationModel::passOver(int id, const ServiceId &service)
{
    Operation *operation = mutableFind(id);
    const OperationStep *step = operation ? operation->step(service) : nullptr;
    if (!step || step->phase != StepPhase::Failed)
        return;
    enter(*operation, operation->index.value(service), {StepPhase::Skipped});
    if (operation->count(StepPhase::Failed) == 0)
        operation->problem.clear(); // it was about those
    conclude(*operation);
    m_tick.start(); // it may fold now
}

void OperationModel::retry(int id, const ServiceId &service)
{
    Operation *operation = mutableFind(id);
    const RegistryEntry *entry = m_registry.find(service);
    if (!operation || !entry || !operation->index.contains(service))
        return;
    const std::size_t at = operation->index.value(service);
    operation->before[at] = StepBaseline::of(entry->status);
    operation->steps[at].begunAt.reset();
    enter(*operation, at, {});
    operation->problem.clear();
    operation->answeredAt.reset();
    operation->endedAt.reset();
    operation->folded = false;
    m_tick.start();
    tellSoon();
}

void OperationModel::dismiss(int id)
{
    const auto found = std::find_if(m_operations.begin(), m_operations.end(),
        [id](const Operation &operation) { return operation.id == id && !operation.isRunning(); });
    if (found == m_operations.end())
        return;
    m_operations.erase(found);
    Q_EMIT changed();
}

Operation *OperationModel::mutableFind(int id)
{
    const auto found = std::find_if(
        m_operations.begin(), m_operations.end(), [id](const Operation &operation) { return operation.id == id; });
    return found == m_operations.end() ? nullptr : &*found;
}

const Operation *OperationModel::find(int id) const
{
    const auto found = std::find_if(
        m_operations.cbegin(), m_operations.cend(), [id](const Operation &operation) { return operation.id == id; });
    return found == m_operations.cend() ? nullptr : &*found;
}

int OperationModel::runningCount() const
{
    return static_cast<int>(std::count_if(
        m_operations.cbegin(), m_operations.cend(), [](const Operation &operation) { return operation.isRunning(); }));
}

void OperationModel::follow(const ServiceId &service)
{
    for (Operation &operation : m_operations) {
        const auto found = operation.index.constFind(service);
        if (found == operation.index.cend())
            continue;
        read(operation, *found);
        conclude(operation);
    }
}

void OperationModel::read(Operation &operation, std::size_t at)
{
    const OperationStep &step = operation.steps[at];
    if (step.phase == StepPhase::Done || step.phase == StepPhase::Skipped)
        return; // what becomes of it later is another story
    const RegistryEntry *entry = m_registry.find(step.service);
    if (!entry) {
        enter(operation, at, {StepPhase::Skipped, {}, {}, tr("no longer part of the fleet")});
        return;
    }
    const StepReading reading = readStep(operation.kind, operation.before[at], *entry);
    if (step.phase == StepPhase::Failed && reading.phase == StepPhase::Queued)
        return; // the command said so; the registry has not heard yet
    enter(operation, at, reading);
}

void OperationModel::enter(Operation &operation, std::size_t at, const StepReading &reading)
{
    OperationStep &step = operation.steps[at];
    const bool isNew = step.phase != reading.phase;
    const bool isPassedOver = step.phase == StepPhase::Failed && reading.phase == StepPhase::Skipped;
    step.waitingFor = reading.waitingFor;
    step.limit = reading.limit;
    step.reason = reading.reason.size() > LongestReason ? reading.reason.left(LongestReason) + u'…' : reading.reason;
    tellSoon();
    if (!isNew)
        return;
    --operation.counts[static_cast<std::size_t>(step.phase)];
    ++operation.counts[static_cast<std::size_t>(reading.phase)];
    step.phase = reading.phase;
    step.phaseSince = now();
    if (isActive(step.phase) && !step.begunAt)
        step.begunAt = step.phaseSince;
    if (!isFinished(step.phase) || isPassedOver) // its end was told when it failed
        return;
    step.took = std::chrono::duration_cast<milliseconds>(step.phaseSince - step.begunAt.value_or(operation.begunAt));
    announceStep(operation, at);
    Q_EMIT stepSettled(operation.id, step.service);
}

/// Of whom nothing was heard although the commands were answered some time ago.
void OperationModel::settleSilent(Operation &operation)
{
    if (!operation.answeredAt || now() - *operation.answeredAt < grace)
        return;
    for (std::size_t at = 0; at < operation.steps.size(); ++at) {
        if (operation.steps[at].phase != StepPhase::Queued)
            continue;
        if (operation.problem.isEmpty())
            enter(operation, at, {StepPhase::Done});
        else
            enter(operation, at, {StepPhase::Skipped, {}, {}, tr("not begun")});
    }
}

void OperationModel::conclude(Operation &operation)
{
    if (operation.endedAt || !operation.answeredAt)
        return;
    const auto left = [&operation](StepPhase phase) { return operation.count(phase) > 0; };
    if (left(StepPhase::Queued) || left(StepPhase::Stopping) || left(StepPhase::Starting) || left(StepPhase::Checking))
        return; // who waits for one that has failed waits in vain, and ends nothing
    operation.endedAt = now();
    tellSoon();
    Q_EMIT ended(operation.id);
}

void OperationModel::announceStep(const Operation &operation, std::size_t at)
{
    if (operation.total() == 1)
        return; // its command says it
    const OperationStep &step = operation.steps[at];
    if (step.phase == StepPhase::Failed)
        Q_EMIT announced(OperationWords::failure(step));
    int done = 0;
    int total = 0;
    for (const OperationStep &other : operation.steps) {
        if (other.layer != step.layer)
            continue;
        ++total;
        if (!isFinished(other.phase))
            return;
        done += other.phase == StepPhase::Done ? 1 : 0;
    }
    Q_EMIT announced(OperationWords::layerDone(step.layer, done, total));
}

void OperationModel::forgetOldest()
{
    for (std::size_t at = m_operations.size(); at-- > 0 && m_operations.size() > mostKept;) {
        if (!m_operations[at].isRunning())
            m_operations.erase(m_operations.begin() + static_cast<std::ptrdiff_t>(at));
    }
}

void OperationModel::look()
{
    bool isNeeded = false;
    for (Operation &operation : m_operations) {
        settleSilent(operation);
        conclude(operation);
        if (operation.endedAt && !operation.isBad() && now() - *operation.endedAt >= foldsAfter)
            operation.folded = true;
        isNeeded = isNeeded || operation.isRunning() || (!operation.isBad() && !operation.folded);
    }
    if (!isNeeded)
        m_tick.stop();
    Q_EMIT changed();
}

void OperationModel::tellSoon()
{
    if (!m_tellTimer.isActive())
        m_tellTimer.start();
}

} // namespace foghorn
