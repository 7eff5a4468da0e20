#include "core/runtime/takeover.h"

#include <QTimer>

#include <algorithm>
#include <csignal>

namespace foghorn {

using lifecycle::Stimulus;

namespace {

/// A tree that no service of the fleet owns gets this long to end.
constexpr auto strangerTimeout = std::chrono::seconds(30);

bool wasReady(const PastRun &past)
{
    return past.state == RunState::Running;
}

/// States in which a fleet's owner left a service on purpose, or in which it stays until somebody acts.
bool staysAtRest(const PastRun &past)
{
    return past.state == RunState::Finished || past.state == RunState::Failed
        || (past.state == RunState::Stopped && past.goal == Goal::Down && past.cause != Cause::NotStarted);
}

} // namespace

Takeover::Takeover(Orchestrator &orchestrator, KeeperClient &keeper, QObject *parent)
    : QObject(parent)
    , m_orchestrator(orchestrator)
    , m_keeper(keeper)
{
}

Takeover::~Takeover() = default;

void Takeover::begin(const QList<KeptTree> &trees, const QHash<ServiceId, PastRun> &past, bool endedCleanly)
{
    const bool isTakeover = !endedCleanly && !trees.isEmpty();
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
            adoptTree(tree, *node, past.value(tree.service));
        else
            judgeEnd(tree, *node, past.value(tree.service));
    }
    startUp(past, isTakeover);
    m_orchestrator.noteStartUpBegan();
}

void Takeover::adoptTree(const KeptTree &tree, int node, const PastRun &past)
{
    Service &service = m_orchestrator.service(node);
    const WallTime startedAt{milliseconds(tree.startedAtMs)};
    const bool isReady = wasReady(past) || service.spec().ready == ReadyWhen::Started;
    service.adopt(Goal::Up, isReady ? RunState::Running : RunState::Starting, Cause::Adopted,
                  isReady && past.state == RunState::Running ? past.since : startedAt, tree.pid, startedAt);
    m_orchestrator.publish(node);
    Q_EMIT adopted(tree.service, tree.pid, isReady);
    if (past.goal == Goal::Down && past.state == RunState::Stopping)
        m_orchestrator.wish(node, Stimulus::WishDown, past.cause); // it was being stopped: that wish still holds
    else if (!past.fingerprint.isEmpty() && past.fingerprint != fingerprintOf(service.spec()))
        m_orchestrator.wish(node, Stimulus::WishAgain, Cause::Reload); // the file changed while nobody looked
}

void Takeover::judgeEnd(const KeptTree &tree, int node, const PastRun &past)
{
    Service &service = m_orchestrator.service(node);
    const WallTime startedAt{milliseconds(tree.startedAtMs)};
    const Goal goal = past.state == RunState::Stopping ? past.goal : Goal::Up;
    service.adopt(goal, goal == Goal::Down ? RunState::Stopping : RunState::Running, past.cause, past.since, tree.pid, startedAt);
    m_orchestrator.noteExited(node, tree.exit.value_or(ExitInfo{}), false, tree.treeEmpty);
}

void Takeover::endStranger(const KeptTree &tree)
{
    if (tree.treeEmpty)
        return m_keeper.forget(tree.service);
    m_keeper.signal(tree.service, SIGTERM, SignalScope::Tree);
    QTimer::singleShot(strangerTimeout, this, [this, service = tree.service] {
        if (!m_orchestrator.fleet().nodeOf(service)) // an ended one is unknown to the keeper by now: no harm
            m_keeper.signal(service, SIGKILL, SignalScope::Tree);
    });
}

void Takeover::startUp(const QHash<ServiceId, PastRun> &past, bool isTakeover)
{
    for (int node = 0; node < m_orchestrator.fleet().size(); ++node) {
        Service &service = m_orchestrator.service(node);
        const auto known = past.constFind(service.name());
        const bool isFresh = service.status().state == RunState::Stopped && service.status().cause == Cause::NotStarted;
        if (!isFresh)
            continue;
        if (isTakeover && known != past.cend() && staysAtRest(*known)) {
            service.adopt(known->goal, known->state, known->cause, known->since, 0, std::nullopt);
            m_orchestrator.publish(node);
        } else if (service.spec().autostart || (isTakeover && known != past.cend() && known->goal == Goal::Up)) {
            m_orchestrator.wish(node, Stimulus::WishUp, Cause::StartUp);
        }
    }
}

void Takeover::reconcile(const QList<KeptTree> &trees)
{
    QHash<ServiceId, KeptTree> kept;
    for (const KeptTree &tree : trees)
        kept.insert(tree.service, tree);
    for (int node = 0; node < m_orchestrator.fleet().size(); ++node) {
        const Service &service = m_orchestrator.service(node);
        if (!service.isAlive())
            continue;
        const auto tree = kept.constFind(service.name());
        if (tree != kept.cend() && tree->leaderAlive)
            continue;
        if (tree == kept.cend())
            m_orchestrator.noteExited(node, ExitInfo{}, false, true);
        else if (service.status().state == RunState::Draining && tree->treeEmpty)
            m_orchestrator.conclude(node);
        else if (service.status().state != RunState::Draining)
            m_orchestrator.noteExited(node, tree->exit.value_or(ExitInfo{}), false, tree->treeEmpty);
    }
}

} // namespace foghorn
