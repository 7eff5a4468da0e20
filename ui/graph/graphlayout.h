#pragma once

#include <QPointF>
#include <QSizeF>

#include <vector>

namespace foghorn {

struct LayoutEdge
{
    int from = 0;
    int to = 0;
}; ///< dependency -> dependent; the layer rises along it

/// What to lay out. Lengths are in the scene's units.
struct LayoutRequest
{
    std::vector<int> layers; ///< one a node
    std::vector<LayoutEdge> edges;
    QSizeF node;
    double columnGap = 0;
    double rowGap = 0;

    /// From one layer to the next, while each is one column.
    double columnWidth() const { return node.width() + columnGap; }
    /// From one column of a layer to the next.
    double bandWidth() const { return node.width() + rowGap; }
    /// Of a layer of so many columns.
    double layerWidth(int bands) const { return bands * bandWidth() - rowGap; }
    double rowHeight() const { return node.height() + rowGap; }
};

/// Where everything is. Equal requests give equal results.
struct LayoutResult
{
    std::vector<QPointF> nodes; ///< the upper left corner of each
    std::vector<std::vector<QPointF>>
        routes; ///< for each edge: from the dependency's right side to the dependent's left side
    std::vector<double> columns; ///< left side of each layer
    std::vector<int> bands; ///< the columns of each layer, at least 1
    QSizeF size;
    qsizetype crossings = 0; ///< between neighbouring layers
};

/// Layers become columns, very tall ones several each; order and heights are chosen for few crossings and short edges.
/// Nodes without any edge stand in rows below. Pure, iterative, safe to call from any thread: about 20 ms for 2,000
/// nodes.
LayoutResult layOut(const LayoutRequest &request);

} // namespace foghorn
