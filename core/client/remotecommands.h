#pragma once

#include "core/client/apiclient.h"
#include "core/commands/alertcommands.h"

#include <QObject>

namespace foghorn {

class ServiceRegistry;

/// Commands over REST. Who asks is what the token and the name of the program say; the actors given here stay unused.
class RemoteCommands final : public QObject, public Commands, public AlertCommands
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RemoteCommands)
public:
    /// Both must outlive it. The registry gives the order of answers.
    RemoteCommands(ApiClient &client, const ServiceRegistry &registry, QObject *parent = nullptr);
    ~RemoteCommands() override;

    QFuture<CommandOutcome> start(const ServiceId &service, const CommandOptions &options, const Actor &actor) override;
    QFuture<CommandOutcome> stop(const ServiceId &service, const CommandOptions &options, const Actor &actor) override;
    QFuture<CommandOutcome> restart(
        const ServiceId &service, const CommandOptions &options, const Actor &actor) override;
    QFuture<CommandOutcome> resetFailed(const ServiceId &service, const Actor &actor) override;
    QFuture<CommandOutcome> startAll(const CommandOptions &options, const Actor &actor) override;
    QFuture<CommandOutcome> stopAll(const CommandOptions &options, const Actor &actor) override;
    /// One question for each service. When nobody answers the list is empty.
    QFuture<QList<CheckResult>> checkNow(const QList<ServiceId> &services, const Actor &actor) override;
    QFuture<ReloadOutcome> reload(bool planOnly, const Actor &actor) override;
    QFuture<CommandOutcome> shutdown(const Actor &actor) override;

    QFuture<CommandOutcome> acknowledge(qint64 alert, bool acknowledged, const Actor &actor) override;
    QFuture<CommandOutcome> mute(qint64 alert, std::chrono::minutes time, const Actor &actor) override;
    QFuture<CommandOutcome> maintain(const ServiceId &service, std::chrono::minutes time, const Actor &actor) override;

private:
    QFuture<CommandOutcome> send(const QString &path, const QJsonObject &body);

    ApiClient &m_client;
    const ServiceRegistry &m_registry;
};

} // namespace foghorn
