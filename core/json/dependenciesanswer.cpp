#include "core/json/dependenciesanswer.h"

#include "core/graph/pictures.h"
#include "core/json/jsonwriter.h"

#include <algorithm>

namespace foghorn {
namespace {

using Key = QLatin1String;

QList<QString> startupOrder(const DependencyGraph &graph)
{
    QList<QString> names;
    names.reserve(graph.size());
    for (const int node : graph.startOrder())
        names << graph.name(node);
    return names;
}

void writeDependencies(JsonWriter &json, const ServiceInfo &info)
{
    json.key(QStringView(info.name)).beginObject();
    json.member(Key("type"), info.type);
    json.member(Key("dependencies"), info.required);
    json.member(Key("optional_dependencies"), info.optional);
    json.member(Key("dependents"), info.dependents);
    json.member(Key("layer"), info.layer);
    json.member(Key("after"), info.after);
    json.member(Key("external"), info.external);
    json.endObject();
}

} // namespace

QByteArray dependenciesAnswer(const ServiceRegistry &registry)
{
    const FleetOutline &outline = registry.outline();
    QList<QString> order = startupOrder(outline.graph);
    JsonWriter json(256 * (order.size() + 4));
    json.beginObject();
    json.member(Key("success"), true);
    json.member(Key("startup_order"), order);
    std::reverse(order.begin(), order.end());
    json.member(Key("shutdown_order"), order);
    json.key(Key("dependencies")).beginObject();
    for (const ServiceId &id : registry.order()) {
        if (const RegistryEntry *entry = registry.find(id))
            writeDependencies(json, entry->info);
    }
    json.endObject();
    json.member(Key("visualization"), QString::fromUtf8(toText(outline.graph)));
    json.member(Key("resolution_ms"), outline.resolutionMilliseconds);
    json.endObject();
    return json.take();
}

} // namespace foghorn
