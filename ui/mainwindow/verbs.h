#pragma once

#include "ui/models/operationstep.h"
#include "ui/models/servicerow.h"

#include <QList>
#include <QString>

namespace foghorn {

/// What a person can ask of services.
enum class Verb { Start, Stop, Restart, Check, ForceStop, ResetFailed };
inline constexpr std::size_t VerbCount = 6;

/// What a person can ask of the whole fleet.
enum class FleetVerb { StartAll, StopAll, RestartAll, CheckAll };

/// Whether it is one of the verbs that want a service down.
constexpr bool wantsDown(Verb verb) { return verb == Verb::Stop || verb == Verb::ForceStop; }
/// Whether the verb can be used on one service now: empty, or why not ("onion is already running").
QString whyNot(Verb verb, const ServiceRow &row);
/// The same for a selection: it can be used when it can for one of them.
QString whyNot(Verb verb, const QList<ServiceRow> &rows);
/// Who is meant by a verb on the fleet, now.
QList<ServiceId> membersOf(FleetVerb verb, const ServiceRegistry &registry);
/// Whether that is anybody; quicker.
bool hasMembers(FleetVerb verb, const ServiceRegistry &registry);
/// Why a verb on the fleet cannot be used when it is about nobody.
QString whyNobody(FleetVerb verb);
/// "Starting onion…", "Stopping 3 services…"; `more`: so many others with them.
QString progressOf(Verb verb, const QList<ServiceId> &services, qsizetype more = 0);
QString progressOf(FleetVerb verb);
/// "onion is running", "3 services have stopped"
QString doneOf(Verb verb, const QList<ServiceId> &services);
QString doneOf(FleetVerb verb);
/// Not for Check and ResetFailed.
OperationKind kindOf(Verb verb);
OperationKind kindOf(FleetVerb verb);

} // namespace foghorn
