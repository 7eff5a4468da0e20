#pragma once

#include "core/base/serviceid.h"
#include "core/graph/dependencygraph.h"
#include "core/model/servicespec.h"

#include <QMap>

#include <memory>

namespace foghorn {

/// A service as the fleet file describes it, shared by all copies; compared by what it says.
struct SharedSpec
{
    std::shared_ptr<const ServiceSpec> spec; ///< null: not known here

    const ServiceSpec *get() const { return spec.get(); }
    bool operator==(const SharedSpec &other) const
    {
        return spec == other.spec || (spec && other.spec && *spec == *other.spec);
    }
};

/// What views need to know of a service apart from what happens to it.
struct ServiceInfo
{
    ServiceId name;
    QString type;
    QString description;
    QString version;
    QMap<QString, QString> labels;
    bool critical = true;
    bool autostart = true;
    bool job = false;
    bool hasProbe = false;
    bool external = false; ///< registered itself over REST; not ours to start or stop
    int layer = 0;
    QList<ServiceId> required; ///< in the order in which the file names them
    QList<ServiceId> optional; ///< the same
    QList<ServiceId> after; ///< the same
    QList<ServiceId> dependents; ///< those that require or want it, in file order
    QList<NamedPort> ports;
    QList<Endpoint> endpoints;
    QString logFile; ///< absolute; empty when not on this machine
    QList<QString> command;
    HeartbeatPolicy heartbeat; ///< of registry liveness
    bool beatsItself = false; ///< declares `heartbeat:`: only its own beats count
    milliseconds stopTimeout = 30s;
    milliseconds startTimeout = 60s;
    int failureThreshold = 3;
    SharedSpec spec; ///< null for external services and for those of an orchestrator elsewhere

    bool operator==(const ServiceInfo &) const = default;
};

/// The fleet as views know it.
struct FleetOutline
{
    QString name;
    QList<ServiceInfo> services; ///< in file order
    DependencyGraph graph; ///< the same services, the same order
    double resolutionMilliseconds = 0; ///< how long ordering the graph took
};

} // namespace foghorn
