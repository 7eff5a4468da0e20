// The part of EventStream that puts into words what is true now and what changed.
#include "core/api/eventstream.h"
#include "core/registry/eventlog.h"

#include <algorithm>

namespace foghorn {
namespace {

QByteArray textFrame(QByteArrayView text) { return webSocketFrame(WebSocketOpcode::Text, text); }

} // namespace

EventStream::Circle EventStream::circle(std::size_t place)
{
    return {place < allLanguages.size() ? StreamAudience::Token : StreamAudience::Public,
        allLanguages[place % allLanguages.size()]};
}

std::size_t EventStream::placeOf(const Wish &wish)
{
    return static_cast<std::size_t>(wish.language) + (wish.audience == StreamAudience::Token ? 0 : allLanguages.size());
}

QByteArray EventStream::updatesFor(std::size_t place)
{
    const bool isWanted = std::any_of(m_listeners.begin(), m_listeners.end(),
        [place](const ListenerPtr &listener) { return listener->wish.updates && placeOf(listener->wish) == place; });
    if (!isWanted || (m_changed.isEmpty() && !m_outlineChanged && !m_fleetChanged))
        return {};
    if (m_outlineChanged) // services came or went: everything anew
        return snapshot(place);
    const Circle of = circle(place);
    const Phrasebook &say = Phrasebook::of(of.language);
    QList<QByteArray> members;
    QList<ServiceId> removed;
    const WallTime now = Now::read().wall;
    for (const ServiceId &service : std::as_const(m_changed)) {
        const RegistryEntry *entry = m_registry.find(service);
        if (!entry)
            removed << service;
        else if (m_changedNames.value(service))
            members << wholeMember(*entry, of, now);
        else
            members << (of.audience == StreamAudience::Token
                    ? updateMember(*entry, m_answers.serviceMember(*entry), say)
                    : publicUpdateMember(*entry, say));
    }
    return textFrame(updateMessage(m_registry, members, removed, say));
}

QByteArray EventStream::wholeMember(const RegistryEntry &entry, const Circle &of, WallTime now)
{
    const Phrasebook &say = Phrasebook::of(of.language);
    return of.audience == StreamAudience::Token ? snapshotMember(entry, m_answers.serviceMember(entry), now, say)
                                                : publicSnapshotMember(entry, now, say);
}

QByteArray EventStream::snapshot(std::size_t place)
{
    Snapshot &kept = m_snapshots[place];
    const WallTime now = Now::read().wall;
    const qint64 second = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
    if (!kept.frame.isEmpty() && kept.revision == m_registry.revision() && kept.second == second
        && kept.lastEventId == m_log.lastId())
        return kept.frame;
    const Circle of = circle(place);
    QList<QByteArray> members;
    for (const ServiceId &service : m_registry.order()) {
        if (const RegistryEntry *entry = m_registry.find(service))
            members << wholeMember(*entry, of, now);
    }
    kept = {m_registry.revision(), second, m_log.lastId(),
        textFrame(snapshotMessage(m_registry, members, m_log.lastId(), now, Phrasebook::of(of.language)))};
    return kept.frame;
}

} // namespace foghorn
