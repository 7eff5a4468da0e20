#include "core/api/eventstream.h"
#include "core/api/listfilter.h"
#include "core/api/routes.h"

#include <limits>

namespace foghorn {
namespace {

std::variant<bool, HttpReply> truthOf(const ApiRequest &request, const QByteArray &name)
{
    const QString word = request.query.value(name, QStringLiteral("false"));
    if (word != QLatin1String("true") && word != QLatin1String("false"))
        return HttpReply::problem(
            400, QStringLiteral("The query parameter `%1` must be true or false.").arg(QString::fromLatin1(name)));
    return word == QLatin1String("true");
}

std::variant<EventStream::Wish, HttpReply> wishOf(const ApiRequest &request)
{
    EventStream::Wish wish;
    const auto after = wholeNumber(request, "after", -1, 0, std::numeric_limits<qint64>::max());
    if (const auto *refusal = std::get_if<HttpReply>(&after))
        return *refusal;
    if (request.query.contains("after"))
        wish.after = std::get<qint64>(after);
    const auto updates = truthOf(request, "updates");
    if (const auto *refusal = std::get_if<HttpReply>(&updates))
        return *refusal;
    if (const auto tag = request.query.constFind("lang"); tag != request.query.cend()) {
        const std::optional<Language> language = languageFromWord(*tag);
        if (!language)
            return HttpReply::problem(400, QStringLiteral("The query parameter `lang` must be en or de."));
        wish.language = *language;
    }
    wish.audience = request.isPublic ? StreamAudience::Public : StreamAudience::Token;
    wish.updates = std::get<bool>(updates) || request.isPublic;
    return wish;
}

/// Why there is no stream for this request; nothing when there is.
std::optional<HttpReply> refusalOf(const ApiRequest &request, const EventStream &stream)
{
    const auto wish = wishOf(request);
    if (const auto *refusal = std::get_if<HttpReply>(&wish))
        return *refusal;
    if (!stream.isFull(std::get<EventStream::Wish>(wish).audience))
        return std::nullopt;
    HttpReply reply = HttpReply::problem(503, QStringLiteral("Too many listen already; try again in a while."));
    reply.addHeader("Retry-After", "5");
    return reply;
}

HttpReply askForUpgrade(const ApiRequest &)
{
    HttpReply reply = HttpReply::problem(
        426, QStringLiteral("This is a WebSocket: ask for an upgrade, or poll GET /api/orchestration/events."));
    reply.addHeader("Upgrade", "websocket");
    return reply;
}

} // namespace

void addEventStreamRoutes(Router &router, ApiContext &context)
{
    Route route;
    route.method = "GET";
    route.pattern = QByteArray(apiBase) + "/events/stream";
    route.parameters = {"after", "lang", "updates"};
    route.handler = askForUpgrade;
    route.streamPrecheck = [&context](const ApiRequest &request) { return refusalOf(request, context.stream); };
    route.streamHandler = [&context](const ApiRequest &request, WebSocket &socket) {
        context.stream.add(socket, std::get<EventStream::Wish>(wishOf(request)));
    };
    router.add(route);
}

} // namespace foghorn
