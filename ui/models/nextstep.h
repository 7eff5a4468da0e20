#pragma once

#include "core/registry/serviceregistry.h"

#include <QString>

namespace foghorn {

/// What happens to the service next without anybody's doing, as one sentence: "Restarts by itself in 4 s (2 of 3)".
/// Empty: nothing, or nothing that is known.
QString nextStep(const RegistryEntry &entry, WallTime now);

} // namespace foghorn
