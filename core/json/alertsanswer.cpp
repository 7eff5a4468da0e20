#include "core/json/alertsanswer.h"

#include <QJsonArray>

namespace foghorn {
namespace {

using Key = QLatin1String;

std::optional<WallTime> timeIn(const QJsonObject &object, QLatin1String name)
{
    return fromRfc3339(object.value(name).toString().toLatin1());
}

} // namespace

void writeAlert(JsonWriter &json, const Alert &alert)
{
    json.beginObject();
    json.member(Key("id"), alert.id);
    json.member(Key("status"), alert.isFiring() ? QLatin1String("firing") : QLatin1String("resolved"));
    json.member(Key("rule"), toWord(alert.rule));
    json.member(Key("severity"), toWord(alert.severity));
    json.key(Key("service")).textOrNull(alert.service);
    json.member(Key("message"), alert.message);
    json.member(Key("since"), alert.since);
    json.member(Key("resolved_at"), alert.resolvedAt);
    json.key(Key("duration_seconds"));
    alert.duration ? json.value(static_cast<double>(alert.duration->count()) / 1000.0) : json.null();
    json.member(Key("count"), alert.count);
    json.member(Key("affected"), alert.affected);
    json.member(Key("acknowledged"), !alert.acknowledgedBy.isEmpty());
    json.key(Key("acknowledged_by")).textOrNull(alert.acknowledgedBy);
    json.member(Key("acknowledged_at"), alert.acknowledgedAt);
    json.member(Key("muted_until"), alert.mutedUntil);
    json.member(Key("in_maintenance"), alert.inMaintenance);
    json.member(Key("folded_into"), alert.foldedInto);
    json.endObject();
}

std::optional<Alert> alertFromJson(const QJsonObject &object)
{
    Alert alert;
    alert.id = object.value(u"id").toInteger();
    const auto rule = alertRuleFromWord(object.value(u"rule").toString());
    const auto severity = alertSeverityFromWord(object.value(u"severity").toString());
    const auto since = timeIn(object, Key("since"));
    if (alert.id <= 0 || !rule || !severity || !since)
        return std::nullopt;
    alert.rule = *rule;
    alert.severity = *severity;
    alert.service = object.value(u"service").toString();
    alert.message = object.value(u"message").toString();
    alert.since = *since;
    alert.resolvedAt = timeIn(object, Key("resolved_at"));
    if (const QJsonValue seconds = object.value(u"duration_seconds"); seconds.isDouble())
        alert.duration = std::chrono::milliseconds(qRound64(seconds.toDouble() * 1000));
    alert.count = object.value(u"count").toInt(1);
    const QJsonArray affected = object.value(u"affected").toArray();
    for (const QJsonValue &service : affected)
        alert.affected.append(service.toString());
    alert.acknowledgedBy = object.value(u"acknowledged_by").toString();
    alert.acknowledgedAt = timeIn(object, Key("acknowledged_at"));
    alert.mutedUntil = timeIn(object, Key("muted_until"));
    alert.inMaintenance = object.value(u"in_maintenance").toBool();
    if (const QJsonValue other = object.value(u"folded_into"); other.isDouble())
        alert.foldedInto = other.toInteger();
    return alert;
}

void writeMaintenance(JsonWriter &json, const QMap<ServiceId, WallTime> &maintenance)
{
    json.beginObject();
    for (auto period = maintenance.cbegin(); period != maintenance.cend(); ++period)
        json.key(QStringView(period.key())).value(period.value());
    json.endObject();
}

QByteArray alertsAnswer(const QList<const Alert *> &alerts, const AlertBoard &board)
{
    JsonWriter json(512 * (alerts.size() + 1));
    json.beginObject();
    json.member(Key("success"), true);
    json.member(Key("total"), alerts.size());
    json.member(Key("firing"), board.firingCount());
    json.key(Key("alerts")).beginArray();
    for (const Alert *alert : alerts)
        writeAlert(json, *alert);
    json.endArray();
    json.key(Key("maintenance"));
    writeMaintenance(json, board.maintenance());
    json.endObject();
    return json.take();
}

QByteArray alertAnswer(const Alert &alert, const QString &message)
{
    JsonWriter json;
    json.beginObject();
    json.member(Key("success"), true);
    json.member(Key("message"), message);
    json.key(Key("alert"));
    writeAlert(json, alert);
    json.endObject();
    return json.take();
}

QByteArray maintenanceAnswer(const ServiceId &service, const AlertBoard &board, const QString &message)
{
    const auto period = board.maintenance().constFind(service);
    JsonWriter json;
    json.beginObject();
    json.member(Key("success"), true);
    json.member(Key("service"), service);
    json.key(Key("maintenance_until"));
    period == board.maintenance().constEnd() ? json.null() : json.value(period.value());
    json.member(Key("message"), message);
    json.endObject();
    return json.take();
}

} // namespace foghorn
