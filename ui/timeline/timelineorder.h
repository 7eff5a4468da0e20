#pragma once

#include "ui/models/servicerow.h"

namespace foghorn {

enum class TimelineSort { Severity, Name };

/// The services as rows of the timeline: the worst first and then the one that is so for longest, or by name as people
/// count (node-2 before node-10).
QList<ServiceId> timelineOrder(const std::vector<ServiceRow> &rows, TimelineSort sort);

} // namespace foghorn
