#include "ui/tray/notifier.h"

#include "ui/models/alertwords.h"
#include "ui/style/isolated.h"
#include "ui/style/wording.h"

#include <QSet>

#include <algorithm>

namespace foghorn {

namespace {

/// How long it must have gone on; nothing: it is never told.
std::optional<std::chrono::milliseconds> patienceWith(AlertRule rule)
{
    using namespace std::chrono_literals;
    switch (rule) {
    case AlertRule::Failed:
    case AlertRule::RestartLimit:
    case AlertRule::DiskFull:
        return 0ms;
    case AlertRule::Unhealthy:
    case AlertRule::HeartbeatLost:
    case AlertRule::Down:
        return Notifier::UnhealthyFor;
    case AlertRule::Slow:
    case AlertRule::Flapping:
    case AlertRule::Degraded:
        break;
    }
    return std::nullopt;
}

constexpr qsizetype MostWords = 240; ///< characters; nobody reads more in a corner of the screen

bool hasFailed(AlertRule rule) { return rule == AlertRule::Failed || rule == AlertRule::RestartLimit; }

} // namespace

std::optional<Notifier::Due> Notifier::dueOf(const Alert &alert, WallTime now) const
{
    const Stage stage = m_stages.value(alert.id, Stage::Fresh);
    if (!alert.isFiring()) {
        const bool wasTold = stage == Stage::Known && !alert.foldedInto;
        return wasTold ? std::optional(Due{&alert, Stage::Over}) : std::nullopt;
    }
    const auto patience = patienceWith(alert.rule);
    const auto lasted = std::max(now - alert.since, WallTime::duration::zero()); // the clock may have been put back
    const bool isDue = stage == Stage::Fresh && patience && lasted >= *patience && !alert.isSilenced()
        && alert.acknowledgedBy.isEmpty();
    return isDue ? std::optional(Due{&alert, Stage::Known}) : std::nullopt;
}

bool Notifier::mayTell(const Alert &alert, WallTime now) const
{
    const auto told = m_toldAt.constFind(alert.service);
    // A clock that was put back must not silence it for good.
    return told == m_toldAt.cend() || now - *told >= OncePer || now < *told;
}

/// Troubles before ends, so that a cause that is back is not called well.
QList<Notifier::Due> Notifier::allDue(const std::map<qint64, Alert> &alerts, WallTime now)
{
    QList<Due> due;
    QList<Due> ends;
    QSet<ServiceId> ill;
    for (const auto &[id, alert] : alerts) {
        if (alert.isFiring())
            ill.insert(alert.service);
        else if (!m_hasLooked)
            m_stages.insert(id, Stage::Over); // from before our time
        if (const std::optional<Due> each = dueOf(alert, now))
            (alert.isFiring() ? due : ends).append(*each);
    }
    for (const Due &end : std::as_const(ends)) {
        if (ill.contains(end.alert->service))
            m_stages.insert(end.alert->id, Stage::Over);
        else
            due.append(end);
    }
    return due;
}

QList<Notification> Notifier::look(const std::map<qint64, Alert> &alerts, WallTime now, bool isLookedAt)
{
    const QList<Due> due = allDue(alerts, now);
    m_hasLooked = true;
    const bool isSilent = isLookedAt || isPaused(now);
    QList<Due> told;
    for (const Due &each : due) {
        if (!isSilent && !mayTell(*each.alert, now))
            continue; // its time comes
        m_stages.insert(each.alert->id, each.next);
        if (isSilent)
            continue;
        m_toldAt.insert(each.alert->service, now);
        told.append(each);
    }
    forgetOld(alerts, now);
    if (told.size() > MostAtOnce)
        return {several(told)};
    QList<Notification> notifications;
    for (const Due &each : std::as_const(told))
        notifications.append(words(*each.alert));
    return notifications;
}

void Notifier::forgetOld(const std::map<qint64, Alert> &alerts, WallTime now)
{
    m_stages.removeIf([&alerts](const auto &stage) { return !alerts.contains(stage.key()); });
    m_toldAt.removeIf([now](const auto &told) { return now - told.value() >= OncePer; });
}

QString Notifier::withPlace(const QString &text) const
{
    //: %1 is a sentence, %2 the name of a connection
    return m_place.isEmpty() ? text : tr("%1\nOn %2").arg(text, isolated(m_place));
}

Notification Notifier::words(const Alert &alert) const
{
    Notification made;
    made.alert = alert.id;
    made.service = alert.service;
    const QString name = alert.service.isEmpty() ? tr("This machine") : isolated(alert.service);
    QString text = alertWords(alert);
    if (text.size() > MostWords)
        text = text.left(MostWords) + u'…';
    if (!alert.isFiring()) {
        made.kind = Notification::Kind::Solved;
        made.title = tr("%1 is well again").arg(name);
        text = alert.duration ? tr("After %1.").arg(Wording::age(*alert.duration)) : QString();
    } else if (hasFailed(alert.rule)) {
        made.kind = Notification::Kind::Failed;
        made.title = tr("%1 has failed").arg(name);
    } else if (alert.rule == AlertRule::DiskFull) {
        made.kind = Notification::Kind::Failed;
        made.title = tr("The disk is full");
    } else {
        made.kind = Notification::Kind::Unhealthy;
        made.title = alert.rule == AlertRule::Unhealthy ? tr("%1 is unhealthy").arg(name) : tr("%1 is down").arg(name);
    }
    if (alert.isFiring() && !alert.affected.isEmpty())
        //: %1 is a sentence, %2 a list of services
        text = tr("%1 Affected: %2.").arg(text, Wording::services(alert.affected));
    made.text = withPlace(text);
    return made;
}

Notification Notifier::several(const QList<Due> &due) const
{
    Notification made;
    made.kind = Notification::Kind::Solved;
    QList<QString> bad;
    QList<QString> good;
    for (const Due &each : due) {
        const QString name = each.alert->service.isEmpty() ? tr("This machine") : isolated(each.alert->service);
        (each.alert->isFiring() ? bad : good).append(name);
    }
    if (bad.isEmpty()) {
        made.title = tr("%Ln services are well again", nullptr, static_cast<int>(good.size()));
        made.text = withPlace(Wording::list(good));
        return made;
    }
    made.kind = Notification::Kind::Several;
    made.title = tr("%Ln services need attention", nullptr, static_cast<int>(bad.size()));
    made.text = withPlace(Wording::list(bad));
    return made;
}

std::optional<Notification> Notifier::operationEnded(
    const QString &sentence, std::chrono::milliseconds took, WallTime now, bool isLookedAt) const
{
    if (isLookedAt || isPaused(now) || took < LongOperation)
        return std::nullopt;
    Notification made;
    made.kind = Notification::Kind::OperationEnded;
    made.title = sentence;
    made.text = withPlace(tr("After %1.").arg(Wording::age(took)));
    return made;
}

} // namespace foghorn
