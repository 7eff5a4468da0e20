#pragma once

#include "core/fleetfile/servicedraft.h"
#include "core/model/fleetspec.h"

#include <vector>

namespace foghorn {

/// The fleet while it is read: what stands beside the services, and the services.
struct FleetDraft
{
    FleetSpec spec; ///< without services until they are checked
    std::vector<ServiceDraft> services;
    const YamlNode *defaults = nullptr; ///< a map, or none
    const YamlMember *serviceMap = nullptr;
    EnvironmentList environmentFiles; ///< of the fleet
    EnvironmentList environment; ///< of the fleet
    Place namePlace; ///< line 0: no name is given
    Place listenPlace;
    Place authPlace;
};

/// Reads the top-level keys of `map`; of the services only where they are.
void readFleetKeys(FleetDraft &draft, const Value &map);
/// Reads all services of `draft.serviceMap`, each over the fleet's defaults and environment. `context.variables` is
/// what the process's environment has.
void readServices(FleetDraft &draft, YamlArena &arena, ReadingContext &context);

// The groups of keys beside the services.
void readApi(FleetDraft &draft, const Value &value);
QList<QString> apiKeyNames();
void readAlerts(FleetDraft &draft, const Value &value);
QList<QString> alertsKeyNames();

/// Whether `name` may name a fleet: it is shown, and names a folder.
bool isFleetName(QStringView name);

} // namespace foghorn
