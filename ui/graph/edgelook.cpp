#include "ui/graph/edgelook.h"

#include "ui/graph/nodelook.h"

#include <QPainter>

namespace foghorn {

namespace {

constexpr qreal HeadLength = 8;
constexpr qreal HeadHalf = 4;
constexpr qreal FadedOpacity = 0.35;

QPen linePen(const QColor &color, qreal width)
{
    QPen pen(color, width); // exactly 1 is the only fast width of a raster painter
    pen.setCosmetic(true);
    return pen;
}

/// +1 where edges run to the right, -1 where the picture is mirrored.
qreal headingOf(const std::vector<QPointF> &route) { return route.back().x() < route.front().x() ? -1 : 1; }

void paintHead(QPainter &painter, const EdgePicture &edge, const QColor &color, const EdgeStyle &style)
{
    const QPointF tip = edge.route.back();
    const qreal back = -HeadLength * headingOf(edge.route);
    const QColor ground = style.states.ground() == StatePalette::Ground::Light ? QColor(Qt::white) : QColor(0x1b1e20);
    painter.setPen(linePen(color, 1));
    painter.setBrush(edge.required ? color : ground);
    painter.drawPolygon(QPolygonF{tip, tip + QPointF(back, -HeadHalf), tip + QPointF(back, HeadHalf)});
}

void paintBreak(QPainter &painter, QPointF middle, const FamilyColors &colors)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.fill);
    painter.drawEllipse(middle, 7, 7);
    painter.setPen(QPen(colors.onFill, 2, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(middle + QPointF(-2.6, -2.6), middle + QPointF(2.6, 2.6));
    painter.drawLine(middle + QPointF(-2.6, 2.6), middle + QPointF(2.6, -2.6));
}

QColor colorOf(const EdgePicture &edge, const StatePalette &states)
{
    if (edge.broken)
        return states.colors(StateFamily::Unhealthy).fill;
    switch (edge.tone) {
    case EdgeTone::Needs:
        return states.focusRing();
    case EdgeTone::NeededBy:
        return states.downstream();
    case EdgeTone::None:
        break;
    }
    return edge.required ? states.edge() : states.faintEdge();
}

} // namespace

QPainterPath edgeCurve(const std::vector<QPointF> &route)
{
    QPainterPath path;
    if (route.size() < 2)
        return path;
    path.moveTo(route.front());
    for (std::size_t i = 1; i < route.size(); ++i) {
        const QPointF from = route[i - 1];
        QPointF to = route[i];
        if (i + 1 == route.size())
            to.rx() -= HeadLength * headingOf(route); // the line ends where the head begins
        if (qFuzzyCompare(from.y(), to.y())) {
            path.lineTo(to);
        } else {
            const qreal bow = (to.x() - from.x()) * 0.5;
            path.cubicTo(from + QPointF(bow, 0), to - QPointF(bow, 0), to);
        }
    }
    return path;
}

QRectF edgeReach(const EdgePicture &edge) { return edge.path.controlPointRect().adjusted(-10, -10, 10, 10); }

void paintEdge(QPainter &painter, const EdgePicture &edge, const EdgeStyle &style)
{
    const QColor color = colorOf(edge, style.states);
    const bool isLit = edge.tone != EdgeTone::None;
    painter.setOpacity(style.fadeOthers && !isLit ? FadedOpacity : 1);
    QPen pen = linePen(color, isLit && style.strong ? 2 : 1);
    if (style.dashes && edge.orderOnly)
        pen.setDashPattern({1, 4});
    else if (style.dashes && !edge.required)
        pen.setDashPattern({5, 4});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(edge.path);
    if (detailAt(style.scale) == NodeDetail::Block)
        return;
    paintHead(painter, edge, color, style);
    if (edge.broken)
        paintBreak(painter, edge.path.pointAtPercent(0.5), style.states.colors(StateFamily::Unhealthy));
}

} // namespace foghorn
