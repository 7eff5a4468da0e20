#include "core/json/serviceanswer.h"

#include "core/json/registryanswer.h"
#include "core/json/statusmembers.h"

namespace foghorn {
namespace {

using Key = QLatin1String;

/// What blocks a stop.
void writeLingering(JsonWriter &json, const QList<LingeringProcess> &processes)
{
    json.key(Key("lingering")).beginArray();
    for (const LingeringProcess &process : processes) {
        json.beginObject();
        json.member(Key("pid"), process.pid);
        json.member(Key("command"), process.command);
        json.member(Key("started_at"), process.startedAt);
        json.endObject();
    }
    json.endArray();
}

void writeDependencies(JsonWriter &json, const ServiceInfo &info)
{
    json.key(Key("dependencies")).beginObject();
    json.member(Key("required"), info.required);
    json.member(Key("optional"), info.optional);
    json.member(Key("dependents"), info.dependents);
    json.member(Key("layer"), info.layer);
    json.member(Key("after"), info.after);
    json.endObject();
}

void writePorts(JsonWriter &json, const ServiceInfo &info)
{
    json.key(Key("ports")).beginObject();
    for (const NamedPort &port : info.ports)
        json.key(QStringView(port.name)).value(port.port);
    json.endObject();
}

void writeUse(JsonWriter &json, const ResourceUse &use)
{
    json.key(Key("resources")).beginObject();
    json.member(Key("cpu_percent"), use.cpuPercent);
    json.member(Key("memory_bytes"), use.memory);
    json.member(Key("processes"), use.processes);
    json.member(Key("threads"), use.threads);
    json.member(Key("descriptors"), use.descriptors);
    json.endObject();
}

} // namespace

QByteArray serviceAnswer(const RegistryEntry &entry, std::size_t history, WallTime now)
{
    JsonWriter json(4096);
    json.beginObject();
    json.member(Key("success"), true);
    json.member(Key("service"), entry.info.name);
    writeSeedStatus(json, entry);
    writeDependencies(json, entry.info);
    json.key(Key("health_history")).beginArray();
    for (const CheckResult &check : entry.checks.tail(history))
        writeCheck(json, check);
    json.endArray();
    json.key(Key("registry_metadata"));
    writeRegistration(json, entry, now);
    writeStatusMembers(json, entry);
    json.member(Key("description"), entry.info.description);
    writePorts(json, entry.info);
    writeUse(json, entry.use);
    writeLingering(json, entry.status.lingering);
    json.member(Key("consecutive_failures"), entry.health.consecutiveFailures);
    json.member(Key("consecutive_successes"), entry.health.consecutiveSuccesses);
    json.endObject();
    return json.take();
}

} // namespace foghorn
