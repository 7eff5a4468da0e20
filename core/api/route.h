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

    QByteArray method; ///< "GET", "POST", "PUT", "DELETE"
    QByteArray pattern; ///< "/api/orchestration/service/{name}/logs"; the only placeholder is {name}
    Access access = Access::View;
    QList<QByteArray> parameters; ///< of the query
    QList<BodyMember> members; ///< of the body; a GET takes none
    Handler handler;
    Precheck precheck; ///< with slowHandler only
    SlowHandler slowHandler; ///< instead of handler
};

} // namespace foghorn
