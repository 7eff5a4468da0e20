#include "ui/timeline/timelinepainter.h"

#include "ui/style/statepalette.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>

namespace foghorn {

namespace {

/// How much of a lane's height the bar fills, so that the lane can be read without its colours.
int barHeight(LaneLook look, int full)
{
    switch (look) {
    case LaneLook::Unhealthy:
    case LaneLook::Failed:
        return full;
    case LaneLook::Degraded:
    case LaneLook::Backoff:
        return full * 45 / 100;
    case LaneLook::Running:
    case LaneLook::Healthy:
    case LaneLook::Waiting:
    case LaneLook::Starting:
    case LaneLook::Stopping:
        return std::max(3, full * 20 / 100);
    case LaneLook::Unchecked:
    case LaneLook::Stopped:
    case LaneLook::Finished:
        return std::max(1, full / 12);
    case LaneLook::None:
    case LaneLook::Unobserved:
        break;
    }
    return 0;
}

/// Without colours hatching tells those apart whose bars are of one height.
QBrush barBrush(LaneLook look, const StatePalette &palette)
{
    const StateFamily family = familyOf(look);
    const QColor ink = palette.colors(family).fill;
    if (palette.isHighContrast() && family == StateFamily::Busy)
        return QBrush(ink, Qt::BDiagPattern);
    if (palette.isHighContrast() && family == StateFamily::Neutral)
        return QBrush(ink, Qt::Dense4Pattern);
    return ink;
}

void paintBox(QPainter &painter, const QRect &rect, LaneLook look, const StatePalette &palette)
{
    const FamilyColors colors = palette.colors(familyOf(look));
    if (look == LaneLook::Unobserved) { // a dotted base line: there was nobody to see
        for (int x = rect.left() + 1; x <= rect.right(); x += 4)
            painter.fillRect(QRect(x, rect.bottom() - 1, 2, 1), palette.edge());
        return;
    }
    const int height = barHeight(look, rect.height());
    painter.fillRect(rect, colors.chip);
    painter.fillRect(QRect(rect.left(), rect.bottom() - height + 1, rect.width(), height), barBrush(look, palette));
}

/// The word of a span, where there is room for all of it above the bar or on a full one.
void paintWord(QPainter &painter, const QRect &rect, LaneLook look, const StatePalette &palette)
{
    const QString word = wordOf(look);
    const QFontMetrics metrics = painter.fontMetrics();
    const int margin = metrics.height() / 2;
    if (look == LaneLook::Unobserved || metrics.horizontalAdvance(word) + 2 * margin > rect.width())
        return;
    const FamilyColors colors = palette.colors(familyOf(look));
    const int bar = barHeight(look, rect.height());
    const bool isFull = bar == rect.height();
    painter.setPen(isFull ? colors.onFill : colors.text);
    const QRect room = rect.adjusted(margin, 0, -margin, isFull ? 0 : -bar);
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine, word);
}

void paintLane(QPainter &painter, const QRect &rect, const Lane &lane, const TimelineStyle &style)
{
    const StatePalette palette = StatePalette::forPalette(style.palette);
    const std::vector<LaneBox> boxes = boxesOf(lane, style.scale, style.now);
    const auto rectOf = [&](const LaneBox &box) {
        return QRect(rect.left() + box.left, rect.top(), box.width, rect.height());
    };
    for (const LaneBox &box : boxes)
        paintBox(painter, rectOf(box), box.look, palette);
    for (const LaneBox &box : boxes)
        paintWord(painter, rectOf(box), box.look, palette);
}

void paintMarks(QPainter &painter, const QRect &rect, const QList<MarkedEvent> &events, const TimelineStyle &style)
{
    const qreal size = QFontMetrics(style.font).height() * 0.62;
    double last = -1e9;
    EventMark lastMark = EventMark::Restart;
    for (const MarkedEvent &event : events) {
        if (!style.scale.window.contains(event.at))
            continue;
        const double x = style.scale.xOf(event.at);
        if (event.mark == lastMark && std::abs(x - last) < size / 3)
            continue; // one mark for what happened together
        last = x;
        lastMark = event.mark;
        paintEventMark(painter, {rect.left() + x, rect.center().y() + 0.5}, size, event.mark, style.palette);
    }
}

QPainterPath pathOf(EventMark mark, QPointF centre, qreal size)
{
    const qreal half = size / 2;
    QPainterPath path;
    switch (mark) {
    case EventMark::Restart:
        path.addPolygon(QPolygonF{centre + QPointF(0, -half), centre + QPointF(half, half * 0.8),
            centre + QPointF(-half, half * 0.8), centre + QPointF(0, -half)});
        break;
    case EventMark::Operator:
        path.addEllipse(centre, half * 0.85, half * 0.85);
        break;
    case EventMark::Alert: // a flag on its pole
        path.moveTo(centre + QPointF(-half * 0.6, half));
        path.lineTo(centre + QPointF(-half * 0.6, -half));
        path.lineTo(centre + QPointF(half, -half * 0.4));
        path.lineTo(centre + QPointF(-half * 0.25, half * 0.2));
        path.lineTo(centre + QPointF(-half * 0.25, half));
        path.closeSubpath();
        break;
    }
    return path;
}

} // namespace

int timelineRowHeight(const QFont &font, TimelineLanes lanes)
{
    const int line = QFontMetrics(font).height();
    return lanes == TimelineLanes::Combined ? line * 7 / 4 : line * 17 / 4;
}

void paintTimelineRow(QPainter &painter, const QRect &rect, const TimelineRecord &record, const TimelineStyle &style)
{
    painter.setFont(style.font);
    const int gap = std::max(2, rect.height() / 14);
    if (style.lanes == TimelineLanes::Combined) {
        const QRect lane = rect.adjusted(0, gap, 0, -gap);
        paintLane(painter, lane, record.combined, style);
        paintMarks(painter, lane, record.events, style);
        return;
    }
    const int thin = 3;
    const int marks = QFontMetrics(style.font).height();
    const int lane = (rect.height() - marks - thin * 4) / 2;
    const QRect states(rect.left(), rect.top() + thin, rect.width(), lane);
    const QRect health = states.translated(0, lane + thin);
    paintLane(painter, states, record.states, style);
    paintLane(painter, health, record.health, style);
    const QRect events(rect.left(), health.bottom() + thin, rect.width(), marks);
    painter.fillRect(QRect(events.left(), events.center().y(), events.width(), 1),
        StatePalette::forPalette(style.palette).hairline());
    paintMarks(painter, events, record.events, style);
}

void paintTimeAxis(QPainter &painter, const QRect &rect, int bottom, const TimelineStyle &style)
{
    painter.setFont(style.font);
    const QFontMetrics metrics = painter.fontMetrics();
    const StatePalette palette = StatePalette::forPalette(style.palette);
    const int room = metrics.horizontalAdvance(QStringLiteral("00:00 WW")) + metrics.height();
    const QList<TimeTick> ticks = ticksOf(style.scale.window, std::max(1, rect.width() / room));
    for (const TimeTick &tick : ticks) {
        const int x = rect.left() + static_cast<int>(style.scale.xOf(tick.at));
        painter.fillRect(
            QRect(x, rect.bottom() - metrics.height() / 4, 1, bottom - rect.bottom() + metrics.height() / 4),
            tick.newDay ? palette.faintEdge() : palette.hairline());
        QRect words(QPoint(0, rect.top()), QSize(metrics.horizontalAdvance(tick.label) + 2, rect.height()));
        words.moveCenter({x, rect.center().y()});
        if (words.left() < rect.left() || words.right() > rect.right())
            continue;
        painter.setPen(style.palette.color(QPalette::WindowText));
        painter.drawText(words, Qt::AlignHCenter | Qt::AlignVCenter | Qt::TextSingleLine, tick.label);
    }
}

void paintEventMark(QPainter &painter, QPointF centre, qreal size, EventMark mark, const QPalette &palette)
{
    const QPainterPath path = pathOf(mark, centre, size);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    // A rim of the ground keeps the mark apart from whatever lies below it.
    painter.strokePath(path, QPen(palette.color(QPalette::Base), 3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.fillPath(path, palette.color(QPalette::Text));
    painter.restore();
}

} // namespace foghorn
