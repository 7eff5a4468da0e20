#include "core/api/listfilter.h"
#include "core/api/routes.h"
#include "core/json/fleetpage.h"

#include <limits>

namespace foghorn {
namespace {

constexpr qint64 usualServices = 100;
constexpr qint64 mostServices = 200; ///< what one turn of the loop writes

HttpReply fleetPage(const ApiRequest &request, const ApiContext &context)
{
    const auto offset = wholeNumber(request, "offset", 0, 0, std::numeric_limits<int>::max());
    if (const auto *refusal = std::get_if<HttpReply>(&offset))
        return *refusal;
    const auto limit = wholeNumber(request, "limit", usualServices, 1, mostServices);
    if (const auto *refusal = std::get_if<HttpReply>(&limit))
        return *refusal;
    return HttpReply::json(fleetPageAnswer(context.registry,
        {context.version, static_cast<qsizetype>(std::get<qint64>(offset)),
            static_cast<qsizetype>(std::get<qint64>(limit)), context.events.oldestKept(), context.events.lastId(),
            request.role != Role::Viewer}));
}

} // namespace

void addFleetPageRoutes(Router &router, ApiContext &context)
{
    Route route;
    route.method = "GET";
    route.pattern = QByteArray(apiBase) + "/fleet";
    route.parameters = {"offset", "limit"};
    route.handler = [&context](const ApiRequest &request) { return fleetPage(request, context); };
    router.add(route);
}

} // namespace foghorn
