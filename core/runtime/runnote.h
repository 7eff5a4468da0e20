#pragma once

#include "core/model/runstate.h"

#include <QByteArray>

#include <optional>

namespace foghorn {

/// What the keeper is told of a run that is being ended: what is to become of the service, and why. The keeper tells it
/// to the next orchestrator, should this one die before it has written it down.
struct RunNote
{
    Goal goal = Goal::Down;
    Cause cause = Cause::None;
    bool isForced = false; ///< Goal::Down: it is to be killed, not asked
    bool operator==(const RunNote &) const = default;
};

/// As ServiceKeeper::note() takes it: "down.Command", "down.Command.now" when forced.
QByteArray toText(const RunNote &note);
/// Nothing: there is none, or another release wrote it.
std::optional<RunNote> runNoteFromText(const QByteArray &text);

} // namespace foghorn
