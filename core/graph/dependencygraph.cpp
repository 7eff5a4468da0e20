#include "core/graph/dependencygraph.h"

#include <algorithm>
#include <numeric>

namespace foghorn {
namespace {

constexpr std::size_t at(int node) { return static_cast<std::size_t>(node); }

} // namespace

std::span<const DependencyGraph::Neighbour> DependencyGraph::Adjacency::of(int node) const
{
    const auto first = at(offsets[at(node)]);
    return {neighbours.data() + first, at(offsets[at(node) + 1]) - first};
}

std::variant<DependencyGraph, CyclePath> DependencyGraph::build(QList<ServiceId> names, const std::vector<Edge> &edges)
{
    const auto began = std::chrono::steady_clock::now();
    DependencyGraph graph;
    graph.m_names = std::move(names);
    graph.m_index.reserve(graph.size());
    for (int node = 0; node < graph.size(); ++node)
        graph.m_index.insert(graph.m_names.at(node), node);
    graph.takeEdges(edges);
    graph.reverseEdges();
    const std::vector<int> left = graph.findLayers();
    if (std::any_of(left.begin(), left.end(), [](int count) { return count > 0; }))
        return graph.findCycle(left);
    graph.orderByLayer();
    graph.m_resolutionTime = std::chrono::steady_clock::now() - began;
    return graph;
}

std::optional<int> DependencyGraph::indexOf(const ServiceId &name) const
{
    const auto found = m_index.constFind(name);
    return found == m_index.constEnd() ? std::nullopt : std::optional(*found);
}

int DependencyGraph::layerCount() const { return m_startOrder.empty() ? 0 : layer(m_startOrder.back()) + 1; }

/// Sorts the edges by dependent, each node's in the given order, and drops the later ones of a pair.
void DependencyGraph::takeEdges(const std::vector<Edge> &edges)
{
    std::vector<int> offsets(at(size()) + 1, 0);
    for (const Edge &edge : edges) {
        Q_ASSERT(edge.dependency >= 0 && edge.dependency < size() && edge.dependent >= 0 && edge.dependent < size());
        ++offsets[at(edge.dependent) + 1];
    }
    std::partial_sum(offsets.begin(), offsets.end(), offsets.begin());
    std::vector<Neighbour> sorted(edges.size());
    std::vector<int> next(offsets.begin(), offsets.end() - 1);
    for (const Edge &edge : edges)
        sorted[at(next[at(edge.dependent)]++)] = {edge.dependency, edge.kind};

    std::vector<int> seenBy(at(size()), -1); // the last dependent that named this node
    m_dependencies.offsets.reserve(offsets.size());
    m_dependencies.neighbours.reserve(edges.size());
    for (int node = 0; node < size(); ++node) {
        m_dependencies.offsets.push_back(static_cast<int>(m_dependencies.neighbours.size()));
        for (int i = offsets[at(node)]; i < offsets[at(node) + 1]; ++i) {
            if (std::exchange(seenBy[at(sorted[at(i)].node)], node) != node)
                m_dependencies.neighbours.push_back(sorted[at(i)]);
        }
    }
    m_dependencies.offsets.push_back(static_cast<int>(m_dependencies.neighbours.size()));
}

void DependencyGraph::reverseEdges()
{
    std::vector<int> &offsets = m_dependents.offsets;
    offsets.assign(at(size()) + 1, 0);
    for (const Neighbour &dependency : m_dependencies.neighbours)
        ++offsets[at(dependency.node) + 1];
    std::partial_sum(offsets.begin(), offsets.end(), offsets.begin());
    m_dependents.neighbours.resize(m_dependencies.neighbours.size());
    std::vector<int> next(offsets.begin(), offsets.end() - 1);
    for (int node = 0; node < size(); ++node) {
        for (const Neighbour &dependency : dependencies(node))
            m_dependents.neighbours[at(next[at(dependency.node)]++)] = {node, dependency.kind};
    }
}

std::vector<int> DependencyGraph::findLayers()
{
    m_layers.assign(at(size()), 0);
    std::vector<int> left(at(size()));
    std::vector<int> ready;
    ready.reserve(at(size()));
    for (int node = 0; node < size(); ++node) {
        left[at(node)] = static_cast<int>(dependencies(node).size());
        if (left[at(node)] == 0)
            ready.push_back(node);
    }
    for (std::size_t i = 0; i < ready.size(); ++i) {
        const int behind = layer(ready[i]) + 1;
        for (const Neighbour &dependent : dependents(ready[i])) {
            m_layers[at(dependent.node)] = std::max(layer(dependent.node), behind);
            if (--left[at(dependent.node)] == 0)
                ready.push_back(dependent.node);
        }
    }
    return left;
}

void DependencyGraph::orderByLayer()
{
    const int highest = m_layers.empty() ? -1 : *std::max_element(m_layers.begin(), m_layers.end());
    std::vector<int> next(at(highest + 2), 0);
    for (const int layer : m_layers)
        ++next[at(layer) + 1];
    std::partial_sum(next.begin(), next.end(), next.begin());
    m_startOrder.resize(at(size()));
    for (int node = 0; node < size(); ++node)
        m_startOrder[at(next[at(layer(node))]++)] = node;
}

/// A node with dependencies left has one among them that has some left too, so following these must come back to a
/// node already passed: the way from there is a cycle. It is told from its earliest member in the file.
CyclePath DependencyGraph::findCycle(const std::vector<int> &left) const
{
    const auto isLeft = [&](const Neighbour &neighbour) { return left[at(neighbour.node)] > 0; };
    std::vector<int> way;
    std::vector<int> place(at(size()), -1); // of a node on the way
    int node =
        static_cast<int>(std::find_if(left.begin(), left.end(), [](int count) { return count > 0; }) - left.begin());
    while (place[at(node)] < 0) {
        place[at(node)] = static_cast<int>(way.size());
        way.push_back(node);
        const auto next = dependencies(node);
        node = std::find_if(next.begin(), next.end(), isLeft)->node;
    }
    way.erase(way.begin(), way.begin() + place[at(node)]);
    std::rotate(way.begin(), std::min_element(way.begin(), way.end()), way.end());
    way.push_back(way.front());
    CyclePath path;
    path.reserve(static_cast<qsizetype>(way.size()));
    for (const int passed : way)
        path.append(name(passed));
    return path;
}

std::vector<DependencyGraph::Neighbour> DependencyGraph::blockersOf(
    int node, const std::function<bool(const Neighbour &)> &isSatisfied) const
{
    std::vector<Neighbour> blockers;
    for (const Neighbour &dependency : dependencies(node)) {
        if (!isSatisfied(dependency))
            blockers.push_back(dependency);
    }
    return blockers;
}

std::vector<int> DependencyGraph::dependentsOf(int node, bool alsoOptional) const
{
    return reachable(m_dependents, node, alsoOptional);
}

std::vector<int> DependencyGraph::requirementsOf(int node) const { return reachable(m_dependencies, node, false); }

std::vector<int> DependencyGraph::reachable(const Adjacency &adjacency, int node, bool alsoOptional) const
{
    std::vector<bool> seen(at(size()), false);
    std::vector<int> found{node};
    seen[at(node)] = true;
    for (std::size_t i = 0; i < found.size(); ++i) {
        for (const Neighbour &next : adjacency.of(found[i])) {
            const bool followed = next.kind == EdgeKind::Required || (alsoOptional && next.kind == EdgeKind::Optional);
            if (followed && !seen[at(next.node)]) {
                seen[at(next.node)] = true;
                found.push_back(next.node);
            }
        }
    }
    found.erase(found.begin());
    std::sort(
        found.begin(), found.end(), [this](int a, int b) { return std::pair(layer(a), a) < std::pair(layer(b), b); });
    return found;
}

} // namespace foghorn
