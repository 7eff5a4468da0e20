#pragma once

#include "ui/graph/graphlayout.h"

#include <optional>

namespace foghorn {

/// What was laid out before, for the nodes and edges of a new request.
struct KnownPlaces
{
    std::vector<std::optional<QPointF>> nodes; ///< empty: new, or in another layer than before
    std::vector<std::vector<QPointF>> routes; ///< empty: to be found
    std::vector<double> columns; ///< left side of each layer there was
    std::vector<int> bands; ///< the columns of each
    QSizeF size;

    /// Whether something that begins at `x` stands in one of the layer's columns.
    bool isInLayer(const LayoutRequest &request, int layer, double x) const;
};

/// How much of a picture may change before it is better drawn anew.
inline constexpr double MostChangeInPlace = 0.2;

/// Finds places for new nodes, near what they belong to, and ways for new edges; nothing that is known moves, but for
/// edges that a new node stands on. Layers keep their columns, however many; new layers follow behind. Pure, for any
/// thread.
LayoutResult placeAdded(const LayoutRequest &request, const KnownPlaces &known);

} // namespace foghorn
