#pragma once

#include "core/commands/commands.h"

#include <QPromise>
#include <QStringList>

#include <memory>
#include <vector>

namespace foghorn {

/// Commands that are written down and end when the test says so.
class FakeCommands final : public Commands
{
public:
    QFuture<CommandOutcome> start(const ServiceId &service, const CommandOptions &options, const Actor &) override;
    QFuture<CommandOutcome> stop(const ServiceId &service, const CommandOptions &options, const Actor &) override;
    QFuture<CommandOutcome> restart(const ServiceId &service, const CommandOptions &options, const Actor &) override;
    QFuture<CommandOutcome> resetFailed(const ServiceId &service, const Actor &) override;
    QFuture<CommandOutcome> startAll(const CommandOptions &options, const Actor &) override;
    QFuture<CommandOutcome> stopAll(const CommandOptions &options, const Actor &) override;
    QFuture<QList<CheckResult>> checkNow(const QList<ServiceId> &services, const Actor &) override;
    QFuture<ReloadOutcome> reload(bool planOnly, const Actor &) override;
    QFuture<CommandOutcome> shutdown(const Actor &) override;

    /// "stop onion cascade", "restart p2p force", "check onion,p2p", "stopAll", "reload plan", "shutdown", in order.
    QStringList asked;
    /// What reload() answers at once.
    ReloadOutcome reloads;
    /// Ends all commands under way.
    void end(const CommandOutcome &outcome = {});
    /// Ends those that were asked with these words.
    void endOnly(const QString &what, const CommandOutcome &outcome = {});
    void endChecks(const QList<CheckResult> &results);

private:
    QFuture<CommandOutcome> note(const QString &what, const CommandOptions &options = {});

    struct Open
    {
        QString what;
        std::unique_ptr<QPromise<CommandOutcome>> promise;
    };
    std::vector<Open> m_open;
    std::vector<std::unique_ptr<QPromise<QList<CheckResult>>>> m_openChecks;
};

} // namespace foghorn
