#pragma once

#include "core/alerts/alertstate.h"

#include <QFutureWatcher>
#include <QObject>
#include <QThreadPool>

namespace foghorn {

/// Keeps the alerts in `<state dir>/alerts.json`. Written whole and atomically, in a worker; only the newest state is,
/// when several come while one is being written.
///
/// Never larger than what load() reads: of what would be, first the outbox goes, then resolved alerts, the oldest
/// first.
class AlertFile final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AlertFile)
public:
    static constexpr qint64 usualMostBytes = 64 * 1024 * 1024;

    /// `mostBytes`: of the file, read or written.
    explicit AlertFile(QString path, QObject *parent = nullptr, qint64 mostBytes = usualMostBytes);
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
    /// It was too large to be written as it is; once until it no longer is.
    void shortened(const QString &notice);

private:
    struct Outcome
    {
        QString failure; ///< why it could not be written; empty: it was
        bool isShortened = false;
    };
    static Outcome write(const QString &path, qint64 mostBytes, SavedAlerts saved);
    void begin();
    void onWritten();
    void setAside(const QString &why, WallTime now);

    const QString m_path;
    const qint64 m_mostBytes;
    QString m_notice;
    QThreadPool m_worker;
    QFutureWatcher<Outcome> m_writing;
    std::optional<SavedAlerts> m_waiting;
    bool m_isFailing = false;
    bool m_isShortened = false;
};

} // namespace foghorn
