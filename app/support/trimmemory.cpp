#include "app/support/trimmemory.h"

#include <QFile>
#include <QList>

#include <sys/mman.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace foghorn {
namespace {

struct Mapping
{
    quint64 begin = 0;
    quint64 end = 0;
    bool isClean = false; ///< a file's pages, as they are in the file, that nobody may write
};

/// "55d0c0000000-55d0c0021000 r-xp 00002000 08:01 1234   /usr/bin/foghornd"
Mapping mappingOf(const QByteArray &line)
{
    const QList<QByteArray> fields = line.simplified().split(' ');
    const qsizetype dash = fields.value(0).indexOf('-');
    Mapping mapping;
    mapping.begin = fields.value(0).left(dash).toULongLong(nullptr, 16);
    mapping.end = fields.value(0).mid(dash + 1).toULongLong(nullptr, 16);
    mapping.isClean = fields.value(1).startsWith("r-") && fields.value(1).endsWith('p') && fields.size() == 6
        && fields.at(5).startsWith('/');
    return mapping;
}

/// Programs and libraries: pages that only the start needed (initialisers, relocations, parsers). Dropped from our page
/// tables they stay in the kernel's cache, and one that is needed after all is back without a read.
void dropCleanPages()
{
    QFile smaps(QStringLiteral("/proc/self/smaps"));
    if (!smaps.open(QIODevice::ReadOnly))
        return;
    QList<Mapping> clean;
    Mapping mapping;
    const QList<QByteArray> lines = smaps.readAll().split('\n');
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(": ");
        if (colon < 0 || line.indexOf(' ') < colon)
            mapping = mappingOf(line);
        else if (line.startsWith("Anonymous:") && mapping.isClean && line.simplified() == "Anonymous: 0 kB")
            clean.append(mapping); // relocated pages would not come back as they are
    }
    for (const Mapping &each : std::as_const(clean))
        // An address that the kernel told. NOLINTNEXTLINE(performance-no-int-to-ptr)
        ::madvise(reinterpret_cast<void *>(each.begin), each.end - each.begin, MADV_DONTNEED);
}

} // namespace

void trimMemory()
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
    dropCleanPages();
}

} // namespace foghorn
