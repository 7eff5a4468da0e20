#pragma once

#include "core/registry/serviceregistry.h"

#include <QList>

namespace foghorn {

/// What a made-up service is like.
struct FakeService
{
    ServiceId name;
    QList<ServiceId> required = {};
    QList<ServiceId> optional = {};
    bool critical = false;
};

/// An outline of these services; the dependencies must come before what needs them or form no cycle.
FleetOutline fakeOutline(const QString &name, const QList<FakeService> &services);
/// The ten services of the default fleet.
QList<FakeService> tenServices();
/// `count` services in layers of up to 200, each needing one or two of the layer before.
QList<FakeService> manyServices(int count);

/// Puts a service into a state, `age` ago.
void setState(ServiceRegistry &registry, const ServiceId &service, RunState state, Cause cause = Cause::StartUp,
    std::chrono::milliseconds age = std::chrono::minutes(4), Goal goal = Goal::Up);
/// Records `count` checks with this health; failing ones carry `message`.
void addChecks(
    ServiceRegistry &registry, const ServiceId &service, Health health, int count, const QString &message = {});
/// All run and pass their checks.
void makeAllHealthy(ServiceRegistry &registry);
/// The evening of the design page: onion unhealthy, p2p degraded, harvest starting, betanet waiting, bitchat stopped.
void makeBusyEvening(ServiceRegistry &registry);

} // namespace foghorn
