#include "core/api/routes.h"

namespace foghorn {

void addDependenciesRoutes(Router &router, ApiContext &context)
{
    Route route;
    route.method = "GET";
    route.pattern = QByteArray(apiBase) + "/dependencies";
    route.handler = [&context](const ApiRequest &) { return context.answers.dependencies(); };
    router.add(route);
}

} // namespace foghorn
