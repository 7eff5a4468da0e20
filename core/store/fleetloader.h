#pragma once

#include "core/store/savedfleet.h"

namespace foghorn {

/// Reads the database at `path`, creating it where there is none and setting it aside where it is damaged or newer.
/// Never fails: an empty fleet and a notice say that there was nothing to read. `patience`: how long the lock of
/// another process is waited for.
SavedFleet loadFleet(const QString &path, WallTime now, std::chrono::milliseconds patience);

} // namespace foghorn
