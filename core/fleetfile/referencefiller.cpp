#include "core/fleetfile/referencefiller.h"

#include <algorithm>

namespace foghorn {
namespace {

constexpr qsizetype longestEndpoint = 8 * 1024;
constexpr int deepestEndpoint = 16;

} // namespace

ReferenceFiller::ReferenceFiller(FleetSpec &fleet, PortLookup portOf, Refusal refuse)
    : m_fleet(fleet)
    , m_portOf(std::move(portOf))
    , m_refuse(std::move(refuse))
{
    m_index.reserve(fleet.services.size());
    m_states.resize(static_cast<std::size_t>(fleet.services.size()));
    for (qsizetype i = 0; i < fleet.services.size(); ++i) {
        const ServiceSpec &spec = std::as_const(fleet.services)[i];
        m_index.insert(spec.name, static_cast<int>(i));
        m_states[static_cast<std::size_t>(i)].resize(static_cast<std::size_t>(spec.endpoints.size()), State::Waiting);
    }
}

void ReferenceFiller::fillEndpoints(int service)
{
    const qsizetype count = std::as_const(m_fleet.services)[service].endpoints.size();
    for (int i = 0; i < count; ++i)
        fillEndpoint(service, i);
}

void ReferenceFiller::fillProbe(int service)
{
    ProbeSpec &probe = m_fleet.services[service].probe;
    fillText(service, probe.url);
    fillText(service, probe.tcpAddress);
}

void ReferenceFiller::fillProcess(int service)
{
    ServiceSpec &spec = m_fleet.services[service];
    for (QList<QString> *argv : {&spec.command, &spec.stopCommand, &spec.probe.command}) {
        for (QString &argument : *argv)
            fillText(service, argument);
    }
    for (auto &[name, value] : spec.environment)
        fillText(service, value);
}

void ReferenceFiller::fillText(int service, QString &text)
{
    if (text.contains(QLatin1String("${")))
        text = filledTemplate(text, [&](const Reference &reference) { return valueOf(service, reference); });
}

void ReferenceFiller::fillEndpoint(int service, int endpoint)
{
    State &state = m_states[static_cast<std::size_t>(service)][static_cast<std::size_t>(endpoint)];
    if (state == State::Filling)
        return refuse(service, endpoint, QStringLiteral("an endpoint that refers to itself"));
    if (state != State::Waiting)
        return;
    if (m_depth >= deepestEndpoint)
        return refuse(service, endpoint,
            QStringLiteral("endpoints that refer to endpoints more than %1 deep").arg(deepestEndpoint));
    state = State::Filling;
    ++m_depth;
    bool isOpen = false;
    QString text = filledTemplate(
        std::as_const(m_fleet.services)[service].endpoints[endpoint].url, [&](const Reference &reference) {
            auto value = valueOf(service, reference);
            isOpen = isOpen || !value;
            return value;
        });
    --m_depth;
    state = isOpen ? State::Open : State::Known;
    if (text.size() > longestEndpoint) {
        refuse(service, endpoint, QStringLiteral("an endpoint longer than 8 KiB"));
        text.clear();
    }
    m_fleet.services[service].endpoints[endpoint].url = text;
}

std::optional<QString> ReferenceFiller::valueOf(int service, const Reference &reference)
{
    const int target = reference.service.isEmpty() ? service : m_index.value(reference.service, -1);
    if (target < 0)
        return std::nullopt;
    if (reference.kind == Reference::Kind::Port)
        return portValue(std::as_const(m_fleet.services)[target], reference.name);
    return endpointValue(target, reference.name);
}

std::optional<QString> ReferenceFiller::portValue(const ServiceSpec &spec, const QString &name) const
{
    const auto found =
        std::find_if(spec.ports.begin(), spec.ports.end(), [&](const auto &p) { return p.name == name; });
    const auto number = found != spec.ports.end() ? m_portOf(spec, *found) : std::nullopt;
    return number ? std::optional(QString::number(*number)) : std::nullopt;
}

std::optional<QString> ReferenceFiller::endpointValue(int service, const QString &name)
{
    const QList<Endpoint> &endpoints = std::as_const(m_fleet.services)[service].endpoints;
    for (int i = 0; i < endpoints.size(); ++i) {
        if (endpoints[i].name != name)
            continue;
        fillEndpoint(service, i);
        if (m_states[static_cast<std::size_t>(service)][static_cast<std::size_t>(i)] != State::Known)
            return std::nullopt;
        return textOfTemplate(std::as_const(m_fleet.services)[service].endpoints[i].url);
    }
    return std::nullopt;
}

void ReferenceFiller::refuse(int service, int endpoint, const QString &what)
{
    if (m_refuse)
        m_refuse(service, endpoint, what);
}

} // namespace foghorn
