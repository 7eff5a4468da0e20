#include "core/api/futureanswer.h"
#include "core/api/listfilter.h"
#include "core/api/requestchecks.h"
#include "core/api/routes.h"
#include "core/base/names.h"
#include "core/json/eventsanswer.h"
#include "core/model/words.h"
#include "core/registry/history.h"

#include <limits>

namespace foghorn {
namespace {

constexpr qint64 usualEvents = 100;
constexpr qint64 mostEvents = 1000;

std::variant<ServiceId, HttpReply> serviceOf(const ApiRequest &request)
{
    const QString name = request.query.value("service");
    if (!request.query.contains("service") || isServiceName(name))
        return name;
    return HttpReply::problem(400,
        QStringLiteral("`service` must be the name of a service (small letters, digits, `-`, `_` and `.`), not `%1`.")
            .arg(printable(QStringView(name).left(64))));
}

std::variant<std::optional<EventKind>, HttpReply> kindOf(const ApiRequest &request)
{
    if (!request.query.contains("kind"))
        return std::optional<EventKind>();
    if (const auto kind = eventKindFromWord(request.query.value("kind")))
        return kind;
    QList<QString> words;
    for (const EventKind kind : allEventKinds)
        words << toWord(kind);
    return HttpReply::problem(400, QStringLiteral("`kind` must be one of %1.").arg(words.join(QLatin1String(", "))));
}

std::variant<EventQuery, HttpReply> eventQuery(const ApiRequest &request)
{
    EventQuery query;
    const auto limit = wholeNumber(request, "limit", usualEvents, 1, mostEvents);
    if (const auto *refusal = std::get_if<HttpReply>(&limit))
        return *refusal;
    query.limit = std::get<qint64>(limit);
    const auto after = wholeNumber(request, "after", 0, 0, std::numeric_limits<qint64>::max());
    if (const auto *refusal = std::get_if<HttpReply>(&after))
        return *refusal;
    if (request.query.contains("after"))
        query.after = std::get<qint64>(after);
    const auto service = serviceOf(request);
    if (const auto *refusal = std::get_if<HttpReply>(&service))
        return *refusal;
    query.service = std::get<ServiceId>(service);
    const auto kind = kindOf(request);
    if (const auto *refusal = std::get_if<HttpReply>(&kind))
        return *refusal;
    query.kind = std::get<0>(kind);
    const auto window = windowOf(request);
    if (const auto *refusal = std::get_if<HttpReply>(&window))
        return *refusal;
    query.from = std::get<TimeWindow>(window).from;
    query.to = std::get<TimeWindow>(window).to;
    return query;
}

/// Whether nothing that the store holds beside the events in memory could belong to the answer.
bool isAnswered(const EventQuery &query, const QList<Event> &inMemory, const EventLog &log)
{
    if (query.after ? *query.after >= log.firstId() - 1 : inMemory.size() == query.limit)
        return true;
    return log.oldestKept() >= log.firstId();
}

/// What is wrong with the request, or the answer when memory alone can give it.
std::optional<HttpReply> answerAtOnce(const ApiRequest &request, const ApiContext &context)
{
    const auto query = eventQuery(request);
    if (const auto *refusal = std::get_if<HttpReply>(&query))
        return *refusal;
    const QList<Event> inMemory = context.events.select(std::get<EventQuery>(query));
    if (isAnswered(std::get<EventQuery>(query), inMemory, context.events))
        return HttpReply::json(eventsAnswer(inMemory, context.events.oldestKept(), context.events.lastId()));
    return whyStoreIsBusy(context.history);
}

void answerWithOlder(const ApiRequest &request, ApiContext &context, const PendingReplyPtr &later)
{
    const EventQuery query = std::get<EventQuery>(eventQuery(request));
    const QList<Event> newer = context.events.select(query);
    EventQuery older = query;
    older.before = context.events.firstId();
    if (!query.after)
        older.limit -= newer.size();
    answerWhenDone<Result<EventPage>>(context.lifetime, context.history.events(older), later,
        // The last id is the one of now: a reader who goes on after it misses nothing that comes meanwhile.
        [newer, query, &log = context.events, lastId = context.events.lastId()](const Result<EventPage> &page) {
            if (!page)
                return HttpReply::problem(500, page.error().text);
            const QList<Event> events = (page.value().events + newer).mid(0, query.limit);
            return HttpReply::json(eventsAnswer(events, log.oldestKept(), lastId));
        });
}

} // namespace

void addEventsRoutes(Router &router, ApiContext &context)
{
    Route route;
    route.method = "GET";
    route.pattern = QByteArray(apiBase) + "/events";
    route.parameters = {"after", "limit", "service", "kind", "from", "to"};
    route.precheck = [&context](const ApiRequest &request) { return answerAtOnce(request, context); };
    route.slowHandler = [&context](const ApiRequest &request, const PendingReplyPtr &reply) {
        answerWithOlder(request, context, reply);
    };
    router.add(route);
}

} // namespace foghorn
