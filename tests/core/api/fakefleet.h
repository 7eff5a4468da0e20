#pragma once

#include "core/api/apiserver.h"
#include "core/base/looplag.h"
#include "core/registry/alertboard.h"
#include "core/registry/crashes.h"
#include "core/registry/eventlog.h"
#include "core/registry/history.h"
#include "core/registry/leasebook.h"
#include "core/registry/serviceregistry.h"
#include "tests/support/fakealertcommands.h"
#include "tests/support/fakehistory.h"

#include <QPromise>

#include <memory>
#include <vector>

namespace foghorn {

/// Answers every command as it is told to, at once or when finish() is called.
class FakeCommands final : public Commands
{
public:
    struct Call
    {
        QString verb;
        ServiceId service;
        CommandOptions options;
        Actor actor;
    };
    QList<Call> calls;
    CommandOutcome outcome;
    ReloadOutcome reloadOutcome;
    QList<CheckResult> results;
    bool isHolding = false; ///< futures stay open until finish()

    QFuture<CommandOutcome> start(const ServiceId &service, const CommandOptions &options, const Actor &actor) override
    {
        return note(QStringLiteral("start"), service, options, actor);
    }
    QFuture<CommandOutcome> stop(const ServiceId &service, const CommandOptions &options, const Actor &actor) override
    {
        return note(QStringLiteral("stop"), service, options, actor);
    }
    QFuture<CommandOutcome> restart(
        const ServiceId &service, const CommandOptions &options, const Actor &actor) override
    {
        return note(QStringLiteral("restart"), service, options, actor);
    }
    QFuture<CommandOutcome> resetFailed(const ServiceId &service, const Actor &actor) override
    {
        return note(QStringLiteral("resetFailed"), service, {}, actor);
    }
    QFuture<CommandOutcome> startAll(const CommandOptions &options, const Actor &actor) override
    {
        return note(QStringLiteral("startAll"), {}, options, actor);
    }
    QFuture<CommandOutcome> stopAll(const CommandOptions &options, const Actor &actor) override
    {
        return note(QStringLiteral("stopAll"), {}, options, actor);
    }
    QFuture<QList<CheckResult>> checkNow(const QList<ServiceId> &services, const Actor &actor) override
    {
        calls.append({QStringLiteral("checkNow"), services.value(0), {}, actor});
        return finished(results);
    }
    QFuture<ReloadOutcome> reload(bool planOnly, const Actor &actor) override
    {
        calls.append({planOnly ? QStringLiteral("plan") : QStringLiteral("reload"), {}, {}, actor});
        return finished(reloadOutcome);
    }
    QFuture<CommandOutcome> shutdown(const Actor &actor) override
    {
        return note(QStringLiteral("shutdown"), {}, {}, actor);
    }

    /// Ends all open futures with `outcome`; `cancel` ends them without a result.
    void finish(bool cancel = false)
    {
        for (auto &promise : m_open) {
            if (cancel)
                promise->future().cancel();
            else
                promise->addResult(outcome);
            promise->finish();
        }
        m_open.clear();
    }

private:
    QFuture<CommandOutcome> note(
        const QString &verb, const ServiceId &service, const CommandOptions &options, const Actor &actor)
    {
        calls.append({verb, service, options, actor});
        if (!isHolding)
            return finished(outcome);
        m_open.push_back(std::make_unique<QPromise<CommandOutcome>>());
        m_open.back()->start();
        return m_open.back()->future();
    }
    template<typename T> static QFuture<T> finished(const T &value)
    {
        QPromise<T> promise;
        promise.start();
        promise.addResult(value);
        promise.finish();
        return promise.future();
    }

    std::vector<std::unique_ptr<QPromise<CommandOutcome>>> m_open;
};

/// Has the same reports for every service.
class FakeCrashes final : public Crashes
{
public:
    QList<QByteArray> reports; ///< newest first

    QFuture<Result<QList<QByteArray>>> newest(const ServiceId &, qsizetype limit) override
    {
        QPromise<Result<QList<QByteArray>>> promise;
        promise.start();
        promise.addResult(Result<QList<QByteArray>>(reports.mid(0, limit)));
        promise.finish();
        return promise.future();
    }
};

/// A fleet that exists only in the registry: dao, edge (wants dao), harvest (needs edge), …, with an API server before
/// it.
class FakeFleet
{
public:
    static inline const QByteArray operatorToken = "operator-token-operator-token-operator";
    static inline const QByteArray viewerToken = "viewer-token-viewer-token-viewer-token";

    explicit FakeFleet(int services = 3)
    {
        QList<QString> names{QStringLiteral("dao"), QStringLiteral("edge"), QStringLiteral("harvest")};
        while (names.size() < services)
            names << QStringLiteral("service-%1").arg(names.size());
        const std::vector<Edge> edges{{0, 1, EdgeKind::Optional}, {1, 2, EdgeKind::Required}};
        FleetOutline outline;
        outline.name = QStringLiteral("test");
        outline.graph = std::get<DependencyGraph>(DependencyGraph::build(names, edges));
        outline.resolutionMilliseconds = 0.125;
        for (int node = 0; node < names.size(); ++node)
            outline.services << infoOf(outline.graph, node);
        registry.setOutline(outline);
        for (const QString &name : std::as_const(names))
            setState(name, RunState::Running);
        registry.setInitialized(true);
        options.listen = {QStringLiteral("127.0.0.1:0")};
        options.tokens = {TokenDigests::digestOf(operatorToken), TokenDigests::digestOf(viewerToken)};
        options.version = QStringLiteral("1.2.3");
    }

    ApiSources sources()
    {
        return {registry, events, commands, leases, alerts, alertCommands, lag, *historySource, crashes};
    }

    /// Makes and opens the server.
    bool open()
    {
        server = std::make_unique<ApiServer>(sources(), options);
        const Result<void> done = server->listen();
        if (!done)
            qWarning("%s", qUtf8Printable(done.error().text));
        return done.isOk();
    }

    void setState(const ServiceId &service, RunState state, Cause cause = Cause::StartUp)
    {
        ServiceStatus status = registry.find(service)->status;
        status.service = service;
        status.goal = Goal::Up;
        status.state = state;
        status.cause = cause;
        status.since = at;
        status.maxAttempts = 3;
        status.pid = state == RunState::Running ? 4711 : 0;
        if (state == RunState::Running)
            status.startedAt = at;
        registry.update(status);
    }
    CheckResult check(const ServiceId &service, bool passed = true) const
    {
        CheckResult result;
        result.service = service;
        result.at = at;
        result.passed = passed;
        result.responseTime = std::chrono::microseconds(12500);
        result.message = passed ? QStringLiteral("HTTP 200") : QStringLiteral("HTTP 503, expected 200-299");
        result.details = {{QStringLiteral("probe"), QStringLiteral("http")}};
        result.healthAfter = passed ? Health::Healthy : Health::Degraded;
        return result;
    }

    WallTime at = *fromRfc3339("2026-11-23T00:31:07.042Z");
    ServiceRegistry registry;
    EventLog events;
    FakeCommands commands;
    AlertBoard alerts;
    FakeAlertCommands alertCommands;
    LeaseBook leases{registry};
    LoopLag lag;
    FakeHistory history;
    FakeCrashes crashes;
    History *historySource = &history; ///< a test may give another
    ApiOptions options;
    std::unique_ptr<ApiServer> server;

private:
    static ServiceInfo infoOf(const DependencyGraph &graph, int node)
    {
        ServiceInfo info;
        info.name = graph.name(node);
        info.type = info.name;
        info.hasProbe = true;
        info.layer = graph.layer(node);
        info.critical = node < 2;
        for (const auto &dependency : graph.dependencies(node))
            (dependency.kind == EdgeKind::Required ? info.required : info.optional) << graph.name(dependency.node);
        for (const auto &dependent : graph.dependents(node))
            info.dependents << graph.name(dependent.node);
        return info;
    }
};

} // namespace foghorn
