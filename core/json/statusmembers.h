#pragma once

#include "core/json/jsonwriter.h"
#include "core/registry/serviceregistry.h"

#include <QJsonObject>

namespace foghorn {

/// status, restart_count, last_restart, last_error, is_critical: the seed's words for a service.
void writeSeedStatus(JsonWriter &json, const RegistryEntry &entry);
/// state, health, cause, why, since, next_attempt_at, pid, started_at, restart_attempts, max_attempts, last_exit,
/// version, layer, lost_dependencies, external: what every answer with a `status` says beside it.
void writeStatusMembers(JsonWriter &json, const RegistryEntry &entry);
/// One check as an object: service_name, status, timestamp, message, details, response_time_ms, passed, timed_out.
void writeCheck(JsonWriter &json, const CheckResult &check);
/// Its members alone, for an object that has more of them.
void writeCheckMembers(JsonWriter &json, const CheckResult &check);
/// The inverse, but for the order of the details; nothing when it is none.
std::optional<CheckResult> checkFromJson(const QJsonObject &object);

} // namespace foghorn
