#pragma once

#include <QList>
#include <QString>

#include <limits>

namespace foghorn {

/// The last `count` lines before the offset `end` of a file, each printable and cut off at 2,000 characters. Reads 256
/// KiB at most; what cannot be read is empty. Call it in a worker thread.
QList<QString> lastLines(const QString &path, qsizetype count, qint64 end = std::numeric_limits<qint64>::max());

} // namespace foghorn
