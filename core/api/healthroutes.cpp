#include "core/api/futureanswer.h"
#include "core/api/listfilter.h"
#include "core/api/routes.h"
#include "core/json/healthanswer.h"
#include "core/model/words.h"

namespace foghorn {
namespace {

HttpReply filteredHealth(const ApiRequest &request, ApiContext &context, WallTime now)
{
    const auto entries = filteredEntries(
        request, context, healthWords(), [](const RegistryEntry &entry) { return toWord(entry.health.health); });
    if (const auto *refusal = std::get_if<HttpReply>(&entries))
        return *refusal;
    QList<QByteArray> members;
    for (const RegistryEntry *entry : std::get<0>(entries))
        members << context.answers.healthMember(*entry, now);
    return HttpReply::json(healthAnswer(context.registry, members));
}

/// Why one service cannot be checked now; nothing when it can.
std::optional<HttpReply> whyNotCheckable(const ApiRequest &request, const ApiContext &context)
{
    const RegistryEntry *entry = context.entryOf(request);
    if (!entry)
        return context.noSuchService(request.service);
    if (!entry->info.hasProbe)
        return HttpReply::problem(409,
            QStringLiteral("Service '%1' has no probe; give it a `health:` section in the fleet "
                           "file.")
                .arg(request.service));
    return std::nullopt;
}

HttpReply checkedOne(const ServiceId &service, const ApiContext &context, const QList<CheckResult> &results)
{
    if (results.isEmpty())
        return HttpReply::problem(409,
            QStringLiteral("Service '%1' does not run, so there is nothing to check; start it "
                           "first.")
                .arg(service));
    return HttpReply::json(checkNowAnswer(results, context.registry.compositeHealth(), Now::read().wall));
}

} // namespace

void addHealthRoutes(Router &router, ApiContext &context)
{
    Route health;
    health.method = "GET";
    health.pattern = QByteArray(apiBase) + "/health";
    health.parameters = {"names", "status"};
    health.handler = [&context](const ApiRequest &request) {
        const WallTime now = Now::read().wall;
        return isFiltered(request) ? filteredHealth(request, context, now) : context.answers.health(now);
    };
    router.add(health);

    Route checkAll;
    checkAll.method = "POST";
    checkAll.pattern = QByteArray(apiBase) + "/health/check-now";
    checkAll.access = Access::Operate;
    checkAll.slowHandler = [&context](const ApiRequest &request, const PendingReplyPtr &reply) {
        answerWhenDone<QList<CheckResult>>(
            context.lifetime, context.commands.checkNow({}, request.actor()), reply, [&context](const auto &results) {
                return HttpReply::json(checkNowAnswer(results, context.registry.compositeHealth(), Now::read().wall));
            });
    };
    router.add(checkAll);

    Route checkOne;
    checkOne.method = "POST";
    checkOne.pattern = QByteArray(apiBase) + "/health/check-now/{name}";
    checkOne.access = Access::Operate;
    checkOne.precheck = [&context](const ApiRequest &request) { return whyNotCheckable(request, context); };
    checkOne.slowHandler = [&context](const ApiRequest &request, const PendingReplyPtr &reply) {
        answerWhenDone<QList<CheckResult>>(context.lifetime,
            context.commands.checkNow({request.service}, request.actor()), reply,
            [&context, service = request.service](
                const auto &results) { return checkedOne(service, context, results); });
    };
    router.add(checkOne);
}

} // namespace foghorn
