#pragma once

#include "core/json/jsonwriter.h"
#include "core/registry/serviceregistry.h"

#include <QJsonObject>

namespace foghorn {

/// The remembered checks in little space: checks[] of [time, health letter, passed 1 | timed out 2, response time in
/// microseconds, index into words[]], oldest first, words[] of their messages, and last_check as writeCheck() says it.
/// Times are milliseconds since 1970. Only the last one has its details.
void writePackedChecks(JsonWriter &json, const RegistryEntry &entry);
QList<CheckResult> packedChecksFromJson(const ServiceId &service, const QJsonObject &object);

/// uptime_spans[] of [time, condition u(p) | d(own) | x (excluded)], oldest first.
void writeUptimeSpans(JsonWriter &json, const UptimeLedger &uptime);
UptimeLedger uptimeFromJson(const QJsonObject &object);

} // namespace foghorn
