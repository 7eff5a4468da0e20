#include "core/process/logseam.h"

#include "core/keeper/descriptor.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace foghorn {
namespace {

constexpr qint64 smallestBlock = 512;
constexpr qsizetype mostRead = 4096;

qint64 sizeOf(int file)
{
    struct stat status = {};
    return ::fstat(file, &status) == 0 ? status.st_size : 0;
}

qint64 firstLineEnd(int file)
{
    std::array<char, mostRead> beginning{};
    const ssize_t count = ::pread(file, beginning.data(), beginning.size(), 0);
    const void *end = count > 0 ? std::memchr(beginning.data(), '\n', static_cast<std::size_t>(count)) : nullptr;
    return end ? static_cast<const char *>(end) - beginning.data() + 1 : 0;
}

} // namespace

bool isReadUpTo(int file, qint64 offset, const QByteArray &lastRead)
{
    std::array<char, mostRead> found{};
    const auto count = static_cast<std::size_t>(std::min(lastRead.size(), mostRead));
    const qint64 from = offset - static_cast<qint64>(count);
    return from >= 0 && ::pread(file, found.data(), count, from) == static_cast<ssize_t>(count)
        && std::memcmp(found.data(), lastRead.constData() + lastRead.size() - static_cast<qsizetype>(count), count)
        == 0;
}

KnownBeginning knownBeginning(const QByteArray &text, const QByteArray &lastRead)
{
    if (const qsizetype place = lastRead.isEmpty() ? -1 : text.indexOf(lastRead); place >= 0)
        return {true, place + lastRead.size()};
    for (qsizetype start = 0; start < lastRead.size(); start = lastRead.indexOf('\n', start) + 1) {
        const QByteArrayView end = QByteArrayView(lastRead).sliced(start);
        if (QByteArrayView(text).startsWith(end))
            return {true, end.size()};
        const bool endsWithin = start > 0 && QByteArrayView(text).endsWith(QByteArrayView(lastRead).first(start));
        if (end.startsWith(text) || endsWithin)
            return {false, text.size()};
        if (!end.contains('\n'))
            break;
    }
    return {};
}

LogSeam findSeam(int file, const QString &path, qint64 offset, const QByteArray &lastRead)
{
    if (lastRead.isEmpty())
        return {};
    const qint64 size = sizeOf(file);
    // Near the beginning some of what was read is cut away, and the first line may be blanked.
    const qint64 begun = firstLineEnd(file);
    for (qint64 place = offset - smallestBlock; place > begun; place -= smallestBlock) {
        const QByteArray there = lastRead.right(place - begun);
        if (place <= size && isReadUpTo(file, place, there))
            return {true, place, -1};
    }
    const QByteArray older = QFile::encodeName(path) + ".1";
    const keeper::Descriptor part(::open(older.constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    if (part.isOpen() && isReadUpTo(part.get(), offset, lastRead))
        return {true, 0, offset};
    return {};
}

} // namespace foghorn
