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
    connect(&m_alive, &QTimer::timeout, this, [this] { tellWhoWantsUpdates(R"({"type":"alive"})"); });
    connect(&m_uptimes, &QTimer::timeout, this, &EventStream::tellUptimes);
    connect(&m_log, &EventLog::appended, this, &EventStream::onEvent);
    connect(&m_registry, &ServiceRegistry::statusChanged, this,
        [this](const ServiceStatus &, const ServiceStatus &now) { onChanged(now.service); });
    connect(
        &m_registry, &ServiceRegistry::healthChanged, this, [this](const ServiceId &service) { onChanged(service); });
    connect(&m_registry, &ServiceRegistry::announced, this, &EventStream::onChanged);
    connect(&m_registry, &ServiceRegistry::externalChanged, this, &EventStream::onExternalChanged);
    connect(&m_registry, &ServiceRegistry::initializedChanged, this, &EventStream::onFleetChanged);
    connect(&m_registry, &ServiceRegistry::readyChanged, this, &EventStream::onFleetChanged);
    connect(&m_registry, &ServiceRegistry::checkRecorded, this, &EventStream::onChecked);
    m_outline.setSingleShot(true);
    m_outline.setInterval(limits.gather * 10);
    connect(&m_outline, &QTimer::timeout, this, [this] {
        m_outlineChanged = true;
        flush();
    });
    connect(&m_registry, &ServiceRegistry::outlineReplaced, this, [this] {
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
    if (wish.updates)
        beginUptimes();
    const bool resumes = wish.after && wish.audience == StreamAudience::Token && canResume(*wish.after);
    if (!resumes || wish.updates)
        socket.sendAsked(snapshot(placeOf(wish)));
    if (!resumes)
        return;
    listener->sent = *wish.after;
    listener->isCatchingUp = true;
    // queued: one page a turn, however fast the other end takes them
    connect(
        &socket, &WebSocket::drained, this, [this, listener] { catchUp(listener); }, Qt::QueuedConnection);
    catchUp(listener);
}

void EventStream::closeAll(const QByteArray &reason)
{
    const std::vector<ListenerPtr> all = m_listeners;
    for (const ListenerPtr &listener : all) {
        if (listener->socket)
            listener->socket->close(WebSocketClose::GoingAway, reason);
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
    m_changedNames.insert(service, false);
    m_changed.append(service);
    if (!m_gather.isActive())
        m_gather.start();
}

void EventStream::onExternalChanged(const ServiceId &service)
{
    onChanged(service);
    if (const auto noted = m_changedNames.find(service); noted != m_changedNames.end())
        *noted = true;
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
    std::array<QByteArray, circles> updates;
    for (std::size_t place = 0; place < circles; ++place)
        updates[place] = updatesFor(place);
    const QByteArray events = std::exchange(m_events, {});
    const QByteArray checks = std::exchange(m_checks, {});
    const QByteArray publicChecks = std::exchange(m_publicChecks, {});
    m_changed.clear();
    m_changedNames.clear();
    m_outlineChanged = false;
    m_fleetChanged = false;
    const std::vector<ListenerPtr> all = m_listeners; // a send may end one
    for (const ListenerPtr &listener : all) {
        const bool isToken = listener->wish.audience == StreamAudience::Token;
        if (isToken && !listener->isCatchingUp)
            sendTo(*listener, events);
        if (!listener->wish.updates)
            continue;
        sendTo(*listener, isToken ? checks : publicChecks);
        sendTo(*listener, updates[placeOf(listener->wish)]);
    }
    m_flushedId = m_log.lastId();
}

void EventStream::tellWhoWantsUpdates(const QByteArray &message)
{
    const QByteArray frame = textFrame(message);
    const std::vector<ListenerPtr> all = m_listeners; // a send may end one
    for (const ListenerPtr &listener : all) {
        if (listener->wish.updates)
            sendTo(*listener, frame);
    }
}

void EventStream::sendTo(const Listener &listener, const QByteArray &frames)
{
    if (listener.socket && !frames.isEmpty())
        listener.socket->send(frames);
}

bool EventStream::wantsUpdates(StreamAudience audience) const
{
    return std::any_of(m_listeners.begin(), m_listeners.end(), [audience](const ListenerPtr &listener) {
        return listener->wish.updates && listener->wish.audience == audience;
    });
}

void EventStream::remove(const ListenerPtr &listener)
{
    listener->socket = nullptr;
    m_listeners.erase(std::remove(m_listeners.begin(), m_listeners.end(), listener), m_listeners.end());
    if (!m_listeners.empty())
        return;
    m_sweep.stop();
    m_alive.stop();
    m_uptimes.stop();
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
