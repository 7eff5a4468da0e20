#pragma once

#include "core/keeper/spawnstep.h"
#include "core/model/exitinfo.h"

#include <QString>

namespace foghorn {

/// A start that failed, in words: "program not found: foo". `program`: argv[0].
ExitInfo launchFailure(const keeper::SpawnFailure &failure, const QString &program);
/// Whether trying again cannot help before somebody changes something.
bool isPermanent(const keeper::SpawnFailure &failure);
/// How a process ended, from the status that waitpid() fills.
ExitInfo exitInfoFromStatus(int status);

} // namespace foghorn
