#include "ui/graph/layeredgraph.h"

#include <algorithm>

namespace foghorn {

namespace {

auto at(int index) { return static_cast<std::size_t>(index); }

/// The order in which a walk from the first layer meets the vertices: neighbours begin near each other.
void orderByWalk(LayeredGraph &graph)
{
    for (std::vector<int> &column : graph.columns)
        column.clear();
    std::vector<char> seen(graph.column.size(), 0);
    std::vector<int> stack;
    for (int start = 0; start < graph.vertexCount(); ++start) {
        if (graph.column[at(start)] < 0 || !graph.left[at(start)].empty() || seen[at(start)])
            continue;
        stack.push_back(start);
        seen[at(start)] = 1;
        while (!stack.empty()) {
            const int vertex = stack.back();
            stack.pop_back();
            graph.columns[at(graph.column[at(vertex)])].push_back(vertex);
            const std::vector<int> &next = graph.right[at(vertex)];
            for (auto it = next.rbegin(); it != next.rend(); ++it) {
                if (!seen[at(*it)]) {
                    seen[at(*it)] = 1;
                    stack.push_back(*it);
                }
            }
        }
    }
}

} // namespace

LayeredGraph LayeredGraph::of(const LayoutRequest &request)
{
    LayeredGraph graph;
    graph.nodeCount = static_cast<int>(request.layers.size());
    graph.column.assign(request.layers.size(), -1);
    graph.left.resize(request.layers.size());
    graph.right.resize(request.layers.size());
    int last = 0;
    for (const LayoutEdge &edge : request.edges) {
        for (const int node : {edge.from, edge.to}) {
            graph.column[at(node)] = request.layers[at(node)];
            last = std::max(last, request.layers[at(node)]);
        }
    }
    graph.columns.resize(at(last + 1));

    std::vector<std::vector<int>> bends(request.layers.size()); // of each dependency, layer by layer
    for (const LayoutEdge &edge : request.edges) {
        const int firstBend = graph.column[at(edge.from)] + 1;
        const int end = graph.column[at(edge.to)];
        std::vector<int> &chain = bends[at(edge.from)];
        while (firstBend + static_cast<int>(chain.size()) < end) {
            const int bend = graph.vertexCount();
            const int before = chain.empty() ? edge.from : chain.back();
            graph.column.push_back(firstBend + static_cast<int>(chain.size()));
            graph.left.push_back({before});
            graph.right.emplace_back();
            graph.right[at(before)].push_back(bend);
            chain.push_back(bend);
        }
        const auto used = chain.begin() + std::max(0, end - firstBend);
        graph.routes.emplace_back(chain.begin(), used);
        const int before = graph.routes.back().empty() ? edge.from : graph.routes.back().back();
        graph.right[at(before)].push_back(edge.to);
        graph.left[at(edge.to)].push_back(before);
    }
    orderByWalk(graph);
    return graph;
}

} // namespace foghorn
