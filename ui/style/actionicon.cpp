#include "ui/style/actionicon.h"

#include "ui/style/paintedicon.h"

#include <QGuiApplication>
#include <QLineF>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>

#include <algorithm>

namespace foghorn {

// All figures are drawn in a square of 24 units.
namespace {

void drawPlay(QPainter &painter, qreal x, qreal width)
{
    painter.drawPolygon(QPolygonF{{x, 5}, {x + width, 12}, {x, 19}});
}

void drawTurn(QPainter &painter)
{
    painter.setBrush(Qt::NoBrush);
    painter.drawArc(QRectF(4.5, 4.5, 15, 15), 60 * 16, 290 * 16);
    painter.drawPolyline(QPolygonF{{19.4, 3.6}, {19.0, 8.3}, {14.3, 7.9}});
}

void drawPulse(QPainter &painter)
{
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(QPolygonF{{2.5, 12.5}, {7, 12.5}, {10, 5}, {14, 19}, {17, 12.5}, {21.5, 12.5}});
}

void drawTable(QPainter &painter)
{
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(3.5, 4.5, 17, 15), 1.5, 1.5);
    painter.drawLine(QPointF(3.5, 9.5), QPointF(20.5, 9.5));
    painter.drawLine(QPointF(3.5, 14.5), QPointF(20.5, 14.5));
    painter.drawLine(QPointF(9, 9.5), QPointF(9, 19.5));
}

void drawNet(QPainter &painter)
{
    painter.setBrush(Qt::NoBrush);
    painter.drawLine(QPointF(7.5, 11), QPointF(16, 6.5));
    painter.drawLine(QPointF(7.5, 13), QPointF(16, 17.5));
    painter.drawEllipse(QPointF(5.5, 12), 2.5, 2.5);
    painter.drawEllipse(QPointF(18.5, 6), 2.5, 2.5);
    painter.drawEllipse(QPointF(18.5, 18), 2.5, 2.5);
}

void drawLanes(QPainter &painter)
{
    painter.drawLine(QPointF(3.5, 6), QPointF(13, 6));
    painter.drawLine(QPointF(17, 6), QPointF(20.5, 6));
    painter.drawLine(QPointF(3.5, 12), QPointF(7, 12));
    painter.drawLine(QPointF(11, 12), QPointF(20.5, 12));
    painter.drawLine(QPointF(3.5, 18), QPointF(16, 18));
}

void drawChart(QPainter &painter)
{
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(QPolygonF{{4, 4}, {4, 20}, {20.5, 20}});
    painter.drawPolyline(QPolygonF{{7, 15.5}, {11, 10.5}, {14.5, 13.5}, {19.5, 6}});
}

void drawLines(QPainter &painter)
{
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(3.5, 3.5, 17, 17), 1.5, 1.5);
    painter.drawLine(QPointF(7, 8), QPointF(17, 8));
    painter.drawLine(QPointF(7, 12), QPointF(14, 12));
    painter.drawLine(QPointF(7, 16), QPointF(16, 16));
}

void drawBell(QPainter &painter)
{
    painter.setBrush(Qt::NoBrush);
    QPainterPath bell(QPointF(4, 17));
    bell.cubicTo(QPointF(6.5, 14.5), QPointF(6, 11.5), QPointF(6.5, 9));
    bell.cubicTo(QPointF(7.5, 2.5), QPointF(16.5, 2.5), QPointF(17.5, 9));
    bell.cubicTo(QPointF(18, 11.5), QPointF(17.5, 14.5), QPointF(20, 17));
    bell.closeSubpath();
    painter.drawPath(bell);
    painter.drawArc(QRectF(9.5, 15.5, 5, 5.5), 190 * 16, 160 * 16);
}

void drawFit(QPainter &painter)
{
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(QPolygonF{{4, 9}, {4, 4}, {9, 4}});
    painter.drawPolyline(QPolygonF{{15, 4}, {20, 4}, {20, 9}});
    painter.drawPolyline(QPolygonF{{20, 15}, {20, 20}, {15, 20}});
    painter.drawPolyline(QPolygonF{{9, 20}, {4, 20}, {4, 15}});
}

/// A wheel with eight teeth.
void drawGear(QPainter &painter)
{
    constexpr int teeth = 8;
    constexpr qreal root = 6.8;
    constexpr qreal tip = 9.8;
    constexpr qreal turn = 360.0 / teeth;
    QPolygonF wheel;
    for (int tooth = 0; tooth < teeth; ++tooth) {
        const auto add = [&](qreal radius, qreal degrees) {
            wheel.append(QPointF(12, 12) + QLineF::fromPolar(radius, tooth * turn + degrees).p2());
        };
        add(root, -turn * 0.3);
        add(tip, -turn * 0.19);
        add(tip, turn * 0.19);
        add(root, turn * 0.3);
    }
    painter.setBrush(Qt::NoBrush);
    painter.drawPolygon(wheel);
    painter.drawEllipse(QPointF(12, 12), 2.9, 2.9);
}

void drawSymbol(QPainter &painter, ActionSymbol symbol)
{
    switch (symbol) {
    case ActionSymbol::Start:
        return drawPlay(painter, 7, 11);
    case ActionSymbol::Stop:
        return painter.drawRect(QRectF(6, 6, 12, 12));
    case ActionSymbol::Restart:
        return drawTurn(painter);
    case ActionSymbol::Check:
        return drawPulse(painter);
    case ActionSymbol::StartAll:
        drawPlay(painter, 4, 8);
        return drawPlay(painter, 13, 8);
    case ActionSymbol::StopAll:
        painter.drawRect(QRectF(3, 7.5, 7.5, 9));
        return painter.drawRect(QRectF(13.5, 7.5, 7.5, 9));
    case ActionSymbol::Services:
        return drawTable(painter);
    case ActionSymbol::Graph:
        return drawNet(painter);
    case ActionSymbol::Timeline:
        return drawLanes(painter);
    case ActionSymbol::Charts:
        return drawChart(painter);
    case ActionSymbol::Logs:
        return drawLines(painter);
    case ActionSymbol::Alerts:
        return drawBell(painter);
    case ActionSymbol::Fit:
        return drawFit(painter);
    case ActionSymbol::Close:
        painter.drawLine(QPointF(6.5, 6.5), QPointF(17.5, 17.5));
        return painter.drawLine(QPointF(6.5, 17.5), QPointF(17.5, 6.5));
    case ActionSymbol::Preferences:
        return drawGear(painter);
    }
}

void prepare(QPainter &painter, const QRectF &rect)
{
    const qreal side = std::min(rect.width(), rect.height());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.center() - QPointF(side / 2, side / 2));
    painter.scale(side / 24, side / 24);
}

/// A horn that sounds into the fog.
void drawHorn(QPainter &painter)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0x1d4f6e));
    painter.drawRoundedRect(QRectF(0.5, 0.5, 23, 23), 5, 5);
    QPainterPath horn(QPointF(4.5, 9.8));
    horn.cubicTo(QPointF(9, 9.8), QPointF(11.5, 8), QPointF(13.5, 5));
    horn.lineTo(13.5, 19);
    horn.cubicTo(QPointF(11.5, 16), QPointF(9, 14.2), QPointF(4.5, 14.2));
    horn.closeSubpath();
    painter.setBrush(QColor(0xfdd131));
    painter.drawPath(horn);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(0xffffff), 1.6, Qt::SolidLine, Qt::RoundCap));
    painter.drawArc(QRectF(11, 8, 8, 8), -50 * 16, 100 * 16);
    painter.drawArc(QRectF(9, 5.5, 13, 13), -45 * 16, 90 * 16);
}

} // namespace

QIcon actionIcon(ActionSymbol symbol)
{
    return paintedIcon([symbol](QPainter &painter, const QRectF &rect, QIcon::Mode mode) {
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        const QColor ink = QGuiApplication::palette().color(group, QPalette::ButtonText);
        prepare(painter, rect);
        painter.setPen(QPen(ink, 1.9, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(ink);
        drawSymbol(painter, symbol);
    });
}

QIcon applicationIcon()
{
    return paintedIcon([](QPainter &painter, const QRectF &rect, QIcon::Mode) {
        prepare(painter, rect);
        drawHorn(painter);
    });
}

} // namespace foghorn
