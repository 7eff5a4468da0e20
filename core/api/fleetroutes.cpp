#include "core/api/commandanswer.h"
#include "core/api/futureanswer.h"
#include "core/api/routes.h"
#include "core/json/fleetanswers.h"

namespace foghorn {
namespace {

HttpReply reloadReply(bool planOnly, const ReloadOutcome &outcome)
{
    if (outcome.verdict != Verdict::Done && outcome.verdict != Verdict::Accepted)
        return refusalOf(outcome.verdict, outcome.message, outcome.faults, outcome.cycles);
    return HttpReply::json(reloadAnswer(outcome, planOnly));
}

} // namespace

void addFleetRoutes(Router &router, ApiContext &context)
{
    const BodyMember plan{QLatin1String("plan"), QJsonValue::Bool};
    Route reload;
    reload.method = "POST";
    reload.pattern = QByteArray(apiBase) + "/reload";
    reload.access = Access::Operate;
    reload.members = {plan};
    reload.slowHandler = [&context, plan](const ApiRequest &request, const PendingReplyPtr &reply) {
        const bool planOnly = request.body.value(plan.name).toBool();
        answerWhenDone<ReloadOutcome>(context.lifetime, context.commands.reload(planOnly, request.actor()), reply,
            [planOnly](const ReloadOutcome &outcome) { return reloadReply(planOnly, outcome); });
    };
    router.add(reload);

    Route shutdown;
    shutdown.method = "POST";
    shutdown.pattern = QByteArray(apiBase) + "/shutdown";
    shutdown.access = Access::Operate;
    shutdown.slowHandler = [&context](const ApiRequest &request, const PendingReplyPtr &reply) {
        answerWhenDone<CommandOutcome>(
            context.lifetime, context.commands.shutdown(request.actor()), reply, [](const CommandOutcome &outcome) {
                if (outcome.verdict != Verdict::Done && outcome.verdict != Verdict::Accepted)
                    return refusalOf(outcome.verdict, outcome.message);
                return HttpReply::json(messageAnswer(QStringLiteral("The shutdown has begun")), 202);
            });
    };
    router.add(shutdown);
}

} // namespace foghorn
