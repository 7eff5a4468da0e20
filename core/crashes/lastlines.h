#pragma once

#include <QList>
#include <QString>

namespace foghorn {

/// The last `count` lines of a file, each printable and cut off at 2,000 characters. Reads its last 256 KiB at most;
/// what cannot be read is empty. Call it in a worker thread.
QList<QString> lastLines(const QString &path, qsizetype count);

} // namespace foghorn
