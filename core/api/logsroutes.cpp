#include "core/api/futureanswer.h"
#include "core/api/listfilter.h"
#include "core/api/logexcerpt.h"
#include "core/api/routes.h"
#include "core/json/jsonwriter.h"
#include "core/process/logfile.h"

#include <QPromise>
#include <QThreadPool>

namespace foghorn {
namespace {

using Lines = Result<QList<QByteArray>>;
constexpr qint64 usualLines = 100;
constexpr qint64 mostLines = 10'000;
constexpr qsizetype longestSearch = 256;

std::variant<LogQuery, HttpReply> logQuery(const ApiRequest &request)
{
    const auto tail = wholeNumber(request, "tail", usualLines, 1, mostLines);
    if (const auto *refusal = std::get_if<HttpReply>(&tail))
        return *refusal;
    const auto since = timeOf(request, "since");
    if (const auto *refusal = std::get_if<HttpReply>(&since))
        return *refusal;
    const QString contains = request.query.value("contains");
    if (contains.size() > longestSearch)
        return HttpReply::problem(400, QStringLiteral("`contains` may have at most 256 characters."));
    return LogQuery{std::get<qint64>(tail), std::get<0>(since), contains};
}

std::optional<HttpReply> whyNoLogs(const ApiRequest &request, const ApiContext &context)
{
    const RegistryEntry *entry = context.entryOf(request);
    if (!entry)
        return context.noSuchService(request.service);
    if (entry->info.logFile.isEmpty())
        return HttpReply::problem(
            404, QStringLiteral("Foghorn holds no log of '%1'; look where it was started.").arg(request.service));
    const auto query = logQuery(request);
    if (const auto *refusal = std::get_if<HttpReply>(&query))
        return *refusal;
    return std::nullopt;
}

QByteArray asText(const QList<QByteArray> &lines) { return lines.isEmpty() ? QByteArray() : lines.join('\n') + '\n'; }

QByteArray asJsonLines(const ServiceId &service, const QList<QByteArray> &lines)
{
    QByteArray out;
    for (const QByteArray &line : lines) {
        JsonWriter json;
        json.beginObject();
        json.member(QLatin1String("service"), service);
        json.member(QLatin1String("timestamp"), timeOfLine(line));
        json.member(QLatin1String("line"), QString::fromUtf8(line));
        json.endObject();
        out += json.bytes() + '\n';
    }
    return out;
}

HttpReply logsReply(const ServiceId &service, bool jsonLines, const Lines &lines)
{
    if (!lines)
        return HttpReply::problem(500, lines.error().text);
    if (!jsonLines)
        return HttpReply::text(asText(lines.value()));
    HttpReply reply = HttpReply::json(asJsonLines(service, lines.value()));
    reply.contentType = "application/x-ndjson";
    return reply;
}

/// Reads in a worker thread: a file may be large or its disk slow.
QFuture<Lines> readLater(const QString &path, const LogQuery &query)
{
    auto promise = std::make_shared<QPromise<Lines>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, path, query] {
        promise->addResult(logExcerpt(path, query));
        promise->finish();
    });
    return promise->future();
}

} // namespace

void addLogsRoutes(Router &router, ApiContext &context)
{
    Route route;
    route.method = "GET";
    route.pattern = QByteArray(apiBase) + "/service/{name}/logs";
    route.parameters = {"tail", "since", "contains"};
    route.precheck = [&context](const ApiRequest &request) { return whyNoLogs(request, context); };
    route.slowHandler = [&context](const ApiRequest &request, const PendingReplyPtr &reply) {
        const bool jsonLines = request.head.header("accept").contains("application/x-ndjson");
        const QFuture<Lines> lines =
            readLater(context.entryOf(request)->info.logFile, std::get<LogQuery>(logQuery(request)));
        answerWhenDone<Lines>(context.lifetime, lines, reply,
            [jsonLines, service = request.service](const Lines &done) { return logsReply(service, jsonLines, done); });
    };
    router.add(route);
}

} // namespace foghorn
