#pragma once

#include "core/api/access.h"
#include "core/api/apirequest.h"
#include "core/api/httpreply.h"
#include "core/api/pendingreply.h"

#include <QByteArray>
#include <QJsonValue>
#include <QList>

#include <functional>

namespace foghorn {

class WebSocket;

/// A member that a route's body may have.
struct BodyMember
{
    QLatin1String name;
    QJsonValue::Type type = QJsonValue::Bool;
    bool isRequired = false;
};

/// One call of the API: what it is, who may make it, what it takes, and who answers it.
struct Route
{
    using Handler = std::function<HttpReply(const ApiRequest &)>;
    /// For slow work: keeps the reply and sends it when it is done. What it throws away answers 503.
    using SlowHandler = std::function<void(const ApiRequest &, const PendingReplyPtr &)>;
    /// Looked at before a slow answer is begun: a reply here is the answer (no such service, and the like).
    using Precheck = std::function<std::optional<HttpReply>(const ApiRequest &)>;

    /// Takes a WebSocket over once the handshake is done; the caller's rights have been looked at.
    using StreamHandler = std::function<void(const ApiRequest &, WebSocket &)>;

    QByteArray method; ///< "GET", "POST", "PUT", "DELETE"
    QByteArray pattern; ///< "/api/orchestration/service/{name}/logs"; placeholders: {name} or {id}
    Access access = Access::View;
    QList<QByteArray> parameters; ///< of the query
    QList<BodyMember> members; ///< of the body; a GET takes none
    Handler handler;
    Precheck precheck; ///< with slowHandler only
    SlowHandler slowHandler; ///< instead of handler
    Precheck streamPrecheck; ///< with streamHandler only: before the upgrade
    StreamHandler streamHandler; ///< for requests that ask for a WebSocket; handler answers the others
};

} // namespace foghorn
