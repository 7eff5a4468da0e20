#include "core/client/remotehistory.h"

#include "core/client/outcomes.h"
#include "core/json/eventsanswer.h"
#include "core/json/historyanswer.h"
#include "core/model/words.h"

#include <QPromise>

#include <algorithm>
#include <memory>

namespace foghorn {
namespace {

constexpr qint64 mostEvents = 1000; ///< that the API gives at once
constexpr qint64 mostPoints = 5000;

void addTime(QUrlQuery &query, const QString &name, const std::optional<WallTime> &time)
{
    if (time)
        query.addQueryItem(name, QString::fromLatin1(toRfc3339(*time)));
}

/// The future of what `read` makes of a good answer.
template<typename T, typename Read>
QFuture<Result<T>> ask(ApiClient &client, const QString &path, const QUrlQuery &query, QObject *context, Read read)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    client.get(ApiClient::apiPath(path), query, {}, context, [promise, read](const Result<ApiAnswer> &answer) {
        if (answer && answer.value().isSuccess())
            promise->addResult(Result<T>(read(answer.value().object())));
        else
            promise->addResult(Result<T>(Error{whyNotAnswered(answer)}));
        promise->finish();
    });
    return promise->future();
}

} // namespace

RemoteHistory::RemoteHistory(ApiClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
}
RemoteHistory::~RemoteHistory() = default;

QFuture<Result<ServiceHistory>> RemoteHistory::ofService(const HistoryQuery &query)
{
    QUrlQuery items;
    addTime(items, QStringLiteral("from"), query.from);
    addTime(items, QStringLiteral("to"), query.to);
    items.addQueryItem(QStringLiteral("points"), QString::number(std::clamp<qint64>(query.points, 1, mostPoints)));
    return ask<ServiceHistory>(
        m_client, QStringLiteral("service/%1/history").arg(query.service), items, this, &historyFromJson);
}

QFuture<Result<EventPage>> RemoteHistory::events(const EventQuery &query)
{
    QUrlQuery items;
    if (query.after)
        items.addQueryItem(QStringLiteral("after"), QString::number(*query.after));
    items.addQueryItem(QStringLiteral("limit"), QString::number(std::clamp<qint64>(query.limit, 1, mostEvents)));
    if (!query.service.isEmpty())
        items.addQueryItem(QStringLiteral("service"), query.service);
    if (query.kind)
        items.addQueryItem(QStringLiteral("kind"), toWord(*query.kind));
    addTime(items, QStringLiteral("from"), query.from);
    addTime(items, QStringLiteral("to"), query.to);
    return ask<EventPage>(m_client, QStringLiteral("events"), items, this, [query](const QJsonObject &answer) {
        EventPage page = eventPageFromJson(answer);
        page.events.removeIf([&query](const Event &event) { return !query.matches(event); });
        return page;
    });
}

} // namespace foghorn
