#include "core/alerts/openalerts.h"

#include <algorithm>

namespace foghorn {
namespace {

using std::chrono::duration_cast;

/// When it was on the wall clock.
WallTime shownTime(MonoTime time, Now now) { return now.wall - duration_cast<milliseconds>(now.mono - time); }

/// How much is left until `time`; never more than was ever asked for, should the clock have been set back.
milliseconds leftUntil(WallTime time, Now now)
{
    constexpr milliseconds most = std::chrono::hours(24 * 30);
    return std::clamp(time - now.wall, milliseconds(0), most);
}

} // namespace

qint64 OpenAlerts::raise(const Finding &finding, const ServiceId &service, MonoTime since, Now now)
{
    Open open;
    open.alert.id = ++m_lastId;
    open.alert.rule = finding.rule;
    open.alert.severity = severityOf(finding.rule);
    open.alert.service = service;
    open.alert.message = finding.message;
    open.alert.since = shownTime(since, now);
    open.since = since;
    note(AlertChange::What::Raised, m_open.insert_or_assign(m_lastId, open).first->second);
    return m_lastId;
}

void OpenAlerts::take(qint64 id, const Finding &finding)
{
    Open &open = m_open.at(id);
    // "all restarts are used up" is not true any more once they count from 0 again: nothing worse has happened by that
    const bool wasReset = open.alert.rule == AlertRule::RestartLimit && finding.rule == AlertRule::Failed;
    if (finding.rule <= open.alert.rule && !wasReset)
        return;
    const AlertSeverity before = open.alert.severity;
    open.alert.rule = finding.rule;
    open.alert.severity = severityOf(finding.rule);
    open.alert.message = finding.message;
    if (open.alert.severity != before) { // what was seen was less than this
        open.alert.acknowledgedBy.clear();
        open.alert.acknowledgedAt.reset();
    }
    note(wasReset ? AlertChange::What::Changed : AlertChange::What::Escalated, open);
}

void OpenAlerts::noteReturn(qint64 id)
{
    Open &open = m_open.at(id);
    ++open.alert.count;
    note(AlertChange::What::Changed, open);
}

void OpenAlerts::setAffected(qint64 id, const QList<ServiceId> &affected)
{
    Open &open = m_open.at(id);
    if (open.alert.affected == affected)
        return;
    open.alert.affected = affected;
    note(AlertChange::What::Changed, open);
}

void OpenAlerts::resolve(qint64 id, Now now, std::optional<qint64> foldedInto)
{
    Open open = m_open.at(id);
    m_open.erase(id);
    open.alert.resolvedAt = now.wall;
    open.alert.duration = duration_cast<milliseconds>(now.mono - open.since);
    open.alert.foldedInto = foldedInto;
    note(AlertChange::What::Resolved, open);
}

void OpenAlerts::endSilences(Now now)
{
    for (auto &[id, open] : m_open) {
        if (open.mutedUntil && *open.mutedUntil <= now.mono)
            mute(id, milliseconds(0), now);
    }
    const QList<ServiceId> services = m_maintenance.keys();
    for (const ServiceId &service : services) {
        if (m_maintenance.value(service).until <= now.mono)
            maintain(service, milliseconds(0), now);
    }
}

void OpenAlerts::acknowledge(qint64 id, const QString &who, WallTime at)
{
    Open &open = m_open.at(id);
    open.alert.acknowledgedBy = who;
    open.alert.acknowledgedAt = who.isEmpty() ? std::nullopt : std::optional(at);
    note(AlertChange::What::Changed, open);
}

void OpenAlerts::mute(qint64 id, milliseconds time, Now now)
{
    Open &open = m_open.at(id);
    const bool wasSilenced = open.alert.isSilenced();
    if (time > milliseconds(0)) {
        open.mutedUntil = now.mono + time;
        open.alert.mutedUntil = now.wall + time;
    } else {
        open.mutedUntil.reset();
        open.alert.mutedUntil.reset();
    }
    note(wasSilenced && !open.alert.isSilenced() ? AlertChange::What::Reminded : AlertChange::What::Changed, open);
}

void OpenAlerts::maintain(const ServiceId &service, milliseconds time, Now now)
{
    if (time > milliseconds(0))
        m_maintenance.insert(service, {now.mono + time, now.wall + time});
    else
        m_maintenance.remove(service);
    setMaintenanceOf(service, m_maintenance.contains(service));
}

/// What only changes an alert goes along with the greater news of it.
void OpenAlerts::note(AlertChange::What what, const Open &open)
{
    if (what == AlertChange::What::Changed) {
        for (AlertChange &earlier : m_changes) {
            if (earlier.alert.id != open.alert.id)
                continue;
            earlier.alert = open.alert;
            return;
        }
    }
    m_changes.append({what, open.alert});
}

void OpenAlerts::setMaintenanceOf(const ServiceId &service, bool isOn)
{
    const std::optional<qint64> id = idOf(service);
    if (!id)
        return;
    Open &open = m_open.at(*id);
    if (std::exchange(open.alert.inMaintenance, isOn) == isOn)
        return;
    note(open.alert.isSilenced() ? AlertChange::What::Changed : AlertChange::What::Reminded, open);
}

QMap<ServiceId, WallTime> OpenAlerts::maintenance() const
{
    QMap<ServiceId, WallTime> shown;
    for (auto period = m_maintenance.cbegin(); period != m_maintenance.cend(); ++period)
        shown.insert(period.key(), period->shown);
    return shown;
}

const Alert *OpenAlerts::find(qint64 id) const
{
    const auto found = m_open.find(id);
    return found == m_open.end() ? nullptr : &found->second.alert;
}

std::optional<qint64> OpenAlerts::idOf(const ServiceId &service) const
{
    for (const auto &[id, open] : m_open) {
        if (open.alert.service == service)
            return id;
    }
    return std::nullopt;
}

QList<Alert> OpenAlerts::all() const
{
    QList<Alert> alerts;
    for (const auto &[id, open] : m_open)
        alerts.append(open.alert);
    return alerts;
}

bool OpenAlerts::hasSilences() const
{
    return !m_maintenance.isEmpty() || std::any_of(m_open.begin(), m_open.end(), [](const auto &entry) {
        return entry.second.mutedUntil.has_value();
    });
}

void OpenAlerts::restore(const QList<Alert> &open, const QMap<ServiceId, WallTime> &maintenance, qint64 lastId, Now now)
{
    m_lastId = std::max(m_lastId, lastId);
    for (const Alert &alert : open) {
        Open kept{alert, now.mono - std::max(milliseconds(0), now.wall - alert.since), {}, now.mono};
        if (alert.mutedUntil)
            kept.mutedUntil = now.mono + leftUntil(*alert.mutedUntil, now);
        m_lastId = std::max(m_lastId, alert.id);
        m_open.insert_or_assign(alert.id, kept);
    }
    for (auto period = maintenance.cbegin(); period != maintenance.cend(); ++period)
        m_maintenance.insert(period.key(), {now.mono + leftUntil(*period, now), *period});
}

} // namespace foghorn
