#pragma once

#include "ui/graph/graphlayout.h"

#include <vector>

namespace foghorn {

/// The graph cut at layers: edges that pass through layers get a vertex in each of them, shared by all edges of one
/// dependency. Vertices 0..nodeCount-1 are the nodes.
struct LayeredGraph
{
    int nodeCount = 0;
    std::vector<int> column; ///< of each vertex; -1 for nodes without edges
    std::vector<std::vector<int>> left; ///< neighbours one column before
    std::vector<std::vector<int>> right; ///< neighbours one column after
    std::vector<std::vector<int>> columns; ///< the vertices of each column, from top to bottom
    std::vector<std::vector<int>> routes; ///< for each edge: the vertices between its ends

    static LayeredGraph of(const LayoutRequest &request);

    int vertexCount() const { return static_cast<int>(column.size()); }
    bool isNode(int vertex) const { return vertex < nodeCount; }
};

/// How many edges cross between neighbouring columns, O(edges log vertices).
qsizetype countCrossings(const LayeredGraph &graph);

/// Reorders the columns for few crossings.
void reduceCrossings(LayeredGraph &graph);

/// The vertical centres of all vertices, near their neighbours and never closer than `distance(upper, lower)`.
struct Spacing
{
    double node = 0; ///< between the centres of two nodes
    double bend = 0; ///< between the centres of two bends
    double between(bool upperIsNode, bool lowerIsNode) const;
};
std::vector<double> placeVertices(const LayeredGraph &graph, const Spacing &spacing);

} // namespace foghorn
