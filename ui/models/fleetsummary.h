#pragma once

#include "ui/models/servicerow.h"

#include <vector>

namespace foghorn {

/// The fleet in a few numbers.
struct FleetSummary
{
    int total = 0;
    int running = 0; ///< Running, or Finished as a job
    int wantedUp = 0;
    int alive = 0; ///< something of them may be alive
    int healthy = 0; ///< by family, each service counted once
    int degraded = 0;
    int unhealthy = 0;
    int busy = 0;
    int neutral = 0;
    int down = 0; ///< meant to be up and of DownSeverity or worse
    int attention = 0; ///< meant to be up and of AttentionSeverity or worse

    bool operator==(const FleetSummary &) const = default;
};

FleetSummary summaryOf(const std::vector<ServiceRow> &rows);
/// "All 10 running", "2 need attention", "1 down".
QString headline(const FleetSummary &summary);

} // namespace foghorn
