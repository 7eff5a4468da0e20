#pragma once

#include "core/base/serviceid.h"
#include "core/model/servicespec.h"

#include <QHash>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <chrono>
#include <memory>

namespace foghorn {

/// Keeps the logs of all services within their bounds, in a thread of its own; one that was deleted under its service
/// is made again (OrphanedLog).
///
/// A log is looked at once a second, the one that fills quickly sooner: by the time it is full, down to 20 ms. Looking
/// costs some microseconds each; the interval grows with them, to at most a thousandth of a core.
class LogRotator final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogRotator)
public:
    struct Log
    {
        QString path; ///< absolute
        LogPolicy policy;
        bool operator==(const Log &) const = default;
    };

    explicit LogRotator(QObject *parent = nullptr);
    /// Waits for a rotation that is under way.
    ~LogRotator() override;

    /// All logs there are; looked at soon.
    void setLogs(const QHash<ServiceId, Log> &logs);
    /// Who writes a log; 0: nobody.
    void setLeader(const ServiceId &service, qint64 pid) { m_leaders.insert(service, pid); }

Q_SIGNALS:
    /// One sentence for the journal: a log could not be kept whole, or not in bounds. Once in a while for each service.
    void noticed(const foghorn::ServiceId &service, const QString &message);

private:
    class Worker;
    struct News;
    void look();
    void onLooked(const News &news);

    std::shared_ptr<Worker> m_worker; ///< used by one job at a time
    QHash<ServiceId, Log> m_logs;
    QHash<ServiceId, qint64> m_leaders;
    bool m_hasNewLogs = false;
    bool m_isLooking = false;
    QTimer m_timer;
    QThreadPool m_pool;
};

} // namespace foghorn
