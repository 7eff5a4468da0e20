#pragma once

#include "core/model/alert.h"

#include <QMap>
#include <QObject>

#include <map>

namespace foghorn {

/// Which alerts there are: all that fire and the last resolved ones. Read by the API and the window; written by one:
/// the AlertDesk, or a client that watches another orchestrator.
class AlertBoard final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AlertBoard)
public:
    static constexpr int mostResolved = 200;

    explicit AlertBoard(QObject *parent = nullptr);
    ~AlertBoard() override;

    /// Adds the alert or takes the place of the one with its id. The oldest resolved ones are forgotten.
    void put(const Alert &alert);
    /// Which services are worked on, and until when.
    void setMaintenance(const QMap<ServiceId, WallTime> &maintenance);

    const Alert *find(qint64 id) const;
    /// By id, the oldest first.
    const std::map<qint64, Alert> &alerts() const { return m_alerts; }
    const QMap<ServiceId, WallTime> &maintenance() const { return m_maintenance; }
    int firingCount() const { return m_firing; }
    /// Rises with each change of anything here.
    quint64 revision() const { return m_revision; }

Q_SIGNALS:
    /// A new one or a changed one.
    void alertChanged(const foghorn::Alert &alert);
    void maintenanceChanged();

private:
    void forgetOldest();

    std::map<qint64, Alert> m_alerts;
    QMap<ServiceId, WallTime> m_maintenance;
    int m_firing = 0;
    quint64 m_revision = 1;
};

} // namespace foghorn
