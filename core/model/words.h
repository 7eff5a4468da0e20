#pragma once

#include "core/model/event.h"
#include "core/model/runstate.h"
#include "core/model/servicespec.h"

#include <QLatin1String>

#include <optional>

namespace foghorn {

// The stable words of the API, the events and the store.
QLatin1String toWord(RunState state); ///< inside: "running", "backoff", …
QLatin1String toStatusWord(RunState state); ///< outside: stopped, starting, running, stopping, failed
QLatin1String toWord(Health health); ///< "healthy", …
QLatin1String toWord(Cause cause); ///< "RestartLimit", …: as the enum spells it
QLatin1String toWord(EventKind kind); ///< "state", "health", "command", "reload", "fleet", "registry", "alert"
QLatin1String toWord(DependencyCondition condition); ///< "healthy", "started", "completed", "default"

std::optional<RunState> runStateFromWord(QStringView word);
std::optional<Health> healthFromWord(QStringView word);
std::optional<Cause> causeFromWord(QStringView word);
std::optional<EventKind> eventKindFromWord(QStringView word);

/// "SIGTERM" for 15; "signal 99" for one without a name.
QString signalName(int number);
/// 15 for "TERM", "SIGTERM" or "15"; nothing when there is no such signal.
std::optional<int> signalNumber(QStringView name);

} // namespace foghorn
