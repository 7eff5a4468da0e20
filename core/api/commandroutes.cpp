#include "core/api/commandanswer.h"
#include "core/api/futureanswer.h"
#include "core/api/routes.h"

namespace foghorn {
namespace {

using OneCommand = QFuture<CommandOutcome> (Commands::*)(const ServiceId &, const CommandOptions &, const Actor &);
using FleetCommand = QFuture<CommandOutcome> (Commands::*)(const CommandOptions &, const Actor &);

const BodyMember force{QLatin1String("force"), QJsonValue::Bool};
const BodyMember cascade{QLatin1String("cascade"), QJsonValue::Bool};
const BodyMember wait{QLatin1String("wait"), QJsonValue::Bool};

CommandOptions optionsOf(const QJsonObject &body)
{
    CommandOptions options;
    options.force = body.value(force.name).toBool(options.force);
    options.cascade = body.value(cascade.name).toBool(options.cascade);
    options.wait = body.value(wait.name).toBool(options.wait);
    return options;
}

std::optional<HttpReply> whyNotOurs(const ApiRequest &request, const ApiContext &context)
{
    const RegistryEntry *entry = context.entryOf(request);
    if (!entry)
        return context.noSuchService(request.service);
    if (entry->info.external)
        return HttpReply::problem(409,
            QStringLiteral("'%1' registered itself and was not started by Foghorn; start and stop "
                           "it where it comes from.")
                .arg(request.service));
    return std::nullopt;
}

void addOne(Router &router, ApiContext &context, CommandWords words, QList<BodyMember> members, OneCommand command)
{
    Route route;
    route.method = "POST";
    route.pattern = QByteArray(apiBase) + '/' + words.verb + "/{name}";
    route.access = Access::Operate;
    route.members = std::move(members);
    route.precheck = [&context](const ApiRequest &request) { return whyNotOurs(request, context); };
    route.slowHandler = [&context, words, command](const ApiRequest &request, const PendingReplyPtr &reply) {
        answerWhenDone<CommandOutcome>(context.lifetime,
            (context.commands.*command)(request.service, optionsOf(request.body), request.actor()), reply,
            [&context, words, service = request.service](
                const CommandOutcome &outcome) { return serviceCommandReply(context, service, words, outcome); });
    };
    router.add(route);
}

void addAll(Router &router, ApiContext &context, CommandWords words, FleetCommand command)
{
    Route route;
    route.method = "POST";
    route.pattern = QByteArray(apiBase) + '/' + words.verb;
    route.access = Access::Operate;
    route.members = {wait};
    route.slowHandler = [&context, words, command](const ApiRequest &request, const PendingReplyPtr &reply) {
        answerWhenDone<CommandOutcome>(context.lifetime,
            (context.commands.*command)(optionsOf(request.body), request.actor()), reply,
            [&context, words](const CommandOutcome &outcome) { return fleetCommandReply(context, words, outcome); });
    };
    router.add(route);
}

} // namespace

void addCommandRoutes(Router &router, ApiContext &context)
{
    const CommandWords start{"start", "started"};
    const CommandWords stop{"stop", "stopped"};
    const CommandWords restart{"restart", "restarted"};
    addOne(router, context, restart, {force, cascade, wait}, &Commands::restart);
    addOne(router, context, start, {cascade, wait}, &Commands::start);
    addOne(router, context, stop, {cascade, wait}, &Commands::stop);
    addAll(router, context, start, &Commands::startAll);
    addAll(router, context, stop, &Commands::stopAll);
}

} // namespace foghorn
