#pragma once

#include "core/base/result.h"
#include "core/fleetfile/filetrust.h"
#include "core/graph/dependencygraph.h"
#include "core/model/fleetspec.h"

#include <QHash>
#include <QList>
#include <QString>

namespace foghorn {

/// One thing wrong in a fleet file.
struct Fault
{
    QString file;
    int line = 0; ///< from 1; 0: the file as a whole
    int column = 0; ///< from 1
    QString what;
    QString remedy; ///< what would be right; may be empty

    /// "file:line:column: what; remedy"
    QString toString() const;
    bool operator==(const Fault &) const = default;
};

/// What reading fleet files came to. `fleet` and `graph` are only good when there are no faults.
struct LoadedFleet
{
    FleetSpec fleet;
    DependencyGraph graph;
    QList<Fault> faults;
    QList<Fault> warnings;
    QList<CyclePath> cycles; ///< of the faults: services that depend on each other in a circle
    Fault nameFault; ///< without words: where a fault of the fleet's name would be

    bool isGood() const { return faults.isEmpty(); }
};

/// Reads, merges, interpolates and checks `files`, later ones merged over earlier ones by service; reports all faults
/// at once. `environment` is what ${NAME} sees (normally the process's own). A file that `trust` does not cover is a
/// fault.
LoadedFleet loadFleet(
    const QList<QString> &files, const QHash<QString, QString> &environment, const FileTrust &trust = {});

/// Fills in automatic ports and what refers to them (`${port.x}`, `${endpoint.x}`, `${services.s.…}`) in every service.
/// `chosen`: (service, port name) -> number, for each automatic port.
FleetSpec resolvePorts(const FleetSpec &fleet, const QHash<QPair<ServiceId, QString>, quint16> &chosen);

/// What differs between two fleets, service by service.
struct FleetDifference
{
    QList<ServiceId> added, removed;
    QList<ServiceId> restarted; ///< the change concerns the running process
    QList<ServiceId> updated; ///< can be taken in place
    QList<ServiceId> untouched;
};
FleetDifference differenceOf(const FleetSpec &before, const FleetSpec &after);

} // namespace foghorn
