#pragma once

#include "core/commands/commands.h"

#include <QObject>

#include <functional>

namespace foghorn {

/// Commands whose outcome is told only once what they changed is written down, so that whoever was told can rely on it:
/// an orchestrator that is killed right after is followed by one that knows. Waits for the disk at most `patience`.
class DurableCommands final : public QObject, public Commands
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DurableCommands)
public:
    /// Calls, from the event loop, once all that was saved until now is written, or cannot be.
    using WhenWritten = std::function<void(const std::function<void()> &call)>;
    static constexpr std::chrono::milliseconds patience{2'000};

    DurableCommands(Commands &commands, WhenWritten whenWritten, QObject *parent = nullptr);
    ~DurableCommands() override;

    QFuture<CommandOutcome> start(const ServiceId &service, const CommandOptions &options, const Actor &actor) override;
    QFuture<CommandOutcome> stop(const ServiceId &service, const CommandOptions &options, const Actor &actor) override;
    QFuture<CommandOutcome> restart(
        const ServiceId &service, const CommandOptions &options, const Actor &actor) override;
    QFuture<CommandOutcome> resetFailed(const ServiceId &service, const Actor &actor) override;
    QFuture<CommandOutcome> startAll(const CommandOptions &options, const Actor &actor) override;
    QFuture<CommandOutcome> stopAll(const CommandOptions &options, const Actor &actor) override;
    QFuture<QList<CheckResult>> checkNow(const QList<ServiceId> &services, const Actor &actor) override;
    QFuture<ReloadOutcome> reload(bool planOnly, const Actor &actor) override;
    QFuture<CommandOutcome> shutdown(const Actor &actor) override;

private:
    template<typename T> QFuture<T> whenDurable(const QFuture<T> &outcome);

    Commands &m_commands;
    WhenWritten m_whenWritten;
};

} // namespace foghorn
