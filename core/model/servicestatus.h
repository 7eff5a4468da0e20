#pragma once

#include "core/base/clock.h"
#include "core/base/serviceid.h"
#include "core/model/exitinfo.h"
#include "core/model/runstate.h"
#include "core/model/servicespec.h"

#include <QList>

#include <optional>

namespace foghorn {

/// What a waiting service waits for.
struct Blocker
{
    ServiceId service;
    DependencyCondition condition = DependencyCondition::Started; ///< never Default
    bool required = true; ///< false: waits only until it has settled
    bool operator==(const Blocker &) const = default;
};

/// A process that has not ended although its service was told to stop a while ago.
struct LingeringProcess
{
    qint64 pid = 0;
    QString command; ///< its command line; "[name]" where it has none
    std::optional<WallTime> startedAt; ///< none: it could not be asked any more
    bool operator==(const LingeringProcess &) const = default;
};

/// What is true of one service now, apart from its checks. Holds no running counters: it stays equal until something
/// happens.
struct ServiceStatus
{
    ServiceId service;
    Goal goal = Goal::Down;
    RunState state = RunState::Stopped;
    Cause cause = Cause::NotStarted;
    WallTime since{}; ///< when this state began
    std::optional<WallTime> nextAttemptAt; ///< Backoff: when it will be tried again
    QList<Blocker> blockers; ///< Waiting: what it waits for
    qint64 pid = 0; ///< the leader's, 0 when there is none
    std::optional<WallTime> startedAt; ///< when the living leader was started
    int restartCount = 0; ///< all restarts, automatic and manual, for ever
    int restartAttempts = 0; ///< automatic ones that count against maxAttempts
    int maxAttempts = 0;
    std::optional<WallTime> lastRestart;
    std::optional<ExitInfo> lastExit; ///< how the last run ended
    QString lastError; ///< for people; empty: none
    QList<ServiceId> lostDependencies; ///< Running on although these required ones are not available
    QList<LingeringProcess> lingering; ///< Stopping, Draining: what is left after a second; kept current

    bool operator==(const ServiceStatus &) const = default;
};

/// What one service's whole process tree uses.
struct ResourceUse
{
    double cpuPercent = 0; ///< of one core, since the last sample
    std::chrono::milliseconds cpuTime{0}; ///< of all its processes that were seen, also of earlier runs
    qint64 memory = 0; ///< resident bytes
    int processes = 0;
    int threads = 0;
    int descriptors = 0;
    bool operator==(const ResourceUse &) const = default;
};

} // namespace foghorn
