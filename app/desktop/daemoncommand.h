#pragma once

#include "core/base/result.h"

#include <QProcessEnvironment>
#include <QStringList>

#include <optional>

namespace foghorn {

/// How a daemon on this computer was started, read while it runs, so that it can be started again the same way. Not of
/// one that a service manager started: bringing that back is the manager's.
struct DaemonCommand
{
    QString program;
    QStringList arguments;
    QString directory; ///< relative names of fleet files are meant from there
    QProcessEnvironment environment;

    /// Of the one that holds that state directory; nothing when it cannot be known.
    static std::optional<DaemonCommand> of(const QString &stateDirectory);
    /// Starts it; it lives on without us. The error is one sentence.
    Result<void> run() const;
};

} // namespace foghorn
