#include "core/fleetfile/addresscheck.h"
#include "core/fleetfile/fleetfile.h"
#include "core/fleetfile/netaddress.h"
#include "core/fleetfile/referencefiller.h"
#include "core/graph/fleetgraph.h"

namespace foghorn {
namespace {

void finishText(ServiceSpec &spec)
{
    const auto finish = [](QString &text) {
        if (text.contains(QLatin1String("$${")))
            text = textOfTemplate(text);
    };
    for (QList<QString> *argv : {&spec.command, &spec.stopCommand, &spec.probe.command}) {
        for (QString &argument : *argv)
            finish(argument);
    }
    for (auto &[name, value] : spec.environment)
        finish(value);
    for (Endpoint &endpoint : spec.endpoints)
        finish(endpoint.url);
    finish(spec.probe.url);
    finish(spec.probe.tcpAddress);
}

std::vector<int> startOrderOf(const FleetSpec &fleet)
{
    const auto built = graphOf(fleet);
    if (const auto *graph = std::get_if<DependencyGraph>(&built))
        return graph->startOrder();
    std::vector<int> order(static_cast<std::size_t>(fleet.services.size()));
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = static_cast<int>(i);
    return order;
}

} // namespace

FleetSpec resolvePorts(const FleetSpec &fleet, const QHash<QPair<ServiceId, QString>, quint16> &chosen)
{
    FleetSpec out = fleet;
    for (ServiceSpec &spec : out.services) {
        for (NamedPort &port : spec.ports) {
            if (port.automatic)
                port.port = chosen.value({spec.name, port.name}, port.port);
        }
    }
    ReferenceFiller filler(out, [](const ServiceSpec &, const NamedPort &port) {
        return port.port != 0 ? std::optional(port.port) : std::nullopt;
    });
    for (const int service : startOrderOf(out)) {
        filler.fillEndpoints(service);
        filler.fillProbe(service);
        filler.fillProcess(service);
    }
    for (ServiceSpec &spec : out.services) {
        finishText(spec);
        splitTcpAddress(spec.probe);
    }
    return out;
}

} // namespace foghorn
