#pragma once

#include "core/api/access.h"
#include "core/api/httphead.h"
#include "core/api/peer.h"
#include "core/commands/commands.h"

#include <QHash>
#include <QJsonObject>
#include <QList>

namespace foghorn {

/// One request after the gate, the router and the checks of its query and body: what a handler may rely on.
struct ApiRequest
{
    const HttpHead &head;
    Peer peer;
    Role role = Role::Nobody;
    bool isPublic = false; ///< came with a ticket of the public status page: names, states and uptime only
    ServiceId service; ///< the {name} of the path, a valid service name; empty when the route has none
    QHash<QByteArray, QString> query; ///< only parameters that the route knows
    QJsonObject body; ///< only members that the route knows, of the right types
    qint64 id = 0; ///< the {id} of the path; 0 when the route has none

    /// Who asks, for the journal.
    Actor actor() const;
};

} // namespace foghorn
