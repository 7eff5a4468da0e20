#include "core/process/keeperclient.h"

#include "core/keeper/door.h"
#include "core/process/keeperclientprivate.h"
#include "core/process/keepertranslation.h"

#include <QDateTime>
#include <QFile>
#include <QPointer>

#include <utility>

namespace foghorn {

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
    QObject::connect(
        m_link.get(), &KeeperLink::foreign, q, [this](const keeper::FrameHead &head) { onForeign(head); },
        Qt::QueuedConnection);
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

void KeeperClient::Private::onForeign(const keeper::FrameHead &head)
{
    if (!m_link || !m_isWanted)
        return;
    if (m_isOpen)
        return onClosed(); // after frames of ours: it talks nonsense
    if (keeper::isRefusal(head))
        return giveUp(QStringLiteral("another orchestrator already uses %1").arg(m_directory));
    const QString why = m_connector.replace(m_link->descriptor(), head.version);
    if (!why.isEmpty())
        return giveUp(why);
    m_replaced =
        QStringLiteral("the keeper (pid %1) of another release was replaced: it speaks version %2 of the protocol "
                       "and not %3. The services go on")
            .arg(m_keeperPid)
            .arg(head.version)
            .arg(keeper::protocolVersion);
    m_link.reset();
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

void KeeperClient::note(const ServiceId &service, const QByteArray &note)
{
    d->order(keeper::NoteOrder{service.toStdString(), note.toStdString()});
}

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
