#include "core/process/statedir.h"

#include "core/keeper/smallfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstring>

namespace foghorn {
namespace {

constexpr mode_t directoryMode = 0700;
constexpr mode_t othersMayWrite = 0022;
constexpr mode_t lockMode = 0600;

Error failure(const QString &path, int error)
{
    return Error{QStringLiteral("state directory %1: %2").arg(path, QString::fromLocal8Bit(std::strerror(error)))};
}

} // namespace

bool StateDir::isHeld(const QString &path)
{
    const QByteArray name = QFile::encodeName(path + QStringLiteral("/lock"));
    const keeper::Descriptor lock(::open(name.constData(), O_RDWR | O_CLOEXEC | O_NOFOLLOW));
    return lock.isOpen() && ::flock(lock.get(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
}

Result<StateDir> StateDir::open(const QString &path)
{
    const QString absolute = QDir(path).absolutePath();
    const QByteArray name = QFile::encodeName(absolute);
    if (!QDir().mkpath(QFileInfo(absolute).path()))
        return Error{QStringLiteral("state directory %1: its parent directory cannot be made").arg(absolute)};
    if (::mkdir(name.constData(), directoryMode) != 0 && errno != EEXIST)
        return failure(absolute, errno);
    const keeper::Descriptor directory(::open(name.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    struct stat status = {};
    if (!directory.isOpen() || ::fstat(directory.get(), &status) != 0)
        return failure(absolute, errno);
    if (status.st_uid != ::geteuid())
        return Error{QStringLiteral("state directory %1 belongs to user %2, not to us (%3)")
                         .arg(absolute)
                         .arg(status.st_uid)
                         .arg(::geteuid())};
    if ((status.st_mode & othersMayWrite) != 0)
        return Error{QStringLiteral("state directory %1 may be written by others; chmod 700 it").arg(absolute)};
    if (::fchmod(directory.get(), directoryMode) != 0)
        return failure(absolute, errno);
    keeper::Descriptor lock(::openat(directory.get(), "lock", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, lockMode));
    if (!lock.isOpen())
        return failure(absolute, errno);
    if (::flock(lock.get(), LOCK_EX | LOCK_NB) != 0) {
        const QString holder = QString::fromStdString(keeper::readSmallFile(directory.get(), "lock")).trimmed();
        return Error{QStringLiteral("another orchestrator (pid %1) already uses %2").arg(holder, absolute)};
    }
    // For people only. Written before it is cut, so that a full disk has room for it where it had one before.
    const QByteArray pid = QByteArray::number(::getpid()) + '\n';
    if (::pwrite(lock.get(), pid.constData(), static_cast<std::size_t>(pid.size()), 0) == pid.size()) {
        if (::ftruncate(lock.get(), pid.size()) != 0)
            return failure(absolute, errno);
    } else if (errno != ENOSPC && errno != EDQUOT) {
        return failure(absolute, errno);
    }
    return StateDir(absolute, std::move(lock));
}

} // namespace foghorn
