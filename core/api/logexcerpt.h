#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace foghorn {

/// Which lines of a log.
struct LogQuery
{
    qsizetype tail = 100; ///< the newest so many that fit the rest
    std::optional<WallTime>
        since; ///< lines from then on: by the RFC 3339 time a line begins with, or that of the line before it; before
               ///< the first such line by that one's, and in a file without any by its last change
    QString contains; ///< a piece of the line, as it is written; empty: all
};

/// The lines of the file that fit, oldest first, without line ends. Looks at the last 8 MiB of it at most, and cuts
/// lines after 16 KiB. A file that is not there (a service that never ran) has no lines. Blocks: for a worker thread.
Result<QList<QByteArray>> logExcerpt(const QString &path, const LogQuery &query);

} // namespace foghorn
