#pragma once

#include "ui/dialogs/consequencedialog.h"
#include "ui/dialogs/stopplan.h"

#include <QCoreApplication>

namespace foghorn {

class EventLog;
class ServiceRegistry;

/// Words for what an action will do to whom: for the question before it, and for the status line while somebody only
/// thinks of it.
class Consequences
{
    Q_DECLARE_TR_FUNCTIONS(foghorn::Consequences)
public:
    /// Actions on all that should or need not be up.
    enum class All { Start, Stop, Restart };
    /// What a restart does with the services that require what is restarted.
    enum class Dependents { StayUp, RestartToo };

    using Content = ConsequenceDialog::Content;
    static Content ofStop(const ServiceRegistry &registry, const EventLog &events, const StopPlan &plan);
    static Content ofRestart(
        const ServiceRegistry &registry, const EventLog &events, const StopPlan &plan, Dependents dependents);
    /// `plan`'s services are killed; what needs them is stopped as usual before.
    static Content ofForceStop(const ServiceRegistry &registry, const EventLog &events, const StopPlan &plan);
    /// Of these, layer by layer.
    static Content ofAll(
        All all, const ServiceRegistry &registry, const EventLog &events, const QList<ServiceId> &services);
    /// `count` services may be alive.
    static Content ofQuit(const ServiceRegistry &registry, int count);

    /// "stops 2 more: a and b; c goes on degraded"; empty: nobody else is hit.
    static QString hintOfStop(const StopPlan &plan);
    static QString hintOfRestart(const StopPlan &plan, Dependents dependents);
    /// "starts 2 more: a and b"
    static QString hintOfStart(const QList<ServiceId> &needed);

    /// Where the answer "do not ask again" to this question is kept; empty: it is always asked.
    static QString settingsKey(const StopPlan &plan, bool isRestart);
    /// What such a key is about, for a list of all of them: "Stop services that nobody needs"; empty: not known.
    static QString describeKey(const QString &key);
};

} // namespace foghorn
