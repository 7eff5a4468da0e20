#include "core/fleetfile/fleetfile.h"

#include <QHash>

namespace foghorn {
namespace {

/// Whether the process is given NOTIFY_SOCKET.
bool isNotifying(const ServiceSpec &spec) { return spec.ready == ReadyWhen::Notify || spec.heartbeat.has_value(); }

/// Whether a process started for `before` differs from one started for `after`. Everything else, such as probes,
/// policies and labels, is the orchestrator's business and changes in place.
bool concernsProcess(const ServiceSpec &before, const ServiceSpec &after)
{
    return before.command != after.command || before.workingDirectory != after.workingDirectory
        || before.environment != after.environment || before.user != after.user || before.ports != after.ports
        || before.limits != after.limits || before.rights != after.rights || isNotifying(before) != isNotifying(after);
}

} // namespace

FleetDifference differenceOf(const FleetSpec &before, const FleetSpec &after)
{
    QHash<ServiceId, const ServiceSpec *> earlier;
    earlier.reserve(before.services.size());
    for (const ServiceSpec &spec : before.services)
        earlier.insert(spec.name, &spec);
    FleetDifference difference;
    for (const ServiceSpec &spec : after.services) {
        const ServiceSpec *old = earlier.take(spec.name);
        if (old == nullptr)
            difference.added.append(spec.name);
        else if (*old == spec)
            difference.untouched.append(spec.name);
        else
            (concernsProcess(*old, spec) ? difference.restarted : difference.updated).append(spec.name);
    }
    for (const ServiceSpec &spec : before.services) {
        if (earlier.contains(spec.name))
            difference.removed.append(spec.name);
    }
    return difference;
}

} // namespace foghorn
