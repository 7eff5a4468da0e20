#pragma once

#include "ui/models/servicefilter.h"

namespace foghorn {

enum class TimelineSort { Severity, Name };

/// The services as rows of the timeline: the worst first and then the one that is so for longest, or by name as people
/// count (node-2 before node-10). Those that do not match are left out.
QList<ServiceId> timelineOrder(
    const std::vector<ServiceRow> &rows, TimelineSort sort, const ServiceFilter &filter = ServiceFilter());

} // namespace foghorn
