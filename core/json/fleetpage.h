#pragma once

#include "core/base/result.h"
#include "core/registry/serviceregistry.h"

#include <QByteArray>

namespace foghorn {

/// Everything that a window shows of one service.
struct ServicePicture
{
    ServiceInfo info;
    ServiceStatus status;
    HealthSummary health;
    QList<CheckResult> checks; ///< oldest first
    UptimeLedger uptime;
    ResourceUse use;
    Announcement said;
    WallTime registeredAt{};
    std::optional<WallTime> lastHeartbeat;
};

/// A stretch of the fleet, in the registry's order.
struct FleetPage
{
    /// Rises when a reader of before would misunderstand the answer.
    static constexpr int format = 1;

    QString version; ///< of the program that answers
    QString fleet;
    qsizetype total = 0; ///< services of the fleet
    qsizetype offset = 0; ///< of the first one here
    qint64 outlineRevision = 0; ///< pages of one picture have the same
    bool isInitialized = false;
    double resolutionMilliseconds = 0;
    qint64 firstEventId = 0; ///< the oldest that is kept
    qint64 lastEventId = 0;
    bool mayOperate = true; ///< who asked may give commands; so it is taken to be where nothing is said of it
    QList<ServicePicture> services;
};

/// What a page says beside its services.
struct FleetPageFrame
{
    QString version;
    qsizetype offset = 0;
    qsizetype limit = 0;
    qint64 firstEventId = 0;
    qint64 lastEventId = 0;
    bool mayOperate = true;
};

/// GET /fleet: format, version, role (of who asked: viewer or operator), fleet, total_services, offset,
/// outline_revision, initialized, is_ready, composite_health, resolution_ms, first_event_id, last_event_id, services[].
QByteArray fleetPageAnswer(const ServiceRegistry &registry, const FleetPageFrame &frame);
/// The inverse. The error says what the other end is instead.
Result<FleetPage> fleetPageFromJson(const QByteArray &body);

} // namespace foghorn
