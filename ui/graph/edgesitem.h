#pragma once

#include "ui/style/statepalette.h"

#include <QGraphicsItem>
#include <QPainterPath>

#include <vector>

namespace foghorn {

/// How one edge is drawn.
struct EdgePicture
{
    int from = 0; ///< row of the dependency
    int to = 0; ///< row of the dependent
    bool required = true; ///< optional ones are lighter, with a hollow head
    bool orderOnly = false; ///< dotted and without a word
    bool broken = false; ///< needed now and not there
    bool lit = false; ///< belongs to the selection
    std::vector<QPointF> route;
    QPainterPath path; ///< from the route; cached
};

/// All edges as one item: one item an edge was measured twenty times slower.
class EdgesItem final : public QGraphicsItem
{
public:
    EdgesItem();

    void setEdges(std::vector<EdgePicture> edges, const QRectF &bounds);
    const std::vector<EdgePicture> &edges() const { return m_edges; }
    /// Repaints only the edges that change.
    void setBroken(std::size_t edge, bool broken);
    void setLit(const std::vector<bool> &lit, bool fadeOthers);
    void setPalette(const StatePalette &palette);
    /// While the view moves nothing is smoothed.
    void setMoving(bool moving) { m_moving = moving; }

    QRectF boundingRect() const override { return m_bounds; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

    /// The curve of a route.
    static QPainterPath curve(const std::vector<QPointF> &route);

private:
    void paintEdge(QPainter &painter, const EdgePicture &edge, qreal scale, bool dashes) const;

    std::vector<EdgePicture> m_edges;
    QRectF m_bounds;
    StatePalette m_palette;
    bool m_fadeOthers = false;
    bool m_moving = false;
};

} // namespace foghorn
