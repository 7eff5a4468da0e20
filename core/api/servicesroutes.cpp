#include "core/api/listfilter.h"
#include "core/api/routes.h"
#include "core/json/servicesanswer.h"
#include "core/model/words.h"

namespace foghorn {
namespace {

HttpReply filteredServices(const ApiRequest &request, ApiContext &context)
{
    const auto entries = filteredEntries(
        request, context, statusWords(), [](const RegistryEntry &entry) { return toStatusWord(entry.status.state); });
    if (const auto *refusal = std::get_if<HttpReply>(&entries))
        return *refusal;
    QList<QByteArray> members;
    for (const RegistryEntry *entry : std::get<0>(entries))
        members << context.answers.serviceMember(*entry);
    return HttpReply::json(servicesAnswer(members, context.registry.isReady(), context.registry.isInitialized()));
}

} // namespace

void addServicesRoutes(Router &router, ApiContext &context)
{
    Route route;
    route.method = "GET";
    route.pattern = QByteArray(apiBase) + "/services";
    route.parameters = {"names", "status"};
    route.handler = [&context](const ApiRequest &request) {
        return isFiltered(request) ? filteredServices(request, context) : context.answers.services();
    };
    router.add(route);
}

} // namespace foghorn
