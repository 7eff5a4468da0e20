#pragma once

#include "ui/graph/nodelook.h"

#include <QGraphicsItem>

namespace foghorn {

/// One service in the graph's scene. Repaints itself only when what it shows has changed.
class NodeItem final : public QGraphicsItem
{
public:
    enum { Type = UserType + 1 };

    /// `style` belongs to the scene.
    NodeItem(const ServiceRow &row, const NodeStyle &style);

    int type() const override { return Type; }
    const ServiceId &service() const { return m_picture.row.id; }
    const ServiceRow &row() const { return m_picture.row; }
    /// True when it looks different now.
    bool setRow(const ServiceRow &row);
    void setMarked(bool selected, bool focused, NodeEmphasis emphasis);
    const NodePicture &picture() const { return m_picture; }
    void styleChanged();

    QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    NodePicture m_picture;
    const NodeStyle &m_style;
};

} // namespace foghorn
