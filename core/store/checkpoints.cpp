#include "core/store/checkpoints.h"

#include <algorithm>
#include <vector>

namespace foghorn {
namespace {

bool saysLess(const CheckResult &a, const CheckResult &b)
{
    if (a.passed != b.passed)
        return a.passed;
    return a.responseTime < b.responseTime;
}

std::chrono::microseconds percentile95(std::vector<std::chrono::microseconds> &times)
{
    const std::size_t rank = (times.size() * 95 + 99) / 100 - 1;
    std::nth_element(times.begin(), times.begin() + static_cast<std::ptrdiff_t>(rank), times.end());
    return times[rank];
}

} // namespace

CheckPoint pointOf(const CheckResult &check)
{
    const auto time = check.responseTime;
    return {check.at, check.at, 1, check.passed ? 1 : 0, time, time, time, time, check};
}

CheckPoint merged(QList<CheckPoint>::const_iterator first, QList<CheckPoint>::const_iterator last)
{
    CheckPoint sum = *first;
    // not in whole microseconds: of a damaged file they may be too many
    std::chrono::duration<double, std::micro> total = first->mean * static_cast<double>(first->count);
    bool areSingle = first->count == 1;
    const CheckPoint *worst = &*first;
    for (auto point = first + 1; point != last; ++point) {
        sum.from = std::min(sum.from, point->from);
        sum.to = std::max(sum.to, point->to);
        sum.count += point->count;
        sum.passed += point->passed;
        total += point->mean * static_cast<double>(point->count);
        sum.least = std::min(sum.least, point->least);
        sum.most = std::max(sum.most, point->most);
        sum.p95 = std::max(sum.p95, point->p95);
        areSingle = areSingle && point->count == 1;
        if (saysLess(worst->worst, point->worst))
            worst = &*point;
    }
    sum.worst = worst->worst;
    sum.mean = std::chrono::duration_cast<std::chrono::microseconds>(
        total / static_cast<double>(std::max<qint64>(sum.count, 1)));
    if (areSingle) {
        std::vector<std::chrono::microseconds> times;
        times.reserve(static_cast<std::size_t>(last - first));
        std::transform(first, last, std::back_inserter(times), [](const CheckPoint &point) { return point.mean; });
        sum.p95 = percentile95(times);
    }
    return sum;
}

QList<CheckPoint> thinned(const QList<CheckPoint> &points, qint64 most)
{
    if (points.size() <= most)
        return points;
    const WallTime begin = points.first().from;
    const qint64 length = std::max<qint64>((points.last().from - begin).count() + 1, 1);
    const auto slotOf = [&](const CheckPoint &point) {
        const auto share = static_cast<double>((point.from - begin).count()) / static_cast<double>(length);
        return std::clamp<qint64>(static_cast<qint64>(share * static_cast<double>(most)), 0, most - 1);
    };
    QList<CheckPoint> out;
    out.reserve(most);
    for (auto first = points.cbegin(); first != points.cend();) {
        const qint64 slot = slotOf(*first);
        const auto last =
            std::find_if(first + 1, points.cend(), [&](const CheckPoint &p) { return slotOf(p) != slot; });
        out.append(merged(first, last));
        first = last;
    }
    return out;
}

} // namespace foghorn
