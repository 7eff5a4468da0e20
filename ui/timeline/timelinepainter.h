#pragma once

#include "ui/timeline/timelinerecord.h"

#include <QFont>
#include <QPalette>

class QPainter;

namespace foghorn {

enum class TimelineLanes { Combined, Separate };

/// What all rows of one picture have in common.
struct TimelineStyle
{
    TimeScale scale; ///< of the lanes, without the names
    TimelineLanes lanes = TimelineLanes::Combined;
    QFont font;
    QPalette palette;
    WallTime now{};
};

/// The height of a row in the font of `style`; whole pixels.
int timelineRowHeight(const QFont &font, TimelineLanes lanes);

/// Paints the lanes of a record into `rect`; the painter's unit is that of the scale. Spans are whole pixels.
void paintTimelineRow(QPainter &painter, const QRect &rect, const TimelineRecord &record, const TimelineStyle &style);
/// The ticks with their words into `rect`, and their lines down to `bottom`.
void paintTimeAxis(QPainter &painter, const QRect &rect, int bottom, const TimelineStyle &style);
/// The figure of a mark, in the square around `centre`.
void paintEventMark(QPainter &painter, QPointF centre, qreal size, EventMark mark, const QPalette &palette);

} // namespace foghorn
