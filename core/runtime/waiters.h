#pragma once

#include "core/commands/commands.h"
#include "core/runtime/fleet.h"

#include <QFuture>
#include <QPromise>

#include <functional>
#include <list>
#include <set>

namespace foghorn {

/// People who asked for something and wait until it is so, has failed, or was overtaken by a later wish.
class Waiters
{
public:
    using IsHeldDown = std::function<bool(const ServiceId &)>;

    struct Wait
    {
        Goal wanted = Goal::Up;
        std::set<ServiceId> pending; ///< those that are not yet there
        QString done; ///< what to say when all are there
        QString verb; ///< "restart", for messages
        ServiceId service; ///< empty: the fleet
    };

    /// The outcome once it is known. Looks at `pending` for the first time at the next review.
    QFuture<CommandOutcome> add(Wait wait);
    /// Looks at the waits that concern `changed`. `isHeldDown`: a service that goes down only to come up again.
    void review(const QList<ServiceId> &changed, const Fleet &fleet, const IsHeldDown &isHeldDown);
    /// Somebody wanted `service` otherwise: those who wait for the opposite hear who.
    void overtake(const ServiceId &service, Goal wanted, const QString &who);
    /// Every wait ends with this outcome.
    void endAll(const CommandOutcome &outcome);
    /// Everything that is waited for.
    QList<ServiceId> awaited() const;
    /// Whether somebody waits for `service` to be restarted or started.
    bool isAwaitedUp(const ServiceId &service) const;

private:
    struct Held
    {
        Wait wait;
        QPromise<CommandOutcome> promise;
        QList<QString> failures;
    };
    static void end(Held &held, const CommandOutcome &outcome);
    /// True when it has ended.
    static bool advance(Held &held, const ServiceId &service, const Fleet &fleet, const IsHeldDown &isHeldDown);
    static QString failureOf(const Wait &wait, const ServiceId &service, const Fleet &fleet);

    std::list<Held> m_held;
};

/// Why a service is not up and will not come up without help; empty when it is or may.
QString hopelessness(const Fleet &fleet, int node);

} // namespace foghorn
