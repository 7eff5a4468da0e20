#include "ui/graph/edgesitem.h"

#include "ui/graph/nodelook.h"

#include <QPainter>
#include <QStyleOptionGraphicsItem>

namespace foghorn {

namespace {

constexpr std::size_t MostDashedEdges = 300; ///< dashed pens are slow
constexpr qreal HeadLength = 8;
constexpr qreal HeadHalf = 4;

QPen linePen(const QColor &color, qreal width)
{
    QPen pen(color, width); // exactly 1 is the only fast width of a raster painter
    pen.setCosmetic(true);
    return pen;
}

void paintHead(QPainter &painter, QPointF tip, bool hollow, const QColor &color, const QColor &ground)
{
    const QPolygonF head{tip, tip + QPointF(-HeadLength, -HeadHalf), tip + QPointF(-HeadLength, HeadHalf)};
    painter.setPen(linePen(color, 1));
    painter.setBrush(hollow ? ground : color);
    painter.drawPolygon(head);
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

QRectF reach(const EdgePicture &edge) { return edge.path.controlPointRect().adjusted(-10, -10, 10, 10); }

} // namespace

EdgesItem::EdgesItem()
{
    setFlag(ItemUsesExtendedStyleOption); // for exposedRect
    setAcceptedMouseButtons(Qt::NoButton);
}

QPainterPath EdgesItem::curve(const std::vector<QPointF> &route)
{
    QPainterPath path;
    if (route.size() < 2)
        return path;
    path.moveTo(route.front());
    for (std::size_t i = 1; i < route.size(); ++i) {
        const QPointF from = route[i - 1];
        QPointF to = route[i];
        const bool last = i + 1 == route.size();
        if (last)
            to.rx() -= HeadLength; // the line ends where the head begins
        if (qFuzzyCompare(from.y(), to.y())) {
            path.lineTo(to);
        } else {
            const qreal bow = (to.x() - from.x()) * 0.5;
            path.cubicTo(from + QPointF(bow, 0), to - QPointF(bow, 0), to);
        }
    }
    return path;
}

void EdgesItem::setEdges(std::vector<EdgePicture> edges, const QRectF &bounds)
{
    prepareGeometryChange();
    m_edges = std::move(edges);
    for (EdgePicture &edge : m_edges)
        edge.path = curve(edge.route);
    m_bounds = bounds;
    update();
}

void EdgesItem::setBroken(std::size_t edge, bool broken)
{
    if (m_edges[edge].broken == broken)
        return;
    m_edges[edge].broken = broken;
    update(reach(m_edges[edge]));
}

void EdgesItem::setLit(const std::vector<bool> &lit, bool fadeOthers)
{
    for (std::size_t i = 0; i < m_edges.size(); ++i) {
        if (m_edges[i].lit == lit[i] && m_fadeOthers == fadeOthers)
            continue;
        m_edges[i].lit = lit[i];
        update(reach(m_edges[i]));
    }
    m_fadeOthers = fadeOthers;
}

void EdgesItem::setPalette(const StatePalette &palette)
{
    m_palette = palette;
    update();
}

void EdgesItem::paintEdge(QPainter &painter, const EdgePicture &edge, qreal scale, bool dashes) const
{
    const FamilyColors bad = m_palette.colors(StateFamily::Unhealthy);
    QColor color = edge.required ? m_palette.edge() : m_palette.faintEdge();
    if (edge.lit)
        color = m_palette.focusRing();
    if (edge.broken)
        color = bad.fill;
    painter.setOpacity(m_fadeOthers && !edge.lit ? 0.35 : 1);
    QPen pen = linePen(color, edge.lit ? 2 : 1);
    if (dashes && edge.orderOnly)
        pen.setDashPattern({1, 4});
    else if (dashes && !edge.required)
        pen.setDashPattern({5, 4});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(edge.path);
    if (scale < TextScale)
        return;
    paintHead(painter, edge.route.back(), !edge.required, color,
        m_palette.ground() == StatePalette::Ground::Light ? QColor(Qt::white) : QColor(0x1b1e20));
    if (edge.broken)
        paintBreak(painter, edge.path.pointAtPercent(0.5), bad);
}

void EdgesItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *)
{
    const qreal scale = QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform());
    painter->setRenderHint(QPainter::Antialiasing, scale >= TextScale && !m_moving);
    const bool dashes = m_edges.size() < MostDashedEdges && scale >= TextScale;
    for (const bool lit : {false, true}) { // what is lit lies on top
        for (const EdgePicture &edge : m_edges) {
            if (edge.lit == lit && reach(edge).intersects(option->exposedRect))
                paintEdge(*painter, edge, scale, dashes);
        }
    }
}

} // namespace foghorn
