#pragma once

#include "core/graph/dependencygraph.h"

#include <vector>

namespace foghorn {

/// How much of its dependents' trouble a service's own can explain. A cause explains what is not graver than itself.
enum class Weight {
    None, ///< nothing wrong
    Light, ///< slow
    Uneasy, ///< degraded or flapping
    Down, ///< not there: bad, broken, stopped, on its way
};

/// For each service, by node, the services among all that it requires, directly or through others, that explain its
/// trouble: those with enough weight of their own that nobody above them explains. Empty: it is a cause itself, or has
/// no trouble. At most `mostCauses` each; in start order. O(nodes + edges).
class RootCauses
{
public:
    static constexpr std::size_t mostCauses = 16;

    /// `weights`: of each node's own trouble.
    RootCauses(const DependencyGraph &graph, const std::vector<Weight> &weights);

    const std::vector<int> &of(int node) const { return m_causes[static_cast<std::size_t>(node)]; }

private:
    void look(const DependencyGraph &graph, const std::vector<Weight> &weights, int node);

    std::vector<std::vector<int>> m_causes; ///< what explains a node
    std::vector<std::vector<int>> m_above; ///< what may explain those who require it: causes it passes on, and itself
};

} // namespace foghorn
