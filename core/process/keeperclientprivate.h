#pragma once

#include "core/keeper/protocol.h"
#include "core/process/keeperclient.h"
#include "core/process/keeperconnector.h"
#include "core/process/keeperlink.h"
#include "core/process/memorykills.h"

#include <QHash>

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
    void onForeign(const keeper::FrameHead &head);

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
    void take(const keeper::NotUnderstoodReport &report);
    void resumeLaunches(const QList<KeptTree> &trees);

    KeeperClient *q;
    QString m_directory;
    KeeperConnector m_connector;
    std::unique_ptr<KeeperLink> m_link;
    bool m_isOpen = false; ///< the list has come
    bool m_isWanted = false; ///< open() was called, and we have not given up since
    bool m_isEnding = false;
    qint64 m_keeperPid = 0;
    QString m_replaced; ///< what to say of a keeper that is being replaced
    QString m_notifyAddress;
    QString m_notifyAddressOfOthers;
    QList<std::string> m_waiting; ///< orders for when the connection is there
    QHash<ServiceId, Launching> m_launching;
    MemoryKills m_memoryKills;
};

} // namespace foghorn
