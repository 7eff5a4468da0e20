#pragma once

#include "core/json/phrasebook.h"
#include "core/model/event.h"
#include "core/registry/serviceregistry.h"

#include <QByteArray>
#include <QList>

namespace foghorn {

/// Who reads the stream: somebody with a token, or anybody (the public status page: names, states and uptime only).
enum class StreamAudience { Token, Public };

// The messages of the event stream, one JSON object each; `type` says which. `say`: the language of `look` and
// `headline`; all else is English, and `look` has a `why` of its own where that is not the language.

/// type event: the members of GET /events.
QByteArray eventMessage(const Event &event);

/// One member of `services` in a snapshot. `member`: what GET /services says of it (serviceMember()), with, beside it,
/// uptimes, response time, the look of the state, the health after each of the last checks ("hhdu", oldest first) and
/// what writeFacts() says.
QByteArray snapshotMember(const RegistryEntry &entry, const QByteArray &member, WallTime now, const Phrasebook &say);
QByteArray publicSnapshotMember(const RegistryEntry &entry, WallTime now, const Phrasebook &say);
/// type snapshot: all that is true now. `lastEventId`: events with higher ids follow.
QByteArray snapshotMessage(const ServiceRegistry &registry, const QList<QByteArray> &members, qint64 lastEventId,
    WallTime now, const Phrasebook &say);

/// One member of `services` in an update: as in the snapshot, without what only checks change.
QByteArray updateMember(const RegistryEntry &entry, const QByteArray &member, const Phrasebook &say);
QByteArray publicUpdateMember(const RegistryEntry &entry, const Phrasebook &say);
/// type update: services that changed; one that is new is told wholly, as in a snapshot. `removed`: those that went.
QByteArray updateMessage(const ServiceRegistry &registry, const QList<QByteArray> &members,
    const QList<ServiceId> &removed, const Phrasebook &say);

/// type check: one more check of one service (`check`: as GET /health says it), what the checks add up to, and its
/// uptime with it.
QByteArray checkMessage(const RegistryEntry &entry, const CheckResult &check, StreamAudience audience, WallTime now);

/// One member of `services` in an uptime message; the same for everybody.
QByteArray uptimeMember(const RegistryEntry &entry, WallTime now);
/// type uptime: uptimes that moved by themselves since they were told last.
QByteArray uptimeMessage(const QList<QByteArray> &members, WallTime now);

/// The health after each remembered check, oldest first: h(ealthy), d(egraded), u(nhealthy), ? (unknown).
QByteArray checkLetters(const RegistryEntry &entry);

} // namespace foghorn
