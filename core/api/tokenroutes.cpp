#include "core/api/routes.h"
#include "core/json/fleetanswers.h"

namespace foghorn {
namespace {

const BodyMember role{QLatin1String("role"), QJsonValue::String};

/// Both without a word; nothing for one that is none.
QList<Role> rolesOf(const QJsonObject &body)
{
    const QString word = body.value(role.name).toString(QStringLiteral("both"));
    if (word == u"operator")
        return {Role::Operator};
    if (word == u"viewer")
        return {Role::Viewer};
    const bool isBoth = word == u"both";
    return isBoth ? QList<Role>{Role::Operator, Role::Viewer} : QList<Role>();
}

HttpReply rotated(const ApiRequest &request, ApiContext &context)
{
    const QList<Role> roles = rolesOf(request.body);
    if (roles.isEmpty())
        return HttpReply::problem(400, QStringLiteral("`role` must be operator, viewer or both."));
    for (const Role each : roles) {
        if (const Result<void> done = context.renewToken(each); !done)
            return HttpReply::problem(500, done.error().text);
    }
    const QString which = roles.size() > 1 ? QStringLiteral("Both tokens are")
        : roles.first() == Role::Operator  ? QStringLiteral("The operator's token is")
                                           : QStringLiteral("The viewer's token is");
    const Actor actor = request.actor();
    Event event;
    event.at = Now::read().wall;
    event.kind = EventKind::Command;
    event.to = QStringLiteral("rotate-tokens");
    event.actor = QStringList{actor.role, actor.origin, actor.program}.join(u' ').simplified();
    event.message = which + QStringLiteral(" new; what was there before opens nothing any more");
    context.events.append(event);
    return HttpReply::json(messageAnswer(event.message));
}

} // namespace

void addTokenRoutes(Router &router, ApiContext &context)
{
    Route route;
    route.method = "POST";
    route.pattern = QByteArray(apiBase) + "/tokens/rotate";
    route.access = Access::Operate;
    route.members = {role};
    route.handler = [&context](const ApiRequest &request) { return rotated(request, context); };
    router.add(route);
}

} // namespace foghorn
