#pragma once

#include "core/base/clock.h"

#include <QString>

namespace foghorn {

/// What a file was at one moment: two marks are equal when nothing was written to it in between, and no other file was
/// put in its place.
struct FileMark
{
    quint64 device = 0;
    quint64 inode = 0; ///< 0: there is no such file
    qint64 size = 0;
    std::chrono::nanoseconds changed{0}; ///< since the epoch, of content or of anything else; 0: likewise

    bool operator==(const FileMark &) const = default;
};
FileMark markOf(const QString &path);

/// Whether another program has the file open to write to it. False also where that cannot be told: of a file that is
/// another user's, or on a file system that does not know.
bool isOpenForWriting(const QString &path);

} // namespace foghorn
