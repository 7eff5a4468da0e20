#pragma once

#include "core/json/jsonwriter.h"
#include "core/registry/serviceregistry.h"

#include <QByteArray>
#include <QList>
#include <QMap>

namespace foghorn {

/// How many services are in which state.
struct FleetCounts
{
    qsizetype total = 0;
    qsizetype running = 0;
    qsizetype failed = 0;
    qsizetype stopped = 0; ///< the rest: neither running nor failed
    qint64 restarts = 0;
    qsizetype healthy = 0;
    qsizetype unhealthy = 0;
};

FleetCounts countFleet(const ServiceRegistry &registry);
/// total_services, running_services, failed_services, stopped_services.
void writeFleetCounts(JsonWriter &json, const FleetCounts &counts);

/// One member of `service_details` in GET /metrics.
QByteArray metricsMember(const RegistryEntry &entry);
/// The whole of GET /metrics from such members. `aliveServices`: those whose heartbeat is not overdue.
QByteArray metricsAnswer(const ServiceRegistry &registry, qsizetype aliveServices, const QList<QByteArray> &members);

} // namespace foghorn
