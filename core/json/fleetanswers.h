#pragma once

#include "core/commands/commands.h"

#include <QByteArray>
#include <QJsonObject>

namespace foghorn {

/// POST /reload: what was done, or with `planOnly` would be.
QByteArray reloadAnswer(const ReloadOutcome &outcome, bool planOnly);
/// The inverse for one that was done.
ReloadOutcome reloadFromJson(const QJsonObject &object);
/// success: true and a message.
QByteArray messageAnswer(const QString &message);

} // namespace foghorn
