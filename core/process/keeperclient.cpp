#include "core/process/keeperclient.h"

#include "core/keeper/door.h"
#include "core/keeper/processtable.h"
#include "core/process/keeperconnector.h"
#include "core/process/keeperlink.h"
#include "core/process/keepertranslation.h"
#include "core/process/launchfailure.h"

#include <QDateTime>
#include <QFile>
#include <QHash>
#include <QPointer>

#include <utility>

namespace foghorn {

/// Connecting begins again when the connection is lost. Orders given meanwhile wait. A launch is remembered until it is
/// answered, so that one that a keeper took with it when it was killed is given again.
class KeeperClient::Private
{
public:
    struct Launching
    {
        std::string frame;
        QString program;
        qint64 orderedAtMs = 0;
    };

    Private(KeeperClient *client, QString directory, QString keeperProgram);

    void onConnected();
    void giveUp(const QString &reason);
    void order(const keeper::Order &order);
    void onReport(const keeper::Report &report);
    void onClosed();

    void take(const keeper::KeptReport &report);
    void take(const keeper::SpawnedReport &report);
    void take(const keeper::SpawnFailedReport &report);
    void take(const keeper::ExitedReport &report);
    void take(const keeper::TreeEmptyReport &report);
    void take(const keeper::TreeListedReport &report);
    void take(const keeper::RefusedReport &report);
    void take(const keeper::NotifySocketsReport &report);
    void take(const keeper::NotifiedReport &report);
    void take(const keeper::LeaderReport &report);
    void resumeLaunches(const QList<KeptTree> &trees);

    KeeperClient *q;
    QString m_directory;
    KeeperConnector m_connector;
    std::unique_ptr<KeeperLink> m_link;
    bool m_isOpen = false; ///< the list has come
    bool m_isWanted = false; ///< open() was called, and we have not given up since
    bool m_isEnding = false;
    qint64 m_keeperPid = 0;
    QString m_notifyAddress;
    QString m_notifyAddressOfOthers;
    QList<std::string> m_waiting; ///< orders for when the connection is there
    QHash<ServiceId, Launching> m_launching;
};

KeeperClient::Private::Private(KeeperClient *client, QString directory, QString keeperProgram)
    : q(client)
    , m_directory(std::move(directory))
    , m_connector(m_directory, std::move(keeperProgram))
{
    QObject::connect(&m_connector, &KeeperConnector::connected, q, [this] { onConnected(); });
    QObject::connect(&m_connector, &KeeperConnector::failed, q, [this](const QString &reason) { giveUp(reason); });
}

void KeeperClient::Private::onConnected()
{
    keeper::Descriptor socket = m_connector.takeSocket();
    m_keeperPid = keeper::Door::peerOf(socket.get());
    m_link = std::make_unique<KeeperLink>(std::move(socket));
    QObject::connect(
        m_link.get(), &KeeperLink::reported, q, [this](const keeper::Report &report) { onReport(report); });
    // Queued: the link is deleted in answer to it.
    QObject::connect(
        m_link.get(), &KeeperLink::closed, q, [this] { onClosed(); }, Qt::QueuedConnection);
}

void KeeperClient::Private::giveUp(const QString &reason)
{
    m_isWanted = false;
    m_link.reset();
    Q_EMIT q->failed(reason);
}

void KeeperClient::Private::order(const keeper::Order &order)
{
    std::string frame = keeper::encode(order);
    if (m_isOpen)
        m_link->send(frame);
    else
        m_waiting.append(std::move(frame));
}

void KeeperClient::Private::onReport(const keeper::Report &report)
{
    std::visit([this](const auto &one) { take(one); }, report);
}

void KeeperClient::Private::onClosed()
{
    if (!m_link || !m_isWanted)
        return;
    const bool wasOpen = std::exchange(m_isOpen, false);
    m_link.reset();
    m_keeperPid = 0;
    if (m_isEnding) {
        m_isWanted = false;
        Q_EMIT q->keeperEnded();
        return;
    }
    if (wasOpen) {
        m_connector.succeeded();
        const QPointer<KeeperClient> self(q);
        Q_EMIT q->keeperLost();
        if (!self)
            return;
    }
    m_connector.tryAgain();
}

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
    Q_EMIT q->exited(QString::fromStdString(report.service), toExitInfo(report.ending), report.treeEmpty);
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

KeeperClient::KeeperClient(QString stateDirectory, QString keeperProgram, QObject *parent)
    : ServiceKeeper(parent)
    , d(std::make_unique<Private>(this, std::move(stateDirectory), std::move(keeperProgram)))
{
}

KeeperClient::~KeeperClient() = default;

void KeeperClient::open()
{
    if (d->m_isWanted)
        return;
    d->m_isWanted = true;
    d->m_isEnding = false;
    d->m_connector.begin();
}

void KeeperClient::launch(const LaunchOrder &order)
{
    const keeper::SpawnOrder spawnOrder = toSpawnOrder(order);
    const QString program = order.argv.isEmpty() ? QString() : QFile::decodeName(order.argv.first());
    std::string frame = keeper::encode(keeper::Order(spawnOrder));
    // The keeper drops who sends what it must refuse: such an order fails here.
    if (!keeper::decodeOrder(frame)) {
        QMetaObject::invokeMethod(
            this,
            [this, service = order.service] {
                ExitInfo why;
                why.kind = ExitInfo::Kind::SpawnFailed;
                why.reason = QStringLiteral("cannot start: the command, a path or the environment is not valid");
                Q_EMIT launchFailed(service, why, true);
            },
            Qt::QueuedConnection);
        return;
    }
    d->m_launching.insert(order.service, {frame, program, QDateTime::currentMSecsSinceEpoch()});
    // Not connected: it goes out with all that is not answered when the list has come.
    if (d->m_isOpen)
        d->m_link->send(frame);
}

void KeeperClient::signal(const ServiceId &service, int signalNumber, SignalScope scope)
{
    d->order(keeper::SignalOrder{service.toStdString(), signalNumber, toTarget(scope)});
}

void KeeperClient::forget(const ServiceId &service) { d->order(keeper::ForgetOrder{service.toStdString()}); }

void KeeperClient::endKeeper()
{
    d->m_isEnding = true;
    d->order(keeper::EndOrder{});
}

void KeeperClient::listTree(const ServiceId &service) { d->order(keeper::ListTreeOrder{service.toStdString()}); }

qint64 KeeperClient::keeperPid() const { return d->m_keeperPid; }
QString KeeperClient::notifyAddress() const { return d->m_notifyAddress; }
QString KeeperClient::notifyAddressOfOthers() const { return d->m_notifyAddressOfOthers; }

} // namespace foghorn
