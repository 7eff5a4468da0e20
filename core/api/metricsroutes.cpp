#include "core/api/routes.h"

namespace foghorn {

void addMetricsRoutes(Router &router, ApiContext &context)
{
    Route route;
    route.method = "GET";
    route.pattern = QByteArray(apiBase) + "/metrics";
    route.handler = [&context](const ApiRequest &) { return context.answers.metrics(Now::read()); };
    router.add(route);
}

} // namespace foghorn
