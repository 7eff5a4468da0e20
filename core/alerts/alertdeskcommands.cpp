// What people do about alerts, and what the journal says of them.
#include "core/alerts/alertdesk.h"

#include "core/base/units.h"
#include "core/registry/eventlog.h"
#include "core/registry/serviceregistry.h"

#include <QPromise>

namespace foghorn {
namespace {

QFuture<CommandOutcome> answer(Verdict verdict, const QString &message)
{
    QPromise<CommandOutcome> promise;
    promise.start();
    promise.addResult(CommandOutcome{verdict, message});
    promise.finish();
    return promise.future();
}

QString who(const Actor &actor) { return QStringList{actor.role, actor.origin, actor.program}.join(u' ').simplified(); }

std::optional<CommandOutcome> whyNotSoLong(std::chrono::minutes time)
{
    if (time >= std::chrono::minutes(0) && time <= AlertCommands::longestSilence)
        return std::nullopt;
    return CommandOutcome{Verdict::Invalid,
        QStringLiteral("The time must be 0 to %1 minutes (30 days).").arg(AlertCommands::longestSilence.count())};
}

/// The journal's word; empty: it says nothing of that.
QString wordOf(AlertChange::What what)
{
    switch (what) {
    case AlertChange::What::Raised:
        return QStringLiteral("raised");
    case AlertChange::What::Escalated:
        return QStringLiteral("escalated");
    case AlertChange::What::Resolved:
        return QStringLiteral("resolved");
    case AlertChange::What::Changed:
    case AlertChange::What::Reminded:
        break;
    }
    return {};
}

QString endingOf(const Alert &alert)
{
    if (alert.foldedInto)
        return QStringLiteral("alert %1 is part of alert %2: %3")
            .arg(alert.id)
            .arg(*alert.foldedInto)
            .arg(alert.message);
    const auto seconds = std::chrono::round<std::chrono::seconds>(alert.duration.value_or(milliseconds(0)));
    return QStringLiteral("alert %1 is over after %2: %3")
        .arg(QString::number(alert.id), formatDuration(seconds), alert.message);
}

} // namespace

void AlertDesk::note(const AlertChange &change)
{
    const QString word = wordOf(change.what);
    if (word.isEmpty())
        return;
    Event event;
    event.at = m_clock().wall;
    event.kind = EventKind::Alert;
    event.service = change.alert.service;
    event.to = word;
    event.cause = toWord(change.alert.rule);
    event.message = change.what == AlertChange::What::Resolved
        ? endingOf(change.alert)
        : QStringLiteral("alert %1: %2").arg(QString::number(change.alert.id), change.alert.message);
    m_events.append(std::move(event));
}

void AlertDesk::noteCommand(const ServiceId &service, const QString &message, const Actor &actor)
{
    Event event;
    event.at = m_clock().wall;
    event.kind = EventKind::Alert;
    event.service = service;
    event.actor = who(actor);
    event.message = message;
    m_events.append(std::move(event));
}

std::optional<CommandOutcome> AlertDesk::whyNot(qint64 alert) const
{
    if (m_engine.alerts().find(alert))
        return std::nullopt;
    if (m_board.find(alert))
        return CommandOutcome{
            Verdict::Conflict, QStringLiteral("Alert %1 is over already; there is nothing to do about it.").arg(alert)};
    return CommandOutcome{Verdict::NotFound,
        QStringLiteral("There is no alert %1; GET /api/orchestration/alerts lists them.").arg(alert)};
}

QFuture<CommandOutcome> AlertDesk::acknowledge(qint64 alert, bool acknowledged, const Actor &actor)
{
    if (const auto refusal = whyNot(alert))
        return answer(refusal->verdict, refusal->message);
    const QString message = acknowledged ? QStringLiteral("Alert %1 is acknowledged").arg(alert)
                                         : QStringLiteral("Alert %1 is no longer acknowledged").arg(alert);
    noteCommand(m_engine.alerts().find(alert)->service, message, actor);
    m_engine.alerts().acknowledge(alert, acknowledged ? who(actor) : QString(), m_clock().wall);
    look();
    return answer(Verdict::Done, message);
}

QFuture<CommandOutcome> AlertDesk::mute(qint64 alert, std::chrono::minutes time, const Actor &actor)
{
    auto refusal = whyNot(alert);
    if (!refusal)
        refusal = whyNotSoLong(time);
    if (refusal)
        return answer(refusal->verdict, refusal->message);
    const QString message = time.count() > 0
        ? QStringLiteral("Alert %1 is muted for %2").arg(QString::number(alert), formatDuration(time))
        : QStringLiteral("Alert %1 is no longer muted").arg(alert);
    noteCommand(m_engine.alerts().find(alert)->service, message, actor);
    m_engine.alerts().mute(alert, time, now());
    look();
    return answer(Verdict::Done, message);
}

QFuture<CommandOutcome> AlertDesk::maintain(const ServiceId &service, std::chrono::minutes time, const Actor &actor)
{
    if (!m_registry.find(service))
        return answer(Verdict::NotFound, QStringLiteral("There is no service `%1`.").arg(service));
    if (const auto refusal = whyNotSoLong(time))
        return answer(refusal->verdict, refusal->message);
    const QString message = time.count() > 0
        ? QStringLiteral("Service '%1' is in maintenance for %2").arg(service, formatDuration(time))
        : QStringLiteral("Service '%1' is no longer in maintenance").arg(service);
    noteCommand(service, message, actor);
    m_engine.alerts().maintain(service, time, now());
    look();
    return answer(Verdict::Done, message);
}

} // namespace foghorn
