#include "core/store/asidefile.h"

#include <QDateTime>
#include <QFile>
#include <QTimeZone>

namespace foghorn {
namespace {

QString freeName(const QString &path, const QString &why, WallTime now)
{
    const QString time =
        QDateTime::fromMSecsSinceEpoch(now.time_since_epoch().count()).toUTC().toString(u"yyyyMMddTHHmmssZ");
    const QString wanted = path + u'.' + why + u'-' + time;
    QString name = wanted;
    for (int number = 2; QFile::exists(name); ++number)
        name = wanted + u'-' + QString::number(number);
    return name;
}

} // namespace

Result<QString> setAside(const QString &path, const QString &why, WallTime now)
{
    const QString aside = freeName(path, why, now);
    QFile file(path);
    if (!file.rename(aside))
        return Error{file.errorString()};
    // A log of the old file must not be replayed into the new one: what cannot be renamed is removed.
    for (const QLatin1String part : {QLatin1String("-wal"), QLatin1String("-shm")}) {
        if (QFile::exists(path + part) && !QFile::rename(path + part, aside + part) && !QFile::remove(path + part))
            return Error{QStringLiteral("%1 cannot be moved").arg(path + part)};
    }
    return aside;
}

} // namespace foghorn
