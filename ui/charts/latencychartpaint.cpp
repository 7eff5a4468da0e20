// What LatencyChart draws beside the lines of Qt Charts; what it does is in latencychart.cpp.
#include "ui/charts/latencychart.h"
#include "ui/models/timecursor.h"
#include "ui/style/statepalette.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace foghorn {

void LatencyChart::drawBackground(QPainter *painter, const QRectF &rect)
{
    QChartView::drawBackground(painter, rect);
    const QRectF plot = plotRect();
    const StatePalette colors = StatePalette::forPalette(palette());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setFont(font());
    const int line = fontMetrics().height();
    for (int step = 0; step <= m_steps; ++step) {
        const double value = m_highest * step / m_steps;
        const int y = qRound(yOf(value));
        painter->fillRect(QRectF(plot.left(), y, plot.width(), 1), step == 0 ? colors.faintEdge() : colors.hairline());
        painter->setPen(palette().color(QPalette::Text));
        const QString words = QLocale().toString(value, 'f', m_highest < m_steps && step % m_steps != 0 ? 1 : 0);
        const QRectF room = isRightToLeft() ? QRectF(plot.right() + line / 3.0, y - line, width(), line * 2)
                                            : QRectF(0, y - line, plot.left() - line / 3.0, line * 2);
        painter->drawText(room,
            static_cast<int>(Qt::AlignVCenter | Qt::AlignAbsolute | (isRightToLeft() ? Qt::AlignLeft : Qt::AlignRight)),
            words);
    }
    drawTimeAxis(*painter);
    drawLimit(*painter);
    painter->restore();
}

/// A dashed line with its name on it; above the plot only the name, with an arrow. By hand: dashed pens crawl.
void LatencyChart::drawLimit(QPainter &painter) const
{
    if (!m_content.limit)
        return;
    const QRectF plot = plotRect();
    const int line = fontMetrics().height();
    const QColor ink = StatePalette::forPalette(palette()).colors(StateFamily::Neutral).text;
    const bool isSeen = m_content.limit->value <= m_highest;
    const int y = isSeen ? qRound(yOf(m_content.limit->value)) : qRound(plot.top());
    if (isSeen) {
        for (double x = plot.left(); x < plot.right(); x += line)
            painter.fillRect(QRectF(x, y, std::min(line * 0.6, plot.right() - x), 1), ink);
    }
    painter.setPen(ink);
    const QString words = isSeen ? m_content.limit->name : m_content.limit->name + QStringLiteral(" ↑");
    const bool isBelow = y - line < plot.top();
    const QRectF room(plot.left() + line / 3.0, isBelow ? y + 1 : y - line, plot.width() - line * 2 / 3.0, line);
    painter.drawText(room, Qt::AlignLeading | Qt::AlignVCenter | Qt::TextSingleLine, words);
}

void LatencyChart::drawTimeAxis(QPainter &painter) const
{
    const QRectF plot = plotRect();
    const StatePalette colors = StatePalette::forPalette(palette());
    const int line = fontMetrics().height();
    const TimeScale times = scale();
    const int room = fontMetrics().horizontalAdvance(QStringLiteral("00:00 WW")) + line;
    const QList<TimeTick> ticks = ticksOf(m_content.window, std::max(1, times.width / room));
    for (const TimeTick &tick : ticks) {
        const int x = qRound(plot.left() + times.xOf(tick.at));
        painter.fillRect(QRectF(x, plot.top(), 1, plot.height() + line / 4.0), colors.hairline());
        QRectF words(0, plot.bottom() + line / 3.0, fontMetrics().horizontalAdvance(tick.label) + 4, line);
        words.moveCenter({static_cast<double>(x), words.center().y()});
        if (words.left() < 0 || words.right() > width())
            continue;
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(words, Qt::AlignCenter | Qt::TextSingleLine, tick.label);
    }
}

void LatencyChart::drawForeground(QPainter *painter, const QRectF &)
{
    painter->save();
    painter->setFont(font());
    for (const ChartLine &line : std::as_const(m_content.lines))
        drawLineMarks(*painter, line);
    drawTimeouts(*painter);
    drawNames(*painter);
    drawCursor(*painter);
    if (hasFocus()) {
        painter->setRenderHint(QPainter::Antialiasing, false);
        painter->setPen(QPen(StatePalette::forPalette(palette()).focusRing(), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(QRectF(1, 1, width() - 2, height() - 2));
    }
    painter->restore();
}

/// Dots on a dotted line, never closer than a line of text is high; and the points that stand alone, which are no
/// line.
void LatencyChart::drawLineMarks(QPainter &painter, const ChartLine &line) const
{
    const QRectF plot = plotRect();
    const TimeScale times = scale();
    const double apart = fontMetrics().height() * 1.5;
    const double size = fontMetrics().height() / 6.0;
    painter.setPen(Qt::NoPen);
    painter.setBrush(line.color);
    double last = -1e9;
    for (const QList<QPointF> &run : line.runs) {
        for (const QPointF &point : run) {
            const WallTime at(std::chrono::milliseconds(static_cast<qint64>(point.x())));
            const double x = plot.left() + times.xOf(at);
            const bool isAlone = run.size() == 1;
            if (!isAlone && (!line.dotted || std::abs(x - last) < apart))
                continue;
            painter.drawEllipse(QPointF(x, yOf(point.y())), size, size);
            if (!isAlone)
                last = x;
        }
    }
}

void LatencyChart::drawTimeouts(QPainter &painter) const
{
    const QRectF plot = plotRect();
    const TimeScale times = scale();
    const double half = fontMetrics().height() / 4.0;
    const double y = plot.top() - half;
    painter.setPen(
        QPen(StatePalette::forPalette(palette()).colors(StateFamily::Unhealthy).text, 2, Qt::SolidLine, Qt::RoundCap));
    double last = -1e9;
    for (const WallTime at : std::as_const(m_content.timeouts)) {
        const double x = plot.left() + times.xOf(at);
        if (std::abs(x - last) < half * 2)
            continue; // they would only smear
        last = x;
        painter.drawLine(QPointF(x - half, y - half), QPointF(x + half, y + half));
        painter.drawLine(QPointF(x - half, y + half), QPointF(x + half, y - half));
    }
}

/// At the ends of the lines; where ends are close the names make room for each other.
void LatencyChart::drawNames(QPainter &painter) const
{
    struct Name
    {
        double y;
        const ChartLine *line;
    };
    std::vector<Name> names;
    for (const ChartLine &line : std::as_const(m_content.lines)) {
        if (!line.runs.isEmpty() && !line.runs.constLast().isEmpty())
            names.push_back({yOf(line.runs.constLast().constLast().y()), &line});
    }
    std::sort(names.begin(), names.end(), [](const Name &a, const Name &b) { return a.y < b.y; });
    const QRectF plot = plotRect();
    const double height = fontMetrics().height();
    double lowest = plot.bottom();
    for (std::size_t i = names.size(); i-- > 0;) { // from below, so that none leaves the chart
        names[i].y = std::min(names[i].y, lowest - height / 2);
        lowest = names[i].y - height / 2;
    }
    const double gap = height / 3;
    for (const Name &name : names) {
        const QRectF room = isRightToLeft()
            ? QRectF(0, name.y - height / 2, plot.left() - gap, height)
            : QRectF(plot.right() + gap, name.y - height / 2, width() - plot.right() - gap, height);
        painter.setPen(name.line->color);
        painter.drawText(room,
            static_cast<int>(Qt::AlignVCenter | Qt::AlignAbsolute | (isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft)
                | Qt::TextSingleLine),
            fontMetrics().elidedText(name.line->name, Qt::ElideMiddle, static_cast<int>(room.width())));
    }
}

void LatencyChart::drawCursor(QPainter &painter) const
{
    if (!m_cursor.time() || !m_content.window.contains(*m_cursor.time()))
        return;
    const QRectF plot = plotRect();
    const double x = qRound(plot.left() + scale().xOf(*m_cursor.time()));
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(QRectF(x, 0, 1, plot.bottom()), StatePalette::forPalette(palette()).focusRing());
}

} // namespace foghorn
