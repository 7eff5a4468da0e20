#include "ui/models/operationstep.h"

#include "ui/style/wording.h"

#include <QCoreApplication>

namespace foghorn {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(foghorn::OperationStep)
};

QString whyOf(const RegistryEntry &entry)
{
    return Wording::why(entry.info, entry.status, entry.health, entry.lastCheck);
}

StepReading stopping(const RegistryEntry &entry)
{
    return {
        StepPhase::Stopping, {}, entry.info.stopTimeout, entry.status.lingering.isEmpty() ? QString() : whyOf(entry)};
}

StepReading waiting(const RegistryEntry &entry)
{
    StepReading reading{StepPhase::Waiting};
    for (const Blocker &blocker : entry.status.blockers)
        reading.waitingFor.append(blocker.service);
    return reading;
}

/// It is up; whether it is well its first check says. Later ones belong to no operation.
StepReading running(const RegistryEntry &entry)
{
    if (!entry.info.hasProbe)
        return {StepPhase::Done};
    switch (entry.health.health) {
    case Health::Healthy:
        return {StepPhase::Done};
    case Health::Unhealthy:
        return {StepPhase::Failed, {}, {}, whyOf(entry)};
    case Health::Degraded:
        return {StepPhase::Checking, {}, {}, whyOf(entry)};
    case Health::Unknown:
        break;
    }
    return {StepPhase::Checking};
}

/// `isNews`: it has come into its state since it was asked for.
StepReading readUp(const RegistryEntry &entry, bool isNews)
{
    const ServiceStatus &status = entry.status;
    switch (status.state) {
    case RunState::Stopped:
        return isNews && status.cause == Cause::Command && status.goal == Goal::Down
            ? StepReading{StepPhase::Skipped, {}, {}, Words::tr("stopped meanwhile")}
            : StepReading{};
    case RunState::Waiting:
        return waiting(entry);
    case RunState::Starting:
        return {entry.info.hasProbe && status.pid > 0 ? StepPhase::Checking : StepPhase::Starting, {},
            entry.info.startTimeout};
    case RunState::Running:
        return running(entry);
    case RunState::Draining:
    case RunState::Stopping:
        return stopping(entry);
    case RunState::Backoff:
        return {StepPhase::Starting, {}, {}, whyOf(entry)};
    case RunState::Finished:
        return isNews ? StepReading{StepPhase::Done} : StepReading{};
    case RunState::Failed:
        return isNews ? StepReading{StepPhase::Failed, {}, {}, whyOf(entry)} : StepReading{};
    }
    return {};
}

StepReading readDown(const RegistryEntry &entry)
{
    switch (entry.status.state) {
    case RunState::Stopped:
    case RunState::Finished:
    case RunState::Failed:
        return {StepPhase::Done};
    case RunState::Draining:
    case RunState::Stopping:
        return stopping(entry);
    case RunState::Waiting:
    case RunState::Starting:
    case RunState::Running:
    case RunState::Backoff:
        break;
    }
    return {};
}

StepReading readAgain(const StepBaseline &before, const RegistryEntry &entry, bool isNews)
{
    const ServiceStatus &status = entry.status;
    const bool wasAlive = before.pid > 0;
    const bool isSameRun = wasAlive && status.pid == before.pid && status.startedAt == before.startedAt;
    if (isSameRun && (status.state == RunState::Running || status.state == RunState::Starting))
        return {};
    if (status.state == RunState::Stopped) // on its way: it comes up again in its turn
        return {};
    return readUp(entry, isNews);
}

} // namespace

StepBaseline StepBaseline::of(const ServiceStatus &status)
{
    return {status.state, status.since, status.startedAt, status.pid};
}

StepReading readStep(OperationKind kind, const StepBaseline &before, const RegistryEntry &entry)
{
    const bool isNews = entry.status.state != before.state || entry.status.since != before.since;
    switch (kind) {
    case OperationKind::Start:
        return readUp(entry, isNews);
    case OperationKind::Stop:
        return readDown(entry);
    case OperationKind::Restart:
        return readAgain(before, entry, isNews);
    }
    return {};
}

} // namespace foghorn
