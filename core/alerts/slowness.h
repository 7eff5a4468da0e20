#pragma once

#include "core/model/alertspec.h"

#include <optional>
#include <vector>

namespace foghorn {

/// What is slow for one service. Times in milliseconds.
struct Slowness
{
    double norm = 0; ///< median of its checks before
    double limit = 0; ///< above it is slow
    double now = 0; ///< median of the last few

    bool operator==(const Slowness &) const = default;
};

/// Whether the last `rule.checks` of the response times (of passed checks, in milliseconds, oldest first) are all above
/// the service's own norm. Needs four times as many earlier ones to know a norm. `before`: what held until now; its
/// limit stays until one of the last checks is under it, or until no check from before is left to compare with.
std::optional<Slowness> judgeSlowness(
    const std::vector<double> &times, const SlowRule &rule, const std::optional<Slowness> &before);

/// The middle value; 0 of none.
double medianOf(std::vector<double> values);

} // namespace foghorn
