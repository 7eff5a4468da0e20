#include "core/api/routes.h"

namespace foghorn {

void addAllRoutes(Router &router, ApiContext &context)
{
    addRootRoutes(router, context);
    addServicesRoutes(router, context);
    addHealthRoutes(router, context);
    addDependenciesRoutes(router, context);
    addMetricsRoutes(router, context);
    addPrometheusRoutes(router, context);
    addSdRoutes(router, context);
    addServiceRoutes(router, context);
    addCommandRoutes(router, context);
    addFleetRoutes(router, context);
    addFleetPageRoutes(router, context);
    addEventsRoutes(router, context);
    addStatusPageRoutes(router, context);
    addEventStreamRoutes(router, context);
    addRegistryRoutes(router, context);
    addHistoryRoutes(router, context);
    addAlertRoutes(router, context);
    addLogsRoutes(router, context);
    addCrashesRoutes(router, context);
    addTokenRoutes(router, context);
    addOpenApiRoutes(router, context);
}

} // namespace foghorn
