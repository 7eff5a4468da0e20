#pragma once

#include "core/api/answercache.h"
#include "core/api/httpreply.h"
#include "core/api/apirequest.h"
#include "core/api/apisources.h"
#include "core/commands/commands.h"
#include "core/model/fleetspec.h"
#include "core/registry/alertboard.h"
#include "core/registry/eventlog.h"
#include "core/registry/serviceregistry.h"

#include <QObject>

#include <functional>

namespace foghorn {

class EventStream;
class TicketBook;

/// What the routes work with. Lives as long as the server; `lifetime` is the context of everything that comes later.
struct ApiContext : ApiSources
{
    AnswerCache &answers;
    QObject *lifetime;
    QString version;
    std::function<qsizetype()> connectionCount;
    EventStream &stream;
    TicketBook &tickets;
    StatusPageAccess statusPage;
    std::function<Result<void>(Role)> renewToken{}; ///< a new one; the old one opens nothing any more

    /// The entry of the request's service, or null; then noSuchService() is the answer.
    const RegistryEntry *entryOf(const ApiRequest &request) const { return registry.find(request.service); }
    /// 404 with the nearest name.
    HttpReply noSuchService(const ServiceId &service) const;
};

} // namespace foghorn
