#pragma once

#include <QByteArray>
#include <QString>

namespace foghorn {

/// Where a reader goes on in a log whose beginning was moved away while it read.
struct LogSeam
{
    bool isFound = false;
    qint64 offset = 0; ///< in the log
    qint64 olderOffset = -1; ///< to be read first, from here to its end: the log's newest older part; -1: nothing of it
};

/// Looks for what was read last, `lastRead`, which ended at `offset`: in the log, which is open as `file` (blocks of it
/// were cut out of its beginning), and in `<path>.1` (it was copied there). Blocks.
LogSeam findSeam(int file, const QString &path, qint64 offset, const QByteArray &lastRead);

/// What is known of the beginning of a log that took the place of a deleted one: the end of that one may have been
/// carried over to it (OrphanedLog), also the part that was read there.
struct KnownBeginning
{
    bool isDecided = true; ///< else all of it is known, and more may be of what comes
    qsizetype size = 0; ///< bytes that were read already
};
KnownBeginning knownBeginning(const QByteArray &text, const QByteArray &lastRead);

/// Whether `lastRead` ends at `offset` of the file, as it does in a log that has only grown.
bool isReadUpTo(int file, qint64 offset, const QByteArray &lastRead);

} // namespace foghorn
