#pragma once

#include "core/registry/serviceregistry.h"

#include <QByteArray>
#include <QList>

namespace foghorn {

/// One member of `services` in GET /services: `"edge":{…}`.
QByteArray serviceMember(const RegistryEntry &entry);
/// The whole of GET /services from such members.
QByteArray servicesAnswer(const QList<QByteArray> &members, bool isReady, bool isInitialized);

/// The answer of start, stop and restart of one service.
QByteArray commandAnswer(const RegistryEntry &entry, const QString &message);
/// The answer of start and stop of all.
QByteArray fleetCommandAnswer(const ServiceRegistry &registry, const QString &message);

} // namespace foghorn
