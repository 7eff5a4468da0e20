#include "core/api/listfilter.h"
#include "core/api/routes.h"
#include "core/json/eventsanswer.h"

#include <limits>

namespace foghorn {
namespace {

constexpr qint64 usualEvents = 100;
constexpr qint64 mostEvents = 1000;

HttpReply events(const ApiRequest &request, const EventLog &log)
{
    const auto limit = wholeNumber(request, "limit", usualEvents, 1, mostEvents);
    if (const auto *refusal = std::get_if<HttpReply>(&limit))
        return *refusal;
    const qint64 count = std::get<qint64>(limit);
    // Without ?after= the newest ones.
    const auto after =
        wholeNumber(request, "after", std::max<qint64>(0, log.lastId() - count), 0, std::numeric_limits<qint64>::max());
    if (const auto *refusal = std::get_if<HttpReply>(&after))
        return *refusal;
    return HttpReply::json(eventsAnswer(log.after(std::get<qint64>(after), count), log.firstId(), log.lastId()));
}

} // namespace

void addEventsRoutes(Router &router, ApiContext &context)
{
    Route route;
    route.method = "GET";
    route.pattern = QByteArray(apiBase) + "/events";
    route.parameters = {"after", "limit"};
    route.handler = [&context](const ApiRequest &request) { return events(request, context.events); };
    router.add(route);
}

} // namespace foghorn
