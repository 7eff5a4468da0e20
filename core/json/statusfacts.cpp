#include "core/json/statusfacts.h"

#include "core/json/jsonreading.h"
#include "core/model/words.h"

#include <QJsonArray>

namespace foghorn {
namespace {

using Key = QLatin1String;

QLatin1String wordOf(ExitInfo::Kind kind)
{
    switch (kind) {
    case ExitInfo::Kind::Exited:
        return Key("exited");
    case ExitInfo::Kind::Signaled:
        return Key("signaled");
    case ExitInfo::Kind::SpawnFailed:
        return Key("spawn_failed");
    case ExitInfo::Kind::Unknown:
        return Key("unknown");
    }
    Q_UNREACHABLE();
}

ExitInfo::Kind exitKindOf(QStringView word)
{
    for (const auto kind : {ExitInfo::Kind::Exited, ExitInfo::Kind::Signaled, ExitInfo::Kind::SpawnFailed}) {
        if (word == wordOf(kind))
            return kind;
    }
    return ExitInfo::Kind::Unknown;
}

DependencyCondition conditionOf(QStringView word)
{
    for (const auto condition : {DependencyCondition::Healthy, DependencyCondition::Completed}) {
        if (word == toWord(condition))
            return condition;
    }
    return DependencyCondition::Started;
}

void writeExit(JsonWriter &json, const ExitInfo &exit)
{
    json.beginObject();
    json.member(Key("kind"), wordOf(exit.kind));
    json.member(Key("code"), exit.code);
    json.member(Key("signal"), exit.signal);
    json.member(Key("core_dumped"), exit.coreDumped);
    json.member(Key("reason"), exit.reason);
    json.endObject();
}

ExitInfo exitFromJson(const QJsonObject &object)
{
    return {exitKindOf(object.value(u"kind").toString()), object.value(u"code").toInt(),
        object.value(u"signal").toInt(), object.value(u"core_dumped").toBool(), object.value(u"reason").toString()};
}

void writeBlockers(JsonWriter &json, const QList<Blocker> &blockers)
{
    json.beginArray();
    for (const Blocker &blocker : blockers) {
        json.beginObject();
        json.member(Key("service"), blocker.service);
        json.member(Key("condition"), toWord(blocker.condition));
        json.member(Key("required"), blocker.required);
        json.endObject();
    }
    json.endArray();
}

QList<Blocker> blockersFromJson(const QJsonArray &array)
{
    QList<Blocker> blockers;
    for (const QJsonValue &value : array)
        blockers.append({value[u"service"].toString(), conditionOf(value[u"condition"].toString()),
            value[u"required"].toBool(true)});
    return blockers;
}

void writeLeft(JsonWriter &json, const QList<LingeringProcess> &processes)
{
    json.beginArray();
    for (const LingeringProcess &process : processes) {
        json.beginObject();
        json.member(Key("pid"), process.pid);
        json.member(Key("command"), process.command);
        json.member(Key("started_at"), process.startedAt);
        json.endObject();
    }
    json.endArray();
}

QList<LingeringProcess> leftFromJson(const QJsonArray &array)
{
    QList<LingeringProcess> processes;
    for (const QJsonValue &value : array) {
        const QJsonObject process = value.toObject();
        processes.append({process.value(u"pid").toInteger(), process.value(u"command").toString(),
            readTime(process, Key("started_at"))});
    }
    return processes;
}

} // namespace

void writeFacts(JsonWriter &json, const RegistryEntry &entry)
{
    json.member(Key("goal"), entry.status.goal == Goal::Up ? Key("up") : Key("down"));
    json.key(Key("blockers"));
    writeBlockers(json, entry.status.blockers);
    json.key(Key("exit"));
    entry.status.lastExit ? writeExit(json, *entry.status.lastExit) : void(json.null());
    json.key(Key("lingering"));
    writeLeft(json, entry.status.lingering);
    json.member(Key("consecutive_failures"), entry.health.consecutiveFailures);
    json.member(Key("consecutive_successes"), entry.health.consecutiveSuccesses);
    json.member(Key("reloading"), entry.said.reloading);
    json.member(Key("stopping"), entry.said.stopping);
}

std::optional<ServiceStatus> statusFromJson(const ServiceId &service, const QJsonObject &object)
{
    const auto state = runStateFromWord(object.value(u"state").toString());
    const auto cause = causeFromWord(object.value(u"cause").toString());
    const auto since = readTime(object, Key("since"));
    if (!state || !cause || !since)
        return std::nullopt;
    ServiceStatus status;
    status.service = service;
    status.goal = object.value(u"goal").toString() == u"up" ? Goal::Up : Goal::Down;
    status.state = *state;
    status.cause = *cause;
    status.since = *since;
    status.nextAttemptAt = readTime(object, Key("next_attempt_at"));
    status.blockers = blockersFromJson(object.value(u"blockers").toArray());
    status.pid = object.value(u"pid").toInteger();
    status.startedAt = readTime(object, Key("started_at"));
    status.restartCount = object.value(u"restart_count").toInt();
    status.restartAttempts = object.value(u"restart_attempts").toInt();
    status.maxAttempts = object.value(u"max_attempts").toInt();
    status.lastRestart = readTime(object, Key("last_restart"));
    if (const QJsonValue exit = object.value(u"exit"); exit.isObject())
        status.lastExit = exitFromJson(exit.toObject());
    status.lastError = object.value(u"last_error").toString();
    status.lostDependencies = readTexts(object, Key("lost_dependencies"));
    status.lingering = leftFromJson(object.value(u"lingering").toArray());
    return status;
}

HealthSummary healthSummaryFromJson(const QJsonObject &object)
{
    return {healthFromWord(object.value(u"health").toString()).value_or(Health::Unknown),
        object.value(u"consecutive_failures").toInt(), object.value(u"consecutive_successes").toInt()};
}

Announcement announcementFromJson(const QJsonObject &object)
{
    return {object.value(u"status_text").toString(), object.value(u"reloading").toBool(),
        object.value(u"stopping").toBool()};
}

} // namespace foghorn
