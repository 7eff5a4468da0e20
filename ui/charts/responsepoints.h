#pragma once

#include "ui/timeline/timescale.h"

#include "core/registry/history.h"

#include <QPointF>

#include <optional>

namespace foghorn {

/// What is charted of a stretch of time; times in milliseconds.
struct ResponsePoint
{
    WallTime at{}; ///< its middle
    std::optional<double> average; ///< nothing: no check of the stretch was answered
    std::optional<double> p95; ///< likewise; where points were put together, the highest of theirs
    qint64 checks = 0;
    qint64 passed = 0;
    bool timedOut = false;

    bool operator==(const ResponsePoint &) const = default;
};

/// A chart never has more points in a line.
inline constexpr int mostPoints = 480;

/// The checks of the window as at most `most` points, oldest first. Stretches begin at fixed times, so that a chart
/// that moves on does not flicker.
QList<ResponsePoint> responsePoints(const QList<CheckPoint> &checks, const TimeWindow &window, int most = mostPoints);

/// The points as lines, each value by `value`: a new line begins after an unanswered point and after a time without
/// checks (thrice what lies between checks usually). x: milliseconds since the epoch; y: milliseconds.
QList<QList<QPointF>> linesOf(const QList<ResponsePoint> &points, std::optional<double> ResponsePoint::*value);

/// How many checks there were in the window, and how many of them passed.
struct CheckCount
{
    qint64 checks = 0;
    qint64 passed = 0;

    bool operator==(const CheckCount &) const = default;
};
CheckCount countChecks(const QList<CheckPoint> &checks, const TimeWindow &window);

/// The point nearest to `time`; -1 when there is none.
qsizetype nearestPoint(const QList<ResponsePoint> &points, WallTime time);

/// The value axis: it ends at a round number that leaves `highest` a little room, and has round ones between.
struct ValueAxis
{
    double end = 1;
    int steps = 5;
};
ValueAxis axisFor(double highest);

} // namespace foghorn
