#include "core/api/commandanswer.h"
#include "core/api/futureanswer.h"
#include "core/api/routes.h"
#include "core/base/names.h"
#include "core/commands/alertcommands.h"
#include "core/json/alertsanswer.h"

#include <cmath>

namespace foghorn {
namespace {

const BodyMember acknowledged{QLatin1String("acknowledged"), QJsonValue::Bool};
const BodyMember minutes{QLatin1String("minutes"), QJsonValue::Double, true};

bool isGood(Verdict verdict) { return verdict == Verdict::Done || verdict == Verdict::Accepted; }

HttpReply alerts(const ApiRequest &request, const ApiContext &context)
{
    const QString status = request.query.value("status", QStringLiteral("firing"));
    if (status != u"firing" && status != u"resolved" && status != u"all")
        return HttpReply::problem(400,
            QStringLiteral("`status` must be firing (also without it), resolved or all, not `%1`.")
                .arg(printable(QStringView(status).left(64))));
    const bool byService = request.query.contains("service");
    const ServiceId service = request.query.value("service");
    if (byService && !isServiceName(service))
        return HttpReply::problem(400,
            QStringLiteral("`service` must be the name of a service, not `%1`.")
                .arg(printable(QStringView(service).left(64))));
    QList<const Alert *> chosen;
    for (const auto &[id, alert] : context.alerts.alerts()) {
        const bool isWanted = status == u"all" || alert.isFiring() == (status == u"firing");
        if (isWanted && (!byService || alert.service == service || alert.affected.contains(service)))
            chosen.prepend(&alert);
    }
    return HttpReply::json(alertsAnswer(chosen, context.alerts));
}

/// Whole minutes from 0; how many at most is the desk's to say.
std::variant<std::chrono::minutes, HttpReply> minutesOf(const ApiRequest &request)
{
    const double number = request.body.value(minutes.name).toDouble(-1);
    constexpr double most = 1e9;
    if (number < 0 || number > most || std::floor(number) < number)
        return HttpReply::problem(
            400, QStringLiteral("`minutes` must be a whole number from 0; 0 ends what is under way."));
    return std::chrono::minutes(static_cast<qint64>(number));
}

std::optional<HttpReply> badMinutes(const ApiRequest &request)
{
    const auto time = minutesOf(request);
    const auto *refusal = std::get_if<HttpReply>(&time);
    return refusal ? std::optional(*refusal) : std::nullopt;
}

std::optional<HttpReply> noSuchAlert(const ApiRequest &request, const ApiContext &context)
{
    if (context.alerts.find(request.id))
        return std::nullopt;
    return HttpReply::problem(404,
        QStringLiteral("There is no alert %1; GET /api/orchestration/alerts?status=all lists them.").arg(request.id));
}

void answerWithAlert(ApiContext &context, const QFuture<CommandOutcome> &done, qint64 id, const PendingReplyPtr &reply)
{
    answerWhenDone<CommandOutcome>(context.lifetime, done, reply, [&context, id](const CommandOutcome &outcome) {
        const Alert *alert = context.alerts.find(id);
        if (!isGood(outcome.verdict))
            return refusalOf(outcome.verdict, outcome.message);
        return alert ? HttpReply::json(alertAnswer(*alert, outcome.message))
                     : HttpReply::problem(404, QStringLiteral("Alert %1 is gone.").arg(id));
    });
}

Route acknowledgeRoute(ApiContext &context)
{
    Route route;
    route.method = "POST";
    route.pattern = QByteArray(apiBase) + "/alerts/{id}/acknowledge";
    route.access = Access::Operate;
    route.members = {acknowledged};
    route.precheck = [&context](const ApiRequest &request) { return noSuchAlert(request, context); };
    route.slowHandler = [&context](const ApiRequest &request, const PendingReplyPtr &reply) {
        const bool isSeen = request.body.value(acknowledged.name).toBool(true);
        answerWithAlert(
            context, context.alertCommands.acknowledge(request.id, isSeen, request.actor()), request.id, reply);
    };
    return route;
}

Route muteRoute(ApiContext &context)
{
    Route route;
    route.method = "POST";
    route.pattern = QByteArray(apiBase) + "/alerts/{id}/mute";
    route.access = Access::Operate;
    route.members = {minutes};
    route.precheck = [&context](const ApiRequest &request) {
        std::optional<HttpReply> refusal = badMinutes(request);
        return refusal ? refusal : noSuchAlert(request, context);
    };
    route.slowHandler = [&context](const ApiRequest &request, const PendingReplyPtr &reply) {
        const auto time = std::get<std::chrono::minutes>(minutesOf(request));
        answerWithAlert(context, context.alertCommands.mute(request.id, time, request.actor()), request.id, reply);
    };
    return route;
}

Route maintenanceRoute(ApiContext &context)
{
    Route route;
    route.method = "POST";
    route.pattern = QByteArray(apiBase) + "/service/{name}/maintenance";
    route.access = Access::Operate;
    route.members = {minutes};
    route.precheck = [&context](const ApiRequest &request) -> std::optional<HttpReply> {
        if (std::optional<HttpReply> refusal = badMinutes(request))
            return refusal;
        return context.entryOf(request) ? std::nullopt : std::optional(context.noSuchService(request.service));
    };
    route.slowHandler = [&context](const ApiRequest &request, const PendingReplyPtr &reply) {
        const auto time = std::get<std::chrono::minutes>(minutesOf(request));
        answerWhenDone<CommandOutcome>(context.lifetime,
            context.alertCommands.maintain(request.service, time, request.actor()), reply,
            [&context, service = request.service](const CommandOutcome &outcome) {
                if (!isGood(outcome.verdict))
                    return refusalOf(outcome.verdict, outcome.message);
                return HttpReply::json(maintenanceAnswer(service, context.alerts, outcome.message));
            });
    };
    return route;
}

} // namespace

void addAlertRoutes(Router &router, ApiContext &context)
{
    Route list;
    list.method = "GET";
    list.pattern = QByteArray(apiBase) + "/alerts";
    list.parameters = {"status", "service"};
    list.handler = [&context](const ApiRequest &request) { return alerts(request, context); };
    router.add(list);
    router.add(acknowledgeRoute(context));
    router.add(muteRoute(context));
    router.add(maintenanceRoute(context));
}

} // namespace foghorn
