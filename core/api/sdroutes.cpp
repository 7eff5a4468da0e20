#include "core/api/listfilter.h"
#include "core/api/routes.h"
#include "core/json/discoveryanswer.h"
#include "core/model/words.h"

namespace foghorn {
namespace {

HttpReply targets(const ApiRequest &request, const ApiContext &context)
{
    const auto entries = filteredEntries(
        request, context, statusWords(), [](const RegistryEntry &entry) { return toStatusWord(entry.status.state); });
    if (const auto *refusal = std::get_if<HttpReply>(&entries))
        return *refusal;
    QList<const RegistryEntry *> chosen = std::get<0>(entries);
    if (request.query.contains("type")) {
        chosen.removeIf(
            [type = request.query.value("type")](const RegistryEntry *entry) { return entry->info.type != type; });
    }
    return HttpReply::json(discoveryAnswer(chosen, context.registry.fleetName()));
}

} // namespace

void addSdRoutes(Router &router, ApiContext &context)
{
    Route route;
    route.method = "GET";
    route.pattern = QByteArray(apiBase) + "/sd";
    route.parameters = {"type", "status", "names"};
    route.handler = [&context](const ApiRequest &request) { return targets(request, context); };
    router.add(route);
}

} // namespace foghorn
