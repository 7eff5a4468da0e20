#include "core/crashes/crashjson.h"

#include "core/json/jsonwriter.h"
#include "core/json/statusmembers.h"
#include "core/model/words.h"

namespace foghorn {
namespace {

using Key = QLatin1String;

void writeEnd(JsonWriter &json, const RunEnd &end)
{
    const ExitInfo &exit = end.exit;
    json.member(Key("pid"), end.pid);
    json.member(Key("started_at"), end.startedAt);
    json.member(Key("ended_at"), end.endedAt);
    json.member(Key("cause"), toWord(end.cause));
    json.key(Key("exit_code"));
    exit.kind == ExitInfo::Kind::Exited ? json.value(exit.code) : json.null();
    json.key(Key("signal"));
    exit.kind == ExitInfo::Kind::Signaled ? json.value(signalName(exit.signal)) : json.null();
    json.key(Key("reason")).textOrNull(exit.reason);
    json.member(Key("core_dumped"), exit.coreDumped);
    json.member(Key("restart_count"), end.restartCount);
}

void writeCore(JsonWriter &json, const CrashReport &report)
{
    json.key(Key("core_file"));
    if (report.core) {
        json.beginObject();
        json.member(Key("path"), report.core->path);
        json.member(Key("size"), report.core->size);
        json.endObject();
    } else {
        json.null();
    }
    json.key(Key("core_handler")).textOrNull(report.coreHandler);
}

void writeCurve(JsonWriter &json, const QList<UseSample> &curve)
{
    json.key(Key("resources")).beginArray();
    for (const UseSample &sample : curve) {
        json.beginObject();
        json.member(Key("at"), sample.at);
        json.key(Key("cpu_percent")).value(sample.cpuPercent);
        json.member(Key("memory_bytes"), sample.memory);
        json.member(Key("threads"), sample.threads);
        json.member(Key("descriptors"), sample.descriptors);
        json.endObject();
    }
    json.endArray();
}

void writeChanges(JsonWriter &json, const std::optional<QList<SpecChange>> &changes)
{
    json.key(Key("changes"));
    if (!changes) {
        json.null();
        return;
    }
    json.beginArray();
    for (const SpecChange &change : *changes) {
        json.beginObject();
        json.member(Key("key"), change.key);
        json.member(Key("before"), change.before);
        json.member(Key("after"), change.after);
        json.endObject();
    }
    json.endArray();
}

} // namespace

QByteArray crashJson(const CrashReport &report)
{
    JsonWriter json(16 * 1024);
    json.beginObject();
    json.member(Key("service"), report.end.service);
    json.key(Key("version")).textOrNull(report.version);
    writeEnd(json, report.end);
    writeCore(json, report);
    writeChanges(json, report.changes);
    writeCurve(json, report.curve);
    json.key(Key("checks")).beginArray();
    for (const CheckResult &check : report.checks)
        writeCheck(json, check);
    json.endArray();
    json.member(Key("log"), report.log);
    json.endObject();
    return json.take();
}

} // namespace foghorn
