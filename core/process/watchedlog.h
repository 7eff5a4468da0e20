#pragma once

#include "core/base/clock.h"
#include "core/process/orphanedlog.h"
#include "core/process/rotatedlog.h"

#include <optional>

namespace foghorn {

/// A log and how it grows. Belongs to LogRotator's worker; blocks.
class WatchedLog
{
public:
    WatchedLog(const QString &path, const LogPolicy &policy);

    const QString &path() const { return m_path; }
    void setPolicy(const LogPolicy &policy);
    /// When it should be looked at again.
    MonoTime due() const { return m_due; }
    /// Keeps it in bounds and at its place. `leader`: who writes it; 0: nobody. A sentence for the journal, seldom.
    QString look(qint64 leader);

private:
    QString keepInBounds(MonoTime now);
    QString followWriter(qint64 leader);
    std::chrono::milliseconds untilFull(qint64 size, double seconds) const;

    const QString m_path;
    LogPolicy m_policy;
    RotatedLog m_rotated;
    std::optional<OrphanedLog> m_orphan;
    qint64 m_leader = 0;
    quint64 m_inode = 0; ///< of the file with the log's name; 0: there was none
    qint64 m_size = 0; ///< when it was last looked at
    double m_budget; ///< bytes that may be copied
    MonoTime m_lookedAt; ///< last
    MonoTime m_due{};
    MonoTime m_noticedAt{};
};

} // namespace foghorn
