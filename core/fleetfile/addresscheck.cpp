#include "core/fleetfile/addresscheck.h"

#include "core/fleetfile/netaddress.h"
#include "core/fleetfile/referencefiller.h"

namespace foghorn {
namespace {

void checkProbe(const ProbeSpec &filled, const ServiceDraft &draft, FaultList &faults)
{
    ProbeSpec probe = filled;
    if (probe.kind == ProbeSpec::Kind::Http && !isHttpUrl(textOfTemplate(probe.url)))
        faults.fault(draft.probePlace, QStringLiteral("'%1' is no http or https URL").arg(probe.url),
            QStringLiteral("for example http: \"http://127.0.0.1:8080/health\""));
    if (probe.kind == ProbeSpec::Kind::Tcp && (!splitTcpAddress(probe) || probe.port == 0))
        faults.fault(draft.probePlace, QStringLiteral("'%1' is no host:port").arg(probe.tcpAddress),
            QStringLiteral("for example tcp: 127.0.0.1:5432"));
}

/// The services with only what has to do with addresses: a full copy of a large fleet takes time.
FleetSpec withAddressesOnly(const FleetSpec &fleet)
{
    FleetSpec out;
    out.services.reserve(fleet.services.size());
    for (const ServiceSpec &spec : fleet.services) {
        ServiceSpec &light = out.services.emplace_back();
        light.name = spec.name;
        light.ports = spec.ports;
        light.endpoints = spec.endpoints;
        light.probe = spec.probe;
    }
    return out;
}

/// What the fleet's addresses look like when every automatic port has some number.
void tryAutomaticPorts(const FleetSpec &whole, const FleetDraft &draft, const DependencyGraph &graph, FaultList &faults)
{
    FleetSpec fleet = withAddressesOnly(whole);
    const auto someNumber = [](const ServiceSpec &, const NamedPort &port) {
        return std::optional<quint16>(port.automatic ? quint16(65535) : port.port);
    };
    const auto refuse = [&](int service, int endpoint, const QString &what) {
        const ServiceDraft &at = draft.services[static_cast<std::size_t>(service)];
        faults.fault(at.endpointPlaces[static_cast<std::size_t>(endpoint)], what);
    };
    ReferenceFiller filler(fleet, someNumber, refuse);
    for (const int service : graph.startOrder()) {
        filler.fillEndpoints(service);
        filler.fillProbe(service);
        const ProbeSpec &probe = std::as_const(fleet.services)[service].probe;
        const bool isOpen = probe.url.contains(QLatin1String("${")) || probe.tcpAddress.contains(QLatin1String("${"));
        if (!isOpen)
            checkProbe(probe, draft.services[static_cast<std::size_t>(service)], faults);
    }
}

} // namespace

bool splitTcpAddress(ProbeSpec &probe)
{
    const auto address = parseNetAddress(probe.tcpAddress);
    if (!address)
        return false;
    probe.host = address->host;
    probe.port = address->port;
    return true;
}

void fillFixedPorts(FleetSpec &fleet, const FleetDraft &draft, const DependencyGraph &graph, FaultList &faults)
{
    tryAutomaticPorts(fleet, draft, graph, faults);
    ReferenceFiller filler(fleet, [](const ServiceSpec &, const NamedPort &port) {
        return port.automatic ? std::nullopt : std::optional(port.port);
    });
    for (const int service : graph.startOrder()) {
        filler.fillEndpoints(service);
        filler.fillProbe(service);
        filler.fillProcess(service);
        splitTcpAddress(fleet.services[service].probe);
    }
}

} // namespace foghorn
