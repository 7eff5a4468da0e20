#include "core/runtime/takeover.h"

#include "core/model/causekind.h"
#include "core/runtime/pullin.h"
#include "core/runtime/runmark.h"
#include "core/runtime/runnote.h"

#include <QTimer>

#include <algorithm>
#include <csignal>
#include <ctime>

namespace foghorn {

using lifecycle::Stimulus;

namespace {

/// A tree that no service of the fleet owns gets this long to end.
constexpr auto strangerTimeout = std::chrono::seconds(30);

bool wasReady(const PastRun &past) { return past.state == RunState::Running; }

bool wasEnding(const PastRun &past) { return past.state == RunState::Stopping || past.state == RunState::Draining; }

/// Whether somebody wanted it down. What only an interrupted shutdown or restart stopped is to come up with the next
/// start, and what a reload took away is in the file again. None: nothing is known of it.
bool wasWantedDown(const PastRun &past)
{
    return past.goal == Goal::Down && past.cause != Cause::None && past.cause != Cause::NotStarted
        && past.cause != Cause::Shutdown && past.cause != Cause::Restart && past.cause != Cause::Reload;
}

bool isToBeKilled(const PastRun &past) { return past.isForced && wasWantedDown(past); }

/// Whether the file changed what the process is started with while nobody looked.
bool hasChanged(const Service &service)
{
    return !service.fingerprint().isEmpty() && service.fingerprint() != fingerprintOf(service.spec());
}

/// Whether the earlier orchestrator had drawn its conclusion from this end already, and only not told the keeper; or
/// the next run as well, which it began.
bool isJudged(const KeptTree &tree, const PastRun &past)
{
    const WallTime end{milliseconds(tree.exitedAtMs)};
    const bool isLater = past.state == RunState::Starting ? past.since > end : past.since >= end;
    return tree.treeEmpty && isLater && (!lifecycle::isAlive(past.state) || past.state == RunState::Starting);
}

/// What the earlier orchestrator wanted of a run that it was ending it told the keeper first.
PastRun withNote(PastRun past, const KeptTree &tree)
{
    if (const auto note = runNoteFromText(tree.note)) {
        past.goal = note->goal;
        past.cause = note->cause;
        past.isForced = note->isForced;
        if (!wasEnding(past))
            past.state = RunState::Stopping;
    }
    return past;
}

/// What the store may not have come to writing.
void restoreMark(Service &service, const KeptTree &tree)
{
    const RunMark mark = runMarkFromText(tree.fingerprint);
    service.setFingerprint(mark.fingerprint);
    if (mark.restartCount > service.status().restartCount)
        service.restoreRestarts(mark.restartCount, mark.restartAttempts, WallTime{milliseconds(tree.startedAtMs)});
}

/// Whether what was known of these services was so since the machine started. Else they ended with the machine.
bool isOfThisBoot(const QHash<ServiceId, PastRun> &past)
{
    timespec up = {};
    ::clock_gettime(CLOCK_BOOTTIME, &up);
    const WallTime boot = Now::read().wall - std::chrono::seconds(up.tv_sec);
    return std::any_of(past.cbegin(), past.cend(), [boot](const PastRun &run) { return run.since > boot; });
}

} // namespace

Takeover::Takeover(Orchestrator &orchestrator, ServiceKeeper &keeper, QObject *parent)
    : QObject(parent)
    , m_orchestrator(orchestrator)
    , m_keeper(keeper)
{
}

Takeover::~Takeover() = default;

void Takeover::begin(const QList<KeptTree> &trees, const QHash<ServiceId, PastRun> &past, bool endedCleanly)
{
    const bool isTakeover = !endedCleanly && (!trees.isEmpty() || isOfThisBoot(past));
    for (int node = 0; node < m_orchestrator.fleet().size(); ++node) {
        Service &service = m_orchestrator.service(node);
        if (const auto known = past.constFind(service.name()); known != past.cend())
            service.restore(known->counters);
    }
    for (const KeptTree &tree : trees) {
        const auto node = m_orchestrator.fleet().nodeOf(tree.service);
        if (!node)
            endStranger(tree);
        else if (tree.leaderAlive)
            adoptTree(tree, *node, withNote(past.value(tree.service), tree));
        else if (isJudged(tree, past.value(tree.service)))
            m_keeper.forget(tree.service);
        else
            judgeEnd(tree, *node, withNote(past.value(tree.service), tree));
    }
    for (const KeptTree &tree : trees)
        killInTurn(tree, withNote(past.value(tree.service), tree));
    startUp(past, isTakeover);
    m_orchestrator.noteStartUpBegan();
}

void Takeover::adoptTree(const KeptTree &tree, int node, const PastRun &past)
{
    Service &service = m_orchestrator.service(node);
    restoreMark(service, tree);
    const WallTime startedAt{milliseconds(tree.startedAtMs)};
    const bool isReady = wasReady(past) || service.spec().ready == ReadyWhen::Started;
    service.adopt(Goal::Up, isReady ? RunState::Running : RunState::Starting, Cause::Adopted,
        isReady && past.state == RunState::Running ? past.since : startedAt, tree.pid, startedAt);
    m_orchestrator.resume(node);
    Q_EMIT adopted(tree.service, tree.pid, isReady);
    if (isToBeKilled(past)) // killInTurn() does
        return;
    if (wasWantedDown(past))
        return m_orchestrator.wish(node, Stimulus::WishDown, past.cause); // it was being stopped: that wish still holds
    if (hasChanged(service)) {
        service.noteManualRestart(Now::read().wall);
        m_orchestrator.wish(node, Stimulus::WishAgain, Cause::Reload);
    } else if (wasEnding(past)) {
        endAgain(node, past);
    }
}

void Takeover::killInTurn(const KeptTree &tree, const PastRun &past)
{
    const Fleet &fleet = m_orchestrator.fleet();
    const auto node = fleet.nodeOf(tree.service);
    if (!node || !isToBeKilled(past) || !fleet.at(*node).isAlive())
        return;
    std::vector<int> nodes = fleet.graph().dependentsOf(*node);
    std::erase_if(nodes, [&fleet](int other) { return !fleet.at(other).isEnding(); });
    nodes.push_back(*node);
    m_orchestrator.stopInOrder(nodes, past.cause, {}, tree.service);
}

void Takeover::endAgain(int node, const PastRun &past)
{
    const int attempts = past.counters.restartAttempts;
    const bool isFailure = past.goal == Goal::Up && kindOf(past.cause) != CauseKind::Wish;
    const Cause cause = past.cause == Cause::Shutdown ? Cause::StartUp
        : past.cause == Cause::Restart                ? Cause::Command
                                                      : past.cause;
    m_orchestrator.wish(node, isFailure ? Stimulus::Lost : Stimulus::WishAgain, cause);
    m_orchestrator.service(node).restoreAttempts(attempts);
    m_orchestrator.publish(node);
}

void Takeover::judgeEnd(const KeptTree &tree, int node, const PastRun &past)
{
    Service &service = m_orchestrator.service(node);
    restoreMark(service, tree);
    const Goal goal = wasWantedDown(past) ? Goal::Down : Goal::Up;
    const bool onPurpose = goal == Goal::Down || wasEnding(past);
    service.adopt(goal, onPurpose ? RunState::Stopping : RunState::Running, past.cause, past.since, tree.pid,
        WallTime{milliseconds(tree.startedAtMs)});
    const WallTime endedAt{milliseconds(tree.exitedAtMs)};
    m_orchestrator.noteExited(node, tree.exit.value_or(ExitInfo{}), false, tree.treeEmpty, endedAt);
}

void Takeover::endStranger(const KeptTree &tree)
{
    if (tree.treeEmpty)
        return m_keeper.forget(tree.service);
    m_strangers.insert(tree.service);
    m_orchestrator.addForeign(tree.service);
    m_keeper.signal(tree.service, SIGTERM, SignalScope::Tree);
    QTimer::singleShot(strangerTimeout, this, [this, service = tree.service] {
        m_strangers.erase(service);
        if (!m_orchestrator.fleet().nodeOf(service)) // an ended one is unknown to the keeper by now: no harm
            m_keeper.signal(service, SIGKILL, SignalScope::Tree);
    });
}

void Takeover::killStrangers()
{
    for (const ServiceId &service : m_strangers)
        m_keeper.signal(service, SIGKILL, SignalScope::Tree);
}

void Takeover::startUp(const QHash<ServiceId, PastRun> &past, bool isTakeover)
{
    std::vector<int> wanted;
    for (int node = 0; node < m_orchestrator.fleet().size(); ++node) {
        const Service &service = m_orchestrator.fleet().at(node);
        if (service.status().state != RunState::Stopped || service.status().cause != Cause::NotStarted)
            continue; // adopted
        const auto known = past.constFind(service.name());
        if (isTakeover && known != past.cend() && known->cause != Cause::NotStarted)
            goOn(node, *known);
        else if (service.spec().autostart)
            wanted.push_back(node);
    }
    for (const int node : withUntouchedRequirements(m_orchestrator.fleet(), wanted))
        m_orchestrator.wish(node, Stimulus::WishUp, Cause::StartUp);
}

void Takeover::goOn(int node, const PastRun &past)
{
    Service &service = m_orchestrator.service(node);
    if (wasWantedDown(past)) {
        const bool atRest = past.state == RunState::Finished || past.state == RunState::Failed;
        service.adopt(Goal::Down, atRest ? past.state : RunState::Stopped, past.cause, past.since, 0, std::nullopt);
        return m_orchestrator.publish(node);
    }
    const bool stays =
        past.state == RunState::Finished || past.state == RunState::Failed || past.state == RunState::Backoff;
    if (stays && !hasChanged(service)) {
        service.adopt(past.goal, past.state, past.cause, past.since, 0, std::nullopt);
        return m_orchestrator.resume(node);
    }
    m_orchestrator.wish(node, Stimulus::WishUp, Cause::StartUp);
    service.restoreAttempts(past.counters.restartAttempts);
    m_orchestrator.publish(node);
}

void Takeover::reconcile(const QList<KeptTree> &trees)
{
    m_orchestrator.clearForeign();
    QHash<ServiceId, KeptTree> kept;
    for (const KeptTree &tree : trees)
        kept.insert(tree.service, tree);
    for (const KeptTree &tree : trees) {
        const auto node = m_orchestrator.fleet().nodeOf(tree.service);
        if (!node || !m_orchestrator.fleet().at(*node).isAlive())
            endStranger(tree);
    }
    for (int node = 0; node < m_orchestrator.fleet().size(); ++node) {
        if (!m_orchestrator.fleet().at(node).isAlive())
            continue;
        const auto tree = kept.constFind(m_orchestrator.fleet().at(node).name());
        reconcileOne(node, tree == kept.cend() ? nullptr : &*tree);
    }
}

void Takeover::reconcileOne(int node, const KeptTree *tree)
{
    const ServiceStatus &status = m_orchestrator.fleet().at(node).status();
    if (tree && tree->leaderAlive)
        m_orchestrator.follow(node, tree->pid); // the old keeper may have died before it said so
    if (m_orchestrator.fleet().at(node).isLaunching() || (tree && tree->leaderAlive)) {
        // after the client has given unanswered launches again
        QMetaObject::invokeMethod(
            &m_orchestrator, [this, node] { m_orchestrator.repeatEnd(node); }, Qt::QueuedConnection);
        return;
    }
    if (!tree)
        m_orchestrator.noteExited(node, ExitInfo{}, false, true);
    else if (status.state != RunState::Draining)
        m_orchestrator.noteExited(node, tree->exit.value_or(ExitInfo{}), false, tree->treeEmpty);
    else if (tree->treeEmpty)
        m_orchestrator.conclude(node);
    else
        m_orchestrator.repeatEnd(node);
}

} // namespace foghorn
