#pragma once

#include "core/alerts/slowness.h"
#include "core/base/serviceid.h"
#include "core/model/runstate.h"

#include <QString>

#include <optional>

namespace foghorn {

struct RegistryEntry;

/// What the rules look at in one service.
struct ServiceFacts
{
    ServiceId service;
    Goal goal = Goal::Down;
    RunState state = RunState::Stopped;
    Cause cause = Cause::NotStarted;
    Health health = Health::Unknown;
    bool hasProbe = false;
    bool lostDependency = false; ///< runs on without a service that it requires
    int maxAttempts = 0;
    bool isAtRestartLimit = false; ///< which Cause::RestartLimit alone does not say: they may have been reset
    int failures = 0; ///< checks that failed in a row
    QString lastCheck; ///< what the last check said
    QString lastError;
    std::optional<Slowness> slowness;

    bool operator==(const ServiceFacts &) const = default;
};

/// Without slowness, which takes the history.
ServiceFacts factsOf(const RegistryEntry &entry);

/// How a service stands, as far as alerts go.
enum class Condition {
    Off, ///< not meant to be up
    Well, ///< runs as it should, or has finished
    Settling, ///< on its way, as somebody wanted it, or nothing is known yet
    Degraded, ///< runs, with failed checks
    Broken, ///< not up, for a reason nobody wanted: it is being tried again, or was stopped with what it requires
    Bad, ///< one of the rules for what is down holds
};

Condition conditionOf(const ServiceFacts &facts);

} // namespace foghorn
