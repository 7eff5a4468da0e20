#pragma once

#include "core/model/servicespec.h"

#include <QByteArray>
#include <QString>

namespace foghorn {

/// One service's log and its older parts, `<log>.1` (the newest) to `<log>.<keep>`, kept within their bounds while the
/// service goes on writing: it has the log open and knows nothing of this.
///
/// On ext4 and XFS no line is lost or doubled: whole blocks are copied away and then cut out of the beginning of the
/// file (FALLOC_FL_COLLAPSE_RANGE), which the kernel does between two writes of the service. The cut is made where a
/// block and a line end together, or the part of the line that has gone is overwritten with blanks. Elsewhere (tmpfs,
/// btrfs, NFS) the log is copied and emptied: what is written in the microseconds between is lost.
///
/// A service that writes faster than its log can be copied away loses the oldest lines, and its log says so.
/// Blocks: for a worker thread.
class RotatedLog final
{
public:
    struct Outcome
    {
        qint64 size = 0; ///< of the log now
        qint64 dropped = 0; ///< bytes that went without having been in a part
        QString fault; ///< why it could not be kept in bounds: one sentence
    };

    RotatedLog(const QString &path, const LogPolicy &policy);

    void setPolicy(const LogPolicy &policy);
    /// Rotates for as long as the log is too long. What is copied is taken from `budget` (bytes); without any left it
    /// is dropped.
    Outcome keepInBounds(qint64 &budget);

private:
    enum class Step { Done, Unsupported, Failed };

    QByteArray part(int number) const { return m_path + '.' + QByteArray::number(number); }
    void finishInterrupted(int log);
    void removeBeyondKept();
    /// Cuts away what would not be kept anyhow and what there is no budget for, else moves a part of it away. False: it
    /// is as short as it gets.
    bool rotateOnce(int log, qint64 size, qint64 &budget, Outcome &outcome);
    Step cutBeginning(int log, qint64 length);
    bool copyAndEmpty(int log, qint64 size, qint64 &budget, Outcome &outcome);
    /// A copy of [from, to) that is on its way to become part 1; older parts go when the disk is full. False: errno
    /// says why; nothing is left of it.
    bool copyMakingRoom(int log, qint64 from, qint64 to) const;
    bool freeRoom() const;
    void shiftParts() const;
    void sayDropped();

    const QByteArray m_path;
    LogPolicy m_policy;
    bool m_isFirst = true; ///< an earlier orchestrator may have been killed in the middle
    bool m_collapses = true; ///< until the file system says that it cannot
    qint64 m_unsaidDrop = 0; ///< bytes
    std::chrono::steady_clock::time_point m_lastSaid{};
};

} // namespace foghorn
