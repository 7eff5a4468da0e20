#include "core/fleetfile/filetrust.h"

#include <QFileInfo>

#include <array>

#include <sys/stat.h>

namespace foghorn {
namespace {

/// Who beside the trusted may write what has this status; empty: nobody.
QString strangerOf(const struct stat &status, const FileTrust &trust)
{
    if (!trust.owners.contains(status.st_uid))
        return QStringLiteral("user %1, to whom it belongs").arg(status.st_uid);
    const bool isSticky = S_ISDIR(status.st_mode) && (status.st_mode & S_ISVTX) != 0; // as /tmp
    if (isSticky)
        return {};
    if ((status.st_mode & S_IWOTH) != 0)
        return QStringLiteral("everybody");
    const bool isTrustedGroup = status.st_gid == 0 || trust.owners.contains(status.st_gid);
    if ((status.st_mode & S_IWGRP) != 0 && !isTrustedGroup)
        return QStringLiteral("group %1").arg(status.st_gid);
    return {};
}

FileDistrust distrustOfOne(const QString &path, const FileTrust &trust, bool isFolder)
{
    struct stat status = {};
    if (::stat(QFile::encodeName(path).constData(), &status) != 0)
        return {}; // who reads it says so
    const QString stranger = strangerOf(status, trust);
    if (stranger.isEmpty())
        return {};
    const QString subject = isFolder ? QStringLiteral("its folder %1").arg(path) : QStringLiteral("it");
    return {QStringLiteral("%1 may be written by %2, and what it says is run as root").arg(subject, stranger),
        QStringLiteral("chown root '%1' and chmod go-w '%1'").arg(path)};
}

} // namespace

FileDistrust distrustOf(const QString &path, const FileTrust &trust)
{
    if (trust.owners.isEmpty())
        return {};
    const QFileInfo file(path);
    const QString target = file.canonicalFilePath();
    if (target.isEmpty())
        return {};
    const std::array folders{file.absolutePath(), QFileInfo(target).absolutePath()};
    FileDistrust found = distrustOfOne(target, trust, false);
    for (const QString &folder : folders) {
        if (found.what.isEmpty())
            found = distrustOfOne(folder, trust, true);
    }
    return found;
}

} // namespace foghorn
