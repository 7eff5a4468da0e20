#pragma once

#include "core/fleetfile/envfile.h"
#include "core/fleetfile/value.h"
#include "core/model/servicespec.h"

#include <QHash>

#include <vector>

namespace foghorn {

/// A service while it is read: the spec, and the places that the checks of the whole fleet point at.
struct ServiceDraft
{
    ServiceSpec spec;
    Place place; ///< of its name
    Place readyPlace; ///< of `ready`; line 0: not given
    Place probePlace;
    std::vector<Place> dependencyPlaces; ///< for each of spec.dependsOn
    std::vector<Place> conditionPlaces; ///< for each of spec.dependsOn: of its condition, or as dependencyPlaces
    std::vector<Place> afterPlaces; ///< for each of spec.after
    std::vector<Place> portPlaces; ///< for each of spec.ports
    std::vector<Place> endpointPlaces; ///< for each of spec.endpoints
    std::vector<PlacedReference> references;
    EnvironmentList environmentFiles; ///< what the fleet's and the service's env_file set
    bool hasHealth = false;
    bool hasCommand = false;
};

/// Reads the service keys of `map` into `draft`. Fields that are not given keep their defaults.
void readServiceKeys(ServiceDraft &draft, const Value &map);
/// The dotted keys of a service; in `defaults` all but command, depends_on and after.
QList<QString> serviceKeyNames();
QList<QString> defaultKeyNames();
/// Whether `key` may stand in a service but not in `defaults`.
bool isServiceOnlyKey(std::string_view key);

// The groups of keys of a service.
void readHealth(ServiceDraft &draft, const Value &value);
QList<QString> healthKeyNames();
void readHeartbeat(ServiceDraft &draft, const Value &value);
QList<QString> heartbeatKeyNames();
void readRestart(ServiceDraft &draft, const Value &value);
QList<QString> restartKeyNames();
void readDependsOn(ServiceDraft &draft, const Value &value);
QList<QString> dependsOnKeyNames();
void readAfter(ServiceDraft &draft, const Value &value);
void readPorts(ServiceDraft &draft, const Value &value);
void readEndpoints(ServiceDraft &draft, const Value &value);
void readLimits(ServiceDraft &draft, const Value &value);
QList<QString> limitsKeyNames();
void readLogs(ServiceDraft &draft, const Value &value);
QList<QString> logsKeyNames();
void readNoNewPrivileges(ServiceDraft &draft, const Value &value);
void readCapabilities(ServiceDraft &draft, const Value &value);
void readStopSignal(ServiceDraft &draft, const Value &value);

/// {"*"}: a map whose keys are free.
QList<QString> anyName();

} // namespace foghorn
