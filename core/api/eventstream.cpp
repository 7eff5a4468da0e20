#include "core/api/eventstream.h"

#include "core/registry/eventlog.h"

#include <algorithm>

namespace foghorn {
namespace {

QByteArray textFrame(QByteArrayView text) { return webSocketFrame(WebSocketOpcode::Text, text); }

} // namespace

EventStream::EventStream(const ApiSources &sources, AnswerCache &answers, const StreamLimits &limits)
    : m_registry(sources.registry)
    , m_log(sources.events)
    , m_stored(sources.history)
    , m_answers(answers)
    , m_limits(limits)
    , m_flushedId(m_log.lastId())
{
    m_gather.setSingleShot(true);
    m_gather.setInterval(limits.gather);
    m_gather.setTimerType(Qt::PreciseTimer);
    connect(&m_gather, &QTimer::timeout, this, &EventStream::flush);
    const auto shortest = std::min({limits.stall, limits.ping, limits.silence, limits.linger});
    m_sweep.setInterval(std::clamp(shortest / 4, std::chrono::milliseconds(20), std::chrono::milliseconds(500)));
    connect(&m_sweep, &QTimer::timeout, this, &EventStream::enforceLimits);
    m_alive.setInterval(limits.alive);
    connect(&m_alive, &QTimer::timeout, this, [this] {
        const QByteArray alive = textFrame(R"({"type":"alive"})");
        const std::vector<ListenerPtr> all = m_listeners;
        for (const ListenerPtr &listener : all) {
            if (listener->wish.updates)
                sendTo(*listener, alive);
        }
    });
    connect(&m_log, &EventLog::appended, this, &EventStream::onEvent);
    connect(&m_registry, &ServiceRegistry::statusChanged, this,
        [this](const ServiceStatus &, const ServiceStatus &now) { onChanged(now.service); });
    connect(
        &m_registry, &ServiceRegistry::healthChanged, this, [this](const ServiceId &service) { onChanged(service); });
    connect(&m_registry, &ServiceRegistry::announced, this, &EventStream::onChanged);
    connect(&m_registry, &ServiceRegistry::initializedChanged, this, &EventStream::onFleetChanged);
    connect(&m_registry, &ServiceRegistry::readyChanged, this, &EventStream::onFleetChanged);
    connect(&m_registry, &ServiceRegistry::checkRecorded, this, &EventStream::onChecked);
    m_outline.setSingleShot(true);
    m_outline.setInterval(limits.gather * 10);
    connect(&m_outline, &QTimer::timeout, this, [this] {
        m_outlineChanged = true;
        flush();
    });
    connect(&m_registry, &ServiceRegistry::outlineChanged, this, [this] {
        if (!m_listeners.empty() && !m_outline.isActive())
            m_outline.start();
    });
}

EventStream::~EventStream() = default;

bool EventStream::isFull(StreamAudience audience) const
{
    if (audience == StreamAudience::Token)
        return listeners() >= m_limits.maxClients;
    const auto ofPublic = std::count_if(m_listeners.begin(), m_listeners.end(),
        [](const ListenerPtr &listener) { return listener->wish.audience == StreamAudience::Public; });
    return ofPublic >= m_limits.maxClients / 2 || listeners() >= m_limits.maxClients;
}

void EventStream::add(WebSocket &socket, const Wish &wish)
{
    if (!socket.isOpen()) // it hung up while it was answered
        return;
    flush(); // so that what the snapshot holds is not told again
    auto listener = std::make_shared<Listener>(Listener{&socket, wish, m_flushedId, false});
    m_listeners.push_back(listener);
    connect(&socket, &WebSocket::gone, this, [this, listener] { remove(listener); });
    if (!m_sweep.isActive())
        m_sweep.start();
    if (!m_alive.isActive())
        m_alive.start();
    const bool resumes = wish.after && wish.audience == StreamAudience::Token && canResume(*wish.after);
    if (!resumes || wish.updates)
        socket.sendAsked(snapshot(wish.audience));
    if (!resumes)
        return;
    listener->sent = *wish.after;
    listener->isCatchingUp = true;
    // queued: one page a turn, however fast the other end takes them
    connect(
        &socket, &WebSocket::drained, this, [this, listener] { catchUp(listener); }, Qt::QueuedConnection);
    catchUp(listener);
}

void EventStream::closeAll()
{
    const std::vector<ListenerPtr> all = m_listeners;
    for (const ListenerPtr &listener : all) {
        if (listener->socket)
            listener->socket->close(WebSocketClose::GoingAway, "the orchestrator ends");
    }
}

void EventStream::onEvent(const Event &event)
{
    if (m_listeners.empty()) {
        m_flushedId = event.id;
        return;
    }
    m_events += textFrame(eventMessage(event));
    if (!m_gather.isActive())
        m_gather.start();
}

void EventStream::onChanged(const ServiceId &service)
{
    if (m_listeners.empty() || m_changedNames.contains(service))
        return;
    m_changedNames.insert(service);
    m_changed.append(service);
    if (!m_gather.isActive())
        m_gather.start();
}

void EventStream::onFleetChanged()
{
    if (m_listeners.empty())
        return;
    m_fleetChanged = true;
    if (!m_gather.isActive())
        m_gather.start();
}

void EventStream::onChecked(const CheckResult &check)
{
    const bool isForToken = wantsUpdates(StreamAudience::Token);
    const bool isForPublic = wantsUpdates(StreamAudience::Public);
    const RegistryEntry *entry = isForToken || isForPublic ? m_registry.find(check.service) : nullptr;
    if (!entry)
        return;
    const WallTime now = Now::read().wall;
    if (isForToken)
        m_checks += textFrame(checkMessage(*entry, check, StreamAudience::Token, now));
    if (isForPublic)
        m_publicChecks += textFrame(checkMessage(*entry, check, StreamAudience::Public, now));
    if (!m_gather.isActive())
        m_gather.start();
}

void EventStream::flush()
{
    m_gather.stop();
    const Batch token = takeBatch(StreamAudience::Token);
    const Batch open = takeBatch(StreamAudience::Public);
    const QByteArray events = std::exchange(m_events, {});
    m_changed.clear();
    m_changedNames.clear();
    m_outlineChanged = false;
    m_fleetChanged = false;
    const std::vector<ListenerPtr> all = m_listeners; // a send may end one
    for (const ListenerPtr &listener : all) {
        const bool isToken = listener->wish.audience == StreamAudience::Token;
        const Batch &batch = isToken ? token : open;
        if (isToken && !listener->isCatchingUp)
            sendTo(*listener, events);
        if (!listener->wish.updates)
            continue;
        sendTo(*listener, batch.checks);
        sendTo(*listener, batch.updates);
    }
    m_flushedId = m_log.lastId();
}

void EventStream::sendTo(const Listener &listener, const QByteArray &frames)
{
    if (listener.socket && !frames.isEmpty())
        listener.socket->send(frames);
}

EventStream::Batch EventStream::takeBatch(StreamAudience audience)
{
    const bool isToken = audience == StreamAudience::Token;
    Batch batch{std::exchange(isToken ? m_checks : m_publicChecks, {}), {}};
    if ((m_changed.isEmpty() && !m_outlineChanged && !m_fleetChanged) || !wantsUpdates(audience))
        return batch;
    if (m_outlineChanged) { // services came or went: everything anew
        batch.updates = snapshot(audience);
        return batch;
    }
    QList<QByteArray> members;
    for (const ServiceId &service : std::as_const(m_changed)) {
        if (const RegistryEntry *entry = m_registry.find(service))
            members << (isToken ? updateMember(*entry, m_answers.serviceMember(*entry)) : publicUpdateMember(*entry));
    }
    batch.updates = textFrame(updateMessage(m_registry, members));
    return batch;
}

bool EventStream::wantsUpdates(StreamAudience audience) const
{
    return std::any_of(m_listeners.begin(), m_listeners.end(), [audience](const ListenerPtr &listener) {
        return listener->wish.updates && listener->wish.audience == audience;
    });
}

QByteArray EventStream::snapshot(StreamAudience audience)
{
    const bool isToken = audience == StreamAudience::Token;
    Snapshot &kept = m_snapshots[isToken ? 0 : 1];
    const WallTime now = Now::read().wall;
    const qint64 second = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
    if (!kept.frame.isEmpty() && kept.revision == m_registry.revision() && kept.second == second
        && kept.lastEventId == m_log.lastId())
        return kept.frame;
    QList<QByteArray> members;
    for (const ServiceId &service : m_registry.order()) {
        if (const RegistryEntry *entry = m_registry.find(service))
            members << (isToken ? snapshotMember(*entry, m_answers.serviceMember(*entry), now)
                                : publicSnapshotMember(*entry, now));
    }
    kept = {m_registry.revision(), second, m_log.lastId(),
        textFrame(snapshotMessage(m_registry, members, m_log.lastId(), now))};
    return kept.frame;
}

void EventStream::remove(const ListenerPtr &listener)
{
    listener->socket = nullptr;
    m_listeners.erase(std::remove(m_listeners.begin(), m_listeners.end(), listener), m_listeners.end());
    if (!m_listeners.empty())
        return;
    m_sweep.stop();
    m_alive.stop();
}

void EventStream::enforceLimits()
{
    const MonoTime now = std::chrono::steady_clock::now();
    const std::vector<ListenerPtr> all = m_listeners; // one that is cut off leaves the list
    for (const ListenerPtr &listener : all) {
        if (listener->socket)
            listener->socket->enforceLimits(now);
    }
}

} // namespace foghorn
