#pragma once

#include "core/commands/commands.h"

#include <QByteArray>

namespace foghorn {

/// POST /reload: what was done, or with `planOnly` would be.
QByteArray reloadAnswer(const ReloadOutcome &outcome, bool planOnly);
/// success: true and a message.
QByteArray messageAnswer(const QString &message);

} // namespace foghorn
