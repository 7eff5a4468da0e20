#include "core/process/filemark.h"

#include <QFile>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>

namespace foghorn {
namespace {

std::chrono::nanoseconds timeOf(const timespec &time)
{
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

} // namespace

FileMark markOf(const QString &path)
{
    struct stat status = {};
    if (::stat(QFile::encodeName(path).constData(), &status) != 0)
        return {};
    return {status.st_dev, status.st_ino, status.st_size, std::max(timeOf(status.st_mtim), timeOf(status.st_ctim))};
}

/// A read lease is given only while nobody has the file open for writing. Ours lasts for a moment: who wants to write
/// just then waits for it. The signal that tells us so is one that does nothing; the usual one would end us.
bool isOpenForWriting(const QString &path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (file < 0)
        return false;
    bool isOpen = false;
    if (::fcntl(file, F_SETSIG, SIGURG) == 0) {
        isOpen = ::fcntl(file, F_SETLEASE, F_RDLCK) != 0 && errno == EAGAIN;
        ::fcntl(file, F_SETLEASE, F_UNLCK);
    }
    ::close(file);
    return isOpen;
}

} // namespace foghorn
