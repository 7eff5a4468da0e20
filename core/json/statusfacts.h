#pragma once

#include "core/json/jsonwriter.h"
#include "core/registry/serviceregistry.h"

#include <QJsonObject>

namespace foghorn {

/// goal, blockers[], exit, lingering[], consecutive_failures, consecutive_successes, reloading, stopping: what a window
/// needs beside what writeSeedStatus() and writeStatusMembers() say.
void writeFacts(JsonWriter &json, const RegistryEntry &entry);

/// The inverse of those three together; nothing when it is none.
std::optional<ServiceStatus> statusFromJson(const ServiceId &service, const QJsonObject &object);
HealthSummary healthSummaryFromJson(const QJsonObject &object);
Announcement announcementFromJson(const QJsonObject &object);

} // namespace foghorn
