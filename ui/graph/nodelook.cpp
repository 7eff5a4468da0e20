#include "ui/graph/nodelook.h"

#include "ui/style/stateglyph.h"
#include "ui/style/wording.h"
#include "ui/timeline/strippainter.h"

#include "core/base/names.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

namespace foghorn {

namespace {

constexpr int ShownChecks = 20;

QPainterPath cardShape(const NodeStyle &style)
{
    QPainterPath shape;
    shape.addRoundedRect(QRectF(QPointF(0, 0), style.size), style.line / 4, style.line / 4);
    return shape;
}

void paintCard(QPainter &painter, const NodePicture &node, const NodeStyle &style)
{
    const QPainterPath card = cardShape(style);
    painter.fillPath(card, style.palette.color(node.selected ? QPalette::Highlight : QPalette::Base));
    painter.save();
    painter.setClipPath(card, Qt::IntersectClip);
    painter.fillRect(QRectF(0, 0, style.band, style.size.height()), style.states.colors(node.row.look.family).fill);
    painter.restore();

    QColor border = style.states.edge();
    qreal width = 1;
    if (node.selected || node.focused) {
        border = style.states.focusRing();
        width = node.selected ? 3 : 2;
    } else if (node.emphasis == NodeEmphasis::Affected) {
        border = style.states.colors(StateFamily::Degraded).fill;
        width = 2;
    } else if (node.emphasis == NodeEmphasis::Needed) {
        border = style.states.colors(StateFamily::Busy).fill;
        width = 2;
    }
    QPen pen(border, width);
    pen.setCosmetic(true);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(card);
}

void paintName(QPainter &painter, const NodePicture &node, const NodeStyle &style, const QRectF &rect)
{
    painter.setFont(style.boldFont);
    painter.setPen(style.palette.color(QPalette::Text));
    QString name = printable(node.row.id);
    qreal room = rect.width();
    if (node.row.facts.critical) {
        const QString star = QStringLiteral("★");
        const qreal width = QFontMetricsF(style.boldFont).horizontalAdvance(star);
        painter.drawText(rect, Qt::AlignTrailing | Qt::AlignVCenter, star);
        room -= width + style.line / 4;
    }
    name = QFontMetricsF(style.boldFont).elidedText(name, Qt::ElideMiddle, room);
    painter.drawText(rect, Qt::AlignLeading | Qt::AlignVCenter | Qt::TextSingleLine, name);
}

void paintFull(QPainter &painter, const NodePicture &node, const NodeStyle &style, Qt::LayoutDirection direction)
{
    const qreal left = style.band + style.line * 0.5;
    const qreal width = style.size.width() - left - style.line * 0.5;
    const qreal row = style.size.height() / 3.2;
    qreal top = style.size.height() * 0.05;
    paintName(painter, node, style, QRectF(left, top, width, row));
    top += row;

    const qreal glyph = style.line * 0.95;
    paintGlyph(painter, QRectF(left, top + (row - glyph) / 2, glyph, glyph), node.row.look, style.states);
    const QRectF words(left + glyph * 1.35, top, width - glyph * 1.35, row);
    painter.setFont(style.font);
    painter.setPen(style.states.colors(node.row.look.family).text);
    painter.drawText(words, Qt::AlignLeading | Qt::AlignVCenter | Qt::TextSingleLine,
        QFontMetricsF(style.font).elidedText(node.row.shortState, Qt::ElideRight, words.width()));
    top += row;

    const QString response = node.row.response ? Wording::response(*node.row.response) : QString();
    const qreal responseWidth = QFontMetricsF(style.font).horizontalAdvance(QStringLiteral("000.0 ms"));
    const QRectF strip(left, top + row * 0.22, width - responseWidth - style.line * 0.3, row * 0.56);
    paintStrip(painter, strip, node.row.marks, ShownChecks, style.states, direction == Qt::RightToLeft);
    painter.setPen(style.palette.color(QPalette::PlaceholderText));
    painter.drawText(QRectF(left, top, width, row), Qt::AlignTrailing | Qt::AlignVCenter, response);
}

/// Glyph and name, larger, because the scale makes them small.
void paintReduced(QPainter &painter, const NodePicture &node, const NodeStyle &style)
{
    const qreal glyph = style.line * 1.5;
    const qreal middle = style.size.height() / 2;
    const qreal left = style.band + style.line * 0.5;
    paintGlyph(painter, QRectF(left, middle - glyph / 2, glyph, glyph), node.row.look, style.states);
    QFont larger = style.boldFont;
    larger.setPointSizeF(larger.pointSizeF() * 1.1);
    const QRectF rect(
        left + glyph * 1.3, 0, style.size.width() - left - glyph * 1.3 - style.line * 0.3, style.size.height());
    painter.setFont(larger);
    painter.setPen(style.palette.color(QPalette::Text));
    painter.drawText(rect, Qt::AlignLeading | Qt::AlignVCenter | Qt::TextSingleLine,
        QFontMetricsF(larger).elidedText(printable(node.row.id), Qt::ElideMiddle, rect.width()));
}

/// A bar whose height tells how bad it is; neutral nodes are outlines only.
void paintBlock(QPainter &painter, const NodePicture &node, const NodeStyle &style)
{
    const QRectF card(QPointF(0, 0), style.size);
    const FamilyColors colors = style.states.colors(node.row.look.family);
    painter.fillRect(card, style.palette.color(QPalette::Base));
    qreal share = 0;
    switch (node.row.look.family) {
    case StateFamily::Healthy:
        share = 1.0 / 3;
        break;
    case StateFamily::Degraded:
    case StateFamily::Busy:
        share = 2.0 / 3;
        break;
    case StateFamily::Unhealthy:
        share = 1;
        break;
    case StateFamily::Neutral:
        break;
    }
    const qreal height = card.height() * share;
    painter.fillRect(QRectF(0, card.height() - height, card.width(), height), colors.fill);
    QPen pen(node.selected || node.focused ? style.states.focusRing() : colors.fill, node.selected ? 3 : 1);
    pen.setCosmetic(true);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(card);
    if (node.row.look.family != StateFamily::Unhealthy)
        return;
    painter.setPen(QPen(colors.onFill, style.size.height() / 10));
    const qreal reach = style.size.height() / 4;
    const QPointF middle = card.center();
    painter.drawLine(middle - QPointF(reach, reach), middle + QPointF(reach, reach));
    painter.drawLine(middle - QPointF(reach, -reach), middle + QPointF(reach, -reach));
}

} // namespace

NodeStyle NodeStyle::of(const QFont &font, const QPalette &palette)
{
    NodeStyle style;
    style.font = font;
    style.boldFont = font;
    style.boldFont.setBold(true);
    style.palette = palette;
    style.states = StatePalette::forPalette(palette);
    const QFontMetricsF metrics(style.boldFont);
    style.line = metrics.height();
    style.size = QSizeF(std::round(style.line * 11.5), std::round(style.line * 4));
    style.band = std::round(style.line * 0.4);
    return style;
}

void paintNode(
    QPainter &painter, const NodePicture &node, const NodeStyle &style, qreal scale, Qt::LayoutDirection direction)
{
    painter.save();
    painter.setLayoutDirection(direction);
    if (node.emphasis == NodeEmphasis::Faded)
        painter.setOpacity(0.35);
    if (scale < TextScale) {
        paintBlock(painter, node, style);
    } else {
        paintCard(painter, node, style);
        if (scale < FullDetailScale)
            paintReduced(painter, node, style);
        else
            paintFull(painter, node, style, direction);
    }
    painter.restore();
}

} // namespace foghorn
