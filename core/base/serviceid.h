#pragma once

#include <QString>

namespace foghorn {

/// A service's name: unique in a fleet, `[a-z0-9]([a-z0-9_.-]{0,61}[a-z0-9])?`.
/// Ids cross rooms and threads, pointers do not.
using ServiceId = QString;

} // namespace foghorn
