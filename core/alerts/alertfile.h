#pragma once

#include "core/alerts/alertstate.h"

#include <QFutureWatcher>
#include <QObject>
#include <QThreadPool>

namespace foghorn {

/// Keeps the alerts in `<state dir>/alerts.json`. Written whole and atomically, in a worker; only the newest state is,
/// when several come while one is being written.
class AlertFile final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AlertFile)
public:
    explicit AlertFile(QString path, QObject *parent = nullptr);
    /// Writes what is waiting first.
    ~AlertFile() override;

    /// Blocks, so only before the event loop runs. A file that cannot be read is set aside and said so in notice():
    /// never a reason not to start.
    SavedAlerts load(WallTime now);
    QString notice() const { return m_notice; }
    void save(const SavedAlerts &saved);

Q_SIGNALS:
    /// It cannot be written; once until it can again.
    void writeFailed(const QString &reason);

private:
    void begin();
    void onWritten();
    void setAside(const QString &why, WallTime now);

    const QString m_path;
    QString m_notice;
    QThreadPool m_worker;
    QFutureWatcher<QString> m_writing; ///< why it failed; empty: it did not
    std::optional<SavedAlerts> m_waiting;
    bool m_isFailing = false;
};

} // namespace foghorn
