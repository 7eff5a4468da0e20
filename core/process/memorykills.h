#pragma once

#include "core/base/clock.h"

#include <QByteArray>

#include <optional>

namespace foghorn {

/// How many processes the kernel has ended for want of memory, as /proc/vmstat counts them: of the whole machine, in a
/// container too. So a SIGKILL that nobody of us sent may be explained, never more than perhaps.
class MemoryKills
{
public:
    explicit MemoryKills(QByteArray file = "/proc/vmstat");

    /// Counts, unless that was done in the last second.
    void note(MonoTime now);
    /// Counts. Whether there was one in the last seconds or, when nobody counted meanwhile, since.
    bool wasThereOne(MonoTime now);

private:
    void count(MonoTime now);

    QByteArray m_file;
    std::optional<qint64> m_count; ///< nothing where the kernel does not tell (before 4.13)
    MonoTime m_countedAt;
    std::optional<MonoTime> m_seenAt; ///< when it was seen to have risen last
};

} // namespace foghorn
