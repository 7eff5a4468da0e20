#pragma once

#include "ui/models/fleetsummary.h"

#include "core/base/clock.h"

#include <QObject>
#include <QTimer>

#include <optional>

class QMainWindow;

namespace foghorn {

class ConnectionBoard;
class ServiceTableModel;
class SummaryBar;
class UserSettings;

/// Keeps a daemon's counts from one window to the next: they stand in the first frame, pale and with their time, until
/// the daemon has answered. Written some seconds after a change and in the end.
class LastCounts final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LastCounts)
public:
    struct Parts
    {
        QMainWindow &window; ///< the parent
        SummaryBar &bar;
        const ServiceTableModel &model;
        const ConnectionBoard &board;
    };
    /// `key`: of the settings, the daemon's own. Both must outlive it.
    LastCounts(const Parts &parts, UserSettings &settings, const QString &key);
    ~LastCounts() override;

private:
    void restore();
    void note();
    void keep();

    const Parts m_parts;
    UserSettings &m_settings;
    const QString m_key;
    std::optional<FleetSummary> m_counts; ///< as last known; nothing: the daemon has not answered yet
    WallTime m_at{}; ///< when they were known
    QTimer m_soon;
};

} // namespace foghorn
