#include "core/api/listfilter.h"
#include "core/api/registration.h"
#include "core/api/routes.h"
#include "core/json/registryanswer.h"
#include "core/model/words.h"
#include "core/registry/leasebook.h"

namespace foghorn {
namespace {

HttpReply discovered(const ApiRequest &request, const ApiContext &context)
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
    return HttpReply::json(registryAnswer(chosen, Now::read().wall));
}

HttpReply registered(const ApiRequest &request, ApiContext &context)
{
    const RegistryEntry *before = context.entryOf(request);
    if (before && !before->info.external)
        return HttpReply::problem(409,
            QStringLiteral("'%1' is a service of the fleet file; register under another name.").arg(request.service));
    const std::variant<ServiceInfo, HttpReply> info = readRegistration(request.service, request.body);
    if (const auto *refusal = std::get_if<HttpReply>(&info))
        return *refusal;
    const std::variant<QString, HttpReply> instance = readInstance(request.body);
    if (const auto *refusal = std::get_if<HttpReply>(&instance))
        return *refusal;
    const bool isNew = before == nullptr;
    if (const Result<void> done =
            context.leases.registerExternal(std::get<ServiceInfo>(info), std::get<QString>(instance));
        !done)
        return HttpReply::problem(400, done.error().text);
    const QString message =
        (isNew ? QStringLiteral("Service '%1' is registered") : QStringLiteral("Service '%1' is registered anew"))
            .arg(request.service);
    return HttpReply::json(
        registrationAnswer(request.service, context.entryOf(request), message, Now::read().wall), isNew ? 201 : 200);
}

HttpReply deregistered(const ApiRequest &request, ApiContext &context)
{
    const RegistryEntry *entry = context.entryOf(request);
    if (!entry)
        return context.noSuchService(request.service);
    if (!entry->info.external)
        return HttpReply::problem(409,
            QStringLiteral("'%1' is a service of the fleet file; remove it there and reload.").arg(request.service));
    if (const Result<void> done = context.leases.deregister(request.service); !done)
        return HttpReply::problem(404, done.error().text);
    return HttpReply::json(registrationAnswer(request.service, nullptr,
        QStringLiteral("Service '%1' is no longer registered").arg(request.service), Now::read().wall));
}

HttpReply heartbeat(const ApiRequest &request, ApiContext &context)
{
    if (!context.entryOf(request))
        return context.noSuchService(request.service);
    const std::variant<QString, HttpReply> instance = readInstance(request.body);
    if (const auto *refusal = std::get_if<HttpReply>(&instance))
        return *refusal;
    if (context.leases.isReplaced(request.service, std::get<QString>(instance)))
        return HttpReply::problem(409,
            QStringLiteral("Another instance has registered as '%1' since; register again to be it.")
                .arg(request.service));
    if (const Result<void> done = context.leases.beat(request.service); !done)
        return HttpReply::problem(404, done.error().text);
    return HttpReply::json(registrationAnswer(request.service, context.entryOf(request),
        QStringLiteral("Heartbeat of '%1' noted").arg(request.service), Now::read().wall));
}

} // namespace

void addRegistryRoutes(Router &router, ApiContext &context)
{
    const QByteArray base = QByteArray(apiBase) + "/registry";
    Route list;
    list.method = "GET";
    list.pattern = base;
    list.parameters = {"type", "status", "names"};
    list.handler = [&context](const ApiRequest &request) { return discovered(request, context); };
    router.add(list);

    Route put;
    put.method = "PUT";
    put.pattern = base + "/{name}";
    put.access = Access::Operate;
    put.members = registrationMembers();
    put.handler = [&context](const ApiRequest &request) { return registered(request, context); };
    router.add(put);

    Route remove;
    remove.method = "DELETE";
    remove.pattern = base + "/{name}";
    remove.access = Access::Operate;
    remove.handler = [&context](const ApiRequest &request) { return deregistered(request, context); };
    router.add(remove);

    Route beat;
    beat.method = "POST";
    beat.pattern = base + "/{name}/heartbeat";
    beat.access = Access::Operate;
    beat.members = {{QLatin1String("instance"), QJsonValue::String}};
    beat.handler = [&context](const ApiRequest &request) { return heartbeat(request, context); };
    router.add(beat);
}

} // namespace foghorn
