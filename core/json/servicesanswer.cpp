#include "core/json/servicesanswer.h"

#include "core/json/metricsanswer.h"
#include "core/json/statusmembers.h"

namespace foghorn {

using Key = QLatin1String;

QByteArray serviceMember(const RegistryEntry &entry)
{
    JsonWriter json(640);
    json.key(QStringView(entry.info.name)).beginObject();
    writeSeedStatus(json, entry);
    writeStatusMembers(json, entry);
    json.endObject();
    return json.take();
}

QByteArray servicesAnswer(const QList<QByteArray> &members, bool isReady, bool isInitialized)
{
    qsizetype size = 256;
    for (const QByteArray &member : members)
        size += member.size() + 1;
    JsonWriter json(size);
    json.beginObject();
    json.member(Key("success"), true);
    json.member(Key("total_services"), members.size());
    json.key(Key("services")).beginObject();
    for (const QByteArray &member : members)
        json.raw(member);
    json.endObject();
    json.member(Key("is_ready"), isReady);
    json.member(Key("initialized"), isInitialized);
    json.endObject();
    return json.take();
}

QByteArray commandAnswer(const RegistryEntry &entry, const QString &message)
{
    JsonWriter json;
    json.beginObject();
    json.member(Key("success"), true);
    json.member(Key("service"), entry.info.name);
    writeSeedStatus(json, entry);
    json.member(Key("message"), message);
    writeStatusMembers(json, entry);
    json.endObject();
    return json.take();
}

QByteArray fleetCommandAnswer(const ServiceRegistry &registry, const QString &message)
{
    JsonWriter json;
    json.beginObject();
    json.member(Key("success"), true);
    json.member(Key("message"), message);
    writeFleetCounts(json, countFleet(registry));
    json.member(Key("is_ready"), registry.isReady());
    json.member(Key("initialized"), registry.isInitialized());
    json.endObject();
    return json.take();
}

} // namespace foghorn
