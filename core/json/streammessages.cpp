#include "core/json/streammessages.h"

#include "core/json/eventsanswer.h"
#include "core/json/servicelook.h"
#include "core/json/statusfacts.h"
#include "core/json/statusmembers.h"
#include "core/json/whysentence.h"
#include "core/model/words.h"

namespace foghorn {
namespace {

using Key = QLatin1String;

void writeUptimes(JsonWriter &json, const RegistryEntry &entry, WallTime now)
{
    const auto write = [&](Key name, std::chrono::milliseconds window) {
        json.key(name);
        const std::optional<double> share = entry.uptime.share(now, window);
        share ? json.value(*share * 100, 3) : json.null();
    };
    write(Key("uptime_1h"), std::chrono::hours(1));
    write(Key("uptime_24h"), std::chrono::hours(24));
    write(Key("uptime_7d"), std::chrono::hours(24 * 7));
}

void writeLook(JsonWriter &json, const RegistryEntry &entry, const Phrasebook &say, StreamAudience audience)
{
    const ServiceLook look = lookOf(entry);
    json.key(Key("look")).beginObject();
    json.member(Key("glyph"), look.glyph);
    json.member(Key("family"), look.family);
    json.member(Key("text"), say(look.words));
    json.member(Key("severity"), look.severity);
    if (audience == StreamAudience::Token && !say.isEnglish()) // in English `why` beside it says so
        json.member(Key("why"), whyShown(entry, say));
    json.endObject();
}

void writePublicStatus(JsonWriter &json, const RegistryEntry &entry, const Phrasebook &say)
{
    json.member(Key("status"), toStatusWord(entry.status.state));
    json.member(Key("state"), toWord(entry.status.state));
    json.member(Key("health"), toWord(entry.health.health));
    writeLook(json, entry, say, StreamAudience::Public);
}

/// `member` without its closing brace, and `more` (an object) without its opening one.
QByteArray spliced(const QByteArray &member, const QByteArray &more)
{
    return member.chopped(1) + ',' + QByteArrayView(more).sliced(1);
}

/// `"name":{…}` around what `write` writes.
template<typename Write> QByteArray namedObject(const RegistryEntry &entry, const Write &write)
{
    JsonWriter json(256);
    json.key(QStringView(entry.info.name)).beginObject();
    write(json);
    json.endObject();
    return json.take();
}

template<typename Write> QByteArray object(const Write &write)
{
    JsonWriter json(512);
    json.beginObject();
    write(json);
    json.endObject();
    return json.take();
}

void writeFleet(JsonWriter &json, const ServiceRegistry &registry, const Phrasebook &say)
{
    json.member(Key("composite_health"), toWord(registry.compositeHealth()));
    json.member(Key("is_ready"), registry.isReady());
    json.member(Key("initialized"), registry.isInitialized());
    const Headline headline = headlineOf(registry, say);
    json.key(Key("headline")).beginObject();
    json.member(Key("glyph"), headline.glyph);
    json.member(Key("family"), headline.family);
    json.member(Key("text"), headline.text);
    json.endObject();
}

void writeServices(JsonWriter &json, const QList<QByteArray> &members)
{
    json.key(Key("services")).beginObject();
    for (const QByteArray &member : members)
        json.raw(member);
    json.endObject();
}

qsizetype sizeOf(const QList<QByteArray> &members)
{
    qsizetype size = 512;
    for (const QByteArray &member : members)
        size += member.size() + 1;
    return size;
}

} // namespace

QByteArray eventMessage(const Event &event)
{
    JsonWriter json(320);
    writeEvent(json, event);
    return QByteArrayLiteral("{\"type\":\"event\",") + QByteArrayView(json.bytes()).sliced(1);
}

QByteArray snapshotMember(const RegistryEntry &entry, const QByteArray &member, WallTime now, const Phrasebook &say)
{
    return spliced(member, object([&](JsonWriter &json) {
        writeUptimes(json, entry, now);
        json.key(Key("response_time_ms"));
        entry.lastCheck ? json.value(static_cast<double>(entry.lastCheck->responseTime.count()) / 1000.0) : json.null();
        writeLook(json, entry, say, StreamAudience::Token);
        json.member(Key("checks"), QLatin1String(checkLetters(entry)));
        writeFacts(json, entry);
    }));
}

QByteArray publicSnapshotMember(const RegistryEntry &entry, WallTime now, const Phrasebook &say)
{
    return namedObject(entry, [&](JsonWriter &json) {
        writePublicStatus(json, entry, say);
        writeUptimes(json, entry, now);
    });
}

QByteArray snapshotMessage(const ServiceRegistry &registry, const QList<QByteArray> &members, qint64 lastEventId,
    WallTime now, const Phrasebook &say)
{
    JsonWriter json(sizeOf(members));
    json.beginObject();
    json.member(Key("type"), Key("snapshot"));
    json.member(Key("timestamp"), now);
    json.member(Key("fleet"), registry.fleetName());
    writeFleet(json, registry, say);
    json.member(Key("total_services"), members.size());
    json.member(Key("last_event_id"), lastEventId);
    writeServices(json, members);
    json.endObject();
    return json.take();
}

QByteArray updateMember(const RegistryEntry &entry, const QByteArray &member, const Phrasebook &say)
{
    return spliced(member, object([&](JsonWriter &json) {
        writeLook(json, entry, say, StreamAudience::Token);
        writeFacts(json, entry);
    }));
}

QByteArray publicUpdateMember(const RegistryEntry &entry, const Phrasebook &say)
{
    return namedObject(entry, [&](JsonWriter &json) { writePublicStatus(json, entry, say); });
}

QByteArray updateMessage(const ServiceRegistry &registry, const QList<QByteArray> &members,
    const QList<ServiceId> &removed, const Phrasebook &say)
{
    JsonWriter json(sizeOf(members));
    json.beginObject();
    json.member(Key("type"), Key("update"));
    writeFleet(json, registry, say);
    json.member(Key("total_services"), registry.order().size());
    if (!removed.isEmpty())
        json.member(Key("removed"), removed);
    writeServices(json, members);
    json.endObject();
    return json.take();
}

QByteArray checkMessage(const RegistryEntry &entry, const CheckResult &check, StreamAudience audience, WallTime now)
{
    return object([&](JsonWriter &json) {
        json.member(Key("type"), Key("check"));
        json.member(Key("service"), check.service);
        if (audience == StreamAudience::Token) {
            json.member(Key("timestamp"), check.at);
            json.member(Key("health"), toWord(check.healthAfter));
            json.member(Key("passed"), check.passed);
            json.member(Key("response_time_ms"), static_cast<double>(check.responseTime.count()) / 1000.0);
            json.key(Key("check"));
            writeCheck(json, check);
            json.member(Key("consecutive_failures"), entry.health.consecutiveFailures);
            json.member(Key("consecutive_successes"), entry.health.consecutiveSuccesses);
        }
        writeUptimes(json, entry, now);
    });
}

QByteArray uptimeMember(const RegistryEntry &entry, WallTime now)
{
    return namedObject(entry, [&](JsonWriter &json) { writeUptimes(json, entry, now); });
}

QByteArray uptimeMessage(const QList<QByteArray> &members, WallTime now)
{
    JsonWriter json(sizeOf(members));
    json.beginObject();
    json.member(Key("type"), Key("uptime"));
    json.member(Key("timestamp"), now);
    writeServices(json, members);
    json.endObject();
    return json.take();
}

QByteArray checkLetters(const RegistryEntry &entry)
{
    QByteArray letters;
    letters.reserve(static_cast<qsizetype>(entry.checks.size()));
    for (std::size_t i = 0; i < entry.checks.size(); ++i) {
        switch (entry.checks.at(i).healthAfter) {
        case Health::Healthy:
            letters += 'h';
            break;
        case Health::Degraded:
            letters += 'd';
            break;
        case Health::Unhealthy:
            letters += 'u';
            break;
        case Health::Unknown:
            letters += '?';
            break;
        }
    }
    return letters;
}

} // namespace foghorn
