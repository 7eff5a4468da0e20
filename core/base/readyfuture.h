#pragma once

#include <QFuture>
#include <QPromise>

#include <utility>

namespace foghorn {

/// A future that has its value already.
template<typename T> QFuture<T> readyFuture(T value)
{
    QPromise<T> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

} // namespace foghorn
