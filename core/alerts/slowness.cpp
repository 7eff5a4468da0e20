#include "core/alerts/slowness.h"

#include <algorithm>
#include <cmath>

namespace foghorn {
namespace {

constexpr std::size_t fewestForANorm = 20;
/// Makes the median absolute deviation comparable to a standard deviation.
constexpr double scale = 1.4826;

double limitOf(const std::vector<double> &earlier, double norm, const SlowRule &rule)
{
    std::vector<double> deviations;
    deviations.reserve(earlier.size());
    for (const double time : earlier)
        deviations.push_back(std::abs(time - norm));
    // a probe that always takes the same time has no deviation: then twice its norm is slow
    const double spread = std::max(rule.deviations * scale * medianOf(std::move(deviations)), norm);
    return std::max(norm + spread, static_cast<double>(rule.atLeast.count()));
}

} // namespace

double medianOf(std::vector<double> values)
{
    if (values.empty())
        return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

std::optional<Slowness> judgeSlowness(
    const std::vector<double> &times, const SlowRule &rule, const std::optional<Slowness> &before)
{
    const auto recent = static_cast<std::size_t>(rule.checks);
    if (times.size() < recent + std::max(fewestForANorm, 4 * recent))
        return std::nullopt;
    const auto split = times.end() - static_cast<std::ptrdiff_t>(recent);
    Slowness now;
    now.now = medianOf({split, times.end()});
    const std::vector<double> earlier(times.begin(), split);
    if (before) {
        now.norm = before->norm;
        now.limit = before->limit;
        // all that is kept is slow by the old norm: that is its norm now
        if (std::all_of(earlier.begin(), earlier.end(), [&](double time) { return time > now.limit; }))
            return std::nullopt;
    } else {
        now.norm = medianOf(earlier);
        now.limit = limitOf(earlier, now.norm, rule);
    }
    const bool isSlow = std::all_of(split, times.end(), [&](double time) { return time > now.limit; });
    return isSlow ? std::optional(now) : std::nullopt;
}

} // namespace foghorn
