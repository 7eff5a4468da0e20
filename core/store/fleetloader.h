#pragma once

#include "core/store/savedfleet.h"

namespace foghorn {

/// Reads the database at `path`, creating it where there is none and setting it aside where it is damaged or newer.
/// Never fails: an empty fleet and a notice say that there was nothing to read. Takes no longer than 1 s when another
/// process holds the file.
SavedFleet loadFleet(const QString &path, WallTime now);

} // namespace foghorn
