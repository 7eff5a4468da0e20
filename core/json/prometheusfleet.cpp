#include "core/json/prometheusfleet.h"

#include "core/model/words.h"

namespace foghorn {

using Type = PrometheusText::Type;

void writeFleetMetrics(PrometheusText &text, const ServiceRegistry &registry, QStringView version)
{
    text.family("foghorn_build_info", Type::Gauge, "Of which make the orchestrator is; always 1.");
    const QByteArray make =
        PrometheusText::label("version", version) + ',' + PrometheusText::label("qt", QString::fromLatin1(qVersion()));
    text.sample(make, 1);
    text.family("foghorn_fleet_info", Type::Gauge, "Which fleet this is; always 1.");
    text.sample(PrometheusText::label("fleet", registry.fleetName()), 1);
    text.family("foghorn_services", Type::Gauge, "How many services the registry knows.");
    text.sample({}, registry.order().size());
    text.family("foghorn_ready", Type::Gauge, "Whether all critical services run.");
    text.sample({}, registry.isReady() ? 1 : 0);
    text.family("foghorn_initialized", Type::Gauge, "Whether the start-up sequence has settled.");
    text.sample({}, registry.isInitialized() ? 1 : 0);
    text.family("foghorn_health", Type::Gauge, "1 for what the health of all services adds up to, else 0.");
    using enum Health;
    for (const Health health : {Healthy, Degraded, Unhealthy, Unknown})
        text.sample({}, "health", toWord(health).latin1(), registry.compositeHealth() == health ? 1 : 0);
    text.family(
        "foghorn_dependency_resolution_seconds", Type::Gauge, "How long it took to put the dependencies in order.");
    text.sample({}, registry.outline().resolutionMilliseconds / 1000.0);
}

} // namespace foghorn
