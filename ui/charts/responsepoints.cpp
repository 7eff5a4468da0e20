#include "ui/charts/responsepoints.h"

#include <algorithm>
#include <cmath>

namespace foghorn {

using std::chrono::milliseconds;

namespace {

double toMilliseconds(std::chrono::microseconds time) { return static_cast<double>(time.count()) / 1000; }

WallTime middleOf(const CheckPoint &point) { return point.from + (point.to - point.from) / 2; }

/// Adds `from` to `sum`, of which `answered` checks are in its average already.
void add(ResponsePoint &sum, qint64 &answered, const CheckPoint &from)
{
    sum.checks += from.count;
    sum.passed += from.passed;
    sum.timedOut = sum.timedOut || (from.passed < from.count && from.worst.timedOut);
    const qint64 counted = from.passed > 0 ? from.count : 0;
    if (counted == 0)
        return;
    const auto before = static_cast<double>(answered);
    const auto more = static_cast<double>(counted);
    sum.average = (sum.average.value_or(0) * before + toMilliseconds(from.mean) * more) / (before + more);
    sum.p95 = std::max(sum.p95.value_or(0), toMilliseconds(from.p95));
    answered += counted;
}

/// What lies between one point and the next, usually.
milliseconds usualDistance(const QList<ResponsePoint> &points)
{
    std::vector<milliseconds> distances;
    for (qsizetype i = 1; i < points.size(); ++i)
        distances.push_back(points.at(i).at - points.at(i - 1).at);
    if (distances.empty())
        return milliseconds(0);
    const auto middle = distances.begin() + static_cast<std::ptrdiff_t>(distances.size() / 2);
    std::nth_element(distances.begin(), middle, distances.end());
    return *middle;
}

} // namespace

QList<ResponsePoint> responsePoints(const QList<CheckPoint> &checks, const TimeWindow &window, int most)
{
    QList<ResponsePoint> points;
    if (window.length().count() <= 0 || most < 2)
        return points;
    // One less than allowed: the first and the last stretch are cut off by the window.
    const qint64 stretch = std::max<qint64>(1, (window.length().count() + most - 2) / (most - 1));
    qint64 current = -1;
    qint64 answered = 0;
    qint64 together = 0;
    for (const CheckPoint &check : checks) {
        const WallTime at = middleOf(check);
        if (!window.contains(at))
            continue;
        const qint64 number = at.time_since_epoch().count() / stretch;
        if (number != current || points.isEmpty()) {
            points.append({at, {}, {}, 0, 0, false});
            answered = together = 0;
            current = number;
        }
        ResponsePoint &point = points.last();
        add(point, answered, check);
        point.at += (at - point.at) / ++together;
    }
    return points;
}

QList<QList<QPointF>> linesOf(const QList<ResponsePoint> &points, std::optional<double> ResponsePoint::*value)
{
    QList<QList<QPointF>> lines;
    const milliseconds longest = usualDistance(points) * 3;
    bool isOpen = false;
    for (qsizetype i = 0; i < points.size(); ++i) {
        const ResponsePoint &point = points.at(i);
        if (!(point.*value)) {
            isOpen = false;
            continue;
        }
        if (!isOpen || (i > 0 && point.at - points.at(i - 1).at > longest))
            lines.append(QList<QPointF>());
        isOpen = true;
        lines.last().append({static_cast<double>(point.at.time_since_epoch().count()), *(point.*value)});
    }
    return lines;
}

CheckCount countChecks(const QList<CheckPoint> &checks, const TimeWindow &window)
{
    CheckCount sum;
    for (const CheckPoint &check : checks) {
        if (window.contains(middleOf(check))) {
            sum.checks += check.count;
            sum.passed += check.passed;
        }
    }
    return sum;
}

qsizetype nearestPoint(const QList<ResponsePoint> &points, WallTime time)
{
    const auto next = std::lower_bound(
        points.begin(), points.end(), time, [](const ResponsePoint &point, WallTime at) { return point.at < at; });
    if (points.isEmpty())
        return -1;
    if (next == points.end() || (next != points.begin() && time - std::prev(next)->at < next->at - time))
        return next - points.begin() - 1;
    return next - points.begin();
}

ValueAxis axisFor(double highest)
{
    const double wanted = std::max(1.0, highest * 1.1);
    const double power = std::pow(10.0, std::floor(std::log10(wanted)));
    for (const auto &[end, steps] : {std::pair(1.0, 5), std::pair(1.5, 3), std::pair(2.0, 4), std::pair(2.5, 5),
             std::pair(3.0, 3), std::pair(4.0, 4), std::pair(5.0, 5), std::pair(6.0, 3), std::pair(8.0, 4)}) {
        if (end * power >= wanted)
            return {end * power, steps};
    }
    return {10 * power, 5};
}

} // namespace foghorn
