#pragma once

#include "core/model/exitinfo.h"

#include <QByteArray>
#include <QFuture>
#include <QList>

#include <chrono>

class QObject;

namespace foghorn {

/// A short program to run to its end: an exec probe, a stop_command or one that is told of alerts.
struct ChildOrder
{
    QList<QByteArray> argv; ///< argv[0] without a slash is looked up in PATH of `environment`
    QList<QByteArray> environment; ///< "NAME=value", complete
    QByteArray workingDirectory; ///< empty: ours
    QByteArray user; ///< empty: ours
    QByteArray input; ///< what it reads on stdin; empty: nothing
    std::chrono::milliseconds timeout{5000}; ///< then it is killed with all it started
};

struct ChildOutcome
{
    ExitInfo exit; ///< SpawnFailed with its reason, when it never ran
    bool timedOut = false;
    QByteArray output; ///< stdout and stderr: the last 4 KiB
    std::chrono::microseconds duration{0};
};

/// Runs a program as our own child and answers when it has ended; what it left running in its session is killed then.
/// When `context` is destroyed first, it is killed with all it started and the future is cancelled.
QFuture<ChildOutcome> runChildProgram(const ChildOrder &order, QObject *context);

} // namespace foghorn
