// Verbs on the whole fleet.
#include "ui/mainwindow/verbs.h"

#include <QCoreApplication>

#include <algorithm>

namespace foghorn {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(foghorn::FleetVerb)
};

bool isMeant(FleetVerb verb, const RegistryEntry &entry)
{
    const ServiceInfo &info = entry.info;
    const RunState state = entry.status.state;
    if (info.external)
        return false;
    switch (verb) {
    case FleetVerb::StartAll: // a job that is done is not run once more
        return state != RunState::Running && !(info.job && state == RunState::Finished);
    case FleetVerb::StopAll:
    case FleetVerb::RestartAll:
        return isUnderWay(state);
    case FleetVerb::CheckAll:
        return info.hasProbe && (state == RunState::Running || state == RunState::Starting);
    }
    return false;
}

} // namespace

QList<ServiceId> membersOf(FleetVerb verb, const ServiceRegistry &registry)
{
    QList<ServiceId> members;
    for (const ServiceId &id : registry.order()) {
        if (isMeant(verb, *registry.find(id)))
            members.append(id);
    }
    return members;
}

bool hasMembers(FleetVerb verb, const ServiceRegistry &registry)
{
    const QList<ServiceId> &order = registry.order();
    return std::any_of(
        order.cbegin(), order.cend(), [&](const ServiceId &id) { return isMeant(verb, *registry.find(id)); });
}

QString whyNobody(FleetVerb verb)
{
    switch (verb) {
    case FleetVerb::StartAll:
        return Words::tr("All services are started already");
    case FleetVerb::StopAll:
    case FleetVerb::RestartAll:
        return Words::tr("No service is running");
    case FleetVerb::CheckAll:
        return Words::tr("No running service has a health check");
    }
    return {};
}

QString progressOf(FleetVerb verb)
{
    switch (verb) {
    case FleetVerb::StartAll:
        return Words::tr("Starting all services…");
    case FleetVerb::StopAll:
        return Words::tr("Stopping all services…");
    case FleetVerb::RestartAll:
        return Words::tr("Restarting all services…");
    case FleetVerb::CheckAll:
        return Words::tr("Checking all services…");
    }
    return {};
}

QString doneOf(FleetVerb verb)
{
    switch (verb) {
    case FleetVerb::StartAll:
        return Words::tr("All services were started");
    case FleetVerb::StopAll:
        return Words::tr("All services have stopped");
    case FleetVerb::RestartAll:
        return Words::tr("All services were restarted");
    case FleetVerb::CheckAll:
        return {};
    }
    return {};
}

OperationKind kindOf(FleetVerb verb)
{
    switch (verb) {
    case FleetVerb::StopAll:
        return OperationKind::Stop;
    case FleetVerb::RestartAll:
        return OperationKind::Restart;
    case FleetVerb::StartAll:
    case FleetVerb::CheckAll:
        break;
    }
    return OperationKind::Start;
}

} // namespace foghorn
