#pragma once

#include "core/alerts/rules.h"
#include "core/model/alert.h"
#include "core/model/alertspec.h"

#include <QMap>

#include <map>
#include <optional>

namespace foghorn {

/// Something that became of an alert.
struct AlertChange
{
    enum class What {
        Raised,
        Escalated, ///< a graver rule holds now
        Changed, ///< whom it affects, how often it came back, who has seen it: nobody is called for that
        Resolved,
        Reminded, ///< it fires still, and nobody is kept from hearing it any more
    };
    What what = What::Raised;
    Alert alert;
};

/// The alerts that fire, with all that people may say about them, and the services that are worked on. Intervals are
/// measured with the clock that never jumps; wall-clock times are for people. Pure: time comes in.
class OpenAlerts
{
public:
    qint64 raise(const Finding &finding, const ServiceId &service, MonoTime since, Now now);
    /// Takes a graver finding over; of a lesser one, or the same, nothing. But restarts that count from 0 again make a
    /// RestartLimit the Failed that it still is.
    void take(qint64 id, const Finding &finding);
    /// The trouble was gone and is back.
    void noteReturn(qint64 id);
    void setAffected(qint64 id, const QList<ServiceId> &affected);
    void resolve(qint64 id, Now now, std::optional<qint64> foldedInto = {});
    /// Mutes and maintenance whose time is over end.
    void endSilences(Now now);

    void acknowledge(qint64 id, const QString &who, WallTime at); ///< an empty `who` takes it back
    void mute(qint64 id, std::chrono::milliseconds time, Now now); ///< 0 ends it
    void maintain(const ServiceId &service, std::chrono::milliseconds time, Now now); ///< 0 ends it
    bool isInMaintenance(const ServiceId &service) const { return m_maintenance.contains(service); }
    QMap<ServiceId, WallTime> maintenance() const;

    const Alert *find(qint64 id) const;
    MonoTime sinceOf(qint64 id) const { return m_open.at(id).since; }
    /// When it was taken over from an earlier orchestrator; nothing when it was not.
    std::optional<MonoTime> restoredAt(qint64 id) const { return m_open.at(id).restoredAt; }
    /// Nothing when no alert of that service is open; an empty name is the machine's.
    std::optional<qint64> idOf(const ServiceId &service) const;
    QList<Alert> all() const;
    /// Whether endSilences() will have something to do one day.
    bool hasSilences() const;
    qint64 lastId() const { return m_lastId; }

    /// What an earlier orchestrator had open.
    void restore(const QList<Alert> &open, const QMap<ServiceId, WallTime> &maintenance, qint64 lastId, Now now);
    QList<AlertChange> takeChanges() { return std::exchange(m_changes, {}); }

private:
    struct Open
    {
        Alert alert;
        MonoTime since{};
        std::optional<MonoTime> mutedUntil;
        std::optional<MonoTime> restoredAt;
    };
    struct Period
    {
        MonoTime until{};
        WallTime shown{};
    };
    void note(AlertChange::What what, const Open &open);
    void setMaintenanceOf(const ServiceId &service, bool isOn);

    std::map<qint64, Open> m_open;
    QMap<ServiceId, Period> m_maintenance;
    QList<AlertChange> m_changes;
    qint64 m_lastId = 0;
};

} // namespace foghorn
