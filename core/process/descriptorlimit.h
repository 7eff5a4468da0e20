#pragma once

#include <sys/resource.h>

#include <optional>

namespace foghorn {

/// Raises this process's soft limit of open descriptors to the hard one: each connection and each check needs one.
/// Before anything that reads the limit, and before there are threads. Programs that we start get the limit that we
/// were started with, because some take a high one for an invitation to close every number up to it.
void raiseDescriptorLimit();

/// What the limit was before raiseDescriptorLimit(); nothing when it was not called.
std::optional<rlimit> originalDescriptorLimit();

} // namespace foghorn
