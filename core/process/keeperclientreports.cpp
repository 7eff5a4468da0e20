#include "core/keeper/processtable.h"
#include "core/process/keeperclientprivate.h"
#include "core/process/keepertranslation.h"
#include "core/process/launchfailure.h"

#include <QPointer>

#include <csignal>
#include <utility>

// What the keeper reports, as the client's signals.

namespace foghorn {

void KeeperClient::Private::take(const keeper::KeptReport &report)
{
    m_isOpen = true;
    m_connector.succeeded();
    QList<KeptTree> trees;
    trees.reserve(static_cast<qsizetype>(report.services.size()));
    for (const keeper::KeptService &kept : report.services) {
        trees.append(toKeptTree(kept));
        // A killed keeper's services are our children now: the next keeper learns their codes once we have reaped them.
        const auto process = kept.leaderAlive ? keeper::readProcess(static_cast<pid_t>(kept.pid)) : std::nullopt;
        if (process && process->parent == ::getpid())
            m_connector.reap(kept.pid);
    }
    const QPointer<KeeperClient> self(q);
    Q_EMIT q->connected(trees);
    if (self && !m_replaced.isEmpty())
        Q_EMIT q->noticed(std::exchange(m_replaced, {}));
    if (!self || !m_isOpen)
        return;
    resumeLaunches(trees);
    for (const std::string &frame : std::exchange(m_waiting, {}))
        m_link->send(frame);
}

void KeeperClient::Private::resumeLaunches(const QList<KeptTree> &trees)
{
    QHash<ServiceId, KeptTree> kept;
    for (const KeptTree &tree : trees)
        kept.insert(tree.service, tree);
    const QHash<ServiceId, Launching> launching = m_launching;
    const QPointer<KeeperClient> self(q);
    for (auto it = launching.begin(); it != launching.end() && self && m_isOpen; ++it) {
        const KeptTree tree = kept.value(it.key());
        if (tree.startedAtMs < it->orderedAtMs) {
            m_link->send(it->frame);
            continue;
        }
        m_launching.remove(it.key());
        Q_EMIT q->launched(it.key(), tree.pid, tree.startedAtMs);
        if (self && tree.exit)
            Q_EMIT q->exited(it.key(), *tree.exit, tree.treeEmpty);
    }
}

void KeeperClient::Private::take(const keeper::SpawnedReport &report)
{
    const ServiceId service = QString::fromStdString(report.service);
    m_launching.remove(service);
    m_memoryKills.note(std::chrono::steady_clock::now());
    Q_EMIT q->launched(service, report.pid, report.startedAtMs);
}

void KeeperClient::Private::take(const keeper::SpawnFailedReport &report)
{
    const ServiceId service = QString::fromStdString(report.service);
    const Launching launching = m_launching.take(service);
    Q_EMIT q->launchFailed(service, launchFailure(report.failure, launching.program), isPermanent(report.failure));
}

void KeeperClient::Private::take(const keeper::ExitedReport &report)
{
    ExitInfo exit = toExitInfo(report.ending);
    if (exit.kind == ExitInfo::Kind::Signaled && exit.signal == SIGKILL
        && m_memoryKills.wasThereOne(std::chrono::steady_clock::now()))
        exit.reason = QStringLiteral("perhaps out of memory");
    Q_EMIT q->exited(QString::fromStdString(report.service), exit, report.treeEmpty);
}

void KeeperClient::Private::take(const keeper::TreeEmptyReport &report)
{
    Q_EMIT q->treeEmpty(QString::fromStdString(report.service));
}

void KeeperClient::Private::take(const keeper::TreeListedReport &report)
{
    QList<qint64> pids;
    for (const std::int64_t pid : report.pids)
        pids.append(pid);
    Q_EMIT q->treeListed(QString::fromStdString(report.service), pids);
}

void KeeperClient::Private::take(const keeper::RefusedReport &report)
{
    giveUp(QStringLiteral("another orchestrator (pid %1) already uses %2").arg(report.holder).arg(m_directory));
}

void KeeperClient::Private::take(const keeper::NotifySocketsReport &report)
{
    m_notifyAddress = QString::fromStdString(report.own);
    m_notifyAddressOfOthers = QString::fromStdString(report.others);
}

void KeeperClient::Private::take(const keeper::NotifiedReport &report)
{
    if (const auto message = parseNotifyMessage(report.text))
        Q_EMIT q->notified(QString::fromStdString(report.service), report.pid, *message);
}

void KeeperClient::Private::take(const keeper::LeaderReport &report)
{
    const ServiceId service = QString::fromStdString(report.service);
    if (report.isRefused) {
        Q_EMIT q->leaderRefused(service, report.pid);
        return;
    }
    m_connector.reap(report.pid); // after a keeper was killed it may become our child
    Q_EMIT q->leaderChanged(service, report.pid);
}

void KeeperClient::Private::take(const keeper::NotUnderstoodReport &report)
{
    Q_EMIT q->noticed(QStringLiteral("the keeper (pid %1) is of an older release and does not know orders of type %2: "
                                     "passed over. A new one takes over when it is killed: kill -9 %1")
                          .arg(m_keeperPid)
                          .arg(report.type));
}

} // namespace foghorn
