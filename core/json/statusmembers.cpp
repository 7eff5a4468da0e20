#include "core/json/statusmembers.h"

#include "core/json/jsonreading.h"
#include "core/json/whysentence.h"
#include "core/model/words.h"

namespace foghorn {

using Key = QLatin1String;

namespace {

/// Facts that are numbers by their nature. Texts that only look like one (a banner "7") stay texts.
bool isNumeric(QStringView name) { return name == u"status_code" || name == u"exit_code" || name == u"pid"; }

void writeDetail(JsonWriter &json, const QString &name, const QString &content)
{
    json.key(QStringView(name));
    bool isNumber = false;
    const qlonglong number = isNumeric(name) ? content.toLongLong(&isNumber) : 0;
    isNumber ? json.value(number) : json.value(content);
}

} // namespace

void writeSeedStatus(JsonWriter &json, const RegistryEntry &entry)
{
    const ServiceStatus &status = entry.status;
    json.member(Key("status"), toStatusWord(status.state));
    json.member(Key("restart_count"), status.restartCount);
    json.member(Key("last_restart"), status.lastRestart);
    json.key(Key("last_error")).textOrNull(status.lastError);
    json.member(Key("is_critical"), entry.info.critical);
}

void writeStatusMembers(JsonWriter &json, const RegistryEntry &entry)
{
    const ServiceStatus &status = entry.status;
    json.member(Key("state"), toWord(status.state));
    json.member(Key("health"), toWord(entry.health.health));
    json.member(Key("cause"), toWord(status.cause));
    json.member(Key("why"), whySentence(entry));
    json.member(Key("since"), status.since);
    json.member(Key("next_attempt_at"), status.nextAttemptAt);
    json.key(Key("pid"));
    status.pid > 0 ? json.value(status.pid) : json.null();
    json.member(Key("started_at"), status.startedAt);
    json.member(Key("restart_attempts"), status.restartAttempts);
    json.member(Key("max_attempts"), status.maxAttempts);
    json.key(Key("last_exit"));
    status.lastExit ? json.value(exitWords(*status.lastExit)) : json.null();
    json.key(Key("version")).textOrNull(entry.info.version);
    json.member(Key("layer"), entry.info.layer);
    json.member(Key("lost_dependencies"), status.lostDependencies);
    json.member(Key("external"), entry.info.external);
    json.key(Key("status_text")).textOrNull(entry.said.statusText);
}

void writeCheck(JsonWriter &json, const CheckResult &check)
{
    json.beginObject();
    writeCheckMembers(json, check);
    json.endObject();
}

void writeCheckMembers(JsonWriter &json, const CheckResult &check)
{
    json.member(Key("service_name"), check.service);
    json.member(Key("status"), toWord(check.healthAfter));
    json.member(Key("timestamp"), check.at);
    json.member(Key("message"), check.message);
    json.key(Key("details")).beginObject();
    for (const auto &[name, content] : check.details)
        writeDetail(json, name, content);
    json.endObject();
    json.member(Key("response_time_ms"), static_cast<double>(check.responseTime.count()) / 1000.0);
    json.member(Key("passed"), check.passed);
    json.member(Key("timed_out"), check.timedOut);
}

std::optional<CheckResult> checkFromJson(const QJsonObject &object)
{
    const auto health = healthFromWord(object.value(u"status").toString());
    const auto at = readTime(object, Key("timestamp"));
    if (!health || !at)
        return std::nullopt;
    CheckResult check;
    check.service = object.value(u"service_name").toString();
    check.at = *at;
    check.passed = object.value(u"passed").toBool();
    check.timedOut = object.value(u"timed_out").toBool();
    check.responseTime = readMicroseconds(object, Key("response_time_ms"));
    check.message = object.value(u"message").toString();
    check.healthAfter = *health;
    const QJsonObject details = object.value(u"details").toObject();
    for (auto detail = details.begin(); detail != details.end(); ++detail)
        check.details.append(
            {detail.key(), detail->isDouble() ? QString::number(detail->toInteger()) : detail->toString()});
    return check;
}

} // namespace foghorn
