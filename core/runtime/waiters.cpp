#include "core/runtime/waiters.h"

#include "core/model/restartlimit.h"
#include "core/model/words.h"

#include <algorithm>

namespace foghorn {
namespace {

bool isThere(Goal wanted, const ServiceStatus &status)
{
    if (wanted == Goal::Up)
        return status.state == RunState::Running || status.state == RunState::Finished;
    return status.state == RunState::Stopped || status.state == RunState::Finished || status.state == RunState::Failed;
}

QString goalWord(Goal goal) { return goal == Goal::Up ? QStringLiteral("up") : QStringLiteral("down"); }

GateView viewOf(const Service &service)
{
    return {&service.spec(), &service.status(), Health::Unknown, service.waitsInVain()};
}

} // namespace

QString hopelessness(const Fleet &fleet, int node)
{
    const ServiceStatus &status = fleet.at(node).status();
    if (status.state == RunState::Failed) {
        const QString reason = status.lastError.isEmpty() ? QStringLiteral("it has failed") : status.lastError;
        if (!isAtRestartLimit(status))
            return reason;
        return QStringLiteral("%1 (%2 of %3 restarts used)")
            .arg(reason)
            .arg(status.restartAttempts)
            .arg(status.maxAttempts);
    }
    if (status.state == RunState::Stopped && status.goal == Goal::Down)
        return QStringLiteral("it was stopped");
    if (status.state != RunState::Waiting)
        return {};
    for (const Blocker &blocker : status.blockers) {
        const auto target = fleet.nodeOf(blocker.service);
        if (!blocker.required || !target || !gates::isDeadEnd(viewOf(fleet.at(*target))))
            continue;
        const bool itselfWaits = fleet.at(*target).status().state == RunState::Waiting;
        return itselfWaits ? QStringLiteral("it needs %1, which cannot start").arg(blocker.service)
                           : QStringLiteral("it needs %1, which is %2")
                                 .arg(blocker.service, toStatusWord(fleet.at(*target).status().state));
    }
    return {};
}

QFuture<CommandOutcome> Waiters::add(Wait wait)
{
    Held &held = m_held.emplace_back();
    held.wait = std::move(wait);
    held.promise.start();
    QFuture<CommandOutcome> future = held.promise.future();
    if (held.wait.pending.empty()) {
        end(held, {Verdict::Done, held.wait.done});
        m_held.pop_back();
    }
    return future;
}

void Waiters::end(Held &held, const CommandOutcome &outcome)
{
    held.promise.addResult(outcome);
    held.promise.finish();
}

QString Waiters::failureOf(const Wait &wait, const ServiceId &service, const Fleet &fleet)
{
    const auto node = fleet.nodeOf(service);
    if (!node)
        return wait.wanted == Goal::Up ? QStringLiteral("'%1' was removed from the fleet file").arg(service)
                                       : QString();
    const QString why = wait.wanted == Goal::Up ? hopelessness(fleet, *node) : QString();
    return why.isEmpty() ? QString() : QStringLiteral("'%1' did not come up: %2").arg(service, why);
}

bool Waiters::advance(Held &held, const ServiceId &service, const Fleet &fleet, const IsHeldDown &isHeldDown)
{
    Wait &wait = held.wait;
    if (isHeldDown(service))
        return false;
    const auto node = fleet.nodeOf(service);
    const QString failure = failureOf(wait, service, fleet);
    if (!failure.isEmpty())
        held.failures.append(failure);
    if (!failure.isEmpty() || !node || isThere(wait.wanted, fleet.at(*node).status()))
        wait.pending.erase(service);
    if (!wait.pending.empty())
        return false;
    if (held.failures.isEmpty())
        end(held, {Verdict::Done, wait.done});
    else
        end(held,
            {Verdict::Failed,
                held.failures.join(QStringLiteral("; "))
                    + QStringLiteral(". See the log of the service for what it said last.")});
    return true;
}

void Waiters::review(const QList<ServiceId> &changed, const Fleet &fleet, const IsHeldDown &isHeldDown)
{
    for (auto held = m_held.begin(); held != m_held.end();) {
        bool ended = false;
        for (const ServiceId &service : changed) {
            if (!ended && held->wait.pending.contains(service))
                ended = advance(*held, service, fleet, isHeldDown);
        }
        held = ended ? m_held.erase(held) : std::next(held);
    }
}

void Waiters::overtake(const ServiceId &service, Goal wanted, const QString &who)
{
    for (auto held = m_held.begin(); held != m_held.end();) {
        if (held->wait.wanted == wanted || !held->wait.pending.contains(service)) {
            ++held;
            continue;
        }
        const QString message = QStringLiteral("The %1 was overtaken: %2 wants it %3. Ask again if you still want it.")
                                    .arg(held->wait.verb, who, goalWord(wanted));
        end(*held, {Verdict::Conflict, message});
        held = m_held.erase(held);
    }
}

void Waiters::endAll(const CommandOutcome &outcome)
{
    for (Held &held : m_held)
        end(held, outcome);
    m_held.clear();
}

QList<ServiceId> Waiters::awaited() const
{
    std::set<ServiceId> services;
    for (const Held &held : m_held)
        services.insert(held.wait.pending.begin(), held.wait.pending.end());
    return {services.begin(), services.end()};
}

bool Waiters::isAwaitedUp(const ServiceId &service) const
{
    return std::any_of(m_held.begin(), m_held.end(),
        [&service](const Held &held) { return held.wait.wanted == Goal::Up && held.wait.pending.contains(service); });
}

} // namespace foghorn
