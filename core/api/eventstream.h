#pragma once

#include "core/api/answercache.h"
#include "core/api/apisources.h"
#include "core/api/storedpages.h"
#include "core/api/websocket.h"
#include "core/json/streammessages.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace foghorn {

/// The live feed: tells every listener what happens, each message written once for all of them.
///
/// News are gathered for some milliseconds and then sent to each listener in one piece. A listener that resumes is
/// given from the journal what it missed, page by page as it takes them, and joins the others where they are; so there
/// is neither a gap nor a doubled event. Events have ids that rise; what else is sent (snapshot, update, check) has
/// none and is only for those who asked for updates.
class EventStream final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EventStream)
public:
    /// What a listener wants.
    struct Wish
    {
        std::optional<qint64> after; ///< the last event it knows
        bool updates = false; ///< changes of state, checks and uptime too
        StreamAudience audience = StreamAudience::Token; ///< Public: updates only, no events
        Language language = Language::English; ///< of what updates say
    };

    EventStream(const ApiSources &sources, AnswerCache &answers, const StreamLimits &limits);
    ~EventStream() override;

    /// Whether no more of that audience are let in. The public gets half, so that it cannot lock out who has a token.
    bool isFull(StreamAudience audience) const;
    /// The socket is open; it stays its own owner.
    void add(WebSocket &socket, const Wish &wish);
    /// Everybody is told to go (1001) and why: we end, or let others in from now on.
    void closeAll(const QByteArray &reason = "the orchestrator ends");
    qsizetype listeners() const { return qsizetype(m_listeners.size()); }

private:
    struct Listener
    {
        WebSocket *socket; ///< null once it is gone
        Wish wish;
        qint64 sent = 0; ///< id of the last event it was given; counts while it catches up
        bool isCatchingUp = false;
        bool awaitsStore = false;
    };
    using ListenerPtr = std::shared_ptr<Listener>;
    /// Those who are told the same updates in the same words.
    struct Circle
    {
        StreamAudience audience;
        Language language;
    };
    static constexpr std::size_t circles = 2 * allLanguages.size();
    static Circle circle(std::size_t place);
    static std::size_t placeOf(const Wish &wish);

    void onEvent(const Event &event);
    void onChanged(const ServiceId &service);
    /// It came, went, or says something else of itself.
    void onExternalChanged(const ServiceId &service);
    /// Something that is told with each update, and of no service.
    void onFleetChanged();
    void onChecked(const CheckResult &check);
    void beginUptimes();
    /// Those of the next slice of the fleet that moved: who looks at a service without checks must not be shown what
    /// was true long ago.
    void tellUptimes();
    /// At once and to everybody, whatever the audience.
    void tellWhoWantsUpdates(const QByteArray &message);
    void flush();
    /// Nothing when it is gone, which may be since the last time it was sent to.
    static void sendTo(const Listener &listener, const QByteArray &frames);
    /// What changed; empty when nothing did, or nobody of that circle wants to know.
    QByteArray updatesFor(std::size_t place);
    bool wantsUpdates(StreamAudience audience) const;
    QByteArray snapshot(std::size_t place);
    /// One member of `services` in a snapshot.
    QByteArray wholeMember(const RegistryEntry &entry, const Circle &of, WallTime now);
    /// Whether all that came after that event is still held, in memory or in the store.
    bool canResume(qint64 after) const;
    /// Sends the next page of missed events, or joins the listener to the others.
    void catchUp(const ListenerPtr &listener);
    /// The same from the store, which answers later.
    void catchUpFromStore(const ListenerPtr &listener);
    /// It is where the others are.
    void join(Listener &listener);
    /// A snapshot after all, in the place of what is no longer held.
    void beginAnew(const ListenerPtr &listener);
    void takeStored(const ListenerPtr &listener, const Result<EventPage> &page, qint64 before);
    void remove(const ListenerPtr &listener);
    void enforceLimits();

    ServiceRegistry &m_registry;
    EventLog &m_log;
    StoredPages m_stored;
    AnswerCache &m_answers;
    StreamLimits m_limits;
    std::vector<ListenerPtr> m_listeners;
    QTimer m_gather;
    QTimer m_sweep;
    QTimer m_alive;
    QTimer m_uptimes;
    int m_uptimesSlice = 0; ///< the next one
    QHash<ServiceId, QByteArray> m_uptimesSeen; ///< at the last look
    QTimer m_outline; ///< several reloads in a row cost one snapshot
    QByteArray m_events; ///< frames not yet sent
    QByteArray m_checks; ///< the same, for those who want updates
    QByteArray m_publicChecks;
    QList<ServiceId> m_changed;
    QHash<ServiceId, bool> m_changedNames; ///< whether it is told wholly, as in a snapshot
    bool m_outlineChanged = false;
    bool m_fleetChanged = false;
    qint64 m_flushedId; ///< events up to here were sent to all who listen
    struct Snapshot
    {
        quint64 revision = 0;
        qint64 second = 0;
        qint64 lastEventId = 0;
        QByteArray frame;
    };
    std::array<Snapshot, circles> m_snapshots; ///< by the place of the circle
};

} // namespace foghorn
