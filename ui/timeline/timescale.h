#pragma once

#include "core/base/clock.h"

#include <QList>
#include <QString>

namespace foghorn {

/// A stretch of time that a page shows.
struct TimeWindow
{
    WallTime from{};
    WallTime to{};

    std::chrono::milliseconds length() const { return to - from; }
    bool contains(WallTime time) const { return time >= from && time <= to; }
    bool operator==(const TimeWindow &) const = default;
};

/// Where the moments of a window lie on a line of `width` pixels; mirrored: the newest at the left.
struct TimeScale
{
    TimeWindow window;
    int width = 0;
    bool mirrored = false;

    /// Not clipped: moments outside the window lie outside the line.
    double xOf(WallTime time) const;
    WallTime timeAt(double x) const;
    /// How much time a pixel is.
    std::chrono::milliseconds pixel() const;
};

/// A line of the time axis, at a round moment of the local day.
struct TimeTick
{
    WallTime at{};
    QString label; ///< "14:30", or the day where the step is a day or a new day begins
    bool newDay = false;
};

/// At most `most` ticks, evenly spaced, all in the window.
QList<TimeTick> ticksOf(const TimeWindow &window, int most);

/// The local time for a read-out: with seconds; with the day where the window is not all of today.
QString readableTime(WallTime time, const TimeWindow &window);

} // namespace foghorn
