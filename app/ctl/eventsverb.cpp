#include "app/ctl/phrases.h"
#include "app/ctl/session.h"

#include "core/base/clock.h"
#include "core/base/names.h"
#include "core/base/units.h"
#include "core/client/eventfeed.h"
#include "core/model/words.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <memory>

namespace foghorn {
namespace {

using namespace std::chrono_literals;

constexpr int pageSize = 1000;

/// What is listed and where it has come to.
struct Reading
{
    QUrlQuery filter; ///< of every question
    qint64 after = 0; ///< the last event that was read
    QByteArray etag;
    bool follows = false;
    std::optional<qsizetype> lastOnly; ///< so many of the last ones, once all have been read
    QList<QJsonObject> held; ///< until then
};

Tone toneOf(const QJsonObject &event)
{
    QString to = event.value(u"to").toString();
    if (to == u"failed" || to == u"unhealthy")
        return Tone::Bad;
    if (to == u"degraded" || to == u"backoff")
        return Tone::Warning;
    if (to == u"running" || to == u"healthy")
        return Tone::Good;
    return Tone::Plain;
}

QString changeOf(const QJsonObject &event)
{
    const QString from = event.value(u"from").toString();
    const QString to = event.value(u"to").toString();
    if (from.isEmpty() || to.isEmpty())
        return to;
    return from + QStringLiteral(" → ") + to;
}

/// What the message says beyond the change, which has its own column.
QString messageOf(const QJsonObject &event)
{
    const QString message = event.value(u"message").toString();
    const QString change = event.value(u"service").toString() + QLatin1String(": ") + event.value(u"from").toString()
        + QLatin1String(" -> ") + event.value(u"to").toString();
    if (!message.startsWith(change))
        return message;
    return message.mid(change.size() + (message.mid(change.size(), 2) == u", " ? 2 : 0));
}

void showEvent(const Console &console, const QJsonObject &event, bool isJson)
{
    if (isJson)
        return console.json(QJsonDocument(event).toJson(QJsonDocument::Compact));
    const QString service = event.value(u"service").toString();
    const QString actor = event.value(u"actor").toString();
    QString line = event.value(u"timestamp").toString() + QLatin1String("  ")
        + printable(event.value(u"kind").toString()).leftJustified(8) + u' '
        + printable(service.isEmpty() ? QStringLiteral("-") : service).leftJustified(16) + u' ';
    line += console.inTone(printable(changeOf(event)), toneOf(event));
    const QString message = messageOf(event);
    if (!message.isEmpty())
        line += QLatin1String("  ") + printable(message);
    if (!actor.isEmpty())
        line += console.inTone(QLatin1String("  (") + printable(actor) + u')', Tone::Faint);
    console.line(line);
}

void readOn(Session &session, const std::shared_ptr<Reading> &reading);

void show(Session &session, Reading &reading, const QJsonArray &events)
{
    for (const QJsonValue &event : events) {
        if (!reading.lastOnly) {
            showEvent(session.console(), event.toObject(), session.line().json);
            continue;
        }
        reading.held.append(event.toObject());
        if (reading.held.size() > *reading.lastOnly)
            reading.held.removeFirst();
    }
}

/// Whether an event of the stream is one that was asked for; the API itself filters what GET /events answers.
bool isWanted(const QUrlQuery &filter, const QJsonObject &event)
{
    const auto fits = [&](const QString &name, QStringView member) {
        const QString wanted = filter.queryItemValue(name, QUrl::FullyDecoded);
        return wanted.isEmpty() || wanted.split(u',').contains(event.value(member).toString());
    };
    return fits(QStringLiteral("service"), u"service") && fits(QStringLiteral("kind"), u"kind");
}

/// On from where the listing has come to, over the live feed.
void followFrom(Session &session, const std::shared_ptr<Reading> &reading)
{
    auto *feed = new EventFeed(session.client().target(), "foghornctl/" FOGHORN_VERSION, &session);
    QObject::connect(feed, &EventFeed::happened, &session, [&session, reading](const QJsonObject &event) {
        QJsonObject shown = event;
        shown.remove(u"type");
        if (isWanted(reading->filter, shown))
            showEvent(session.console(), shown, session.line().json);
        if (!session.console().isWritten()) // `… | head` has seen enough
            session.finish(ExitCode::Failed);
    });
    QObject::connect(feed, &EventFeed::lost, &session, [&session](const QString &reason) {
        session.console().complain(QStringLiteral("the connection is lost (%1); trying again").arg(printable(reason)));
    });
    QObject::connect(feed, &EventFeed::retrying, &session, [&session, feed] { feed->setTarget(session.foundAgain()); });
    QObject::connect(feed, &EventFeed::missed, &session, [&session](qint64 known, qint64 next) {
        session.console().complain(
            QStringLiteral("some events after %1 were missed; going on after %2").arg(known).arg(next));
    });
    QObject::connect(
        feed, &EventFeed::refused, &session, [&session](const QString &reason) { session.fail(printable(reason)); });
    feed->follow(reading->after);
}

void take(Session &session, const std::shared_ptr<Reading> &reading, const ApiAnswer &answer)
{
    const QJsonArray events = answer.object().value(u"events").toArray();
    show(session, *reading, events);
    reading->etag = events.isEmpty() ? answer.etag : QByteArray();
    if (events.size() == pageSize) {
        reading->after = events.last().toObject().value(u"id").toInteger(reading->after);
        return readOn(session, reading);
    }
    reading->after = std::max(reading->after, answer.object().value(u"last_id").toInteger());
    for (const QJsonObject &event : std::as_const(reading->held))
        showEvent(session.console(), event, session.line().json);
    reading->held.clear();
    reading->lastOnly.reset();
    if (!reading->follows)
        return session.finish(ExitCode::Done);
    followFrom(session, reading);
}

void readOn(Session &session, const std::shared_ptr<Reading> &reading)
{
    QUrlQuery query = reading->filter;
    query.addQueryItem(QStringLiteral("after"), QString::number(reading->after));
    query.addQueryItem(QStringLiteral("limit"), QString::number(pageSize));
    session.client().get(ApiClient::apiPath(QStringLiteral("events")), query, reading->etag, &session,
        [&session, reading](const Result<ApiAnswer> &answer) {
            if (!answer)
                return session.fail(answer.error().text, ExitCode::NoConnection);
            if (!answer.value().isSuccess() && !answer.value().isUnchanged())
                return session.fail(answer.value().problem());
            take(session, reading, answer.value());
        });
}

/// The newest `count` events, which are one page at most, then on from there.
void readNewest(Session &session, const std::shared_ptr<Reading> &reading, qint64 count)
{
    QUrlQuery query = reading->filter;
    query.addQueryItem(QStringLiteral("limit"), QString::number(std::max<qint64>(count, 1)));
    session.ask(QStringLiteral("events"), query, [&session, reading, count](const ApiAnswer &answer) {
        if (count > 0)
            show(session, *reading, answer.object().value(u"events").toArray());
        reading->after = answer.object().value(u"last_id").toInteger();
        if (!reading->follows)
            return session.finish(ExitCode::Done);
        readOn(session, reading);
    });
}

/// "10m" ago or an RFC 3339 time, as the API takes it.
Result<QString> timeSince(const QString &text)
{
    const auto ago = parseDuration(text);
    const auto time = ago ? Now::read().wall - *ago : fromRfc3339(text.toUtf8());
    if (!time)
        return Error{QStringLiteral("--since takes a duration like 10m or a time like 2026-11-23T00:31:07Z, not '%1'")
                         .arg(printable(text))};
    return QString::fromLatin1(toRfc3339(*time));
}

Result<QUrlQuery> filterOf(const CommandLine &line)
{
    QUrlQuery filter;
    const QString service = line.values.value(QStringLiteral("service"));
    if (line.has(QLatin1String("service")) && !isServiceName(service))
        return Error{QStringLiteral("--service takes the name of a service, not '%1'").arg(printable(service))};
    if (line.has(QLatin1String("service")))
        filter.addQueryItem(QStringLiteral("service"), service);
    if (line.has(QLatin1String("kind"))) {
        const QString kind = line.values.value(QStringLiteral("kind"));
        QStringList kinds;
        for (const EventKind known : allEventKinds)
            kinds << toWord(known);
        if (!kinds.contains(kind))
            return Error{QStringLiteral("--kind takes one of %1").arg(kinds.join(QLatin1String(", ")))};
        filter.addQueryItem(QStringLiteral("kind"), kind);
    }
    if (line.has(QLatin1String("since"))) {
        const Result<QString> since = timeSince(line.values.value(QStringLiteral("since")));
        if (!since)
            return since.error();
        filter.addQueryItem(QStringLiteral("from"), since.value());
    }
    return filter;
}

} // namespace

void runEvents(Session &session)
{
    const CommandLine &line = session.line();
    bool isNumber = true;
    const qint64 wanted = line.values.value(QStringLiteral("lines"), QStringLiteral("100")).toLongLong(&isNumber);
    if (!isNumber || wanted < 0)
        return session.fail(QStringLiteral("-n takes a number"), ExitCode::Usage);
    const Result<QUrlQuery> filter = filterOf(line);
    if (!filter)
        return session.fail(filter.error().text, ExitCode::Usage);
    const auto reading = std::make_shared<Reading>();
    reading->filter = filter.value();
    reading->follows = line.has(QLatin1String("follow"));
    const bool isCounted = line.has(QLatin1String("lines")) || !line.has(QLatin1String("since"));
    if (isCounted && wanted <= pageSize)
        return readNewest(session, reading, wanted);
    if (isCounted)
        reading->lastOnly = wanted;
    readOn(session, reading);
}

} // namespace foghorn
