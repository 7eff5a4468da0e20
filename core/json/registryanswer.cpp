#include "core/json/registryanswer.h"

#include "core/json/whysentence.h"
#include "core/model/words.h"

#include <algorithm>

namespace foghorn {
namespace {

using Key = QLatin1String;

qint64 uptimeSeconds(const RegistryEntry &entry, WallTime now)
{
    std::optional<WallTime> from = entry.status.startedAt;
    if (entry.info.external)
        from = entry.registeredAt;
    if (!from)
        return 0;
    return std::max<qint64>(0, std::chrono::duration_cast<std::chrono::seconds>(now - *from).count());
}

} // namespace

void writeRegistration(JsonWriter &json, const RegistryEntry &entry, WallTime now)
{
    const ServiceInfo &info = entry.info;
    json.beginObject();
    json.member(Key("name"), info.name);
    json.member(Key("service_type"), info.type);
    json.member(Key("status"), toStatusWord(entry.status.state));
    json.key(Key("version")).textOrNull(info.version);
    json.key(Key("endpoints")).beginObject();
    for (const Endpoint &endpoint : info.endpoints)
        json.key(QStringView(endpoint.name)).value(endpoint.url);
    json.endObject();
    json.member(Key("dependencies"), info.required);
    json.member(Key("optional_dependencies"), info.optional);
    json.member(Key("registered_at"), entry.registeredAt);
    json.member(Key("last_heartbeat"), entry.lastHeartbeat);
    json.member(Key("uptime_seconds"), uptimeSeconds(entry, now));
    json.key(Key("metadata")).beginObject();
    for (auto at = info.labels.cbegin(); at != info.labels.cend(); ++at)
        json.key(QStringView(at.key())).value(at.value());
    json.endObject();
    json.member(Key("description"), info.description);
    json.member(Key("state"), toWord(entry.status.state));
    json.member(Key("cause"), toWord(entry.status.cause));
    json.member(Key("since"), entry.status.since);
    json.member(Key("next_attempt_at"), entry.status.nextAttemptAt);
    json.member(Key("why"), whySentence(entry));
    json.member(Key("external"), info.external);
    json.endObject();
}

QByteArray registryAnswer(const QList<const RegistryEntry *> &entries, WallTime now)
{
    JsonWriter json(640 * (entries.size() + 1));
    json.beginObject();
    json.member(Key("success"), true);
    json.member(Key("total_services"), entries.size());
    json.key(Key("services")).beginObject();
    for (const RegistryEntry *entry : entries) {
        json.key(QStringView(entry->info.name));
        writeRegistration(json, *entry, now);
    }
    json.endObject();
    json.endObject();
    return json.take();
}

QByteArray registrationAnswer(const QString &service, const RegistryEntry *entry, const QString &message, WallTime now)
{
    JsonWriter json;
    json.beginObject();
    json.member(Key("success"), true);
    json.member(Key("service"), service);
    json.member(Key("message"), message);
    if (entry) {
        json.key(Key("registration"));
        writeRegistration(json, *entry, now);
    }
    json.endObject();
    return json.take();
}

} // namespace foghorn
