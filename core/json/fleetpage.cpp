#include "core/json/fleetpage.h"

#include "core/json/jsonreading.h"
#include "core/json/packedchecks.h"
#include "core/json/serviceinfojson.h"
#include "core/json/statusfacts.h"
#include "core/json/statusmembers.h"
#include "core/model/words.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace foghorn {
namespace {

using Key = QLatin1String;

void writeUse(JsonWriter &json, const ResourceUse &use)
{
    json.key(Key("resources")).beginObject();
    json.member(Key("cpu_percent"), use.cpuPercent);
    json.member(Key("cpu_time_ms"), use.cpuTime.count());
    json.member(Key("memory_bytes"), use.memory);
    json.member(Key("processes"), use.processes);
    json.member(Key("threads"), use.threads);
    json.member(Key("descriptors"), use.descriptors);
    json.endObject();
}

ResourceUse useFromJson(const QJsonObject &object)
{
    return {object.value(u"cpu_percent").toDouble(), readMilliseconds(object, Key("cpu_time_ms")),
        object.value(u"memory_bytes").toInteger(), object.value(u"processes").toInt(), object.value(u"threads").toInt(),
        object.value(u"descriptors").toInt()};
}

void writePicture(JsonWriter &json, const RegistryEntry &entry)
{
    json.beginObject();
    json.member(Key("name"), entry.info.name);
    writeInfo(json, entry.info);
    writeSeedStatus(json, entry);
    writeStatusMembers(json, entry);
    writeFacts(json, entry);
    writeUse(json, entry.use);
    json.member(Key("registered_at"), entry.registeredAt);
    json.member(Key("last_heartbeat"), entry.lastHeartbeat);
    writePackedChecks(json, entry);
    writeUptimeSpans(json, entry.uptime);
    json.endObject();
}

std::optional<ServicePicture> pictureFromJson(const QJsonObject &object)
{
    const ServiceId name = object.value(u"name").toString();
    const auto status = statusFromJson(name, object);
    if (name.isEmpty() || !status)
        return std::nullopt;
    return ServicePicture{infoFromJson(name, object), *status, healthSummaryFromJson(object),
        packedChecksFromJson(name, object), uptimeFromJson(object), useFromJson(object.value(u"resources").toObject()),
        announcementFromJson(object), readTime(object, Key("registered_at")).value_or(WallTime{}),
        readTime(object, Key("last_heartbeat"))};
}

} // namespace

QByteArray fleetPageAnswer(const ServiceRegistry &registry, const FleetPageFrame &frame)
{
    const QList<ServiceId> &order = registry.order();
    const qsizetype from = std::min(frame.offset, order.size());
    const qsizetype to = std::min(order.size(), from + frame.limit);
    JsonWriter json(512 + (to - from) * 6000);
    json.beginObject();
    json.member(Key("success"), true);
    json.member(Key("format"), FleetPage::format);
    json.member(Key("version"), frame.version);
    json.member(Key("role"), frame.mayOperate ? Key("operator") : Key("viewer"));
    json.member(Key("fleet"), registry.fleetName());
    json.member(Key("total_services"), order.size());
    json.member(Key("offset"), frame.offset);
    json.member(Key("outline_revision"), registry.outlineRevision());
    json.member(Key("initialized"), registry.isInitialized());
    json.member(Key("is_ready"), registry.isReady());
    json.member(Key("composite_health"), toWord(registry.compositeHealth()));
    json.member(Key("resolution_ms"), registry.outline().resolutionMilliseconds);
    json.member(Key("first_event_id"), frame.firstEventId);
    json.member(Key("last_event_id"), frame.lastEventId);
    json.key(Key("services")).beginArray();
    for (qsizetype i = from; i < to; ++i) {
        if (const RegistryEntry *entry = registry.find(order.at(i)))
            writePicture(json, *entry);
    }
    json.endArray();
    json.endObject();
    return json.take();
}

Result<FleetPage> fleetPageFromJson(const QByteArray &body)
{
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    const int format = object.value(u"format").toInt();
    FleetPage page;
    page.version = object.value(u"version").toString();
    if (format == 0)
        return Error{QStringLiteral("what answers there is no Foghorn")};
    if (format != FleetPage::format)
        return Error{QStringLiteral("it is Foghorn %1, which speaks version %2 of what a window reads; this one reads "
                                    "version %3")
                         .arg(page.version)
                         .arg(format)
                         .arg(FleetPage::format)};
    page.fleet = object.value(u"fleet").toString();
    page.mayOperate = object.value(u"role") != QLatin1String("viewer");
    page.total = static_cast<qsizetype>(object.value(u"total_services").toInteger());
    page.offset = static_cast<qsizetype>(object.value(u"offset").toInteger());
    page.outlineRevision = object.value(u"outline_revision").toInteger();
    page.isInitialized = object.value(u"initialized").toBool();
    page.resolutionMilliseconds = object.value(u"resolution_ms").toDouble();
    page.firstEventId = object.value(u"first_event_id").toInteger();
    page.lastEventId = object.value(u"last_event_id").toInteger();
    const QJsonArray services = object.value(u"services").toArray();
    for (const QJsonValue &service : services) {
        if (std::optional<ServicePicture> picture = pictureFromJson(service.toObject()))
            page.services.append(std::move(*picture));
    }
    return page;
}

} // namespace foghorn
