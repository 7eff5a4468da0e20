#pragma once

#include "core/api/apicontext.h"
#include "core/api/router.h"

#include <QLatin1String>

namespace foghorn {

/// Where all calls but those for machines (livez, readyz, metrics) live.
inline constexpr char apiBase[] = "/api/orchestration";

// One group of calls each; `context` must outlive the router.
void addRootRoutes(Router &router, ApiContext &context);
void addServicesRoutes(Router &router, ApiContext &context);
void addHealthRoutes(Router &router, ApiContext &context);
void addDependenciesRoutes(Router &router, ApiContext &context);
void addMetricsRoutes(Router &router, ApiContext &context);
void addPrometheusRoutes(Router &router, ApiContext &context);
void addSdRoutes(Router &router, ApiContext &context);
void addServiceRoutes(Router &router, ApiContext &context);
void addCommandRoutes(Router &router, ApiContext &context);
void addFleetRoutes(Router &router, ApiContext &context);
void addFleetPageRoutes(Router &router, ApiContext &context);
void addEventsRoutes(Router &router, ApiContext &context);
void addStatusPageRoutes(Router &router, ApiContext &context);
void addEventStreamRoutes(Router &router, ApiContext &context);
void addRegistryRoutes(Router &router, ApiContext &context);
void addHistoryRoutes(Router &router, ApiContext &context);
void addAlertRoutes(Router &router, ApiContext &context);
void addLogsRoutes(Router &router, ApiContext &context);
void addCrashesRoutes(Router &router, ApiContext &context);
void addTokenRoutes(Router &router, ApiContext &context);
void addOpenApiRoutes(Router &router, ApiContext &context);

/// All of them.
void addAllRoutes(Router &router, ApiContext &context);

} // namespace foghorn
