#include "core/api/listfilter.h"
#include "core/api/routes.h"
#include "core/json/historyanswer.h"

namespace foghorn {
namespace {

constexpr qint64 usualPoints = 500;
constexpr qint64 mostPoints = 5000;

HttpReply history(const ApiRequest &request, const ApiContext &context)
{
    const RegistryEntry *entry = context.entryOf(request);
    if (!entry)
        return context.noSuchService(request.service);
    const auto from = timeOf(request, "from");
    if (const auto *refusal = std::get_if<HttpReply>(&from))
        return *refusal;
    const auto to = timeOf(request, "to");
    if (const auto *refusal = std::get_if<HttpReply>(&to))
        return *refusal;
    const auto points = wholeNumber(request, "points", usualPoints, 1, mostPoints);
    if (const auto *refusal = std::get_if<HttpReply>(&points))
        return *refusal;
    const HistoryWindow window{std::get<0>(from), std::get<0>(to), std::get<qint64>(points)};
    if (window.from && window.to && *window.from > *window.to)
        return HttpReply::problem(400, QStringLiteral("`from` is later than `to`; swap them."));
    return HttpReply::json(historyAnswer(*entry, statesOf(context.events, request.service, window), window));
}

} // namespace

void addHistoryRoutes(Router &router, ApiContext &context)
{
    Route route;
    route.method = "GET";
    route.pattern = QByteArray(apiBase) + "/service/{name}/history";
    route.parameters = {"from", "to", "points"};
    route.handler = [&context](const ApiRequest &request) { return history(request, context); };
    router.add(route);
}

} // namespace foghorn
