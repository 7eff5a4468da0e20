#include "core/alerts/alertstate.h"

#include "core/base/names.h"
#include "core/json/alertsanswer.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace foghorn {
namespace {

using Key = QLatin1String;

constexpr int formatVersion = 1;

bool readAlerts(const QJsonArray &array, SavedAlerts &saved)
{
    for (const QJsonValue &value : array) {
        const std::optional<Alert> alert = alertFromJson(value.toObject());
        if (!alert)
            return false;
        saved.alerts.append(*alert);
    }
    return true;
}

bool readMaintenance(const QJsonObject &object, SavedAlerts &saved)
{
    for (auto period = object.begin(); period != object.end(); ++period) {
        const auto until = fromRfc3339(period.value().toString().toLatin1());
        if (!until || !isServiceName(period.key()))
            return false;
        saved.maintenance.insert(period.key(), *until);
    }
    return true;
}

bool readOutbox(const QJsonArray &array, SavedAlerts &saved)
{
    for (const QJsonValue &value : array) {
        const auto queuedAt = fromRfc3339(value[u"queued_at"].toString().toLatin1());
        const QString sink = value[u"sink"].toString();
        if (!queuedAt || sink.isEmpty() || !value[u"body"].isString())
            return false;
        saved.outbox.append({sink, value[u"body"].toString().toUtf8(), *queuedAt,
            value[u"alert"].toInteger(0)}); // older ones have none
    }
    return true;
}

} // namespace

QByteArray toJson(const SavedAlerts &saved)
{
    JsonWriter json(512 * (saved.alerts.size() + saved.outbox.size() + 1));
    json.beginObject();
    json.member(Key("version"), formatVersion);
    json.member(Key("last_id"), saved.lastId);
    json.key(Key("alerts")).beginArray();
    for (const Alert &alert : saved.alerts)
        writeAlert(json, alert);
    json.endArray();
    json.key(Key("maintenance"));
    writeMaintenance(json, saved.maintenance);
    json.key(Key("outbox")).beginArray();
    for (const Delivery &delivery : saved.outbox) {
        json.beginObject();
        json.member(Key("sink"), delivery.sink);
        json.member(Key("queued_at"), delivery.queuedAt);
        json.member(Key("alert"), delivery.alert);
        json.member(Key("body"), QString::fromUtf8(delivery.body));
        json.endObject();
    }
    json.endArray();
    json.endObject();
    return json.take() + '\n';
}

std::optional<SavedAlerts> savedAlertsFromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    SavedAlerts saved;
    saved.lastId = object.value(u"last_id").toInteger(-1);
    const bool isGood = object.value(u"version").toInt() == formatVersion && saved.lastId >= 0
        && object.value(u"alerts").isArray() && readAlerts(object.value(u"alerts").toArray(), saved)
        && readMaintenance(object.value(u"maintenance").toObject(), saved)
        && readOutbox(object.value(u"outbox").toArray(), saved);
    return isGood ? std::optional(saved) : std::nullopt;
}

} // namespace foghorn
