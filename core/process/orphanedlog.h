#pragma once

#include "core/keeper/descriptor.h"

#include <QString>

#include <optional>

namespace foghorn {

/// A log that was deleted, or in whose place somebody has put another file, while a service had it open: the service
/// goes on writing where nobody can read. What it writes is carried over to the file that has the name now, which is
/// made again where there is none, until the next start of the service opens that one. Blocks: for a worker thread.
class OrphanedLog
{
public:
    /// Nothing: what the process writes to is not a deleted log of this name. `from`: what of it was there before it
    /// was deleted, and went with it; -1: not known.
    static std::optional<OrphanedLog> find(const QString &path, qint64 pid, qint64 from);

    qint64 pid() const { return m_pid; }
    /// False: it could not be written, errno says why.
    bool carryOver();

private:
    OrphanedLog(const QString &path, qint64 pid, keeper::Descriptor file, qint64 offset);

    QByteArray m_path;
    qint64 m_pid;
    keeper::Descriptor m_file;
    qint64 m_offset; ///< up to here it was carried over
};

} // namespace foghorn
