#pragma once

#include "core/registry/serviceregistry.h"

#include <QByteArray>
#include <QList>

namespace foghorn {

/// One member of `services` in GET /health. Uptimes are percent of the time it was meant to be up, null when not
/// observed.
QByteArray healthMember(const RegistryEntry &entry, WallTime now);
/// The whole of GET /health from such members.
QByteArray healthAnswer(const ServiceRegistry &registry, const QList<QByteArray> &members);

/// The answer of POST /health/check-now.
QByteArray checkNowAnswer(const QList<CheckResult> &results, Health composite, WallTime now);

} // namespace foghorn
