#include "core/api/listfilter.h"
#include "core/api/routes.h"
#include "core/json/serviceanswer.h"

namespace foghorn {

void addServiceRoutes(Router &router, ApiContext &context)
{
    Route route;
    route.method = "GET";
    route.pattern = QByteArray(apiBase) + "/service/{name}";
    route.parameters = {"history"};
    route.handler = [&context](const ApiRequest &request) {
        const RegistryEntry *entry = context.entryOf(request);
        if (!entry)
            return context.noSuchService(request.service);
        const auto history = wholeNumber(request, "history", 20, 0, 100);
        if (const auto *refusal = std::get_if<HttpReply>(&history))
            return *refusal;
        return HttpReply::json(
            serviceAnswer(*entry, static_cast<std::size_t>(std::get<qint64>(history)), Now::read().wall));
    };
    router.add(route);
}

} // namespace foghorn
