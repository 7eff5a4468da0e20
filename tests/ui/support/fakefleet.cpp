#include "tests/ui/support/fakefleet.h"

namespace foghorn {

using namespace std::chrono_literals;

FleetOutline fakeOutline(const QString &name, const QList<FakeService> &services)
{
    FleetOutline outline;
    outline.name = name;
    QList<ServiceId> names;
    for (const FakeService &service : services)
        names.append(service.name);
    std::vector<Edge> edges;
    for (int node = 0; node < services.size(); ++node) {
        for (const ServiceId &id : services.at(node).required)
            edges.push_back({static_cast<int>(names.indexOf(id)), node, EdgeKind::Required});
        for (const ServiceId &id : services.at(node).optional)
            edges.push_back({static_cast<int>(names.indexOf(id)), node, EdgeKind::Optional});
    }
    outline.graph = std::get<DependencyGraph>(DependencyGraph::build(names, edges));
    for (int node = 0; node < services.size(); ++node) {
        ServiceInfo info;
        info.name = services.at(node).name;
        info.type = QStringLiteral("service");
        info.critical = services.at(node).critical;
        info.hasProbe = true;
        info.layer = outline.graph.layer(node);
        info.required = services.at(node).required;
        info.optional = services.at(node).optional;
        for (const auto &neighbour : outline.graph.dependents(node))
            info.dependents.append(names.at(neighbour.node));
        outline.services.append(info);
    }
    return outline;
}

QList<FakeService> tenServices()
{
    const auto id = [](const char *text) { return QString::fromLatin1(text); };
    return {
        {id("dao"), {}, {}, true},
        {id("scheduler"), {id("dao")}, {}, true},
        {id("edge"), {}, {id("dao")}, true},
        {id("fog_coordinator"), {id("edge"), id("scheduler")}, {}, true},
        {id("harvest"), {id("edge"), id("scheduler")}, {}, true},
        {id("onion"), {id("fog_coordinator")}, {}, false},
        {id("p2p"), {id("fog_coordinator")}, {}, false},
        {id("vpn_coordinator"), {id("onion"), id("fog_coordinator")}, {}, false},
        {id("betanet"), {id("onion"), id("p2p")}, {id("vpn_coordinator")}, false},
        {id("bitchat"), {id("p2p")}, {id("vpn_coordinator")}, false},
    };
}

QList<FakeService> manyServices(int count)
{
    QList<FakeService> services;
    constexpr int width = 200;
    for (int i = 0; i < count; ++i) {
        FakeService service{QStringLiteral("service-%1").arg(i), {}, {}, i % 7 == 0};
        if (i >= width) { // spread evenly but not regularly, the same on every run
            const int base = (i / width - 1) * width;
            service.required.append(QStringLiteral("service-%1").arg(base + (i * 37 + 11) % width));
            if (i % 3 == 0 && (i * 91 + 5) % width != (i * 37 + 11) % width)
                service.optional.append(QStringLiteral("service-%1").arg(base + (i * 91 + 5) % width));
        }
        services.append(service);
    }
    return services;
}

void setState(ServiceRegistry &registry, const ServiceId &service, RunState state, Cause cause,
    std::chrono::milliseconds age, Goal goal)
{
    ServiceStatus status = registry.find(service)->status;
    status.service = service;
    status.state = state;
    status.cause = cause;
    status.goal = goal;
    status.since = Now::read().wall - age;
    status.maxAttempts = 3;
    status.blockers.clear();
    status.pid = state == RunState::Running ? 4000 + static_cast<qint64>(service.size()) : 0;
    registry.update(status);
}

void addChecks(ServiceRegistry &registry, const ServiceId &service, Health health, int count, const QString &message)
{
    for (int i = 0; i < count; ++i) {
        CheckResult check;
        check.service = service;
        check.at = Now::read().wall - 1s * (count - i);
        check.passed = health == Health::Healthy;
        check.responseTime = std::chrono::microseconds(4200 + 900 * static_cast<int>(qHash(service) % 50));
        check.message = check.passed ? QStringLiteral("HTTP 200") : message;
        check.healthAfter = health;
        const HealthSummary before = registry.find(service)->health;
        HealthSummary summary;
        summary.health = health;
        summary.consecutiveFailures = check.passed ? 0 : before.consecutiveFailures + 1;
        summary.consecutiveSuccesses = check.passed ? before.consecutiveSuccesses + 1 : 0;
        registry.recordCheck(check, summary);
    }
}

void makeAllHealthy(ServiceRegistry &registry)
{
    int n = 0;
    for (const ServiceId &id : registry.order()) {
        setState(registry, id, RunState::Running, Cause::StartUp, std::chrono::minutes(130 + n++ % 7));
        addChecks(registry, id, Health::Healthy, 100);
    }
}

void makeBusyEvening(ServiceRegistry &registry)
{
    const auto id = [](const char *text) { return QString::fromLatin1(text); };
    makeAllHealthy(registry);
    addChecks(registry, id("onion"), Health::Degraded, 2, QStringLiteral("no answer within 5 s"));
    addChecks(registry, id("onion"), Health::Unhealthy, 7, QStringLiteral("no answer within 5 s"));
    addChecks(registry, id("p2p"), Health::Degraded, 3, QStringLiteral("HTTP 503, expected 200-299"));
    addChecks(registry, id("p2p"), Health::Healthy, 20);
    addChecks(registry, id("p2p"), Health::Degraded, 2, QStringLiteral("HTTP 503, expected 200-299"));
    setState(registry, id("harvest"), RunState::Starting, Cause::Command, 3s);
    registry.resetHealth(id("harvest"));
    setState(registry, id("betanet"), RunState::Waiting, Cause::Dependency, 48s);
    registry.resetHealth(id("betanet"));
    ServiceStatus waiting = registry.find(id("betanet"))->status;
    waiting.blockers = {{id("onion"), DependencyCondition::Healthy, true}};
    registry.update(waiting);
    setState(registry, id("bitchat"), RunState::Stopped, Cause::Command, std::chrono::minutes(25), Goal::Down);
    registry.resetHealth(id("bitchat"));
    ServiceStatus failed = registry.find(id("vpn_coordinator"))->status;
    failed.state = RunState::Failed;
    failed.cause = Cause::RestartLimit;
    failed.since = Now::read().wall - std::chrono::minutes(12);
    failed.restartAttempts = failed.maxAttempts;
    failed.restartCount = 3;
    failed.pid = 0;
    failed.lastExit = ExitInfo{ExitInfo::Kind::Exited, 1, 0, false, {}};
    registry.update(failed);
    registry.resetHealth(id("vpn_coordinator"));
}

} // namespace foghorn
