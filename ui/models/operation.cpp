#include "ui/models/operation.h"

#include <QSet>

#include <algorithm>

namespace foghorn {

namespace {

/// Members in the order in which it goes on with them: layer by layer, downwards when things stop first.
void sortByLayer(std::vector<OperationStep> &steps, OperationKind kind)
{
    const bool isDown = kind != OperationKind::Start;
    std::stable_sort(steps.begin(), steps.end(), [isDown](const OperationStep &a, const OperationStep &b) {
        return isDown ? a.layer > b.layer : a.layer < b.layer;
    });
}

} // namespace

Operation Operation::of(
    OperationKind kind, const QList<ServiceId> &services, const ServiceRegistry &registry, MonoTime now)
{
    Operation operation;
    operation.kind = kind;
    operation.begunAt = now;
    const QSet<ServiceId> unique(services.cbegin(), services.cend());
    for (const ServiceId &id : registry.order()) {
        if (!unique.contains(id))
            continue;
        OperationStep step;
        step.service = id;
        step.layer = registry.find(id)->info.layer;
        step.phaseSince = now;
        operation.steps.push_back(step);
    }
    sortByLayer(operation.steps, kind);
    for (const OperationStep &step : operation.steps) {
        operation.index.insert(step.service, operation.before.size());
        operation.before.push_back(StepBaseline::of(registry.find(step.service)->status));
    }
    operation.counts[static_cast<std::size_t>(StepPhase::Queued)] = operation.total();
    return operation;
}

const OperationStep *Operation::step(const ServiceId &service) const
{
    const auto found = index.constFind(service);
    return found == index.cend() ? nullptr : &steps[*found];
}

QList<ServiceId> Operation::waitsFor(const OperationStep &step, const ServiceRegistry &registry) const
{
    if (step.phase == StepPhase::Waiting)
        return step.waitingFor;
    const RegistryEntry *entry = registry.find(step.service);
    QList<ServiceId> services;
    if (step.phase != StepPhase::Queued || kind == OperationKind::Start || !entry)
        return services;
    for (const ServiceId &dependent : entry->info.dependents) { // those go first
        const OperationStep *other = this->step(dependent);
        const RegistryEntry *needs = registry.find(dependent);
        if (other && needs && !isFinished(other->phase) && needs->info.required.contains(step.service))
            services.append(dependent);
    }
    return services;
}

} // namespace foghorn
