#pragma once

#include "core/base/serviceid.h"

#include <QList>

namespace foghorn {

class ServiceRegistry;

/// What stopping services would do to others. Pure: reads what is true now.
struct StopPlan
{
    QList<ServiceId> services; ///< that somebody asked to stop and that are up
    QList<ServiceId> dependents; ///< up, require one of them, directly or not: stopped first; in the order they stop
    QList<ServiceId> degraded; ///< up, want one of them or a dependent without requiring it: keep running
    bool critical = false; ///< one of all that are stopped is critical

    /// Whether a person must agree first (class C).
    bool needsConsent() const { return !dependents.isEmpty() || critical || services.size() > 1; }
    qsizetype stoppedCount() const { return services.size() + dependents.size(); }

    static StopPlan of(const ServiceRegistry &registry, const QList<ServiceId> &services);
};

/// What a start of these brings up too: all that they require, directly or not, and that is not up. In start order.
QList<ServiceId> neededToStart(const ServiceRegistry &registry, const QList<ServiceId> &services);

} // namespace foghorn
