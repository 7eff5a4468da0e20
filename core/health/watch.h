#pragma once

#include "core/health/checkschedule.h"
#include "core/health/healthtracker.h"
#include "core/health/probefactory.h"

#include <QPromise>

#include <memory>
#include <optional>

namespace foghorn {

/// Those who asked for a check now and wait for its result.
using CheckPromise = QPromise<std::optional<CheckResult>>;

/// One check under way.
struct Flight
{
    MonoTime begunAt{}; ///< awake time
    MonoTime askedAt{}; ///< real time of the last asking: the response time counts from here
    MonoTime deadline{}; ///< awake time
    WallTime at{};
    int gaps = 0; ///< AwakeClock::gaps() at the last asking
    int repeats = 0; ///< how often it was asked again because of a gap
    bool counts = false; ///< a failure of it counts against the thresholds
    std::shared_ptr<CheckPromise> promise{}; ///< null: nobody waits
};

/// A probe may be on the stack, emitting, when it is replaced: it is silenced at once and deleted later.
struct DeleteProbeLater
{
    void operator()(Probe *probe) const
    {
        probe->disconnect();
        probe->cancel();
        probe->deleteLater();
    }
};

/// All that HealthMonitor knows of one service. All times are awake times unless said otherwise.
struct Watch
{
    Watch(ServiceId id, int slotNumber, MonoTime epoch)
        : service(std::move(id))
        , slot(slotNumber)
        , schedule(slotNumber, epoch)
    {
    }

    const ServiceId service;
    const int slot;
    ProbeSpec probeSpec;
    HealthPolicy policy;
    ProbeSurroundings surroundings;
    std::unique_ptr<Probe, DeleteProbeLater> probe; ///< null: it has none
    HealthTracker tracker;
    CheckSchedule schedule;
    qint64 pid = 0; ///< 0: it does not run
    int run = 0; ///< rises with each start and stop: tells whether an answer is still of interest
    bool isReady = false;
    bool hasPassed = false; ///< since it started
    bool isAdopted = false; ///< an earlier orchestrator has announced its first pass
    MonoTime startedAt{};
    std::optional<Flight> flight;
    std::optional<MonoTime> queuedAt; ///< where it stands in the monitor's queue

    bool isRunning() const { return pid > 0; }
    bool isInStartPeriod(MonoTime now) const { return !isAdopted && now < startedAt + policy.startPeriod; }
};

} // namespace foghorn
