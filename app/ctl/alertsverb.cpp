#include "app/ctl/phrases.h"
#include "app/ctl/session.h"

#include "core/base/names.h"
#include "core/base/units.h"

#include <QJsonArray>
#include <QJsonObject>

namespace foghorn {
namespace {

Tone toneOf(const QJsonObject &alert)
{
    if (alert.value(u"status").toString() != u"firing")
        return Tone::Faint;
    return alert.value(u"severity").toString() == u"critical" ? Tone::Bad : Tone::Warning;
}

/// "firing", "seen", "muted", "maintenance", "resolved"
QString stateOf(const QJsonObject &alert)
{
    if (alert.value(u"status").toString() != u"firing")
        return QStringLiteral("resolved");
    if (alert.value(u"in_maintenance").toBool())
        return QStringLiteral("maintenance");
    if (alert.value(u"muted_until").isString())
        return QStringLiteral("muted");
    return alert.value(u"acknowledged").toBool() ? QStringLiteral("seen") : QStringLiteral("firing");
}

QString lengthOf(const QJsonObject &alert)
{
    const QJsonValue seconds = alert.value(u"duration_seconds");
    if (!seconds.isDouble())
        return QStringLiteral("-");
    return formatDuration(std::chrono::seconds(qRound64(seconds.toDouble())));
}

void addRow(Table &table, const QJsonObject &alert)
{
    const QString service = alert.value(u"service").toString();
    const QStringList affected = wordsOf(alert.value(u"affected"));
    QString message = alert.value(u"message").toString();
    if (!affected.isEmpty())
        message += QStringLiteral(" (affects %1)").arg(affected.join(QLatin1String(", ")));
    table.add({{QString::number(alert.value(u"id").toInteger())}, {alert.value(u"severity").toString(), toneOf(alert)},
        {stateOf(alert), toneOf(alert)}, {service.isEmpty() ? QStringLiteral("(machine)") : service},
        {agoOf(alert.value(u"since"))}, {lengthOf(alert)}, {message}});
}

void showAlerts(Session &session, const QJsonObject &answer)
{
    const QJsonArray alerts = answer.value(u"alerts").toArray();
    if (alerts.isEmpty()) {
        session.console().line(session.line().has(QLatin1String("all"))
                ? QStringLiteral("No alerts, and none that are remembered.")
                : QStringLiteral("No alerts. `foghornctl alerts --all` also shows those that are over."));
    } else {
        Table table({QStringLiteral("ID"), QStringLiteral("SEVERITY"), QStringLiteral("STATE"),
            QStringLiteral("SERVICE"), QStringLiteral("SINCE"), QStringLiteral("LASTED"), QStringLiteral("WHAT")});
        for (const QJsonValue &alert : alerts)
            addRow(table, alert.toObject());
        table.show(session.console());
    }
    const QJsonObject maintenance = answer.value(u"maintenance").toObject();
    for (auto period = maintenance.begin(); period != maintenance.end(); ++period)
        session.console().line(
            QStringLiteral("%1 is in maintenance, which ends %2").arg(printable(period.key()), agoOf(period.value())));
}

/// The id that was given; a usage error when it is none.
std::optional<qint64> idOf(Session &session)
{
    bool isNumber = false;
    const QString text = session.line().names.value(0);
    const qint64 id = text.toLongLong(&isNumber);
    if (isNumber && id > 0)
        return id;
    session.fail(
        QStringLiteral("'%1' is no id of an alert; `foghornctl alerts` lists them").arg(text), ExitCode::Usage);
    return std::nullopt;
}

/// What --for says, in whole minutes; 0 when --off is given.
std::optional<qint64> minutesOf(Session &session)
{
    if (session.line().has(QLatin1String("off")))
        return 0;
    const QString text = session.line().values.value(QStringLiteral("for"), QStringLiteral("1h"));
    const auto time = parseDuration(text);
    if (time && *time > std::chrono::milliseconds(0))
        return std::chrono::ceil<std::chrono::minutes>(*time).count();
    session.fail(QStringLiteral("--for takes a time like 30m, 1h or 2d, not '%1'").arg(text), ExitCode::Usage);
    return std::nullopt;
}

void orderAndTell(Session &session, const QString &path, const QJsonObject &body)
{
    session.order(path, body, [&session](const ApiAnswer &answer) {
        if (session.printedJson(answer))
            return;
        session.console().line(printable(answer.object().value(u"message").toString()));
        session.finish(ExitCode::Done);
    });
}

} // namespace

void runAlerts(Session &session)
{
    QUrlQuery query;
    if (session.line().has(QLatin1String("all")))
        query.addQueryItem(QStringLiteral("status"), QStringLiteral("all"));
    if (!session.line().names.isEmpty()) {
        if (!isServiceName(session.line().names.first()))
            return session.fail(
                QStringLiteral("'%1' is no name of a service").arg(session.line().names.first()), ExitCode::Usage);
        query.addQueryItem(QStringLiteral("service"), session.line().names.first());
    }
    session.ask(QStringLiteral("alerts"), query, [&session](const ApiAnswer &answer) {
        if (session.printedJson(answer))
            return;
        showAlerts(session, answer.object());
        session.finish(ExitCode::Done);
    });
}

void runAcknowledge(Session &session)
{
    const std::optional<qint64> id = idOf(session);
    if (!id)
        return;
    QJsonObject body;
    if (session.line().has(QLatin1String("undo")))
        body.insert(u"acknowledged", false);
    orderAndTell(session, QStringLiteral("alerts/%1/acknowledge").arg(*id), body);
}

void runMute(Session &session)
{
    const std::optional<qint64> id = idOf(session);
    const std::optional<qint64> minutes = id ? minutesOf(session) : std::nullopt;
    if (minutes)
        orderAndTell(session, QStringLiteral("alerts/%1/mute").arg(*id), {{QStringLiteral("minutes"), *minutes}});
}

void runMaintenance(Session &session)
{
    const QString name = session.line().names.value(0);
    if (!isServiceName(name))
        return session.fail(QStringLiteral("'%1' is no name of a service").arg(name), ExitCode::Usage);
    if (const std::optional<qint64> minutes = minutesOf(session))
        orderAndTell(
            session, QStringLiteral("service/%1/maintenance").arg(name), {{QStringLiteral("minutes"), *minutes}});
}

} // namespace foghorn
