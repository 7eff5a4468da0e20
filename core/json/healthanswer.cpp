#include "core/json/healthanswer.h"

#include "core/json/statusmembers.h"
#include "core/json/whysentence.h"
#include "core/model/words.h"

namespace foghorn {
namespace {

using Key = QLatin1String;

void writeUptime(JsonWriter &json, QLatin1String name, const RegistryEntry &entry, WallTime now, milliseconds window)
{
    json.key(name);
    const std::optional<double> share = entry.uptime.share(now, window);
    share ? json.value(*share * 100, 3) : json.null();
}

QList<QString> servicesWith(const ServiceRegistry &registry, Health health)
{
    QList<QString> names;
    for (const ServiceId &id : registry.order()) {
        const RegistryEntry *entry = registry.find(id);
        if (entry && entry->health.health == health)
            names << id;
    }
    return names;
}

} // namespace

QByteArray healthMember(const RegistryEntry &entry, WallTime now)
{
    JsonWriter json(640);
    json.key(QStringView(entry.info.name)).beginObject();
    json.member(Key("status"), toWord(entry.health.health));
    json.key(Key("last_check"));
    entry.lastCheck ? writeCheck(json, *entry.lastCheck) : void(json.null());
    json.member(Key("consecutive_failures"), entry.health.consecutiveFailures);
    writeUptime(json, Key("uptime_1h"), entry, now, 1h);
    json.member(Key("consecutive_successes"), entry.health.consecutiveSuccesses);
    writeUptime(json, Key("uptime_24h"), entry, now, 24h);
    writeUptime(json, Key("uptime_7d"), entry, now, 24h * 7);
    writeUptime(json, Key("uptime_30d"), entry, now, 24h * 30);
    json.key(Key("response_time_ms"));
    entry.lastCheck ? json.value(static_cast<double>(entry.lastCheck->responseTime.count()) / 1000.0) : json.null();
    json.member(Key("state"), toWord(entry.status.state));
    json.member(Key("cause"), toWord(entry.status.cause));
    json.member(Key("why"), whySentence(entry));
    json.member(Key("since"), entry.status.since);
    json.member(Key("next_attempt_at"), entry.status.nextAttemptAt);
    json.endObject();
    return json.take();
}

QByteArray healthAnswer(const ServiceRegistry &registry, const QList<QByteArray> &members)
{
    qsizetype size = 512;
    for (const QByteArray &member : members)
        size += member.size() + 1;
    JsonWriter json(size);
    json.beginObject();
    json.member(Key("success"), true);
    json.member(Key("status"), Key("ok"));
    json.member(Key("composite_health"), toWord(registry.compositeHealth()));
    json.key(Key("services")).beginObject();
    for (const QByteArray &member : members)
        json.raw(member);
    json.endObject();
    json.member(Key("unhealthy_services"), servicesWith(registry, Health::Unhealthy));
    json.member(Key("degraded_services"), servicesWith(registry, Health::Degraded));
    json.endObject();
    return json.take();
}

QByteArray checkNowAnswer(const QList<CheckResult> &results, Health composite, WallTime now)
{
    JsonWriter json(512 * (results.size() + 1));
    json.beginObject();
    json.member(Key("success"), true);
    json.member(Key("timestamp"), now);
    json.member(Key("composite_health"), toWord(composite));
    json.key(Key("results")).beginObject();
    for (const CheckResult &result : results) {
        json.key(QStringView(result.service));
        writeCheck(json, result);
    }
    json.endObject();
    json.endObject();
    return json.take();
}

} // namespace foghorn
