#include "core/json/metricsanswer.h"

#include "core/json/whysentence.h"
#include "core/model/words.h"

namespace foghorn {
namespace {

using Key = QLatin1String;

void writeCounts(JsonWriter &json, Key name, const QMap<QString, int> &counts)
{
    json.key(name).beginObject();
    for (auto at = counts.cbegin(); at != counts.cend(); ++at)
        json.key(QStringView(at.key())).value(at.value());
    json.endObject();
}

void writeRegistryStats(JsonWriter &json, const ServiceRegistry &registry, qsizetype aliveServices)
{
    QMap<QString, int> byType;
    QMap<QString, int> byStatus;
    for (const char *word : {"failed", "running", "starting", "stopped", "stopping"})
        byStatus.insert(QLatin1String(word), 0);
    for (const ServiceId &id : registry.order()) {
        if (const RegistryEntry *entry = registry.find(id)) {
            ++byType[entry->info.type];
            ++byStatus[toStatusWord(entry->status.state)];
        }
    }
    json.key(Key("registry_stats")).beginObject();
    json.member(Key("total_services"), registry.order().size());
    json.member(Key("alive_services"), aliveServices);
    writeCounts(json, Key("by_status"), byStatus);
    writeCounts(json, Key("by_type"), byType);
    const HeartbeatPolicy usual;
    json.member(Key("heartbeat_interval"), static_cast<double>(usual.interval.count()) / 1000);
    json.member(Key("heartbeat_timeout"), static_cast<double>(usual.timeout.count()) / 1000);
    json.endObject();
}

} // namespace

FleetCounts countFleet(const ServiceRegistry &registry)
{
    FleetCounts counts;
    for (const ServiceId &id : registry.order()) {
        const RegistryEntry *entry = registry.find(id);
        if (!entry)
            continue;
        ++counts.total;
        counts.restarts += entry->status.restartCount;
        counts.running += entry->status.state == RunState::Running ? 1 : 0;
        counts.failed += entry->status.state == RunState::Failed ? 1 : 0;
        counts.healthy += entry->health.health == Health::Healthy ? 1 : 0;
        counts.unhealthy += entry->health.health == Health::Unhealthy ? 1 : 0;
    }
    counts.stopped = counts.total - counts.running - counts.failed;
    return counts;
}

void writeFleetCounts(JsonWriter &json, const FleetCounts &counts)
{
    json.member(Key("total_services"), counts.total);
    json.member(Key("running_services"), counts.running);
    json.member(Key("failed_services"), counts.failed);
    json.member(Key("stopped_services"), counts.stopped);
}

QByteArray metricsMember(const RegistryEntry &entry)
{
    const ServiceStatus &status = entry.status;
    JsonWriter json(512);
    json.key(QStringView(entry.info.name)).beginObject();
    json.member(Key("status"), toStatusWord(status.state));
    json.member(Key("state"), toWord(status.state));
    json.member(Key("cause"), toWord(status.cause));
    json.member(Key("since"), status.since);
    json.member(Key("next_attempt_at"), status.nextAttemptAt);
    json.member(Key("why"), whySentence(entry));
    json.member(Key("health"), toWord(entry.health.health));
    json.member(Key("restart_count"), status.restartCount);
    json.member(Key("restart_attempts"), status.restartAttempts);
    json.member(Key("last_restart"), status.lastRestart);
    json.key(Key("response_time_ms"));
    entry.lastCheck ? json.value(static_cast<double>(entry.lastCheck->responseTime.count()) / 1000.0) : json.null();
    json.member(Key("last_heartbeat"), entry.lastHeartbeat);
    json.member(Key("cpu_percent"), entry.use.cpuPercent);
    json.member(Key("memory_bytes"), entry.use.memory);
    json.member(Key("processes"), entry.use.processes);
    json.member(Key("threads"), entry.use.threads);
    json.member(Key("descriptors"), entry.use.descriptors);
    json.endObject();
    return json.take();
}

QByteArray metricsAnswer(const ServiceRegistry &registry, qsizetype aliveServices, const QList<QByteArray> &members)
{
    const FleetCounts counts = countFleet(registry);
    qsizetype size = 1024;
    for (const QByteArray &member : members)
        size += member.size() + 1;
    JsonWriter json(size);
    json.beginObject();
    json.member(Key("success"), true);
    json.key(Key("metrics")).beginObject();
    writeFleetCounts(json, counts);
    json.member(Key("total_restarts"), counts.restarts);
    json.member(Key("healthy_services"), counts.healthy);
    json.member(Key("unhealthy_services"), counts.unhealthy);
    json.member(Key("is_ready"), registry.isReady());
    json.member(Key("initialized"), registry.isInitialized());
    json.endObject();
    writeRegistryStats(json, registry, aliveServices);
    json.key(Key("service_details")).beginObject();
    for (const QByteArray &member : members)
        json.raw(member);
    json.endObject();
    json.endObject();
    return json.take();
}

} // namespace foghorn
