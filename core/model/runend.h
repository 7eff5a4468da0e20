#pragma once

#include "core/base/clock.h"
#include "core/base/serviceid.h"
#include "core/model/exitinfo.h"
#include "core/model/runstate.h"

#include <optional>

namespace foghorn {

/// A run that came to an end which nobody wanted.
struct RunEnd
{
    ServiceId service;
    qint64 pid = 0; ///< 0: not known
    std::optional<WallTime> startedAt;
    WallTime endedAt{};
    ExitInfo exit;
    Cause cause = Cause::None; ///< why the run ended; its kind is always CauseKind::Failure
    int restartCount = 0; ///< before it is started again for this
};

} // namespace foghorn
