#pragma once

#include "core/keeper/descriptor.h"

#include <optional>

namespace foghorn::keeper {

/// The wait status of an ended process that is not our child: known from Linux 6.15 on, once its parent has reaped it.
std::optional<int> endStatus(const Descriptor &process);

} // namespace foghorn::keeper
