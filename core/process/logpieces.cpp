#include "core/process/logpieces.h"

#include "core/keeper/descriptor.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace foghorn {
namespace {

constexpr std::size_t pieceSize = 64 * 1024;
using Piece = std::array<char, pieceSize>;

ssize_t readAt(int file, Piece &piece, qint64 position, qint64 end)
{
    const auto wanted = static_cast<std::size_t>(std::min<qint64>(end - position, pieceSize));
    ssize_t count = 0;
    do {
        count = ::pread(file, piece.data(), wanted, position);
    } while (count < 0 && errno == EINTR);
    return count;
}

bool writeAll(int file, const char *bytes, ssize_t count)
{
    while (count > 0) {
        const ssize_t written = ::write(file, bytes, static_cast<std::size_t>(count));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        bytes += written;
        count -= written;
    }
    return true;
}

bool isLineEndBefore(int log, qint64 position)
{
    char last = 0;
    return ::pread(log, &last, 1, position - 1) == 1 && last == '\n';
}

} // namespace

bool copyBytes(int from, int to, qint64 position, qint64 end)
{
    Piece piece;
    while (position < end) {
        const ssize_t count = readAt(from, piece, position, end);
        if (count == 0)
            return true; // somebody else has emptied it
        if (count < 0 || !writeAll(to, piece.data(), count))
            return false;
        position += count;
    }
    return true;
}

LogCut findCut(int log, qint64 wanted, qint64 block)
{
    const qint64 blocks = std::max<qint64>(wanted / block, 1) * block;
    for (qint64 place = blocks; place > blocks / 2; place -= block) {
        if (isLineEndBefore(log, place))
            return {place, place};
    }
    return {blocks, lineStartAfter(log, blocks)};
}

qint64 lineStartAfter(int log, qint64 position)
{
    if (isLineEndBefore(log, position))
        return position;
    Piece piece;
    const ssize_t count = readAt(log, piece, position, position + static_cast<qint64>(pieceSize));
    const void *end = count > 0 ? std::memchr(piece.data(), '\n', static_cast<std::size_t>(count)) : nullptr;
    return end ? position + (static_cast<const char *>(end) - piece.data()) + 1 : position;
}

QByteArray partBeingCopied(const QByteArray &path) { return path + ".copying"; }
QByteArray copiedPart(const QByteArray &path) { return path + ".0"; }

bool copyPart(const QByteArray &path, int log, qint64 from, qint64 to)
{
    const QByteArray name = partBeingCopied(path);
    ::unlink(name.constData());
    keeper::Descriptor copy(::open(name.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (copy.isOpen() && copyBytes(log, copy.get(), from, to)
        && ::rename(name.constData(), copiedPart(path).constData()) == 0)
        return true;
    const int error = errno;
    ::unlink(name.constData());
    errno = error;
    return false;
}

bool appendToCopy(const QByteArray &path, int log, qint64 from, qint64 to)
{
    const keeper::Descriptor copy(::open(copiedPart(path).constData(), O_WRONLY | O_APPEND | O_CLOEXEC | O_NOFOLLOW));
    return copy.isOpen() && copyBytes(log, copy.get(), from, to);
}

bool beginsWith(int log, int other)
{
    Piece ours;
    Piece theirs;
    for (qint64 position = 0;;) {
        const ssize_t count = readAt(other, theirs, position, position + static_cast<qint64>(pieceSize));
        if (count <= 0)
            return count == 0;
        if (readAt(log, ours, position, position + count) != count
            || std::memcmp(ours.data(), theirs.data(), static_cast<std::size_t>(count)) != 0)
            return false;
        position += count;
    }
}

qint64 restOfCutLine(int log, int part, qint64 block)
{
    struct stat status = {};
    if (::fstat(part, &status) != 0 || status.st_size == 0)
        return 0;
    Piece end;
    const qint64 position = std::max<qint64>(0, status.st_size - static_cast<qint64>(end.size()));
    const ssize_t count = readAt(part, end, position, status.st_size);
    if (count != status.st_size - position)
        return 0;
    const auto size = static_cast<std::size_t>(count);
    const void *before = ::memrchr(end.data(), '\n', size - 1);
    const qint64 line = before ? end.data() + size - static_cast<const char *>(before) - 1 : count;
    Piece begin;
    const ssize_t there = readAt(log, begin, 0, line);
    for (qint64 rest = status.st_size % block; rest < line && rest <= there; rest += block) {
        if (rest > 0 && std::memcmp(begin.data(), end.data() + count - rest, static_cast<std::size_t>(rest)) == 0)
            return rest;
    }
    return 0;
}

void blankBeginning(int log, qint64 length)
{
    if (length <= 0)
        return;
    QByteArray blanks(length, ' ');
    blanks.back() = '\n';
    if (::pwrite(log, blanks.constData(), static_cast<std::size_t>(length), 0) != length)
        return; // then the rest of a line stays, which is whole in the part before
}

} // namespace foghorn
