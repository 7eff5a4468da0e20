#pragma once

#include "core/keeper/descriptor.h"

#include <sys/types.h>

#include <cstdint>

/// The only place from which Foghorn sends signals. A number of a process is not a process: 0, -1 and 1 mean everybody,
/// numbers are given again when their owner is gone, and a service's processes may be anybody's by the time that a list
/// of them has been read. So each call says how it knows whom it means, and what cannot be made sure is not sent. All
/// answer whether the signal was sent.
namespace foghorn::keeper {

/// Whether a number can be a process that is ours to signal: no number with a meaning of its own, not this process and
/// not the one that started it.
bool isSignallable(pid_t pid);

/// A child of ours that has not been reaped: its number cannot be anybody else's.
bool signalChild(pid_t child, int signal);
/// The group that such a child leads.
bool signalChildGroup(pid_t child, int signal);
/// The process that has this number and was started then (ProcessEntry::startTicks, never 0).
bool signalProcess(pid_t pid, std::uint64_t startTicks, int signal);
/// The process that the descriptor stands for; `pid` is its number.
bool signalProcess(const Descriptor &process, pid_t pid, int signal);
/// The group that it leads.
bool signalGroup(const Descriptor &process, pid_t pid, int signal);

/// Whether the process lives, or has ended and was not reaped: until then its number is nobody else's.
bool keepsItsNumber(const Descriptor &process);
/// A descriptor of the process that has this number now; not open when there is none or it may not be signalled.
Descriptor openProcess(pid_t pid);
/// As above, and it was started then; not open when it is dead or somebody else has its number.
Descriptor openProcess(pid_t pid, std::uint64_t startTicks);

} // namespace foghorn::keeper
