#include "ui/style/stateglyph.h"

#include "ui/style/paintedicon.h"
#include "ui/style/statepalette.h"

#include <QGuiApplication>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>

namespace foghorn {

// All figures are drawn in a square of 16 units.
namespace {

struct Inks
{
    QColor fill;
    QColor mark;
};

QPen pen(const QColor &color, qreal width) { return QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin); }

void drawCheck(QPainter &painter, const QColor &color)
{
    painter.setPen(pen(color, 1.9));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(QPolygonF{{4.7, 8.3}, {7.1, 10.7}, {11.4, 5.6}});
}

void drawCross(QPainter &painter, const QColor &color, qreal reach, qreal width)
{
    painter.setPen(pen(color, width));
    painter.drawLine(QPointF(8 - reach, 8 - reach), QPointF(8 + reach, 8 + reach));
    painter.drawLine(QPointF(8 - reach, 8 + reach), QPointF(8 + reach, 8 - reach));
}

void fillShape(QPainter &painter, const QColor &color, const QPolygonF &shape)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPolygon(shape);
}

void drawRing(QPainter &painter, const QColor &color, bool dashed)
{
    QPen ring(color, 1.7);
    ring.setCapStyle(Qt::FlatCap);
    if (dashed)
        ring.setDashPattern({2.0, 1.3});
    painter.setPen(ring);
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(QPointF(8, 8), 6.6, 6.6);
}

void drawHalfDisc(QPainter &painter, const QColor &color, bool up)
{
    if (!up) {
        painter.translate(16, 16);
        painter.rotate(180);
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPie(QRectF(0.8, 0.8, 14.4, 14.4), 180 * 16, 180 * 16);
    painter.drawPolygon(QPolygonF{{8, 0.4}, {11.8, 4.6}, {4.2, 4.6}});
    painter.drawRect(QRectF(7, 4, 2, 3));
}

void drawQuestion(QPainter &painter, const QColor &color)
{
    QPainterPath hook(QPointF(5.9, 6.4));
    hook.cubicTo(QPointF(5.9, 3.7), QPointF(10.2, 3.7), QPointF(10.2, 6.3));
    hook.cubicTo(QPointF(10.2, 7.9), QPointF(8, 7.8), QPointF(8, 9.5));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(pen(color, 1.5));
    painter.drawPath(hook);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(QPointF(8, 11.7), 0.95, 0.95);
}

void drawWarning(QPainter &painter, const Inks &inks)
{
    fillShape(painter, inks.fill, QPolygonF{{8, 0.9}, {15.6, 14.8}, {0.4, 14.8}});
    painter.setPen(pen(inks.mark, 1.8));
    painter.drawLine(QPointF(8, 6.2), QPointF(8, 9.7));
    painter.setPen(Qt::NoPen);
    painter.setBrush(inks.mark);
    painter.drawEllipse(QPointF(8, 12.5), 1.05, 1.05);
}

void drawDots(QPainter &painter, const QColor &color)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    for (const qreal x : {5.2, 8.0, 10.8})
        painter.drawEllipse(QPointF(x, 8), 1.0, 1.0);
}

void drawSilhouette(QPainter &painter, Silhouette silhouette, const Inks &inks)
{
    switch (silhouette) {
    case Silhouette::Check:
        painter.setPen(Qt::NoPen);
        painter.setBrush(inks.fill);
        painter.drawEllipse(QPointF(8, 8), 7.2, 7.2);
        return drawCheck(painter, inks.mark);
    case Silhouette::Warning:
        return drawWarning(painter, inks);
    case Silhouette::Cross:
        fillShape(painter, inks.fill, QPolygonF{{8, 0}, {16, 8}, {8, 16}, {0, 8}});
        return drawCross(painter, inks.mark, 2.1, 1.8);
    case Silhouette::Unchecked:
        drawRing(painter, inks.fill, true);
        return drawQuestion(painter, inks.fill);
    case Silhouette::Starting:
        return drawHalfDisc(painter, inks.fill, true);
    case Silhouette::Stopping:
        return drawHalfDisc(painter, inks.fill, false);
    case Silhouette::Stopped:
        painter.setPen(QPen(inks.fill, 2, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.setBrush(Qt::NoBrush);
        return painter.drawRect(QRectF(3, 3, 10, 10));
    case Silhouette::Failed:
        fillShape(painter, inks.fill,
            QPolygonF{{4.7, 0.1}, {11.3, 0.1}, {15.9, 4.7}, {15.9, 11.3}, {11.3, 15.9}, {4.7, 15.9}, {0.1, 11.3},
                {0.1, 4.7}});
        return drawCross(painter, inks.mark, 3.3, 2.6);
    case Silhouette::Waiting:
        drawRing(painter, inks.fill, true);
        return drawDots(painter, inks.fill);
    case Silhouette::Backoff:
        drawRing(painter, inks.fill, false);
        painter.setPen(pen(inks.fill, 1.6));
        return painter.drawPolyline(QPolygonF{{8, 4.4}, {8, 8}, {10.6, 9.6}});
    case Silhouette::Finished:
        drawRing(painter, inks.fill, false);
        return drawCheck(painter, inks.fill);
    }
}

void drawBadge(QPainter &painter, Badge badge, const StatePalette &palette)
{
    if (badge == Badge::None)
        return;
    const bool triangle = badge == Badge::Triangle;
    const FamilyColors colors = palette.colors(triangle ? StateFamily::Degraded : StateFamily::Unhealthy);
    painter.setPen(QPen(palette.colors(StateFamily::Busy).chip, 1.2));
    painter.setBrush(colors.fill);
    if (triangle)
        painter.drawPolygon(QPolygonF{{12, 8.2}, {16, 15.8}, {8, 15.8}});
    else
        painter.drawPolygon(QPolygonF{{12, 8}, {16, 12}, {12, 16}, {8, 12}});
}

} // namespace

void paintGlyph(QPainter &painter, const QRectF &rect, const StateLook &look, const StatePalette &palette)
{
    const qreal side = std::min(rect.width(), rect.height());
    const FamilyColors colors = palette.colors(look.family);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2);
    painter.scale(side / 16, side / 16);
    painter.save();
    drawSilhouette(painter, look.silhouette, {colors.fill, colors.onFill});
    painter.restore();
    drawBadge(painter, look.badge, palette);
    painter.restore();
}

// In the application's colours at the time it is painted: while these change, the palettes of widgets, from which
// callers take theirs, are behind for a moment.
QIcon glyphIcon(const StateLook &look, const StatePalette & /*palette*/)
{
    return paintedIcon([look](QPainter &painter, const QRectF &rect, QIcon::Mode mode) {
        if (mode == QIcon::Disabled)
            painter.setOpacity(0.5);
        paintGlyph(painter, rect, look, StatePalette::forPalette(QGuiApplication::palette()));
    });
}

} // namespace foghorn
