// Verbs on the whole fleet.
#include "ui/mainwindow/verbs.h"

#include <QCoreApplication>

namespace foghorn {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(foghorn::FleetVerb)
};

bool isMeant(FleetVerb verb, const ServiceInfo &info, RunState state)
{
    switch (verb) {
    case FleetVerb::StartAll: // a job that is done is not run once more
        return state != RunState::Running && !(info.job && state == RunState::Finished);
    case FleetVerb::StopAll:
        return isUnderWay(state);
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
        const RegistryEntry *entry = registry.find(id);
        if (!entry->info.external && isMeant(verb, entry->info, entry->status.state))
            members.append(id);
    }
    return members;
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
