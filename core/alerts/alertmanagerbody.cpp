#include "core/alerts/alertmanagerbody.h"

#include "core/json/jsonwriter.h"

namespace foghorn {
namespace {

using Key = QLatin1String;

/// By the convention of Prometheus, in one word.
QLatin1String nameOf(AlertRule rule)
{
    switch (rule) {
    case AlertRule::Slow:
        return QLatin1String("ServiceSlow");
    case AlertRule::Flapping:
        return QLatin1String("ServiceFlapping");
    case AlertRule::Degraded:
        return QLatin1String("ServiceDegraded");
    case AlertRule::Down:
        return QLatin1String("ServiceDown");
    case AlertRule::Unhealthy:
        return QLatin1String("ServiceUnhealthy");
    case AlertRule::HeartbeatLost:
        return QLatin1String("ServiceHeartbeatLost");
    case AlertRule::Failed:
        return QLatin1String("ServiceFailed");
    case AlertRule::RestartLimit:
        return QLatin1String("ServiceRestartLimit");
    case AlertRule::DiskFull:
        return QLatin1String("StateDiskFull");
    }
    Q_UNREACHABLE();
}

void writeLabels(JsonWriter &json, const Alert &alert, const AlertmanagerFrame &frame)
{
    json.key(Key("labels")).beginObject();
    json.member(Key("alertname"), nameOf(alert.rule));
    json.member(Key("severity"), toWord(alert.severity));
    json.member(Key("fleet"), frame.fleet);
    json.member(Key("rule"), toWord(alert.rule));
    if (!alert.service.isEmpty()) // an empty label is none
        json.member(Key("service"), alert.service);
    json.endObject();
}

void writeAnnotations(JsonWriter &json, const Alert &alert)
{
    json.key(Key("annotations")).beginObject();
    json.member(Key("summary"), alert.message);
    if (!alert.affected.isEmpty())
        json.member(Key("description"),
            QString(QLatin1String("Affected by it: ") + QStringList(alert.affected).join(QLatin1String(", "))));
    json.member(Key("foghorn_id"), QString::number(alert.id));
    if (!alert.acknowledgedBy.isEmpty())
        json.member(Key("acknowledged_by"), alert.acknowledgedBy);
    json.endObject();
}

} // namespace

QByteArray alertmanagerBody(const QList<Alert> &alerts, const AlertmanagerFrame &frame)
{
    JsonWriter json(512 * (alerts.size() + 1));
    json.beginArray();
    for (const Alert &alert : alerts) {
        json.beginObject();
        writeLabels(json, alert, frame);
        writeAnnotations(json, alert);
        json.member(Key("startsAt"), alert.since);
        json.member(Key("endsAt"), alert.resolvedAt.value_or(frame.expiry));
        if (!frame.generatorUrl.isEmpty())
            json.member(Key("generatorURL"), frame.generatorUrl);
        json.endObject();
    }
    json.endArray();
    return json.take();
}

} // namespace foghorn
