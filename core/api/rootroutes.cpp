#include "core/api/routes.h"

namespace foghorn {

void addRootRoutes(Router &router, ApiContext &context)
{
    Route live;
    live.method = "GET";
    live.pattern = "/livez";
    live.access = Access::Open;
    live.handler = [](const ApiRequest &) { return HttpReply::text("ok\n"); };
    router.add(live);

    Route ready;
    ready.method = "GET";
    ready.pattern = "/readyz";
    ready.access = Access::Open;
    ready.handler = [&context](const ApiRequest &) {
        if (context.registry.isReady())
            return HttpReply::text("ok\n");
        HttpReply reply = HttpReply::problem(503,
            QStringLiteral("Not all critical services run yet; foghornctl status "
                           "says what they wait for."));
        reply.addHeader("Retry-After", "1");
        return reply;
    };
    router.add(ready);
}

} // namespace foghorn
