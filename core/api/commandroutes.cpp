#include "core/api/commandanswer.h"
#include "core/api/futureanswer.h"
#include "core/api/routes.h"
#include "core/base/names.h"

namespace foghorn {
namespace {

using OneCommand = QFuture<CommandOutcome> (Commands::*)(const ServiceId &, const CommandOptions &, const Actor &);
using FleetCommand = QFuture<CommandOutcome> (Commands::*)(const CommandOptions &, const Actor &);

const BodyMember force{QLatin1String("force"), QJsonValue::Bool};
const BodyMember cascade{QLatin1String("cascade"), QJsonValue::Bool};
const BodyMember wait{QLatin1String("wait"), QJsonValue::Bool};

/// The same as the body's member, for whoever sends none.
constexpr char forceParameter[] = "force";

CommandOptions optionsOf(const ApiRequest &request)
{
    const QJsonObject &body = request.body;
    CommandOptions options;
    options.force = body.value(force.name).toBool(request.query.value(forceParameter) == u"true");
    options.cascade = body.value(cascade.name).toBool(options.cascade);
    options.wait = body.value(wait.name).toBool(options.wait);
    return options;
}

std::optional<HttpReply> badForce(const ApiRequest &request)
{
    const QString value = request.query.value(forceParameter, QStringLiteral("false"));
    if (value == u"true" || value == u"false")
        return std::nullopt;
    return HttpReply::problem(
        400, QStringLiteral("`force` must be true or false, not `%1`.").arg(printable(QStringView(value).left(64))));
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

void addOne(Router &router, ApiContext &context, CommandWords words, QList<BodyMember> members, OneCommand command,
    QList<QByteArray> parameters = {})
{
    Route route;
    route.method = "POST";
    route.pattern = QByteArray(apiBase) + '/' + words.verb + "/{name}";
    route.access = Access::Operate;
    route.members = std::move(members);
    route.parameters = std::move(parameters);
    route.precheck = [&context](const ApiRequest &request) {
        std::optional<HttpReply> refusal = badForce(request);
        return refusal ? refusal : whyNotOurs(request, context);
    };
    route.slowHandler = [&context, words, command](const ApiRequest &request, const PendingReplyPtr &reply) {
        answerWhenDone<CommandOutcome>(context.lifetime,
            (context.commands.*command)(request.service, optionsOf(request), request.actor()), reply,
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
            (context.commands.*command)(optionsOf(request), request.actor()), reply,
            [&context, words](const CommandOutcome &outcome) { return fleetCommandReply(context, words, outcome); });
    };
    router.add(route);
}

void addResetFailed(Router &router, ApiContext &context)
{
    Route route;
    route.method = "POST";
    route.pattern = QByteArray(apiBase) + "/service/{name}/reset-failed";
    route.access = Access::Operate;
    route.precheck = [&context](const ApiRequest &request) { return whyNotOurs(request, context); };
    route.slowHandler = [&context](const ApiRequest &request, const PendingReplyPtr &reply) {
        answerWhenDone<CommandOutcome>(context.lifetime, context.commands.resetFailed(request.service, request.actor()),
            reply, [&context, service = request.service](const CommandOutcome &outcome) {
                return plainCommandReply(context, service, outcome);
            });
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
    addOne(router, context, stop, {force, cascade, wait}, &Commands::stop, {forceParameter});
    addAll(router, context, start, &Commands::startAll);
    addAll(router, context, stop, &Commands::stopAll);
    addResetFailed(router, context);
}

} // namespace foghorn
