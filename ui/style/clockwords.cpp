#include "ui/style/clockwords.h"

#include <QLocale>
#include <QRegularExpression>

namespace foghorn {

namespace {

const QLatin1String Minutes("mm");

/// Some locales have seconds in their short form, too.
QString withoutSeconds(QString format)
{
    static const QRegularExpression seconds(QStringLiteral("[:.]ss?"));
    return format.remove(seconds);
}

/// After the minutes and parted from them as these are from the hours: no locale has a form for just this.
QString withSeconds(const QString &format, const QString &seconds)
{
    QString exact = withoutSeconds(format);
    const qsizetype at = exact.indexOf(Minutes);
    if (at < 0)
        return exact + u':' + seconds;
    const bool isDotted = at > 0 && exact.at(at - 1) == u'.';
    return exact.insert(at + Minutes.size(), (isDotted ? u'.' : u':') + seconds);
}

QString format() { return QLocale().timeFormat(QLocale::ShortFormat); }

/// With two digits for the hour, always.
QString asWide(QTime time, const QString &seconds)
{
    static const QRegularExpression oneDigit(QStringLiteral("(?<![hH])([hH])(?![hH])"));
    QString fine = withSeconds(format(), seconds);
    return QLocale().toString(time, fine.replace(oneDigit, QStringLiteral("\\1\\1")));
}

} // namespace

QString shortClock(QTime time) { return QLocale().toString(time, withoutSeconds(format())); }

QString exactClock(QTime time) { return QLocale().toString(time, withSeconds(format(), QStringLiteral("ss"))); }

QString finestClock(QTime time) { return asWide(time, QStringLiteral("ss.zzz")); }

QString steadyClock(QTime time) { return asWide(time, QStringLiteral("ss")); }

} // namespace foghorn
