#pragma once

#include "core/json/jsonwriter.h"
#include "core/registry/serviceinfo.h"

#include <QJsonObject>

namespace foghorn {

/// What a service is, but for what writeSeedStatus() and writeStatusMembers() say of it (is_critical, version, layer,
/// external). Its command line stays at home, because secrets may be in it.
void writeInfo(JsonWriter &json, const ServiceInfo &info);
/// The inverse of all of them together.
ServiceInfo infoFromJson(const ServiceId &service, const QJsonObject &object);

} // namespace foghorn
