#pragma once

#include "ui/graph/edgelook.h"

#include <QGraphicsItem>

namespace foghorn {

/// All edges as one item: one item an edge was measured twenty times slower.
class EdgesItem final : public QGraphicsItem
{
public:
    EdgesItem();

    void setEdges(std::vector<EdgePicture> edges, const QRectF &bounds);
    const std::vector<EdgePicture> &edges() const { return m_edges; }
    /// These repaint only the edges that change.
    void setBroken(std::size_t edge, bool broken);
    void setHidden(std::size_t edge, bool hidden);
    void setTones(const std::vector<EdgeTone> &tones, bool fadeOthers);
    void setPalette(const StatePalette &palette);
    /// While the view moves nothing is smoothed.
    void setMoving(bool moving) { m_moving = moving; }
    bool fadesOthers() const { return m_style.fadeOthers; }

    QRectF boundingRect() const override { return m_bounds; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    void change(std::size_t edge, bool EdgePicture::*flag, bool value);

    std::vector<EdgePicture> m_edges;
    QRectF m_bounds;
    EdgeStyle m_style;
    bool m_moving = false;
};

} // namespace foghorn
