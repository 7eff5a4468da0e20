#pragma once

#include "core/keeper/descriptor.h"

#include <sys/types.h>

#include <cstdint>
#include <optional>

namespace foghorn::keeper {

/// A descriptor of the process that has this pid and was started then; not open when it is gone or somebody else has
/// its pid.
Descriptor openProcess(pid_t pid, std::uint64_t startTicks);
/// The wait status of an ended process that is not our child: known from Linux 6.15 on, once its parent has reaped it.
std::optional<int> endStatus(const Descriptor &process);
bool signalProcess(const Descriptor &process, int signal);

} // namespace foghorn::keeper
