#pragma once

namespace foghorn {

/// How much may be started at once, of all services of a fleet together. What is over it waits for its turn.
struct StartLimits
{
    int perSecond = 1000; ///< in any second
    int concurrent = 500; ///< started and not ready yet
    bool operator==(const StartLimits &) const = default;
};

} // namespace foghorn
