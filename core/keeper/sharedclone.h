#pragma once

#include <sys/types.h>

namespace foghorn::keeper {

using ChildFunction = void (*)(void *);

/// A new process that shares our memory and runs `run(argument)` on a stack of its own while this thread waits until it
/// has called execve or ended (the kernel's vfork), so that no page tables are copied however big we are. `run` never
/// returns. Block all signals around it: a handler in the child would run in our memory. `controlGroup`: descriptor of
/// a cgroup v2 directory to be born in, or -1. `pidfd`: filled with a descriptor of the child, or -1 on kernels
/// without; null: none is made. Answers the pid, or -1 with errno.
pid_t cloneSharingMemory(ChildFunction run, void *argument, int controlGroup, int *pidfd);

/// Whether a child can be born in a control group (clone3); else it has to move there by itself.
bool canCloneIntoControlGroup();

} // namespace foghorn::keeper
