#include "core/fleetfile/fleetchecks.h"

#include "core/base/names.h"
#include "core/fleetfile/netaddress.h"

#include <algorithm>

namespace foghorn {
namespace {

// each looks at every service's name
constexpr int mostSuggestions = 100;
// each takes a walk over the whole graph
constexpr int mostCycles = 16;

template<typename Named> QString nearestOf(const QString &name, const QList<Named> &list)
{
    QList<QString> names;
    for (const Named &each : list)
        names.append(each.name);
    const QString near = nearestName(name, names);
    if (!near.isEmpty())
        return QStringLiteral("did you mean '%1'?").arg(near);
    return names.isEmpty() ? QString() : QStringLiteral("it has %1").arg(names.join(QStringLiteral(", ")));
}

template<typename Named> bool hasName(const QList<Named> &list, const QString &name)
{
    return std::any_of(list.begin(), list.end(), [&](const Named &each) { return each.name == name; });
}

bool dependsOn(const ServiceSpec &spec, const ServiceId &other)
{
    return spec.after.contains(other)
        || std::any_of(
            spec.dependsOn.begin(), spec.dependsOn.end(), [&](const auto &each) { return each.service == other; });
}

} // namespace

FleetChecks::FleetChecks(const FleetDraft &fleet, bool isComplete, FaultList &faults)
    : m_fleet(fleet)
    , m_isComplete(isComplete)
    , m_faults(faults)
    , m_suggestionsLeft(mostSuggestions)
{
    m_index.reserve(static_cast<qsizetype>(fleet.services.size()));
    for (std::size_t i = 0; i < fleet.services.size(); ++i)
        m_index.insert(fleet.services[i].spec.name, static_cast<int>(i));
}

std::optional<DependencyGraph> FleetChecks::checkEdges()
{
    for (const ServiceDraft &draft : m_fleet.services) {
        for (qsizetype i = 0; i < draft.spec.dependsOn.size(); ++i) {
            const Dependency &dependency = draft.spec.dependsOn[i];
            checkTarget(
                draft, dependency.service, draft.dependencyPlaces[static_cast<std::size_t>(i)], !dependency.required);
        }
        for (qsizetype i = 0; i < draft.spec.after.size(); ++i)
            checkTarget(draft, draft.spec.after[i], draft.afterPlaces[static_cast<std::size_t>(i)], false);
    }
    QList<ServiceId> names;
    names.reserve(static_cast<qsizetype>(m_fleet.services.size()));
    for (const ServiceDraft &draft : m_fleet.services)
        names.append(draft.spec.name);
    std::vector<Edge> all = edges();
    for (int round = 0; round < mostCycles; ++round) {
        auto built = DependencyGraph::build(names, all);
        if (auto *graph = std::get_if<DependencyGraph>(&built))
            return round == 0 ? std::optional(std::move(*graph)) : std::nullopt;
        reportCycle(std::get<CyclePath>(built), all);
    }
    return std::nullopt;
}

void FleetChecks::checkTarget(const ServiceDraft &draft, const ServiceId &target, const Place &place, bool optional)
{
    if (target == draft.spec.name) {
        m_faults.fault(
            place, QStringLiteral("service '%1' depends on itself").arg(target), QStringLiteral("remove it here"));
    } else if (!m_index.contains(target) && optional && m_isComplete) {
        m_faults.warning(place, QStringLiteral("no service '%1'; it is optional, so it is left out").arg(target),
            suggestion(target));
    } else if (!m_index.contains(target) && !optional && m_isComplete) {
        m_faults.fault(place, QStringLiteral("no service '%1'").arg(target), suggestion(target));
    }
}

std::vector<Edge> FleetChecks::edges() const
{
    std::vector<Edge> out;
    for (std::size_t i = 0; i < m_fleet.services.size(); ++i) {
        const int dependent = static_cast<int>(i);
        const auto add = [&](const ServiceId &target, EdgeKind kind) {
            const int dependency = m_index.value(target, dependent);
            if (dependency != dependent)
                out.push_back({dependency, dependent, kind});
        };
        for (const Dependency &dependency : m_fleet.services[i].spec.dependsOn)
            add(dependency.service, dependency.required ? EdgeKind::Required : EdgeKind::Optional);
        for (const ServiceId &target : m_fleet.services[i].spec.after)
            add(target, EdgeKind::OrderOnly);
    }
    return out;
}

void FleetChecks::reportCycle(const CyclePath &path, std::vector<Edge> &edges)
{
    // told from the member that comes first in the files, whichever the graph began with
    QList<ServiceId> members(path.begin(), path.end() - 1);
    const auto first = std::min_element(members.begin(), members.end(),
        [&](const ServiceId &a, const ServiceId &b) { return m_index.value(a) < m_index.value(b); });
    std::rotate(members.begin(), first, members.end());
    members.append(members.first());
    const int dependent = m_index.value(members[0]);
    const int dependency = m_index.value(members[1]);
    m_faults.fault(placeOf(dependent, members[1]),
        QStringLiteral("services depend on each other in a circle: %1").arg(members.join(QStringLiteral(" -> "))),
        QStringLiteral("remove one of these dependencies"));
    m_cycles.append(members);
    std::erase_if(edges, [&](const Edge &e) { return e.dependent == dependent && e.dependency == dependency; });
}

Place FleetChecks::placeOf(int dependent, const ServiceId &dependency) const
{
    const ServiceDraft &draft = m_fleet.services[static_cast<std::size_t>(dependent)];
    for (qsizetype i = 0; i < draft.spec.dependsOn.size(); ++i) {
        if (draft.spec.dependsOn[i].service == dependency)
            return draft.dependencyPlaces[static_cast<std::size_t>(i)];
    }
    const qsizetype i = draft.spec.after.indexOf(dependency);
    return i < 0 ? draft.place : draft.afterPlaces[static_cast<std::size_t>(i)];
}

void FleetChecks::checkConditions()
{
    for (const ServiceDraft &draft : m_fleet.services) {
        for (qsizetype i = 0; i < draft.spec.dependsOn.size(); ++i)
            checkCondition(draft.spec.dependsOn[i], draft.conditionPlaces[static_cast<std::size_t>(i)]);
    }
}

void FleetChecks::checkCondition(const Dependency &dependency, const Place &place)
{
    const int index = m_index.value(dependency.service, -1);
    if (index < 0)
        return;
    const ServiceSpec &target = m_fleet.services[static_cast<std::size_t>(index)].spec;
    if (dependency.condition == DependencyCondition::Healthy && target.probe.kind == ProbeSpec::Kind::None)
        m_faults.fault(place, QStringLiteral("service '%1' has no probe, so it never becomes healthy").arg(target.name),
            QStringLiteral("give it one under 'health', or use condition: started"));
    if (dependency.condition == DependencyCondition::Completed && !target.job)
        m_faults.warning(place, QStringLiteral("service '%1' is no job, so it may never complete").arg(target.name),
            QStringLiteral("give it job: true, or use condition: started"));
}

void FleetChecks::checkPorts()
{
    QHash<quint16, QPair<ServiceId, Place>> used;
    for (const ServiceDraft &draft : m_fleet.services) {
        for (qsizetype i = 0; i < draft.spec.ports.size(); ++i) {
            const NamedPort &port = draft.spec.ports[i];
            const Place &place = draft.portPlaces[static_cast<std::size_t>(i)];
            if (port.automatic)
                continue;
            if (used.contains(port.port))
                m_faults.fault(place,
                    QStringLiteral("port %1 is already that of '%2'").arg(port.port).arg(used[port.port].first),
                    QStringLiteral("see %1; use auto for a free one").arg(m_faults.shown(used[port.port].second)));
            else
                used.insert(port.port, {draft.spec.name, place});
        }
    }
    const auto api = parseNetAddress(m_fleet.spec.api.listen);
    if (api && used.contains(api->port))
        m_faults.warning(used[api->port].second, QStringLiteral("port %1 is that of the API").arg(api->port),
            QStringLiteral("use auto for a free one, or another api.listen"));
}

void FleetChecks::checkReferences()
{
    for (const ServiceDraft &draft : m_fleet.services) {
        for (const PlacedReference &placed : draft.references)
            checkReference(draft, placed);
    }
}

void FleetChecks::checkReference(const ServiceDraft &draft, const PlacedReference &placed)
{
    const Reference &reference = placed.reference;
    const bool isOwn = reference.service.isEmpty() || reference.service == draft.spec.name;
    const int index = isOwn ? m_index.value(draft.spec.name) : m_index.value(reference.service, -1);
    if (index < 0) {
        if (m_isComplete)
            m_faults.fault(placed.place,
                QStringLiteral("no service '%1' for %2").arg(reference.service, reference.toString()),
                suggestion(reference.service));
        return;
    }
    const ServiceSpec &target = m_fleet.services[static_cast<std::size_t>(index)].spec;
    if (!isOwn && !dependsOn(draft.spec, target.name)) {
        m_faults.fault(placed.place,
            QStringLiteral("%1, but '%2' does not depend on '%3'")
                .arg(reference.toString(), draft.spec.name, target.name),
            QStringLiteral("add %1 to its depends_on or after").arg(target.name));
        return;
    }
    const bool isPort = reference.kind == Reference::Kind::Port;
    if (isPort ? hasName(target.ports, reference.name) : hasName(target.endpoints, reference.name))
        return;
    m_faults.fault(placed.place,
        QStringLiteral("service '%1' has no %2 '%3'")
            .arg(target.name, isPort ? QStringLiteral("port") : QStringLiteral("endpoint"), reference.name),
        isPort ? nearestOf(reference.name, target.ports) : nearestOf(reference.name, target.endpoints));
}

QString FleetChecks::suggestion(const QString &name)
{
    if (m_suggestionsLeft-- <= 0)
        return {};
    const QString near = nearestName(name, m_index.keys());
    return near.isEmpty() ? QString() : QStringLiteral("did you mean '%1'?").arg(near);
}

} // namespace foghorn
