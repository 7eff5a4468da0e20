// What Orchestrator takes up again where an earlier orchestrator, or an earlier keeper, left it.
#include "core/runtime/orchestrator.h"

#include <algorithm>
#include <csignal>

namespace foghorn {

void Orchestrator::resume(int node)
{
    Service &service = m_fleet.at(node);
    const Now now = Now::read();
    switch (service.status().state) {
    case RunState::Starting:
        watchStart(node);
        break;
    case RunState::Running:
        watchReset(node);
        break;
    case RunState::Backoff: {
        const WallTime due = service.status().since + service.governor().currentDelay();
        service.setNextAttempt(due);
        // never longer than the whole delay, whatever happened to the wall clock meanwhile
        const auto left =
            std::clamp(std::chrono::ceil<milliseconds>(due - now.wall), 0ms, service.governor().currentDelay());
        m_deadlines.set(service.name(), DeadlineKind::Backoff, now.mono + left);
        break;
    }
    case RunState::Stopped:
    case RunState::Waiting:
    case RunState::Draining:
    case RunState::Stopping:
    case RunState::Finished:
    case RunState::Failed:
        break;
    }
    publish(node);
}

void Orchestrator::repeatEnd(int node)
{
    const Service &service = m_fleet.at(node);
    const RunState state = service.status().state;
    if (state != RunState::Stopping && state != RunState::Draining)
        return;
    if (!m_deadlines.isRunning(service.name(), DeadlineKind::StopTimeout))
        m_keeper.signal(service.name(), SIGKILL, SignalScope::Tree);
    else if (state == RunState::Draining)
        m_keeper.signal(service.name(), SIGTERM, SignalScope::Tree);
    else if (service.spec().stopCommand.isEmpty())
        m_keeper.signal(service.name(), service.spec().stopSignal, SignalScope::Group);
}

} // namespace foghorn
