#pragma once

#include "core/fleetfile/fleetdraft.h"
#include "core/graph/dependencygraph.h"

#include <QHash>

#include <optional>

namespace foghorn {

/// The checks that need all services. Each reports into `faults`.
class FleetChecks
{
public:
    /// `isComplete`: no file is missing, so what is not there does not exist.
    FleetChecks(const FleetDraft &fleet, bool isComplete, FaultList &faults);

    /// Self edges, unknown services and cycles. The graph, if it has none.
    std::optional<DependencyGraph> checkEdges();
    /// Those that were reported, each told from its member that comes first in the files.
    const QList<CyclePath> &cycles() const { return m_cycles; }
    /// Conditions that can never hold.
    void checkConditions();
    /// Fixed ports that are used twice.
    void checkPorts();
    /// References to ports, endpoints and services that are not there, or not among the dependencies.
    void checkReferences();

private:
    void checkTarget(const ServiceDraft &draft, const ServiceId &target, const Place &place, bool optional);
    std::vector<Edge> edges() const;
    void reportCycle(const CyclePath &path, std::vector<Edge> &edges);
    Place placeOf(int dependent, const ServiceId &dependency) const;
    void checkReference(const ServiceDraft &draft, const PlacedReference &placed);
    void checkCondition(const Dependency &dependency, const Place &place);
    QString suggestion(const QString &name);

    const FleetDraft &m_fleet;
    bool m_isComplete;
    FaultList &m_faults;
    QHash<ServiceId, int> m_index;
    QList<CyclePath> m_cycles;
    int m_suggestionsLeft;
};

} // namespace foghorn
