#include "core/runtime/stopsweep.h"

#include <utility>

namespace foghorn {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

} // namespace

StopSweep::StopSweep(const DependencyGraph &graph, const std::vector<int> &nodes, Cause cause)
    : m_dependencies(nodes.size())
    , m_positions(at(graph.size()), -1)
    , m_nodes(nodes)
    , m_places(nodes.size(), Place::Pending)
    , m_dependentsLeft(nodes.size(), 0)
    , m_left(static_cast<int>(nodes.size()))
    , m_cause(cause)
{
    for (std::size_t position = 0; position < nodes.size(); ++position)
        m_positions[at(nodes[position])] = static_cast<int>(position);
    for (std::size_t position = 0; position < nodes.size(); ++position) {
        for (const auto &[target, kind] : graph.dependencies(nodes[position])) {
            const int dependency = m_positions[at(target)];
            if (dependency < 0)
                continue;
            m_dependencies[position].push_back(dependency);
            ++m_dependentsLeft[at(dependency)];
        }
    }
    for (std::size_t position = 0; position < nodes.size(); ++position) {
        if (m_dependentsLeft[position] == 0) {
            m_places[position] = Place::Ready;
            m_ready.push_back(nodes[position]);
        }
    }
}

std::vector<int> StopSweep::takeReady()
{
    std::vector<int> ready;
    for (const int node : std::exchange(m_ready, {})) {
        Place &place = m_places[at(m_positions[at(node)])];
        if (place == Place::Ready) {
            place = Place::Told;
            ready.push_back(node);
        }
    }
    return ready;
}

void StopSweep::release(int node)
{
    if (!holds(node))
        return;
    const int position = m_positions[at(node)];
    m_places[at(position)] = Place::Gone;
    --m_left;
    for (const int dependency : m_dependencies[at(position)]) {
        if (--m_dependentsLeft[at(dependency)] == 0 && m_places[at(dependency)] == Place::Pending) {
            m_places[at(dependency)] = Place::Ready;
            m_ready.push_back(m_nodes[at(dependency)]);
        }
    }
}

bool StopSweep::holds(int node) const
{
    if (node < 0 || at(node) >= m_positions.size() || m_positions[at(node)] < 0)
        return false;
    return m_places[at(m_positions[at(node)])] != Place::Gone;
}

bool StopSweep::isPending(int node) const
{
    if (!holds(node))
        return false;
    const Place place = m_places[at(m_positions[at(node)])];
    return place == Place::Pending || place == Place::Ready;
}

} // namespace foghorn
