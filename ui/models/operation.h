#pragma once

#include "ui/models/operationstep.h"

#include <QHash>

#include <array>
#include <vector>

namespace foghorn {

/// Something that was asked of services: how far it has come with each of them.
struct Operation
{
    int id = 0;
    OperationKind kind = OperationKind::Start;
    QString title; ///< "Start all on “local”"
    std::vector<OperationStep> steps; ///< in the order of the layers in which it goes on
    std::vector<StepBaseline> before; ///< of each step
    QHash<ServiceId, std::size_t> index; ///< of steps
    std::array<int, StepPhaseCount> counts{}; ///< steps in each phase
    MonoTime begunAt{};
    std::optional<MonoTime> answeredAt; ///< when the commands were answered
    std::optional<MonoTime> endedAt;
    QString problem; ///< what the commands said went wrong; empty: nothing
    bool folded = false; ///< it went well, some time ago: one line is enough

    int count(StepPhase phase) const { return counts[static_cast<std::size_t>(phase)]; }
    int finished() const { return count(StepPhase::Done) + count(StepPhase::Failed) + count(StepPhase::Skipped); }
    int total() const { return static_cast<int>(steps.size()); }
    bool isRunning() const { return !endedAt; }
    bool isBad() const { return count(StepPhase::Failed) > 0 || !problem.isEmpty(); }
    const OperationStep *step(const ServiceId &service) const;
    /// What a step waits for, by the registry or because of the order in which services stop.
    QList<ServiceId> waitsFor(const OperationStep &step, const ServiceRegistry &registry) const;
    /// With what is true now as what was before. Unknown services are left out.
    static Operation of(
        OperationKind kind, const QList<ServiceId> &services, const ServiceRegistry &registry, MonoTime now);
};

} // namespace foghorn
