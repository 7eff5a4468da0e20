#pragma once

#include "core/model/runstate.h"

namespace foghorn {

/// What sort of reason a Cause is. The one list by which uptime, restarts and crash reports tell what was wanted from
/// what went wrong.
enum class CauseKind {
    Nothing, ///< nothing has happened yet, or it is over
    Wish, ///< somebody wanted it: a command, a changed fleet file, the shutdown
    Sequence, ///< the fleet's own order: start-up, another service needs it
    Loss, ///< what it requires went away
    Adoption, ///< found, by a new orchestrator
    Failure, ///< nobody wanted it
};
CauseKind kindOf(Cause cause);

} // namespace foghorn
