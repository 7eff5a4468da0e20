#include "core/process/orphanedlog.h"

#include "core/process/logpieces.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <climits>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace foghorn {
namespace {

/// What the descriptor's link in /proc says.
QByteArray nameOf(const QByteArray &link)
{
    std::array<char, PATH_MAX> name{};
    const ssize_t size = ::readlink(link.constData(), name.data(), name.size());
    return size > 0 ? QByteArray(name.data(), size) : QByteArray();
}

/// Where to begin in a file of which nobody knows what was read: what an earlier orchestrator carried over is a hole.
qint64 firstUnread(int file)
{
    const off_t data = ::lseek(file, 0, SEEK_DATA);
    if (data > 0)
        return data;
    return ::lseek(file, 0, SEEK_END);
}

} // namespace

OrphanedLog::OrphanedLog(const QString &path, qint64 pid, keeper::Descriptor file, qint64 offset)
    : m_path(QFile::encodeName(path))
    , m_pid(pid)
    , m_file(std::move(file))
    , m_offset(offset)
{
}

std::optional<OrphanedLog> OrphanedLog::find(const QString &path, qint64 pid, qint64 from)
{
    if (pid <= 0)
        return std::nullopt;
    const QByteArray deleted = QFile::encodeName(path) + " (deleted)";
    for (const char *descriptor : {"1", "2"}) {
        const QByteArray link = "/proc/" + QByteArray::number(pid) + "/fd/" + descriptor;
        if (nameOf(link) != deleted)
            continue;
        keeper::Descriptor file(::open(link.constData(), O_RDWR | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
        struct stat status = {};
        if (!file.isOpen() || ::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode) || status.st_nlink != 0)
            continue;
        const qint64 offset = from >= 0 ? std::min<qint64>(from, status.st_size) : firstUnread(file.get());
        return OrphanedLog(path, pid, std::move(file), offset);
    }
    return std::nullopt;
}

bool OrphanedLog::carryOver()
{
    struct stat status = {};
    if (::fstat(m_file.get(), &status) != 0 || status.st_size <= m_offset)
        return true;
    const keeper::Descriptor log(
        ::open(m_path.constData(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0600));
    if (!log.isOpen() || !copyBytes(m_file.get(), log.get(), m_offset, status.st_size))
        return false;
    m_offset = status.st_size;
    // Its room is of use to somebody again; where the file system cannot, it is when the service ends.
    const qint64 whole = m_offset - m_offset % std::max<qint64>(status.st_blksize, 1);
    if (whole > 0)
        (void)::fallocate(m_file.get(), FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, 0, whole);
    return true;
}

} // namespace foghorn
