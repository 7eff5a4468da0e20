#pragma once

#include "ui/graph/layeredgraph.h"

namespace foghorn {

/// Layers of very many nodes are broken into several columns side by side, so that the picture is about as wide as a
/// window and its cards are as large as they can be; edges pass behind them. Smaller pictures are left as they are.
struct LayoutBands
{
    std::vector<int> counts; ///< the columns of each layer, at least 1
    std::vector<int> band; ///< of each vertex: in which column of its layer it stands

    static LayoutBands of(const LayeredGraph &graph, QSizeF cell);

    bool isBanded() const;
    /// The vertical centres of all vertices, row by row; each layer is centred.
    std::vector<double> centres(const LayeredGraph &graph, double rowHeight) const;
};

} // namespace foghorn
