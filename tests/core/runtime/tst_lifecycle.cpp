#include "core/runtime/lifecycle.h"

#include <QtTest>

#include <array>
#include <set>
#include <tuple>

using namespace foghorn;
using namespace foghorn::lifecycle;

namespace {

constexpr std::array allStimuli{Stimulus::WishUp, Stimulus::WishDown, Stimulus::WishDownNow, Stimulus::WishAgain,
    Stimulus::GatesOpened, Stimulus::Ready, Stimulus::Lost, Stimulus::LeaderExited, Stimulus::TimeoutPassed,
    Stimulus::EndedAgain, Stimulus::EndedRetry, Stimulus::EndedGiveUp, Stimulus::EndedFinished,
    Stimulus::BackoffElapsed};
constexpr std::array allStates{RunState::Stopped, RunState::Waiting, RunState::Starting, RunState::Running,
    RunState::Draining, RunState::Stopping, RunState::Backoff, RunState::Finished, RunState::Failed};

using Situation = std::pair<Goal, RunState>;

/// What the world can send in a situation: ends only come while something is alive, gates only open for those who wait.
bool isPossible(RunState state, Stimulus stimulus)
{
    switch (stimulus) {
    case Stimulus::WishUp:
    case Stimulus::WishDown:
    case Stimulus::WishDownNow:
    case Stimulus::WishAgain:
        return true;
    case Stimulus::GatesOpened:
        return state == RunState::Waiting;
    case Stimulus::Ready:
        return state == RunState::Starting;
    case Stimulus::Lost:
        return state == RunState::Starting || state == RunState::Running;
    case Stimulus::LeaderExited:
        return isAlive(state) && state != RunState::Draining;
    case Stimulus::TimeoutPassed:
        return state == RunState::Stopping || state == RunState::Draining;
    case Stimulus::EndedAgain:
    case Stimulus::EndedRetry:
    case Stimulus::EndedGiveUp:
    case Stimulus::EndedFinished:
        return isAlive(state);
    case Stimulus::BackoffElapsed:
        return state == RunState::Backoff;
    }
    return false;
}

std::set<Situation> reachableFrom(Situation start)
{
    std::set<Situation> seen{start};
    QList<Situation> open{start};
    while (!open.isEmpty()) {
        const auto [goal, state] = open.takeLast();
        for (const Stimulus stimulus : allStimuli) {
            if (!isPossible(state, stimulus))
                continue;
            const Step step = next(goal, state, stimulus);
            if (seen.insert({step.goal, step.state}).second)
                open.append({step.goal, step.state});
        }
    }
    return seen;
}

const std::set<Situation> &reachable()
{
    static const std::set<Situation> all = reachableFrom({Goal::Down, RunState::Stopped});
    return all;
}

/// Runs `check` on each step that can be taken from anywhere that can be reached.
template<typename Check> void forEveryStep(Check check)
{
    for (const auto &[goal, state] : reachable()) {
        for (const Stimulus stimulus : allStimuli) {
            if (isPossible(state, stimulus))
                check(Situation{goal, state}, stimulus, next(goal, state, stimulus));
        }
    }
}

} // namespace

class TestLifecycle : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void reachesEveryState()
    {
        std::set<RunState> states;
        for (const auto &[goal, state] : reachable())
            states.insert(state);
        QCOMPARE(states.size(), allStates.size());
    }
    void canReachStoppedAndRunningFromEverywhere()
    {
        for (const Situation &from : reachable()) {
            const std::set<Situation> reached = reachableFrom(from);
            QVERIFY(reached.contains({Goal::Down, RunState::Stopped}));
            QVERIFY(reached.contains({Goal::Up, RunState::Running}));
        }
    }
    void neverRunsAgainstTheGoal()
    {
        // a service that is wanted down waits for nothing, is not being started and does not run
        for (const auto &[goal, state] : reachable()) {
            if (goal == Goal::Down)
                QVERIFY(state == RunState::Stopped || state == RunState::Stopping || state == RunState::Draining);
        }
    }
    void launchesOnlyWhenNothingIsAlive()
    {
        forEveryStep([](Situation from, Stimulus, Step step) {
            if (step.action == Action::Launch) {
                QVERIFY(!isAlive(from.second));
                QCOMPARE(step.state, RunState::Starting);
            }
            if (isAlive(step.state) && !isAlive(from.second))
                QCOMPARE(step.action, Action::Launch);
        });
    }
    void comesToRestOnlyWhenNothingIsLeft()
    {
        forEveryStep([](Situation from, Stimulus stimulus, Step step) {
            if (isAlive(from.second) && !isAlive(step.state)) {
                QVERIFY(stimulus == Stimulus::EndedAgain || stimulus == Stimulus::EndedRetry
                    || stimulus == Stimulus::EndedGiveUp || stimulus == Stimulus::EndedFinished);
            }
        });
    }
    void lastWishWins()
    {
        forEveryStep([](Situation, Stimulus stimulus, Step step) {
            if (stimulus == Stimulus::WishUp || stimulus == Stimulus::WishAgain)
                QCOMPARE(step.goal, Goal::Up);
            if (wantsDown(stimulus))
                QCOMPARE(step.goal, Goal::Down);
        });
    }
    void onlyWishesChangeTheGoal()
    {
        forEveryStep([](Situation from, Stimulus stimulus, Step step) {
            const bool isWish = stimulus == Stimulus::WishUp || stimulus == Stimulus::WishAgain || wantsDown(stimulus);
            if (!isWish)
                QCOMPARE(step.goal, from.first);
        });
    }
    void wishedDownEndsStoppedWhateverTheVerdict()
    {
        for (const RunState state : {RunState::Stopping, RunState::Draining}) {
            for (const Stimulus verdict :
                {Stimulus::EndedAgain, Stimulus::EndedRetry, Stimulus::EndedGiveUp, Stimulus::EndedFinished})
                QCOMPARE(next(Goal::Down, state, verdict), (Step{Goal::Down, RunState::Stopped, Action::None}));
        }
    }
    void cancelsTheRetryClockWheneverBackoffIsLeftEarly()
    {
        for (const Stimulus wish : {Stimulus::WishUp, Stimulus::WishDown, Stimulus::WishDownNow, Stimulus::WishAgain})
            QCOMPARE(next(Goal::Up, RunState::Backoff, wish).action, Action::CancelRetry);
    }
    void killsWhatOutlivesItsStopTimeout()
    {
        for (const Goal goal : {Goal::Up, Goal::Down}) {
            for (const RunState state : {RunState::Stopping, RunState::Draining})
                QCOMPARE(next(goal, state, Stimulus::TimeoutPassed), (Step{goal, state, Action::Kill}));
        }
    }
    void wishedDownNowKillsWhateverLives()
    {
        for (const auto &[goal, state] : reachable()) {
            const Step asked = next(goal, state, Stimulus::WishDown);
            const Step step = next(goal, state, Stimulus::WishDownNow);
            QCOMPARE(step.goal, asked.goal);
            QCOMPARE(step.state, asked.state); // only how it comes there differs
            QCOMPARE(step.action, isAlive(state) ? Action::Kill : asked.action);
        }
    }
    void onlyTheTimeoutAndThatWishKill()
    {
        forEveryStep([](Situation, Stimulus stimulus, Step step) {
            if (step.action == Action::Kill)
                QVERIFY(stimulus == Stimulus::TimeoutPassed || stimulus == Stimulus::WishDownNow);
        });
    }
    void meaninglessStimuliChangeNothing()
    {
        for (const Goal goal : {Goal::Up, Goal::Down}) {
            for (const RunState state : allStates) {
                for (const Stimulus stimulus : allStimuli) {
                    if (!isPossible(state, stimulus) && !isAlive(state))
                        QCOMPARE(next(goal, state, stimulus), (Step{goal, state, Action::None}));
                }
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestLifecycle)
#include "tst_lifecycle.moc"
