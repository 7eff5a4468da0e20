// The part of EventStream that puts into words what is true now and what changed.
#include "core/api/eventstream.h"
#include "core/registry/eventlog.h"

namespace foghorn {
namespace {

QByteArray textFrame(QByteArrayView text) { return webSocketFrame(WebSocketOpcode::Text, text); }

} // namespace

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
    QList<ServiceId> removed;
    const WallTime now = Now::read().wall;
    for (const ServiceId &service : std::as_const(m_changed)) {
        const RegistryEntry *entry = m_registry.find(service);
        if (!entry)
            removed << service;
        else if (m_changedNames.value(service))
            members << wholeMember(*entry, audience, now);
        else
            members << (isToken ? updateMember(*entry, m_answers.serviceMember(*entry)) : publicUpdateMember(*entry));
    }
    batch.updates = textFrame(updateMessage(m_registry, members, removed));
    return batch;
}

QByteArray EventStream::wholeMember(const RegistryEntry &entry, StreamAudience audience, WallTime now)
{
    return audience == StreamAudience::Token ? snapshotMember(entry, m_answers.serviceMember(entry), now)
                                             : publicSnapshotMember(entry, now);
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
            members << wholeMember(*entry, audience, now);
    }
    kept = {m_registry.revision(), second, m_log.lastId(),
        textFrame(snapshotMessage(m_registry, members, m_log.lastId(), now))};
    return kept.frame;
}

} // namespace foghorn
