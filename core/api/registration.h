#pragma once

#include "core/api/route.h"
#include "core/registry/serviceinfo.h"

#include <QJsonObject>

#include <variant>

namespace foghorn {

/// What PUT /registry/{name} may say: service_type, version, description, endpoints, dependencies,
/// optional_dependencies, metadata, heartbeat_interval and heartbeat_timeout (seconds), instance.
QList<BodyMember> registrationMembers();

/// The `instance` of a registration or a heartbeat, empty where none is named, or the 400.
std::variant<QString, HttpReply> readInstance(const QJsonObject &body);

/// What an outside program says of itself, or the 400 that names the wrong member.
std::variant<ServiceInfo, HttpReply> readRegistration(const ServiceId &service, const QJsonObject &body);

} // namespace foghorn
