#include "core/client/remotecontrolroom.h"

#include "core/json/eventsanswer.h"

namespace foghorn {
namespace {

using namespace std::chrono_literals;

constexpr auto beat = 1'000ms;
constexpr auto useInterval = 10'000ms;
constexpr auto lagsAfter = 12s; ///< two questions whether it lives without an answer
constexpr int firstEvents = 1000;

QString placeOf(const QUrl &url)
{
    const QString host = url.host().contains(u':') ? u'[' + url.host() + u']' : url.host();
    return url.port() > 0 ? host + u':' + QString::number(url.port()) : host;
}

} // namespace

RemoteControlRoom::RemoteControlRoom(const ApiTarget &target, const QByteArray &program, QObject *parent)
    : QObject(parent)
    , m_client(target, program)
    , m_feed(target, program)
    , m_filler(m_registry)
    , m_fetch(m_client)
    , m_alertFollower(m_client, m_alerts)
    , m_commands(m_client, m_registry)
    , m_history(m_client)
    , m_logs(m_client)
{
    ConnectionState first;
    first.link = ConnectionState::Link::Connecting;
    first.place = placeOf(target.url);
    first.since = Now::read().wall;
    m_connection.put(first);
    m_beat.setInterval(beat);
    m_use.setInterval(useInterval);
    connect(&m_beat, &QTimer::timeout, this, &RemoteControlRoom::onBeat);
    connect(&m_use, &QTimer::timeout, this, &RemoteControlRoom::askForUse);
    connect(&m_feed, &EventFeed::told, this, &RemoteControlRoom::onTold);
    connect(&m_feed, &EventFeed::happened, this, &RemoteControlRoom::onHappened);
    connect(&m_feed, &EventFeed::retrying, this, &RemoteControlRoom::onRetrying);
    connect(&m_feed, &EventFeed::refused, this, &RemoteControlRoom::onFeedRefused);
    connect(&m_fetch, &FleetFetch::fetched, this, &RemoteControlRoom::onFetched);
    connect(&m_fetch, &FleetFetch::refused, this, &RemoteControlRoom::onRefused);
    // The stream tells when it is lost too; where only the questions fail, it is begun anew with them.
    connect(&m_fetch, &FleetFetch::failed, &m_feed, &EventFeed::tryAgain);
    connect(&m_connection, &ConnectionBoard::tryWanted, this, &RemoteControlRoom::tryNow);
}

RemoteControlRoom::~RemoteControlRoom() = default;

void RemoteControlRoom::open()
{
    m_beat.start();
    m_feed.followEverything();
}

void RemoteControlRoom::setName(const QString &name)
{
    ConnectionState next = m_connection.connection();
    next.called = name;
    m_connection.put(next);
}

void RemoteControlRoom::close()
{
    hangUp();
    m_beat.stop();
    show(ConnectionState::Link::Closed);
}

void RemoteControlRoom::tryNow()
{
    const ConnectionState::Link link = m_connection.connection().link;
    m_beat.start();
    if (link == ConnectionState::Link::Refused || link == ConnectionState::Link::Closed)
        show(ConnectionState::Link::Connecting);
    m_feed.tryNow();
}

void RemoteControlRoom::show(ConnectionState::Link link, const QString &reason, std::optional<WallTime> nextTryAt)
{
    ConnectionState next = m_connection.connection();
    next.link = link;
    next.reason = reason;
    next.nextTryAt = nextTryAt;
    next.refusal = ConnectionState::Refusal::Other;
    next.details = m_feed.tlsTrouble().details;
    next.hasEnded = link == ConnectionState::Link::Reconnecting && (next.hasEnded || m_feed.hasEnded());
    put(next);
}

void RemoteControlRoom::put(ConnectionState next)
{
    const ConnectionState &now = m_connection.connection();
    next.since = now.link == next.link ? now.since : Now::read().wall;
    m_connection.put(next);
}

void RemoteControlRoom::onTold(const QJsonObject &message)
{
    m_connection.setHeardAt(Now::read().wall);
    if (message.value(u"type") == QLatin1String("snapshot")) {
        m_isLive = false;
        m_fetch.begin();
    } else if (m_isLive) {
        take(message);
    } else {
        m_waiting.append(message);
    }
}

void RemoteControlRoom::onHappened(const QJsonObject &message)
{
    if (m_isLive)
        takeEvent(message);
    else
        m_waiting.append(message);
}

void RemoteControlRoom::take(const QJsonObject &message)
{
    const QJsonValue type = message.value(u"type");
    if (type == QLatin1String("event")) {
        takeEvent(message);
    } else if (type == QLatin1String("check")) {
        m_filler.applyCheck(message);
    } else if (type == QLatin1String("update")) {
        if (!m_filler.applyUpdate(message)) {
            m_isLive = false;
            m_fetch.begin();
        }
    } else if (type == QLatin1String("alive")) {
        m_alertFollower.askSoon(); // the end of a mute or of maintenance is no event
    }
}

void RemoteControlRoom::takeEvent(const QJsonObject &message)
{
    const std::optional<Event> event = eventFromJson(message);
    if (!event)
        return;
    m_events.keep(*event);
    if (event->kind == EventKind::Alert || event->kind == EventKind::Command || event->kind == EventKind::Reload)
        m_alertFollower.askSoon();
}

void RemoteControlRoom::onFetched(const FleetPage &whole)
{
    FleetPage named = whole;
    if (!m_connection.connection().called.isEmpty())
        named.fleet = m_connection.connection().called;
    if (const Result<void> filled = m_filler.fill(named); !filled)
        return onRefused(ConnectionState::Refusal::Version, filled.error().text);
    ConnectionState next = m_connection.connection();
    next.mayOperate = m_mayOperate = whole.mayOperate;
    put(next);
    m_alertFollower.forgetAnswer();
    m_alertFollower.askSoon();
    askForEvents(whole);
}

/// What came before this connection: the newest events at first, and where the stream could not give what was missed.
void RemoteControlRoom::askForEvents(const FleetPage &whole)
{
    const qint64 known = m_events.lastId();
    if (known > whole.lastEventId)
        m_events.beginAnew(); // its journal is another one
    m_events.setOldestKept(whole.firstEventId);
    if (m_events.lastId() > 0 && known >= whole.firstEventId - 1)
        return goLive();
    m_client.get(ApiClient::apiPath(QStringLiteral("events")),
        {{QStringLiteral("limit"), QString::number(firstEvents)}}, {}, this,
        [this, session = m_session](const Result<ApiAnswer> &answer) {
            if (session == m_session)
                takeEvents(answer);
        });
}

void RemoteControlRoom::takeEvents(const Result<ApiAnswer> &answer)
{
    if (!answer || !answer.value().isSuccess())
        return m_feed.tryAgain();
    const EventPage page = eventPageFromJson(answer.value().object());
    for (const Event &event : page.events)
        m_events.keep(event);
    goLive();
}

void RemoteControlRoom::goLive()
{
    if (m_fetch.isUnderWay() || !m_feed.isOpen()) // another snapshot came meanwhile, or it is gone again
        return;
    m_isLive = true;
    m_wasConnected = true;
    m_use.start();
    show(ConnectionState::Link::Connected);
    const QList<QJsonObject> waiting = std::exchange(m_waiting, {});
    for (qsizetype i = 0; i < waiting.size(); ++i) {
        if (!m_isLive) { // one of them asks for another picture: the rest waits for it
            m_waiting = waiting.mid(i) + m_waiting;
            return;
        }
        take(waiting.at(i));
    }
}

void RemoteControlRoom::onRetrying(std::chrono::milliseconds in, const QString &reason)
{
    ++m_session;
    m_isLive = false;
    m_fetch.cancel();
    m_use.stop();
    m_waiting.clear(); // the next connection tells all of it again
    const WallTime nextTry = Now::read().wall + in;
    show(m_wasConnected ? ConnectionState::Link::Reconnecting : ConnectionState::Link::Connecting, reason, nextTry);
}

void RemoteControlRoom::onFeedRefused(const QString &reason)
{
    if (!m_feed.tlsTrouble().sentence.isEmpty())
        return onRefused(ConnectionState::Refusal::Certificate, reason);
    // A WebSocket's refusal has a number only; the answer to a question says what to do.
    m_client.get(ApiClient::apiPath(QStringLiteral("fleet")), {{QStringLiteral("limit"), QStringLiteral("1")}}, {},
        this, [this, reason, session = m_session](const Result<ApiAnswer> &answer) {
            if (session != m_session)
                return;
            if (answer && !answer.value().isSuccess())
                onRefused(FleetFetch::refusalOf(answer.value()), FleetFetch::reasonOf(answer.value()));
            else
                onRefused(ConnectionState::Refusal::Other, reason);
        });
}

void RemoteControlRoom::onRefused(ConnectionState::Refusal refusal, const QString &reason)
{
    hangUp();
    if (refusal == ConnectionState::Refusal::Token && takeNewToken())
        return tryNow();
    ConnectionState next = m_connection.connection();
    next.link = ConnectionState::Link::Refused;
    next.reason = reason;
    next.nextTryAt = {};
    next.refusal = refusal;
    next.details = m_feed.tlsTrouble().details;
    next.hasEnded = false;
    put(next);
}

bool RemoteControlRoom::takeNewToken()
{
    const auto token = m_mayOperate ? renewedToken(m_client.target()) : std::nullopt;
    m_mayOperate = false; // not twice in a row
    if (!token)
        return false;
    ApiTarget target = m_client.target();
    target.token = *token;
    m_client.setTarget(target);
    m_feed.setToken(*token);
    return true;
}

void RemoteControlRoom::hangUp()
{
    ++m_session;
    m_isLive = false;
    m_fetch.cancel();
    m_use.stop();
    m_waiting.clear();
    m_feed.stop();
}

void RemoteControlRoom::onBeat()
{
    if (!m_isLive || !m_feed.isOpen())
        return;
    const auto silence = std::chrono::steady_clock::now() - m_feed.heardAt();
    m_connection.setHeardAt(Now::read().wall - std::chrono::duration_cast<std::chrono::milliseconds>(silence));
    show(silence > lagsAfter ? ConnectionState::Link::Lagging : ConnectionState::Link::Connected);
}

void RemoteControlRoom::askForUse()
{
    m_client.get(
        ApiClient::apiPath(QStringLiteral("metrics")), {}, m_useEtag, this, [this](const Result<ApiAnswer> &answer) {
            if (!answer || !answer.value().isSuccess())
                return;
            m_useEtag = answer.value().etag;
            m_filler.applyUse(answer.value().object());
        });
}

} // namespace foghorn
