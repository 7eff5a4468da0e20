#pragma once

#include "core/model/runstate.h"

namespace foghorn::lifecycle {

/// What can happen to a service. The three wishes come from people and from the fleet, the rest from the world.
enum class Stimulus {
    WishUp, ///< it is wanted up
    WishDown, ///< it is wanted down
    WishDownNow, ///< the same, and nothing of it may take its time
    WishAgain, ///< a living run is to end and a new one to begin
    GatesOpened, ///< nothing it depends on blocks it any more
    Ready, ///< the run that was launched is ready
    Lost, ///< the living run is of no use: unhealthy, heartbeat lost, not ready in time, dependency lost
    LeaderExited, ///< the leader ended and something of its tree is left
    TimeoutPassed, ///< stop_timeout since the end was asked for
    EndedAgain, ///< nothing is left alive; verdict: begin anew at once
    EndedRetry, ///< nothing is left alive; verdict: begin anew after a delay
    EndedGiveUp, ///< nothing is left alive; verdict: no further attempt
    EndedFinished, ///< nothing is left alive; verdict: that was its good end
    BackoffElapsed, ///< the delay is over
};

/// What must be done because of a step.
enum class Action {
    None,
    Launch, ///< start the process
    Terminate, ///< ask the living run to end, and start the clock of stop_timeout
    TerminateRest, ///< the same for what the leader left behind
    Kill, ///< end whatever is left, now
    AwaitRetry, ///< start the clock of the delay
    CancelRetry, ///< stop that clock
};

struct Step
{
    Goal goal;
    RunState state;
    Action action;
    bool operator==(const Step &) const = default;
};

/// The whole lifecycle: goal × state × stimulus -> next. Pure. A stimulus that means nothing in a state changes
/// nothing.
///
///   Stopped ─WishUp─► Waiting ─GatesOpened─► Starting ─Ready─► Running
///      ▲                 ▲                      │ Lost, Wish…     │ Lost, Wish…
///      │ WishDown        │ BackoffElapsed       ▼                 ▼
///      └──── Backoff ◄───┴──EndedRetry──── Stopping / Draining (the leader ended first)
///            Failed ◄──EndedGiveUp──┘           │ EndedFinished └► Finished
///
/// With goal Down every Ended… leads to Stopped.
Step next(Goal goal, RunState state, Stimulus stimulus);

/// Whether it is one of the wishes to have it down.
bool wantsDown(Stimulus stimulus);

/// Whether something of the service is alive in this state.
bool isAlive(RunState state);

} // namespace foghorn::lifecycle
