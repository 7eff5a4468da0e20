#pragma once

#include "ui/models/servicerow.h"

#include <QList>
#include <QString>

namespace foghorn {

/// What a person can ask of services.
enum class Verb { Start, Stop, Restart, Check };

/// Whether the verb can be used on one service now: empty, or why not ("onion is already running").
QString whyNot(Verb verb, const ServiceRow &row);
/// The same for a selection: it can be used when it can for one of them.
QString whyNot(Verb verb, const QList<ServiceRow> &rows);
/// "Start", "Stop", …
QString verbWord(Verb verb);
/// "Starting onion…", "Stopping 3 services…"
QString progressOf(Verb verb, const QList<ServiceId> &services);

} // namespace foghorn
