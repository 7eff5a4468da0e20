#include "core/client/remotecommands.h"

#include "core/client/outcomes.h"
#include "core/json/statusmembers.h"

#include <QPromise>

#include <algorithm>
#include <memory>

namespace foghorn {
namespace {

template<typename T> std::shared_ptr<QPromise<T>> begun()
{
    auto promise = std::make_shared<QPromise<T>>();
    promise->start();
    return promise;
}

template<typename T> void finish(QPromise<T> &promise, const T &value)
{
    promise.addResult(value);
    promise.finish();
}

/// What several questions after checks have brought so far.
struct Checks
{
    std::shared_ptr<QPromise<QList<CheckResult>>> promise = begun<QList<CheckResult>>();
    QList<CheckResult> results;
    qsizetype open = 0; ///< questions without an answer
};

void takeResults(Checks &checks, const Result<ApiAnswer> &answer)
{
    if (!answer || !answer.value().isSuccess())
        return;
    const QJsonObject results = answer.value().object().value(u"results").toObject();
    for (const QJsonValue &value : results) {
        if (const std::optional<CheckResult> result = checkFromJson(value.toObject()))
            checks.results.append(*result);
    }
}

QJsonObject orderOf(const CommandOptions &options)
{
    return {{QStringLiteral("cascade"), options.cascade}, {QStringLiteral("wait"), options.wait}};
}

} // namespace

RemoteCommands::RemoteCommands(ApiClient &client, const ServiceRegistry &registry, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_registry(registry)
{
}
RemoteCommands::~RemoteCommands() = default;

QFuture<CommandOutcome> RemoteCommands::send(const QString &path, const QJsonObject &body)
{
    const auto promise = begun<CommandOutcome>();
    m_client.post(ApiClient::apiPath(path), body, this,
        [promise](const Result<ApiAnswer> &answer) { finish(*promise, outcomeOf(answer)); });
    return promise->future();
}

QFuture<CommandOutcome> RemoteCommands::start(const ServiceId &service, const CommandOptions &options, const Actor &)
{
    return send(QStringLiteral("start/") + service, orderOf(options));
}

QFuture<CommandOutcome> RemoteCommands::stop(const ServiceId &service, const CommandOptions &options, const Actor &)
{
    QJsonObject body = orderOf(options);
    if (options.force) // an older orchestrator does not know the word, and refuses what it does not know
        body.insert(QStringLiteral("force"), true);
    return send(QStringLiteral("stop/") + service, body);
}

QFuture<CommandOutcome> RemoteCommands::restart(const ServiceId &service, const CommandOptions &options, const Actor &)
{
    QJsonObject body = orderOf(options);
    body.insert(QStringLiteral("force"), options.force);
    return send(QStringLiteral("restart/") + service, body);
}

QFuture<CommandOutcome> RemoteCommands::resetFailed(const ServiceId &service, const Actor &)
{
    return send(QStringLiteral("service/%1/reset-failed").arg(service), {});
}

QFuture<CommandOutcome> RemoteCommands::startAll(const CommandOptions &options, const Actor &)
{
    return send(QStringLiteral("start"), {{QStringLiteral("wait"), options.wait}});
}

QFuture<CommandOutcome> RemoteCommands::stopAll(const CommandOptions &options, const Actor &)
{
    return send(QStringLiteral("stop"), {{QStringLiteral("wait"), options.wait}});
}

QFuture<QList<CheckResult>> RemoteCommands::checkNow(const QList<ServiceId> &services, const Actor &)
{
    QList<QString> paths;
    for (const ServiceId &service : services)
        paths.append(QStringLiteral("health/check-now/") + service);
    if (paths.isEmpty())
        paths.append(QStringLiteral("health/check-now"));
    const auto checks = std::make_shared<Checks>();
    checks->open = paths.size();
    const auto take = [this, checks](const Result<ApiAnswer> &answer) {
        takeResults(*checks, answer);
        if (--checks->open > 0)
            return;
        const auto place = [this](const CheckResult &result) { return m_registry.order().indexOf(result.service); };
        std::sort(checks->results.begin(), checks->results.end(),
            [&place](const CheckResult &a, const CheckResult &b) { return place(a) < place(b); });
        finish(*checks->promise, checks->results);
    };
    for (const QString &path : std::as_const(paths))
        m_client.post(ApiClient::apiPath(path), {}, this, take);
    return checks->promise->future();
}

QFuture<ReloadOutcome> RemoteCommands::reload(bool planOnly, const Actor &)
{
    const auto promise = begun<ReloadOutcome>();
    m_client.post(ApiClient::apiPath(QStringLiteral("reload")), {{QStringLiteral("plan"), planOnly}}, this,
        [promise](const Result<ApiAnswer> &answer) { finish(*promise, reloadOutcomeOf(answer)); });
    return promise->future();
}

QFuture<CommandOutcome> RemoteCommands::shutdown(const Actor &) { return send(QStringLiteral("shutdown"), {}); }

QFuture<CommandOutcome> RemoteCommands::acknowledge(qint64 alert, bool acknowledged, const Actor &)
{
    return send(QStringLiteral("alerts/%1/acknowledge").arg(alert), {{QStringLiteral("acknowledged"), acknowledged}});
}

QFuture<CommandOutcome> RemoteCommands::mute(qint64 alert, std::chrono::minutes time, const Actor &)
{
    return send(
        QStringLiteral("alerts/%1/mute").arg(alert), {{QStringLiteral("minutes"), static_cast<qint64>(time.count())}});
}

QFuture<CommandOutcome> RemoteCommands::maintain(const ServiceId &service, std::chrono::minutes time, const Actor &)
{
    return send(QStringLiteral("service/%1/maintenance").arg(service),
        {{QStringLiteral("minutes"), static_cast<qint64>(time.count())}});
}

} // namespace foghorn
