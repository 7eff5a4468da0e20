#pragma once

#include "ui/models/servicerow.h"

#include <vector>

namespace foghorn {

/// The services that need a person, the worst first, then by who does for longest, then by name.
QList<ServiceId> problemOrder(const std::vector<ServiceRow> &rows);
/// The one after `current`, or before it; round and round. Empty when there is none at all.
ServiceId nextProblem(const std::vector<ServiceRow> &rows, const ServiceId &current, bool forward);

} // namespace foghorn
