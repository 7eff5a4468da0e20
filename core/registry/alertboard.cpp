#include "core/registry/alertboard.h"

#include <algorithm>

namespace foghorn {

AlertBoard::AlertBoard(QObject *parent)
    : QObject(parent)
{
}
AlertBoard::~AlertBoard() = default;

void AlertBoard::put(const Alert &alert)
{
    const Alert kept = alert; // the caller's may be our own
    const auto known = m_alerts.find(kept.id);
    if (known != m_alerts.end() && known->second == kept)
        return;
    m_firing += kept.isFiring() ? 1 : 0;
    if (known != m_alerts.end())
        m_firing -= known->second.isFiring() ? 1 : 0;
    m_alerts.insert_or_assign(kept.id, kept);
    forgetOldest();
    ++m_revision;
    Q_EMIT alertChanged(kept);
}

void AlertBoard::setMaintenance(const QMap<ServiceId, WallTime> &maintenance)
{
    if (m_maintenance == maintenance)
        return;
    m_maintenance = maintenance;
    ++m_revision;
    Q_EMIT maintenanceChanged();
}

const Alert *AlertBoard::find(qint64 id) const
{
    const auto found = m_alerts.find(id);
    return found == m_alerts.end() ? nullptr : &found->second;
}

void AlertBoard::forgetOldest()
{
    while (static_cast<int>(m_alerts.size()) - m_firing > mostResolved) {
        const auto oldest =
            std::find_if(m_alerts.begin(), m_alerts.end(), [](const auto &entry) { return !entry.second.isFiring(); });
        m_alerts.erase(oldest);
    }
}

} // namespace foghorn
