#pragma once

#include "core/keeper/descriptor.h"

#include <sys/types.h>

#include <cstdint>
#include <optional>

namespace foghorn::keeper {

/// The wait status of an ended process that is not our child: known from Linux 6.15 on, once its parent has reaped it.
std::optional<int> endStatus(const Descriptor &process);
/// The same as long as nobody has reaped it, on any kernel, where we may know it: as root, or of one that ran as we do.
std::optional<int> statusOfZombie(pid_t pid, std::uint64_t startTicks);
/// The id of the control group (v2) that a process is in or, where the kernel tells it (Linux 6.16), was in when it
/// ended; 0: not known.
std::uint64_t groupIdOf(const Descriptor &process);

} // namespace foghorn::keeper
