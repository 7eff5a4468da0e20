#include "core/fleetfile/filetrust.h"

#include <QFile>
#include <QFileInfo>

#include <array>
#include <filesystem>
#include <system_error>

namespace foghorn {
namespace {

/// Who beside the trusted may write it; empty: nobody.
QString strangerOf(const QString &path, const FileTrust &trust)
{
    const QFileInfo info(path); // of where a link leads
    if (!trust.owners.contains(info.ownerId()))
        return QStringLiteral("user %1, to whom it belongs").arg(info.ownerId());
    using std::filesystem::perms;
    std::error_code error;
    const perms mode = std::filesystem::status(QFile::encodeName(path).toStdString(), error).permissions();
    const bool isSticky = info.isDir() && (mode & perms::sticky_bit) != perms::none; // as /tmp
    if (error || isSticky)
        return {};
    if ((mode & perms::others_write) != perms::none)
        return QStringLiteral("everybody");
    const bool isTrustedGroup = info.groupId() == 0 || trust.owners.contains(info.groupId());
    if ((mode & perms::group_write) != perms::none && !isTrustedGroup)
        return QStringLiteral("group %1").arg(info.groupId());
    return {};
}

FileDistrust distrustOfOne(const QString &path, const FileTrust &trust, bool isFolder)
{
    const QString stranger = QFileInfo::exists(path) ? strangerOf(path, trust) : QString(); // who reads it says so
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
