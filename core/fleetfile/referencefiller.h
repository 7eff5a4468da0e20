#pragma once

#include "core/fleetfile/reference.h"
#include "core/model/fleetspec.h"

#include <QHash>

#include <functional>
#include <vector>

namespace foghorn {

/// Puts the numbers of ports, and the endpoints made of them, where a fleet's services refer to them. What depends on a
/// number that is not known yet stays open.
class ReferenceFiller
{
public:
    /// The number of a port, or nothing while it is not known.
    using PortLookup = std::function<std::optional<quint16>(const ServiceSpec &, const NamedPort &)>;
    /// Told of each endpoint that refers to itself or grows without bound.
    using Refusal = std::function<void(int service, int endpoint, const QString &what)>;

    ReferenceFiller(FleetSpec &fleet, PortLookup portOf, Refusal refuse = {});

    /// Fills the endpoints of a service; those of its dependencies must be filled.
    void fillEndpoints(int service);
    /// Fills the address that its probe asks; its endpoints must be filled.
    void fillProbe(int service);
    /// Fills commands and environment; its endpoints must be filled.
    void fillProcess(int service);

private:
    enum class State : quint8 { Waiting, Filling, Open, Known };

    std::optional<QString> valueOf(int service, const Reference &reference);
    std::optional<QString> portValue(const ServiceSpec &spec, const QString &name) const;
    std::optional<QString> endpointValue(int service, const QString &name);
    void fillEndpoint(int service, int endpoint);
    void fillText(int service, QString &text);
    void refuse(int service, int endpoint, const QString &what);

    FleetSpec &m_fleet;
    PortLookup m_portOf;
    Refusal m_refuse;
    QHash<ServiceId, int> m_index;
    std::vector<std::vector<State>> m_states; ///< of each service's endpoints
    int m_depth = 0;
};

} // namespace foghorn
