#pragma once

#include "core/base/result.h"
#include "core/client/apianswer.h"
#include "core/commands/commands.h"

namespace foghorn {

/// What became of a command, from the answer to it: the inverse of what the API makes of an outcome.
CommandOutcome outcomeOf(const Result<ApiAnswer> &answer);
/// The same for a reload.
ReloadOutcome reloadOutcomeOf(const Result<ApiAnswer> &answer);
/// Why a question has no good answer.
QString whyNotAnswered(const Result<ApiAnswer> &answer);

} // namespace foghorn
