#pragma once

#include "core/client/alertfollower.h"
#include "core/client/eventfeed.h"
#include "core/client/fleetfetch.h"
#include "core/client/registryfiller.h"
#include "core/client/remotecommands.h"
#include "core/client/remotehistory.h"
#include "core/client/remotelogs.h"
#include "core/registry/alertboard.h"
#include "core/registry/connectionboard.h"
#include "core/registry/eventlog.h"

#include <QList>

namespace foghorn {

/// A fleet that an orchestrator elsewhere runs, kept here as if it ran here: the same registry, journal, alerts,
/// history and commands, filled over REST and the event stream.
///
/// Each connection begins with a snapshot on the stream. Then the whole picture is asked for, page by page, while what
/// the stream goes on telling waits in a queue; once the picture is in the registry the queue is worked off, and from
/// there on every message as it comes. What the queue tells twice does no harm: states are absolute, checks have times
/// and events have ids. A reload of the fleet file comes as another snapshot and takes the same way.
class RemoteControlRoom final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RemoteControlRoom)
public:
    /// `program`: who asks, for the journal there ("foghorn/0.1.0").
    RemoteControlRoom(const ApiTarget &target, const QByteArray &program, QObject *parent = nullptr);
    ~RemoteControlRoom() override;

    /// Begins to connect, and goes on until it is let in or refused.
    void open();
    /// Hangs up; what was last known stays to be seen. open() or ConnectionBoard::tryNow() begins again.
    void close();

    ServiceRegistry &registry() { return m_registry; }
    EventLog &events() { return m_events; }
    AlertBoard &alerts() { return m_alerts; }
    Commands &commands() { return m_commands; }
    AlertCommands &alertCommands() { return m_commands; }
    History &history() { return m_history; }
    ServiceLogs &logs() { return m_logs; }
    ConnectionBoard &connection() { return m_connection; }
    /// What people call it: the fleet goes by that name then, so that every question and title says which one is meant.
    void setName(const QString &name);

private:
    void onTold(const QJsonObject &message);
    void onHappened(const QJsonObject &message);
    void onFetched(const FleetPage &whole);
    void onRetrying(std::chrono::milliseconds in, const QString &reason);
    void onFeedRefused(const QString &reason);
    void onRefused(ConnectionState::Refusal refusal, const QString &reason);
    void hangUp();
    void onBeat();
    void askForEvents(const FleetPage &whole);
    void takeEvents(const Result<ApiAnswer> &answer);
    void goLive();
    void take(const QJsonObject &message);
    void takeEvent(const QJsonObject &message);
    void askForUse();
    void tryNow();
    /// Whoever was let in as operator by the file beside the orchestrator reads it again when a new one was made.
    bool takeNewToken();
    void show(ConnectionState::Link link, const QString &reason = {}, std::optional<WallTime> nextTryAt = {});
    void put(ConnectionState next);

    ApiClient m_client;
    EventFeed m_feed;
    ServiceRegistry m_registry;
    EventLog m_events;
    AlertBoard m_alerts;
    ConnectionBoard m_connection;
    RegistryFiller m_filler;
    FleetFetch m_fetch;
    AlertFollower m_alertFollower;
    RemoteCommands m_commands;
    RemoteHistory m_history;
    RemoteLogs m_logs;
    QTimer m_beat; ///< how old what we show is
    QTimer m_use;
    QByteArray m_useEtag;
    QList<QJsonObject> m_waiting; ///< what the stream told while the picture was under way
    quint64 m_session = 0; ///< rises with each connection
    bool m_isLive = false; ///< the picture is whole, messages go straight in
    bool m_wasConnected = false; ///< ever
    bool m_mayOperate = false; ///< by this token
};

} // namespace foghorn
