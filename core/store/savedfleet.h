#pragma once

#include "core/base/bootclock.h"
#include "core/model/checkresult.h"
#include "core/model/exitinfo.h"
#include "core/model/runstate.h"

#include <QHash>
#include <QList>
#include <QString>

#include <deque>
#include <optional>

namespace foghorn {

/// What a next orchestrator must know of one service to take it over: what it cannot ask the keeper.
struct SavedService
{
    ServiceId service;
    Goal goal = Goal::Down;
    RunState state = RunState::Stopped;
    Cause cause = Cause::None;
    WallTime since{};
    bool wasReady = false; ///< the living run has been Running
    int restartCount = 0;
    int restartAttempts = 0;
    std::optional<WallTime> lastRestart;
    std::optional<ExitInfo> lastExit;
    QString lastError;
    QHash<QString, quint16> ports; ///< numbers chosen for automatic ports
    QByteArray fingerprint; ///< of what the newest run was started with

    bool operator==(const SavedService &) const = default;
};

/// One stretch of a service's uptime ledger; condition as core/registry/uptime.h numbers it.
struct SavedSpan
{
    WallTime from{};
    int condition = 0;
    bool operator==(const SavedSpan &) const = default;
};

/// Everything that was saved.
struct SavedFleet
{
    QHash<ServiceId, SavedService> services;
    QHash<ServiceId, QList<CheckResult>> checks; ///< oldest first, at most 100 each
    QHash<ServiceId, QList<SavedSpan>> spans; ///< oldest first
    qint64 firstEventId = 0; ///< of the events that are kept; 0: none is
    qint64 lastEventId = 0;
    std::optional<BootClock> alive; ///< when the last orchestrator last said that it was there
    /// No orchestrator so far has given a higher id, at no more than a thousand events a second since it last could
    /// say.
    qint64 highestIdGiven(WallTime now) const;
    bool endedCleanly = true; ///< the last orchestrator stopped everything and said so
    bool wasRead = true; ///< not: there may be a file with more in it than this
    QString notice; ///< not empty: something was wrong with the file and what was done about it
};

} // namespace foghorn
