#include "core/json/serviceinfojson.h"

#include "core/json/jsonreading.h"

#include <QJsonArray>

namespace foghorn {
namespace {

using Key = QLatin1String;

void writePorts(JsonWriter &json, const QList<NamedPort> &ports)
{
    json.key(Key("named_ports")).beginArray();
    for (const NamedPort &port : ports) {
        json.beginObject();
        json.member(Key("name"), port.name);
        json.member(Key("port"), port.port);
        json.member(Key("automatic"), port.automatic);
        json.endObject();
    }
    json.endArray();
}

void writeEndpoints(JsonWriter &json, const QList<Endpoint> &endpoints)
{
    json.key(Key("endpoints")).beginArray();
    for (const Endpoint &endpoint : endpoints) {
        json.beginObject();
        json.member(Key("name"), endpoint.name);
        json.member(Key("url"), endpoint.url);
        json.endObject();
    }
    json.endArray();
}

QMap<QString, QString> labelsFromJson(const QJsonObject &object)
{
    QMap<QString, QString> labels;
    for (auto label = object.begin(); label != object.end(); ++label)
        labels.insert(label.key(), label.value().toString());
    return labels;
}

QList<NamedPort> portsFromJson(const QJsonArray &array)
{
    QList<NamedPort> ports;
    for (const QJsonValue &port : array)
        ports.append(
            {port[u"name"].toString(), static_cast<quint16>(port[u"port"].toInt()), port[u"automatic"].toBool()});
    return ports;
}

QList<Endpoint> endpointsFromJson(const QJsonArray &array)
{
    QList<Endpoint> endpoints;
    for (const QJsonValue &endpoint : array)
        endpoints.append({endpoint[u"name"].toString(), endpoint[u"url"].toString()});
    return endpoints;
}

} // namespace

void writeInfo(JsonWriter &json, const ServiceInfo &info)
{
    json.member(Key("service_type"), info.type);
    json.member(Key("description"), info.description);
    json.key(Key("labels")).beginObject();
    for (auto label = info.labels.cbegin(); label != info.labels.cend(); ++label)
        json.key(QStringView(label.key())).value(label.value());
    json.endObject();
    json.member(Key("autostart"), info.autostart);
    json.member(Key("job"), info.job);
    json.member(Key("has_probe"), info.hasProbe);
    json.member(Key("required"), info.required);
    json.member(Key("optional"), info.optional);
    json.member(Key("after"), info.after);
    json.member(Key("dependents"), info.dependents);
    writePorts(json, info.ports);
    writeEndpoints(json, info.endpoints);
    json.member(Key("log_file"), info.logFile);
    json.member(Key("heartbeat_interval_ms"), info.heartbeat.interval.count());
    json.member(Key("heartbeat_timeout_ms"), info.heartbeat.timeout.count());
    json.member(Key("beats_itself"), info.beatsItself);
    json.member(Key("stop_timeout_ms"), info.stopTimeout.count());
    json.member(Key("start_timeout_ms"), info.startTimeout.count());
    json.member(Key("failure_threshold"), info.failureThreshold);
}

ServiceInfo infoFromJson(const ServiceId &service, const QJsonObject &object)
{
    ServiceInfo info;
    info.name = service;
    info.type = object.value(u"service_type").toString();
    info.description = object.value(u"description").toString();
    info.version = object.value(u"version").toString();
    info.labels = labelsFromJson(object.value(u"labels").toObject());
    info.critical = object.value(u"is_critical").toBool(true);
    info.autostart = object.value(u"autostart").toBool(true);
    info.job = object.value(u"job").toBool();
    info.hasProbe = object.value(u"has_probe").toBool();
    info.external = object.value(u"external").toBool();
    info.layer = object.value(u"layer").toInt();
    info.required = readTexts(object, Key("required"));
    info.optional = readTexts(object, Key("optional"));
    info.after = readTexts(object, Key("after"));
    info.dependents = readTexts(object, Key("dependents"));
    info.ports = portsFromJson(object.value(u"named_ports").toArray());
    info.endpoints = endpointsFromJson(object.value(u"endpoints").toArray());
    info.logFile = object.value(u"log_file").toString();
    info.heartbeat.interval = readMilliseconds(object, Key("heartbeat_interval_ms"));
    info.heartbeat.timeout = readMilliseconds(object, Key("heartbeat_timeout_ms"));
    info.beatsItself = object.value(u"beats_itself").toBool();
    info.stopTimeout = readMilliseconds(object, Key("stop_timeout_ms"));
    info.startTimeout = readMilliseconds(object, Key("start_timeout_ms"));
    info.failureThreshold = object.value(u"failure_threshold").toInt();
    return info;
}

} // namespace foghorn
