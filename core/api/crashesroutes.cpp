#include "core/api/futureanswer.h"
#include "core/api/listfilter.h"
#include "core/api/routes.h"
#include "core/json/jsonwriter.h"
#include "core/registry/crashes.h"

namespace foghorn {
namespace {

constexpr qint64 mostReports = 20;

std::variant<qint64, HttpReply> limitOf(const ApiRequest &request)
{
    return wholeNumber(request, "limit", mostReports, 1, mostReports);
}

std::optional<HttpReply> whyNoCrashes(const ApiRequest &request, const ApiContext &context)
{
    if (!context.entryOf(request))
        return context.noSuchService(request.service);
    const auto limit = limitOf(request);
    if (const auto *refusal = std::get_if<HttpReply>(&limit))
        return *refusal;
    return std::nullopt;
}

QByteArray crashesAnswer(const ServiceId &service, const QList<QByteArray> &reports)
{
    JsonWriter json;
    json.beginObject();
    json.member(QLatin1String("success"), true);
    json.member(QLatin1String("service"), service);
    json.key(QLatin1String("crashes")).beginArray();
    for (const QByteArray &report : reports)
        json.raw(report);
    json.endArray().endObject();
    return json.take();
}

} // namespace

void addCrashesRoutes(Router &router, ApiContext &context)
{
    Route route;
    route.method = "GET";
    route.pattern = QByteArray(apiBase) + "/service/{name}/crashes";
    route.parameters = {"limit"};
    route.precheck = [&context](const ApiRequest &request) { return whyNoCrashes(request, context); };
    route.slowHandler = [&context](const ApiRequest &request, const PendingReplyPtr &reply) {
        using Reports = Result<QList<QByteArray>>;
        answerWhenDone<Reports>(context.lifetime,
            context.crashes.newest(request.service, std::get<qint64>(limitOf(request))), reply,
            [service = request.service](const Reports &reports) {
                if (!reports)
                    return HttpReply::problem(500, reports.error().text);
                return HttpReply::json(crashesAnswer(service, reports.value()));
            });
    };
    router.add(route);
}

} // namespace foghorn
