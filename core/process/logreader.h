#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QFuture>
#include <QList>
#include <QString>

namespace foghorn {

/// One line of a log file, without its newline. The programs' own bytes: no time is known of it.
struct LogLine
{
    qint64 offset = 0; ///< of its first byte in the file
    QByteArray text; ///< at most 64 KiB of it
    bool isCut = false; ///< it was longer
    bool operator==(const LogLine &) const = default;
};

/// Which lines of a log are wanted: the last ones that pass.
struct LogQuery
{
    int lines = 100;
    qint64 sinceOffset = 0; ///< lines that begin before it are left out
    QByteArray contains; ///< empty: all
};

/// The last lines of a file that pass, oldest first. Reads backwards in blocks, so it takes as long as what it gives is
/// far from the end, not as the file is long; memory is bounded by `lines` and 16 MiB. No file: no lines.
Result<QList<LogLine>> readLogTail(const QString &path, const LogQuery &query);
/// The same in a worker thread.
QFuture<Result<QList<LogLine>>> readLogTailLater(const QString &path, const LogQuery &query);

} // namespace foghorn
