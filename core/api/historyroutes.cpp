#include "core/api/futureanswer.h"
#include "core/api/listfilter.h"
#include "core/api/requestchecks.h"
#include "core/api/routes.h"
#include "core/json/historyanswer.h"
#include "core/registry/history.h"

namespace foghorn {
namespace {

constexpr qint64 usualPoints = 500;
constexpr qint64 mostPoints = 5000;

std::variant<HistoryQuery, HttpReply> historyQuery(const ApiRequest &request)
{
    const auto window = windowOf(request);
    if (const auto *refusal = std::get_if<HttpReply>(&window))
        return *refusal;
    const auto points = wholeNumber(request, "points", usualPoints, 1, mostPoints);
    if (const auto *refusal = std::get_if<HttpReply>(&points))
        return *refusal;
    const TimeWindow &times = std::get<TimeWindow>(window);
    return HistoryQuery{request.service, times.from, times.to, std::get<qint64>(points)};
}

std::optional<HttpReply> whyNoHistory(const ApiRequest &request, const ApiContext &context)
{
    if (!context.entryOf(request))
        return context.noSuchService(request.service);
    const auto query = historyQuery(request);
    if (const auto *refusal = std::get_if<HttpReply>(&query))
        return *refusal;
    return whyStoreIsBusy(context.history);
}

} // namespace

void addHistoryRoutes(Router &router, ApiContext &context)
{
    Route route;
    route.method = "GET";
    route.pattern = QByteArray(apiBase) + "/service/{name}/history";
    route.parameters = {"from", "to", "points"};
    route.precheck = [&context](const ApiRequest &request) { return whyNoHistory(request, context); };
    route.slowHandler = [&context](const ApiRequest &request, const PendingReplyPtr &reply) {
        const HistoryQuery query = std::get<HistoryQuery>(historyQuery(request));
        answerWhenDone<Result<ServiceHistory>>(
            context.lifetime, context.history.ofService(query), reply, [query](const Result<ServiceHistory> &history) {
                if (!history)
                    return HttpReply::problem(500, history.error().text);
                return HttpReply::json(historyAnswer(history.value(), query));
            });
    };
    router.add(route);
}

} // namespace foghorn
