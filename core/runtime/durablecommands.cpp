#include "core/runtime/durablecommands.h"

#include <QFutureWatcher>
#include <QPointer>
#include <QPromise>
#include <QTimer>

#include <memory>

namespace foghorn {

DurableCommands::DurableCommands(Commands &commands, WhenWritten whenWritten, QObject *parent)
    : QObject(parent)
    , m_commands(commands)
    , m_whenWritten(std::move(whenWritten))
{
}

DurableCommands::~DurableCommands() = default;

template<typename T> QFuture<T> DurableCommands::whenDurable(const QFuture<T> &outcome)
{
    auto promise = std::make_shared<QPromise<T>>(); // unfinished when it goes away: cancelled
    promise->start();
    // A watcher tells from the event loop: what the command changes is decided in a round that it only asked for.
    auto *watcher = new QFutureWatcher<T>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, promise] {
        const QFuture<T> done = watcher->future();
        if (done.isCanceled() || done.resultCount() == 0)
            return watcher->deleteLater();
        const auto tell = [promise, watcher = QPointer(watcher), outcome = done.result()] {
            if (!watcher || promise->future().isFinished())
                return;
            watcher->deleteLater();
            promise->addResult(outcome);
            promise->finish();
        };
        auto *limit = new QTimer(watcher);
        connect(limit, &QTimer::timeout, watcher, tell);
        limit->start(patience);
        m_whenWritten(tell);
    });
    watcher->setFuture(outcome);
    return promise->future();
}

QFuture<CommandOutcome> DurableCommands::start(
    const ServiceId &service, const CommandOptions &options, const Actor &actor)
{
    return whenDurable(m_commands.start(service, options, actor));
}

QFuture<CommandOutcome> DurableCommands::stop(
    const ServiceId &service, const CommandOptions &options, const Actor &actor)
{
    return whenDurable(m_commands.stop(service, options, actor));
}

QFuture<CommandOutcome> DurableCommands::restart(
    const ServiceId &service, const CommandOptions &options, const Actor &actor)
{
    return whenDurable(m_commands.restart(service, options, actor));
}

QFuture<CommandOutcome> DurableCommands::resetFailed(const ServiceId &service, const Actor &actor)
{
    return whenDurable(m_commands.resetFailed(service, actor));
}

QFuture<CommandOutcome> DurableCommands::startAll(const CommandOptions &options, const Actor &actor)
{
    return whenDurable(m_commands.startAll(options, actor));
}

QFuture<CommandOutcome> DurableCommands::stopAll(const CommandOptions &options, const Actor &actor)
{
    return whenDurable(m_commands.stopAll(options, actor));
}

QFuture<QList<CheckResult>> DurableCommands::checkNow(const QList<ServiceId> &services, const Actor &actor)
{
    return m_commands.checkNow(services, actor);
}

QFuture<ReloadOutcome> DurableCommands::reload(bool planOnly, const Actor &actor)
{
    return whenDurable(m_commands.reload(planOnly, actor));
}

QFuture<CommandOutcome> DurableCommands::shutdown(const Actor &actor) { return m_commands.shutdown(actor); }

} // namespace foghorn
