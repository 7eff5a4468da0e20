#include "core/alerts/rootcauses.h"

#include <algorithm>

namespace foghorn {

RootCauses::RootCauses(const DependencyGraph &graph, const std::vector<Weight> &weights)
    : m_causes(weights.size())
    , m_above(weights.size())
{
    for (const int node : graph.startOrder())
        look(graph, weights, node);
    m_above.clear();
}

void RootCauses::look(const DependencyGraph &graph, const std::vector<Weight> &weights, int node)
{
    const auto index = static_cast<std::size_t>(node);
    std::vector<int> &above = m_above[index];
    for (const DependencyGraph::Neighbour &needed : graph.dependencies(node)) {
        if (needed.kind != EdgeKind::Required)
            continue;
        for (const int cause : m_above[static_cast<std::size_t>(needed.node)]) {
            if (above.size() < mostCauses && std::find(above.begin(), above.end(), cause) == above.end())
                above.push_back(cause);
        }
    }
    const Weight own = weights[index];
    if (own == Weight::None)
        return;
    for (const int cause : above) {
        if (weights[static_cast<std::size_t>(cause)] >= own)
            m_causes[index].push_back(cause);
    }
    if (m_causes[index].empty())
        above.push_back(node);
}

} // namespace foghorn
