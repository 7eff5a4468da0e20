#pragma once

#include <QByteArray>
#include <QString>

namespace foghorn {

// Parts of a log that is being written, by descriptor. All of it blocks.

/// Appends [position, end) of one file to the other. False: errno says why.
bool copyBytes(int from, int to, qint64 position, qint64 end);

/// Where a log can be cut.
struct LogCut
{
    qint64 blocks = 0; ///< a multiple of the file system's block, at least one
    qint64 lineEnd = 0; ///< the end of the line in which that lies, or the same
};
/// The last place at or before `wanted` (at least a block) where a block ends, and if there is one in the second half,
/// a line with it.
LogCut findCut(int log, qint64 wanted, qint64 block);

/// The beginning of the first line after `position`; `position` itself when that line is too long to look for.
qint64 lineStartAfter(int log, qint64 position);

/// The name under which a part is copied, and that of a whole copy before it is `<log>.1`.
QByteArray partBeingCopied(const QByteArray &path);
QByteArray copiedPart(const QByteArray &path);

/// Copies [from, to) of the log to copiedPart(), mode 0600. False: errno says why, and nothing is left of it.
bool copyPart(const QByteArray &path, int log, qint64 from, qint64 to);
/// Adds [from, to) to it.
bool appendToCopy(const QByteArray &path, int log, qint64 from, qint64 to);

/// Whether the log begins with what the other file holds.
bool beginsWith(int log, int other);

/// How many bytes of the part's last line the log still begins with, because it was cut at a block's end within that
/// line; 0: none.
qint64 restOfCutLine(int log, int part, qint64 block);

/// Blanks the first `length` bytes: an empty line where the rest of one was.
void blankBeginning(int log, qint64 length);

} // namespace foghorn
