#include "core/client/registryfiller.h"

#include "core/json/jsonreading.h"
#include "core/json/statusfacts.h"
#include "core/json/statusmembers.h"

#include <QSet>

namespace foghorn {
namespace {

using Graph = std::variant<DependencyGraph, CyclePath>;

Graph graphOf(const QList<ServiceInfo> &services)
{
    QList<ServiceId> names;
    QHash<ServiceId, int> indexes;
    for (const ServiceInfo &info : services) {
        indexes.insert(info.name, static_cast<int>(names.size()));
        names.append(info.name);
    }
    std::vector<Edge> edges;
    const auto add = [&](const QList<ServiceId> &targets, int dependent, EdgeKind kind) {
        for (const ServiceId &target : targets) {
            if (const auto found = indexes.constFind(target); found != indexes.constEnd())
                edges.push_back({*found, dependent, kind});
        }
    };
    for (int node = 0; node < services.size(); ++node) {
        add(services.at(node).required, node, EdgeKind::Required);
        add(services.at(node).optional, node, EdgeKind::Optional);
        add(services.at(node).after, node, EdgeKind::OrderOnly);
    }
    return DependencyGraph::build(std::move(names), edges);
}

} // namespace

Result<void> RegistryFiller::fill(const FleetPage &whole)
{
    FleetOutline outline;
    outline.name = whole.fleet;
    outline.resolutionMilliseconds = whole.resolutionMilliseconds;
    for (const ServicePicture &picture : whole.services) {
        if (!picture.info.external)
            outline.services.append(picture.info);
    }
    // The same fleet as before: views keep what they have made of it.
    const FleetOutline &known = m_registry.outline();
    if (known.name != outline.name || known.services != outline.services || known.services.isEmpty()) {
        Graph graph = graphOf(outline.services);
        if (const auto *cycle = std::get_if<CyclePath>(&graph))
            return Error{QStringLiteral("it tells of services that wait for each other: %1").arg(cycle->join(u" → "))};
        outline.graph = std::get<DependencyGraph>(std::move(graph));
        m_registry.setOutline(outline);
    }
    followExternals(whole);
    for (const ServicePicture &picture : whole.services)
        fillOne(picture);
    QHash<ServiceId, ResourceUse> use;
    for (const ServicePicture &picture : whole.services)
        use.insert(picture.info.name, picture.use);
    m_registry.recordUse(use);
    m_registry.setInitialized(whole.isInitialized);
    return {};
}

void RegistryFiller::followExternals(const FleetPage &whole)
{
    QSet<ServiceId> present;
    for (const ServicePicture &picture : whole.services)
        present.insert(picture.info.name);
    const QList<ServiceId> before = m_registry.order();
    for (const ServiceId &service : before) {
        if (!present.contains(service))
            m_registry.removeExternal(service);
    }
    for (const ServicePicture &picture : whole.services) {
        if (picture.info.external)
            m_registry.addExternal(picture.info, {std::chrono::steady_clock::now(), picture.registeredAt});
    }
}

void RegistryFiller::fillOne(const ServicePicture &picture)
{
    const ServiceId &name = picture.info.name;
    m_registry.update(picture.status);
    // The last check goes in by itself: only so does the registry learn what the checks add up to.
    const bool isKnown = picture.health.health != Health::Unknown && !picture.checks.isEmpty();
    m_registry.restore(name, picture.checks.mid(0, picture.checks.size() - (isKnown ? 1 : 0)), picture.uptime);
    if (isKnown)
        m_registry.recordCheck(picture.checks.constLast(), picture.health);
    else
        m_registry.resetHealth(name);
    m_registry.recordAnnouncement(name, picture.said);
    if (picture.lastHeartbeat)
        m_registry.recordHeartbeat(name, {std::chrono::steady_clock::now(), *picture.lastHeartbeat});
}

bool RegistryFiller::applyUpdate(const QJsonObject &message)
{
    const QList<ServiceId> removed = readTexts(message, QLatin1String("removed"));
    for (const ServiceId &service : removed)
        m_registry.removeExternal(service);
    bool isComplete = true;
    const QJsonObject services = message.value(u"services").toObject();
    for (auto member = services.begin(); member != services.end(); ++member) {
        const QJsonObject told = member.value().toObject();
        const ServiceId service = member.key();
        const RegistryEntry *entry = m_registry.find(service);
        const std::optional<ServiceStatus> status = statusFromJson(service, told);
        // Whoever came or says something else of itself is told wholly, with its checks.
        if (!entry || !status || told.contains(u"checks")) {
            isComplete = false;
            continue;
        }
        m_registry.update(*status);
        if (healthSummaryFromJson(told).health == Health::Unknown)
            m_registry.resetHealth(service);
        m_registry.recordAnnouncement(service, announcementFromJson(told));
    }
    m_registry.setInitialized(message.value(u"initialized").toBool());
    return isComplete;
}

void RegistryFiller::applyCheck(const QJsonObject &message)
{
    const std::optional<CheckResult> check = checkFromJson(message.value(u"check").toObject());
    const RegistryEntry *entry = check ? m_registry.find(check->service) : nullptr;
    if (!entry || (entry->lastCheck && entry->lastCheck->at >= check->at))
        return;
    m_registry.recordCheck(*check, healthSummaryFromJson(message));
}

void RegistryFiller::applyUse(const QJsonObject &metrics)
{
    QHash<ServiceId, ResourceUse> use;
    const QJsonObject services = metrics.value(u"service_details").toObject();
    for (auto member = services.begin(); member != services.end(); ++member) {
        const QJsonValue told = member.value();
        use.insert(member.key(),
            {told[u"cpu_percent"].toDouble(), {}, told[u"memory_bytes"].toInteger(), told[u"processes"].toInt(),
                told[u"threads"].toInt(), told[u"descriptors"].toInt()});
    }
    m_registry.recordUse(use);
}

} // namespace foghorn
