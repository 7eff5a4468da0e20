#include "ui/graph/nodeitem.h"

#include <QPainter>
#include <QStyleOptionGraphicsItem>

namespace foghorn {

NodeItem::NodeItem(const ServiceRow &row, const NodeStyle &style)
    : m_style(style)
{
    m_picture.row = row;
    setZValue(1);
}

bool NodeItem::setRow(const ServiceRow &row)
{
    if (row == m_picture.row)
        return false;
    m_picture.row = row;
    update();
    return true;
}

void NodeItem::setMarked(bool selected, bool focused, NodeEmphasis emphasis)
{
    if (m_picture.selected == selected && m_picture.focused == focused && m_picture.emphasis == emphasis)
        return;
    m_picture.selected = selected;
    m_picture.focused = focused;
    m_picture.emphasis = emphasis;
    update();
}

void NodeItem::styleChanged()
{
    prepareGeometryChange();
    update();
}

QRectF NodeItem::boundingRect() const
{
    // Cosmetic pens keep their width when the scale shrinks: 3 pixels need more room in the scene.
    return QRectF(QPointF(0, 0), m_style.size).adjusted(-4, -4, 4, 4);
}

void NodeItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *)
{
    const qreal scale = QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform());
    paintNode(*painter, m_picture, m_style, scale, option->direction);
}

} // namespace foghorn
