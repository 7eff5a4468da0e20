#pragma once

#include "core/json/jsonwriter.h"
#include "core/registry/serviceregistry.h"

#include <QByteArray>
#include <QList>

namespace foghorn {

/// What discovery says of a service, as an object: name, service_type, status, version, endpoints, dependencies,
/// optional_dependencies, registered_at, last_heartbeat, uptime_seconds, metadata, and state, cause, since,
/// next_attempt_at, why, external. uptime_seconds counts whole seconds since it was started (outside programs:
/// registered).
void writeRegistration(JsonWriter &json, const RegistryEntry &entry, WallTime now);

/// GET /registry.
QByteArray registryAnswer(const QList<const RegistryEntry *> &entries, WallTime now);
/// PUT and DELETE /registry/{name} and its heartbeat: a message, and the registration while there is one.
QByteArray registrationAnswer(const QString &service, const RegistryEntry *entry, const QString &message, WallTime now);

} // namespace foghorn
