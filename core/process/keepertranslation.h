#pragma once

#include "core/keeper/protocol.h"
#include "core/process/keeperclient.h"

namespace foghorn {

/// Between our words and the keeper's.
keeper::SpawnOrder toSpawnOrder(const LaunchOrder &order);
keeper::SignalTarget toTarget(SignalScope scope);
ExitInfo toExitInfo(const keeper::Ending &ending);
KeptTree toKeptTree(const keeper::KeptService &kept);

} // namespace foghorn
