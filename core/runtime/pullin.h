#pragma once

#include "core/runtime/fleet.h"

#include <vector>

namespace foghorn {

/// `nodes` and what they require that nobody has asked for yet (autostart: false): a required edge pulls in. What
/// somebody stopped stays stopped.
std::vector<int> withUntouchedRequirements(const Fleet &fleet, const std::vector<int> &nodes);

} // namespace foghorn
