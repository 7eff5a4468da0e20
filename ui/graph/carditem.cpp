#include "ui/graph/carditem.h"

#include <QPainter>
#include <QStyleOptionGraphicsItem>

namespace foghorn {

CardItem::CardItem(QString key, int layer, const NodeStyle &style)
    : m_key(std::move(key))
    , m_layer(layer)
    , m_style(style)
{
    setZValue(1);
}

void CardItem::setMarks(const CardMarks &marks)
{
    if (m_marks == marks)
        return;
    m_marks = marks;
    update();
}

void CardItem::styleChanged()
{
    prepareGeometryChange();
    update();
}

QMarginsF CardItem::overhang() const
{
    const qreal margin = m_style.line * 0.7;
    return {margin, margin * 1.8, margin, margin};
}

QRectF CardItem::boundingRect() const { return QRectF(QPointF(0, 0), size()).marginsAdded(overhang()); }

qreal CardItem::scaleOf(const QPainter &painter)
{
    return QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter.worldTransform());
}

} // namespace foghorn
