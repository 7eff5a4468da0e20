#pragma once

#include "core/alerts/alertengine.h"
#include "core/fleetfile/fleetfile.h"

#include <QStringList>

namespace foghorn {

/// An engine with a clock of its own and services that are what the test says.
class AlertWorld
{
public:
    explicit AlertWorld(const DependencyGraph &services)
        : graph(services)
    {
        rules.hold = milliseconds(15'000);
        engine.setRules(rules);
        engine.setServices(graph, {}, now);
        for (const ServiceId &service : graph.names())
            well(service);
        engine.setSettled();
        look();
    }

    static DependencyGraph defaultGraph()
    {
        const QString path = qEnvironmentVariable("FOGHORN_SOURCE") + QStringLiteral("/resources/fleets/default.yaml");
        return loadFleet({path}, {{QStringLiteral("PATH"), QStringLiteral("/bin")}}).graph;
    }
    /// "b<a" b requires a; "c~a" c wants a.
    static DependencyGraph graphOf(const QStringList &names, const QStringList &edges)
    {
        std::vector<Edge> list;
        for (const QString &edge : edges) {
            const bool isRequired = edge.contains(u'<');
            const QStringList ends = edge.split(isRequired ? u'<' : u'~');
            list.push_back({static_cast<int>(names.indexOf(ends.at(1))), static_cast<int>(names.indexOf(ends.at(0))),
                isRequired ? EdgeKind::Required : EdgeKind::Optional});
        }
        return std::get<DependencyGraph>(DependencyGraph::build(names, list));
    }

    void say(const QString &service, RunState state, Cause cause, Health health, Goal goal = Goal::Up)
    {
        ServiceFacts facts;
        facts.service = service;
        facts.goal = goal;
        facts.state = state;
        facts.cause = cause;
        facts.health = health;
        facts.hasProbe = true;
        facts.maxAttempts = 3;
        facts.isAtRestartLimit = state == RunState::Failed && cause == Cause::RestartLimit && !restartsWereReset;
        facts.lastCheck = health == Health::Healthy ? QString() : QStringLiteral("HTTP 503");
        engine.observe(facts, now);
    }
    void well(const QString &s) { say(s, RunState::Running, Cause::StartUp, Health::Healthy); }
    void degraded(const QString &s) { say(s, RunState::Running, Cause::StartUp, Health::Degraded); }
    void unhealthy(const QString &s) { say(s, RunState::Running, Cause::StartUp, Health::Unhealthy); }
    void crashed(const QString &s) { say(s, RunState::Backoff, Cause::Exited, Health::Unknown); }
    void atLimit(const QString &s) { say(s, RunState::Failed, Cause::RestartLimit, Health::Unknown); }
    void waiting(const QString &s) { say(s, RunState::Waiting, Cause::Dependency, Health::Unknown); }
    void stopped(const QString &s) { say(s, RunState::Stopped, Cause::Command, Health::Unknown, Goal::Down); }
    void restarting(const QString &s) { say(s, RunState::Starting, Cause::Command, Health::Unknown); }

    /// Time passes, with a look each second; what became of alerts meanwhile: "raised 1 unhealthy edge".
    QStringList pass(int seconds)
    {
        QStringList all;
        for (int i = 0; i < seconds; ++i) {
            now.mono += std::chrono::seconds(1);
            now.wall += std::chrono::seconds(1);
            all += look();
        }
        return all;
    }
    QStringList look()
    {
        QStringList words;
        const QList<AlertChange> changes = engine.evaluate(now);
        for (const AlertChange &change : changes) {
            static const QStringList names{QStringLiteral("raised"), QStringLiteral("escalated"),
                QStringLiteral("changed"), QStringLiteral("resolved"), QStringLiteral("reminded")};
            last = change.alert;
            if (change.what != AlertChange::What::Changed)
                words << names.at(static_cast<int>(change.what)) + u' ' + QString::number(change.alert.id) + u' '
                        + toWord(change.alert.rule) + u' ' + change.alert.service;
        }
        return words;
    }
    /// "edge: harvest" for each alert that fires, with whom it affects.
    QStringList open() const
    {
        QStringList lines;
        const QList<Alert> alerts = engine.alerts().all();
        for (const Alert &alert : alerts)
            lines << alert.service + u':' + (alert.affected.isEmpty() ? QString() : u' ' + alert.affected.join(u' '));
        return lines;
    }

    bool restartsWereReset = false; ///< by whoever says next that a service is at its limit
    DependencyGraph graph;
    AlertRules rules;
    AlertEngine engine;
    Now now{MonoTime(std::chrono::hours(100)), *fromRfc3339("2026-11-23T00:00:00.000Z")};
    Alert last;
};

} // namespace foghorn
