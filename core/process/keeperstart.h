#pragma once

#include "core/base/result.h"

#include <QString>

namespace foghorn {

/// Starts the keeper program for a state directory, in a session of its own. It is our child as long as we live, and is
/// not touched by whatever ends us. Answers its pid.
Result<qint64> startKeeper(const QString &program, const QString &stateDirectory);

} // namespace foghorn
