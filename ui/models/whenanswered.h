#pragma once

#include "core/base/result.h"

#include <QFutureWatcher>

namespace foghorn {

/// Calls `use` in the event loop with the answer, once it is there; not at all once `context` has gone.
template<typename T, typename Use> void whenAnswered(const QFuture<Result<T>> &future, QObject *context, Use use)
{
    auto *watcher = new QFutureWatcher<Result<T>>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, use] {
        watcher->deleteLater();
        const bool known = !watcher->isCanceled() && watcher->future().resultCount() > 0;
        use(known ? watcher->result() : Result<T>(Error{QStringLiteral("The question was given up.")}));
    });
    watcher->setFuture(future); // after the connection: the future may have ended already
}

} // namespace foghorn
