#pragma once

#include "ui/style/statepalette.h"

#include <QPainterPath>
#include <QPointF>

#include <vector>

class QPainter;

namespace foghorn {

/// How an edge belongs to the selection: on the way to what it needs, or to what needs it.
enum class EdgeTone { None, Needs, NeededBy };

/// How one edge is drawn.
struct EdgePicture
{
    int from = 0; ///< card of the dependency
    int to = 0; ///< card of the dependent
    bool required = true; ///< optional ones are lighter, with a hollow head
    bool orderOnly = false; ///< dotted
    bool broken = false; ///< needed now and not there
    bool hidden = false;
    EdgeTone tone = EdgeTone::None;
    std::vector<QPointF> route;
    QPainterPath path; ///< from the route; cached
};

/// What all edges share while they are painted.
struct EdgeStyle
{
    StatePalette states;
    qreal scale = 1;
    bool fadeOthers = false; ///< those without a tone
    bool dashes = true;
    bool strong = true; ///< those with a tone are twice as wide
};

/// Dashed pens are slow, and wide ones too.
inline constexpr std::size_t MostDashedEdges = 300;
inline constexpr std::size_t MostStrongEdges = 50;

/// The curve of a route.
QPainterPath edgeCurve(const std::vector<QPointF> &route);
/// All that an edge may paint on.
QRectF edgeReach(const EdgePicture &edge);
void paintEdge(QPainter &painter, const EdgePicture &edge, const EdgeStyle &style);

} // namespace foghorn
