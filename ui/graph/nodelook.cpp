#include "ui/graph/nodelook.h"

#include "ui/graph/cardlook.h"
#include "ui/style/stateglyph.h"
#include "ui/style/wording.h"
#include "ui/timeline/strippainter.h"

#include "core/base/names.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace foghorn {

namespace {

constexpr int ShownChecks = 20;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(foghorn::NodeLook)
};

/// "⚲ ⌀ ↻3 ★": pinned, muted, restarts and whether the fleet depends on it.
QString badgesOf(const NodePicture &node)
{
    QStringList badges;
    if (node.marks.pinned)
        badges.append(QStringLiteral("⚲"));
    if (node.marks.muted)
        badges.append(QStringLiteral("⌀"));
    if (node.row.restartCount > 0)
        badges.append(QStringLiteral("↻%1").arg(node.row.restartCount));
    if (node.row.facts.critical)
        badges.append(QStringLiteral("★"));
    return badges.join(QLatin1Char(' '));
}

/// What is at the end of a line, and how wide it is with the room before it.
qreal paintEnd(QPainter &painter, const QRectF &rect, const QString &text, const QFont &font, const NodeStyle &style)
{
    if (text.isEmpty())
        return 0;
    painter.setFont(font);
    painter.drawText(
        style.mirrored(rect, style.size.width()), Qt::AlignTrailing | Qt::AlignVCenter | Qt::TextSingleLine, text);
    return QFontMetricsF(font).horizontalAdvance(text) + style.line / 4;
}

void paintName(QPainter &painter, const NodePicture &node, const NodeStyle &style, const QRectF &rect)
{
    const QString name = printable(node.row.id);
    painter.setPen(style.palette.color(QPalette::PlaceholderText));
    const qreal badges = paintEnd(painter, rect, badgesOf(node), style.font, style);
    const QRectF room = rect.adjusted(0, 0, -badges, 0);
    if (node.marks.found) {
        const qreal width = std::min(room.width(), QFontMetricsF(style.boldFont).horizontalAdvance(name));
        const QRectF mark = style.mirrored(
            {room.x() - style.line * 0.15, room.y(), width + style.line * 0.3, room.height()}, style.size.width());
        painter.fillRect(mark, style.states.colors(StateFamily::Degraded).chip);
    }
    painter.setPen(style.palette.color(QPalette::Text));
    paintText(painter, room, name, style.boldFont, style);
}

void paintState(QPainter &painter, const NodePicture &node, const NodeStyle &style, const QRectF &rect)
{
    const qreal glyph = style.line * 0.95;
    const QRectF place(rect.x(), rect.center().y() - glyph / 2, glyph, glyph);
    paintGlyph(painter, style.mirrored(place, style.size.width()), node.row.look, style.states);
    QRectF words = rect.adjusted(glyph * 1.35, 0, 0, 0);
    if (node.marks.affected) {
        painter.setPen(style.states.colors(StateFamily::Degraded).text);
        //: on a node of the graph: something that it needs is down
        words.setRight(words.right() - paintEnd(painter, words, Words::tr("affected"), style.font, style));
    }
    painter.setPen(style.states.colors(node.row.look.family).text);
    paintText(painter, words, node.row.shortState, style.font, style);
}

void paintChecks(QPainter &painter, const NodePicture &node, const NodeStyle &style, const QRectF &rect)
{
    const qreal responseWidth = QFontMetricsF(style.font).horizontalAdvance(QStringLiteral("000.0 ms"));
    const QRectF strip(rect.x(), rect.y() + rect.height() * 0.22, rect.width() - responseWidth - style.line * 0.3,
        rect.height() * 0.56);
    paintStrip(painter, style.mirrored(strip, style.size.width()), node.row.marks, ShownChecks, style.states,
        style.direction == Qt::RightToLeft);
    painter.setPen(style.palette.color(QPalette::PlaceholderText));
    paintEnd(painter, rect, node.row.response ? Wording::response(*node.row.response) : QString(), style.font, style);
}

void paintFull(QPainter &painter, const NodePicture &node, const NodeStyle &style)
{
    const qreal left = style.band + style.line * 0.5;
    const qreal width = style.size.width() - left - style.line * 0.5;
    const qreal height = style.size.height() / 3.2;
    QRectF row(left, style.size.height() * 0.05, width, height);
    paintName(painter, node, style, row);
    row.translate(0, height);
    paintState(painter, node, style, row);
    row.translate(0, height);
    paintChecks(painter, node, style, row);
}

/// Glyph and name, larger, because the scale makes them small.
void paintReduced(QPainter &painter, const NodePicture &node, const NodeStyle &style, qreal scale)
{
    const qreal glyph = style.line * 1.5;
    const qreal left = style.band + style.line * 0.5;
    const QRectF place(left, style.size.height() / 2 - glyph / 2, glyph, glyph);
    paintGlyph(painter, style.mirrored(place, style.size.width()), node.row.look, style.states);
    QFont larger = style.boldFont;
    larger.setPointSizeF(larger.pointSizeF() * std::clamp(0.75 / scale, 1.1, 1.4));
    painter.setPen(style.palette.color(QPalette::Text));
    const qreal start = left + glyph * 1.3;
    paintText(painter, {start, 0, style.size.width() - start - style.line * 0.3, style.size.height()},
        printable(node.row.id), larger, style);
}

} // namespace

NodeStyle NodeStyle::of(const QFont &font, const QPalette &palette, Qt::LayoutDirection direction)
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
    style.direction = direction;
    return style;
}

QRectF NodeStyle::mirrored(const QRectF &rect, qreal width) const
{
    return direction == Qt::LeftToRight ? rect : QRectF(width - rect.right(), rect.y(), rect.width(), rect.height());
}

NodeDetail detailAt(qreal scale)
{
    if (scale < TextScale)
        return NodeDetail::Block;
    return scale < FullDetailScale ? NodeDetail::Name : NodeDetail::Full;
}

qreal severityShare(StateFamily family)
{
    switch (family) {
    case StateFamily::Healthy:
        return 1.0 / 3;
    case StateFamily::Degraded:
    case StateFamily::Busy:
        return 2.0 / 3;
    case StateFamily::Unhealthy:
        return 1;
    case StateFamily::Neutral:
        break;
    }
    return 0;
}

void paintNode(QPainter &painter, const NodePicture &node, const NodeStyle &style, qreal scale)
{
    painter.save();
    painter.setLayoutDirection(style.direction);
    if (node.marks.emphasis == NodeEmphasis::Faded)
        painter.setOpacity(painter.opacity() * 0.35);
    switch (detailAt(scale)) {
    case NodeDetail::Block:
        paintBlock(painter, node.row.look.family, node.marks, style);
        break;
    case NodeDetail::Name:
        paintCard(painter, node.row.look.family, node.marks, style);
        paintReduced(painter, node, style, scale);
        paintStopMark(painter, node.marks.stop, style);
        break;
    case NodeDetail::Full:
        paintCard(painter, node.row.look.family, node.marks, style);
        paintFull(painter, node, style);
        paintStopMark(painter, node.marks.stop, style);
        break;
    }
    painter.restore();
}

} // namespace foghorn
