#pragma once

#include "core/base/clock.h"
#include "core/base/serviceid.h"
#include "core/model/runstate.h"

#include <QList>
#include <QPair>
#include <QString>

#include <chrono>

namespace foghorn {

/// What one asking of a probe found.
struct CheckResult
{
    ServiceId service;
    WallTime at{};
    bool passed = false;
    bool timedOut = false;
    std::chrono::microseconds responseTime{0};
    QString message; ///< one line for people: "HTTP 503, expected 200-299"
    QList<QPair<QString, QString>> details; ///< probe-specific facts, in order: {"probe","http"}, {"status_code","503"}
    Health healthAfter = Health::Unknown; ///< the service's health with this check counted

    bool operator==(const CheckResult &) const = default;
};

/// What the checks since the last start add up to.
struct HealthSummary
{
    Health health = Health::Unknown;
    int consecutiveFailures = 0;
    int consecutiveSuccesses = 0;

    bool operator==(const HealthSummary &) const = default;
};

} // namespace foghorn
