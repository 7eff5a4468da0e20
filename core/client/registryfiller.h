#pragma once

#include "core/base/result.h"
#include "core/json/fleetpage.h"

#include <QJsonObject>

namespace foghorn {

/// Writes into a registry what an orchestrator elsewhere says of its own.
class RegistryFiller
{
public:
    /// The registry must outlive it.
    explicit RegistryFiller(ServiceRegistry &registry)
        : m_registry(registry)
    {
    }

    /// Everything anew. An error when the dependencies cannot be those of a fleet.
    Result<void> fill(const FleetPage &whole);
    /// A message of type update. False: it tells of a service that was not known, or is another one now; then only
    /// the whole picture helps.
    [[nodiscard]] bool applyUpdate(const QJsonObject &message);
    /// A message of type check. One that is known already is ignored.
    void applyCheck(const QJsonObject &message);
    /// The answer of GET /metrics.
    void applyUse(const QJsonObject &metrics);

private:
    void fillOne(const ServicePicture &picture);
    void followExternals(const FleetPage &whole);

    ServiceRegistry &m_registry;
};

} // namespace foghorn
