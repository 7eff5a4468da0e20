#pragma once

#include "core/api/pendingreply.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <functional>

namespace foghorn {

/// Sends `make(result)` when the future is done; a cancelled one answers 503. A watcher, not QFuture::then: several
/// callers may wait for the same future, and a future takes only one continuation.
template<typename T>
void answerWhenDone(
    QObject *lifetime, const QFuture<T> &future, const PendingReplyPtr &reply, std::function<HttpReply(const T &)> make)
{
    auto *watcher = new QFutureWatcher<T>(lifetime);
    QObject::connect(watcher, &QFutureWatcher<T>::finished, lifetime, [watcher, reply, make = std::move(make)] {
        const QFuture<T> done = watcher->future();
        if (done.isCanceled() || done.resultCount() == 0)
            reply->send(HttpReply::problem(503,
                QStringLiteral("The fleet went away before this was done; look at its "
                               "state and try again.")));
        else
            reply->send(make(done.result()));
        watcher->deleteLater();
    });
    watcher->setFuture(future);
}

} // namespace foghorn
