#pragma once

#include "ui/graph/graphlayout.h"

#include <optional>

namespace foghorn {

/// What was laid out before, for the nodes and edges of a new request.
struct KnownPlaces
{
    std::vector<std::optional<QPointF>> nodes; ///< empty: new, or in another layer than before
    std::vector<std::vector<QPointF>> routes; ///< empty: to be found
    QSizeF size;
};

/// How much of a picture may change before it is better drawn anew.
inline constexpr double MostChangeInPlace = 0.2;

/// Finds places for new nodes, near what they belong to, and ways for new edges; nothing that is known moves, but for
/// edges that a new node stands on. Pure, for any thread.
LayoutResult placeAdded(const LayoutRequest &request, const KnownPlaces &known);

} // namespace foghorn
