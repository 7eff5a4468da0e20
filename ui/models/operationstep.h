#pragma once

#include "core/registry/serviceregistry.h"

#include <QList>
#include <QString>

#include <optional>

namespace foghorn {

enum class OperationKind { Start, Stop, Restart };

/// How far an operation has come with one service.
enum class StepPhase {
    Queued, ///< nothing has happened to it yet
    Waiting, ///< for services that it needs
    Stopping,
    Starting,
    Checking, ///< it lives; its first good check is still to come
    Done,
    Failed,
    Skipped,
};
inline constexpr std::size_t StepPhaseCount = 8;

/// Whether nothing more will happen to it in this operation.
constexpr bool isFinished(StepPhase phase) { return phase >= StepPhase::Done; }
/// Whether something is going on with it right now.
constexpr bool isActive(StepPhase phase) { return phase >= StepPhase::Stopping && phase <= StepPhase::Checking; }

/// One service of an operation. Times are of this machine: when we first saw it.
struct OperationStep
{
    ServiceId service;
    int layer = 0;
    StepPhase phase = StepPhase::Queued;
    QList<ServiceId> waitingFor; ///< Waiting
    milliseconds limit{0}; ///< of the phase that it is in; 0: none
    MonoTime phaseSince{};
    std::optional<MonoTime> begunAt; ///< when it first was in an active phase
    milliseconds took{0}; ///< from begunAt on (Done)
    QString reason; ///< for people: Failed, Skipped (empty: they chose it), or what is odd about an active phase
};

/// What was true of a service when it was asked for: later facts are told from earlier ones by it.
struct StepBaseline
{
    RunState state = RunState::Stopped;
    WallTime since{};
    std::optional<WallTime> startedAt;
    qint64 pid = 0;

    static StepBaseline of(const ServiceStatus &status);
};

/// What the registry says of a service, as a phase of an operation on it.
struct StepReading
{
    StepPhase phase = StepPhase::Queued;
    QList<ServiceId> waitingFor = {};
    milliseconds limit{0};
    QString reason = {};
};

/// Pure. A start is Done when the service runs and its first check has passed; a stop when nothing of it is left.
StepReading readStep(OperationKind kind, const StepBaseline &before, const RegistryEntry &entry);

} // namespace foghorn
