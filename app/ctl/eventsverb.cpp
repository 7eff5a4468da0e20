#include "app/ctl/phrases.h"
#include "app/ctl/session.h"

#include "core/base/clock.h"
#include "core/base/names.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTimer>

#include <memory>

namespace foghorn {
namespace {

using namespace std::chrono_literals;

constexpr auto followInterval = 300ms;
constexpr int pageSize = 1000;

/// Where a listing of the journal has come to.
struct Reading
{
    qint64 after = 0; ///< the last event that was shown
    QByteArray etag;
    bool follows = false;
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

void showEvent(const Console &console, const QJsonObject &event, bool isJson)
{
    if (isJson)
        return console.raw(QJsonDocument(event).toJson(QJsonDocument::Compact) + '\n');
    const QString service = event.value(u"service").toString();
    const QString actor = event.value(u"actor").toString();
    QString line = event.value(u"timestamp").toString() + QLatin1String("  ")
        + printable(event.value(u"kind").toString()).leftJustified(8) + u' '
        + printable(service.isEmpty() ? QStringLiteral("-") : service).leftJustified(16) + u' ';
    line += console.inTone(printable(changeOf(event)), toneOf(event));
    const QString message = event.value(u"message").toString();
    if (!message.isEmpty())
        line += QLatin1String("  ") + printable(message);
    if (!actor.isEmpty())
        line += console.inTone(QLatin1String("  (") + printable(actor) + u')', Tone::Faint);
    console.line(line);
}

void readOn(Session &session, const std::shared_ptr<Reading> &reading);

void take(Session &session, const std::shared_ptr<Reading> &reading, const ApiAnswer &answer)
{
    const QJsonArray events = answer.object().value(u"events").toArray();
    for (const QJsonValue &event : events) {
        showEvent(session.console(), event.toObject(), session.line().json);
        reading->after = event.toObject().value(u"id").toInteger(reading->after);
    }
    reading->etag = events.isEmpty() ? answer.etag : QByteArray();
    if (events.size() == pageSize)
        return readOn(session, reading);
    if (!reading->follows)
        return session.finish(ExitCode::Done);
    QTimer::singleShot(followInterval, &session, [&session, reading] { readOn(session, reading); });
}

void readOn(Session &session, const std::shared_ptr<Reading> &reading)
{
    const QUrlQuery query{{QStringLiteral("after"), QString::number(reading->after)},
        {QStringLiteral("limit"), QString::number(pageSize)}};
    session.client().get(ApiClient::apiPath(QStringLiteral("events")), query, reading->etag, &session,
        [&session, reading](const Result<ApiAnswer> &answer) {
            if (!answer)
                return session.fail(answer.error().text, ExitCode::NoConnection);
            if (!answer.value().isSuccess() && !answer.value().isUnchanged())
                return session.fail(answer.value().problem());
            take(session, reading, answer.value());
        });
}

} // namespace

void runEvents(Session &session)
{
    bool isNumber = true;
    const qint64 wanted =
        session.line().values.value(QStringLiteral("lines"), QStringLiteral("100")).toLongLong(&isNumber);
    if (!isNumber || wanted < 0)
        return session.fail(QStringLiteral("-n takes a number"), ExitCode::Usage);
    // The newest id first, then from as many before it as are wanted.
    session.ask(QStringLiteral("events"), {{QStringLiteral("limit"), QStringLiteral("1")}},
        [&session, wanted](const ApiAnswer &answer) {
            const qint64 last = answer.object().value(u"last_id").toInteger();
            const auto reading = std::make_shared<Reading>();
            reading->after = std::max<qint64>(0, last - wanted);
            reading->follows = session.line().has(QLatin1String("follow"));
            readOn(session, reading);
        });
}

} // namespace foghorn
