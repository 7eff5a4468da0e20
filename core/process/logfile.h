#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace foghorn {

/// What is kept of a longer line of a log.
inline constexpr qsizetype longestLogLine = 16 * 1024;

/// The last `mostBytes` of the log, beginning with a whole line; also of its newest older part, where the log itself is
/// shorter. A file that is not there (a service that never ran) is empty. Blocks: for a worker thread.
Result<QByteArray> endOfLog(const QString &path, qint64 mostBytes);

/// The time a log line begins with; nothing when it begins otherwise.
std::optional<WallTime> timeOfLine(QByteArrayView line);

} // namespace foghorn
