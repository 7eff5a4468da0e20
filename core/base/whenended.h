#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <optional>

namespace foghorn {

/// Calls `use` in the event loop with the future's result once it ends; with nothing when it was cancelled. Not at all
/// once `context` has gone: a continuation
/// on it would be an assertion in Qt 6.4 when a worker ends later.
template<typename T, typename Use> void whenEnded(const QFuture<T> &future, QObject *context, Use use)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, use] {
        watcher->deleteLater();
        const bool known = !watcher->isCanceled() && watcher->future().resultCount() > 0;
        use(known ? std::optional<T>(watcher->result()) : std::nullopt);
    });
    watcher->setFuture(future); // after the connection: the future may have ended already
}

} // namespace foghorn
