#pragma once

#include "core/model/servicestatus.h"

namespace foghorn {

/// Whether it failed and stays so because its automatic restarts are used up. No longer so once they count from 0 again
/// or a reload allows more, although the cause of its state is what it was.
inline bool isAtRestartLimit(const ServiceStatus &status)
{
    return status.state == RunState::Failed && status.cause == Cause::RestartLimit
        && status.restartAttempts >= status.maxAttempts;
}

/// Whether "2 of 3" can be said of the retry that a Backoff waits for. Not when it was reset meanwhile: it is to come
/// all the same.
inline bool isRetryCounted(const ServiceStatus &status) { return status.restartAttempts > 0 && status.maxAttempts > 0; }

} // namespace foghorn
