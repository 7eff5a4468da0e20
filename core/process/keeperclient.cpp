#include "core/process/keeperclient.h"

#include "core/keeper/door.h"
#include "core/keeper/processtable.h"
#include "core/process/keeperlink.h"
#include "core/process/keeperstart.h"
#include "core/process/launchfailure.h"
#include "core/process/orphanreaper.h"

#include <QDateTime>
#include <QFile>
#include <QHash>
#include <QPointer>
#include <QTimer>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace foghorn {
namespace {

constexpr int firstRetryMs = 1;
constexpr int longestRetryMs = 100;
constexpr int triesBeforeGivingUp = 100;

std::vector<std::string> toTexts(const QList<QByteArray> &list)
{
    std::vector<std::string> texts;
    texts.reserve(static_cast<std::size_t>(list.size()));
    for (const QByteArray &bytes : list)
        texts.push_back(bytes.toStdString());
    return texts;
}

std::optional<std::int64_t> toLimit(const std::optional<qint64> &limit)
{
    return limit ? std::optional<std::int64_t>(*limit) : std::nullopt;
}

keeper::SpawnOrder toSpawnOrder(const LaunchOrder &order)
{
    return {order.service.toStdString(), toTexts(order.argv), toTexts(order.environment),
        order.workingDirectory.toStdString(), order.user.toStdString(), order.logFile.toStdString(),
        toLimit(order.limits.nofile), toLimit(order.limits.memory), toLimit(order.limits.core)};
}

keeper::SignalTarget toTarget(SignalScope scope)
{
    switch (scope) {
    case SignalScope::Leader:
        return keeper::SignalTarget::Leader;
    case SignalScope::Group:
        return keeper::SignalTarget::Group;
    case SignalScope::Tree:
        break;
    }
    return keeper::SignalTarget::Tree;
}

ExitInfo toExitInfo(const keeper::Ending &ending)
{
    return ending.known ? exitInfoFromStatus(ending.status) : ExitInfo();
}

KeptTree toKeptTree(const keeper::KeptService &kept)
{
    KeptTree tree;
    tree.service = QString::fromStdString(kept.service);
    tree.pid = kept.pid;
    tree.startedAtMs = kept.startedAtMs;
    tree.leaderAlive = kept.leaderAlive;
    tree.treeEmpty = kept.treeEmpty;
    if (!kept.leaderAlive) {
        tree.exit = toExitInfo(kept.ending);
        tree.exitedAtMs = kept.endedAtMs;
    }
    return tree;
}

} // namespace

/// Connecting is a loop of trying, starting a keeper when nobody answers, and trying again; it begins again when the
/// connection is lost. Orders given meanwhile wait. A launch is remembered until it is answered, so that one that a
/// keeper took with it when it was killed is given again.
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

    void tryToConnect();
    void startOrRetry(int connectError);
    void retry();
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
    void resumeLaunches(const QList<KeptTree> &trees);

    KeeperClient *q;
    QString m_directory;
    QString m_program;
    std::unique_ptr<KeeperLink> m_link;
    OrphanReaper m_reaper;
    QTimer m_retry;
    int m_tries = 0;
    bool m_isOpen = false; ///< the list has come
    bool m_isWanted = false; ///< open() was called, and we have not given up since
    bool m_isEnding = false;
    qint64 m_keeperPid = 0;
    qint64 m_startedPid = 0; ///< keeper that we started and that has not ended yet
    QList<std::string> m_waiting; ///< orders for when the connection is there
    QHash<ServiceId, Launching> m_launching;
};

KeeperClient::Private::Private(KeeperClient *client, QString directory, QString keeperProgram)
    : q(client)
    , m_directory(std::move(directory))
    , m_program(std::move(keeperProgram))
{
    m_retry.setSingleShot(true);
    m_retry.setTimerType(Qt::PreciseTimer);
    QObject::connect(&m_retry, &QTimer::timeout, q, [this] { tryToConnect(); });
    QObject::connect(&m_reaper, &OrphanReaper::ended, q, [this](qint64 pid) {
        if (pid == m_startedPid)
            m_startedPid = 0;
    });
}

void KeeperClient::Private::tryToConnect()
{
    keeper::Descriptor socket = keeper::Door::connectIn(QFile::encodeName(m_directory).toStdString());
    if (!socket.isOpen()) {
        startOrRetry(errno);
        return;
    }
    m_keeperPid = keeper::Door::peerOf(socket.get());
    m_link = std::make_unique<KeeperLink>(std::move(socket));
    QObject::connect(
        m_link.get(), &KeeperLink::reported, q, [this](const keeper::Report &report) { onReport(report); });
    // Queued: the link is deleted in answer to it.
    QObject::connect(
        m_link.get(), &KeeperLink::closed, q, [this] { onClosed(); }, Qt::QueuedConnection);
}

void KeeperClient::Private::startOrRetry(int connectError)
{
    if (connectError != ENOENT && connectError != ECONNREFUSED && connectError != EAGAIN) {
        giveUp(QStringLiteral("cannot reach the keeper in %1: %2")
                   .arg(m_directory, QString::fromLocal8Bit(std::strerror(connectError))));
        return;
    }
    if (connectError != EAGAIN && m_startedPid == 0) {
        // The one before may be just ending and still hold the lock: then ours ends, and the next try starts another.
        const Result<qint64> started = startKeeper(m_program, m_directory);
        if (!started) {
            giveUp(started.error().text);
            return;
        }
        m_startedPid = started.value();
        m_reaper.watch(m_startedPid);
    }
    retry();
}

void KeeperClient::Private::retry()
{
    if (++m_tries > triesBeforeGivingUp) {
        giveUp(QStringLiteral("the keeper in %1 does not answer; see keeper.log there").arg(m_directory));
        return;
    }
    m_retry.start(std::min(firstRetryMs * m_tries, longestRetryMs));
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
        m_tries = 0;
        const QPointer<KeeperClient> self(q);
        Q_EMIT q->keeperLost();
        if (!self)
            return;
    }
    retry();
}

void KeeperClient::Private::take(const keeper::KeptReport &report)
{
    m_isOpen = true;
    m_tries = 0;
    QList<KeptTree> trees;
    trees.reserve(static_cast<qsizetype>(report.services.size()));
    for (const keeper::KeptService &kept : report.services) {
        trees.append(toKeptTree(kept));
        // A killed keeper's services are our children now: the next keeper learns their codes once we have reaped them.
        const auto process = kept.leaderAlive ? keeper::readProcess(static_cast<pid_t>(kept.pid)) : std::nullopt;
        if (process && process->parent == ::getpid())
            m_reaper.watch(kept.pid);
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

KeeperClient::KeeperClient(QString stateDirectory, QString keeperProgram, QObject *parent)
    : QObject(parent)
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
    d->m_tries = 0;
    // From the event loop, so that its answers come after open() has returned.
    d->m_retry.start(0);
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

} // namespace foghorn
