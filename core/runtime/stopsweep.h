#pragma once

#include "core/graph/dependencygraph.h"
#include "core/model/runstate.h"

#include <functional>
#include <vector>

namespace foghorn {

/// Stops a set of services in reverse order, in parallel where the edges allow: each one is told only when everything
/// in the set that depends on it has come to rest. Pure bookkeeping: the orchestrator tells and reports.
class StopSweep
{
public:
    /// `nodes`: distinct. All three kinds of edge count.
    StopSweep(const DependencyGraph &graph, const std::vector<int> &nodes, Cause cause);

    /// Nodes that may be told to stop now; each is given once.
    std::vector<int> takeReady();
    /// `node` has come to rest, or a later wish took it away: it is no longer waited for nor told.
    void release(int node);
    /// Whether `node` belongs to it and has not come to rest.
    bool holds(int node) const;
    /// Whether `node` is to be told but its turn has not come.
    bool isPending(int node) const;
    bool isDone() const { return m_left == 0; }
    Cause cause() const { return m_cause; }

private:
    enum class Place : char { Pending, Ready, Told, Gone };

    std::vector<std::vector<int>> m_dependencies; ///< within the set, by position
    std::vector<int> m_positions; ///< node -> position, -1 outside
    std::vector<int> m_nodes;
    std::vector<Place> m_places;
    std::vector<int> m_dependentsLeft;
    std::vector<int> m_ready;
    int m_left = 0;
    Cause m_cause;
};

} // namespace foghorn
