#include "core/runtime/lifecycle.h"

#include <QtGlobal>

namespace foghorn::lifecycle {
namespace {

using enum Stimulus;

Step atRest(Goal goal, RunState state, Stimulus stimulus)
{
    if (stimulus == WishUp || stimulus == WishAgain)
        return {Goal::Up, RunState::Waiting, Action::None};
    if (wantsDown(stimulus))
        return {Goal::Down, RunState::Stopped, Action::None};
    return {goal, state, Action::None};
}

Step waiting(Goal goal, Stimulus stimulus)
{
    if (wantsDown(stimulus))
        return {Goal::Down, RunState::Stopped, Action::None};
    if (stimulus == GatesOpened)
        return {Goal::Up, RunState::Starting, Action::Launch};
    return {goal, RunState::Waiting, Action::None};
}

Step backoff(Goal goal, Stimulus stimulus)
{
    if (wantsDown(stimulus))
        return {Goal::Down, RunState::Stopped, Action::CancelRetry};
    if (stimulus == WishUp || stimulus == WishAgain)
        return {Goal::Up, RunState::Waiting, Action::CancelRetry};
    if (stimulus == BackoffElapsed)
        return {Goal::Up, RunState::Waiting, Action::None};
    return {goal, RunState::Backoff, Action::None};
}

/// Nothing is left alive: the goal and the verdict say what follows. `state` is kept for every other stimulus.
Step ended(Goal goal, RunState state, Stimulus stimulus)
{
    const bool down = goal == Goal::Down;
    switch (stimulus) {
    case EndedAgain:
        return {goal, down ? RunState::Stopped : RunState::Waiting, Action::None};
    case EndedRetry:
        return down ? Step{goal, RunState::Stopped, Action::None} : Step{goal, RunState::Backoff, Action::AwaitRetry};
    case EndedGiveUp:
        return {goal, down ? RunState::Stopped : RunState::Failed, Action::None};
    case EndedFinished:
        return {goal, down ? RunState::Stopped : RunState::Finished, Action::None};
    case WishUp:
    case WishDown:
    case WishDownNow:
    case WishAgain:
    case GatesOpened:
    case Ready:
    case Lost:
    case LeaderExited:
    case TimeoutPassed:
    case BackoffElapsed:
        return {goal, state, Action::None};
    }
    Q_UNREACHABLE();
}

Step living(Goal goal, RunState state, Stimulus stimulus)
{
    if (stimulus == WishDown)
        return {Goal::Down, RunState::Stopping, Action::Terminate};
    if (stimulus == WishDownNow)
        return {Goal::Down, RunState::Stopping, Action::Kill};
    if (stimulus == WishAgain || stimulus == Lost)
        return {Goal::Up, RunState::Stopping, Action::Terminate};
    if (stimulus == LeaderExited)
        return {goal, RunState::Draining, Action::TerminateRest};
    if (stimulus == Ready && state == RunState::Starting)
        return {goal, RunState::Running, Action::None};
    return ended(goal, state, stimulus);
}

Step ending(Goal goal, RunState state, Stimulus stimulus)
{
    if (stimulus == WishDown)
        return {Goal::Down, state, Action::None};
    if (stimulus == WishDownNow)
        return {Goal::Down, state, Action::Kill};
    if (stimulus == WishUp || stimulus == WishAgain)
        return {Goal::Up, state, Action::None};
    if (stimulus == LeaderExited && state == RunState::Stopping)
        return {goal, RunState::Draining, Action::TerminateRest};
    if (stimulus == TimeoutPassed)
        return {goal, state, Action::Kill};
    return ended(goal, state, stimulus);
}

} // namespace

Step next(Goal goal, RunState state, Stimulus stimulus)
{
    switch (state) {
    case RunState::Stopped:
    case RunState::Finished:
    case RunState::Failed:
        return atRest(goal, state, stimulus);
    case RunState::Waiting:
        return waiting(goal, stimulus);
    case RunState::Backoff:
        return backoff(goal, stimulus);
    case RunState::Starting:
    case RunState::Running:
        return living(goal, state, stimulus);
    case RunState::Stopping:
    case RunState::Draining:
        return ending(goal, state, stimulus);
    }
    Q_UNREACHABLE();
}

bool wantsDown(Stimulus stimulus) { return stimulus == WishDown || stimulus == WishDownNow; }

bool isAlive(RunState state)
{
    switch (state) {
    case RunState::Starting:
    case RunState::Running:
    case RunState::Draining:
    case RunState::Stopping:
        return true;
    case RunState::Stopped:
    case RunState::Waiting:
    case RunState::Backoff:
    case RunState::Finished:
    case RunState::Failed:
        return false;
    }
    Q_UNREACHABLE();
}

} // namespace foghorn::lifecycle
