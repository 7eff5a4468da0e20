#pragma once

#include "core/model/fleetspec.h"

namespace foghorn {

/// A fleet with one service, a, that a fake keeper can "run".
inline FleetSpec fleetOfOne()
{
    ServiceSpec spec;
    spec.name = QStringLiteral("a");
    spec.command = {QStringLiteral("x")};
    FleetSpec fleet;
    fleet.name = QStringLiteral("t");
    fleet.services.append(spec);
    return fleet;
}

} // namespace foghorn
