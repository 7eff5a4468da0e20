#include "ui/models/usersettings.h"

#include <QDateTime>
#include <QFileInfo>

namespace foghorn {

namespace {

constexpr QLatin1String VersionKey("settings/version");
constexpr int Version = 1;

/// Empty: usable. Else why it is not, as the end of "… was set aside: ".
QString faultOf(const QString &file)
{
    const QSettings settings(file, QSettings::IniFormat);
    if (settings.status() == QSettings::FormatError)
        return UserSettings::tr("it cannot be understood");
    if (settings.status() == QSettings::AccessError)
        return UserSettings::tr("it cannot be read");
    const bool isEmpty = QFileInfo(file).size() == 0;
    if (!isEmpty && settings.allKeys().isEmpty()) // QSettings passes over what it does not know
        return UserSettings::tr("it cannot be understood");
    bool isNumber = false;
    const int version = settings.value(VersionKey, Version).toInt(&isNumber);
    if (!isNumber)
        return UserSettings::tr("it cannot be understood");
    return version > Version ? UserSettings::tr("a later version of Foghorn wrote it") : QString();
}

} // namespace

UserSettings::UserSettings(QObject *parent)
    : QObject(parent)
{
}

UserSettings::UserSettings(const QString &file, QObject *parent)
    : QObject(parent)
{
    if (makeUsable(file))
        m_file = std::make_unique<QSettings>(file, QSettings::IniFormat);
}

UserSettings::~UserSettings() = default;

bool UserSettings::makeUsable(const QString &file)
{
    const QString fault = QFile::exists(file) ? faultOf(file) : QString();
    if (fault.isEmpty())
        return true;
    const QString aside = file + QLatin1Char('.') + QDateTime::currentDateTimeUtc().toString(u"yyyyMMddTHHmmsszzzZ");
    const bool isFree = QFile::rename(file, aside);
    m_notice = isFree ? tr("Your settings were set aside as %1: %2. Foghorn begins with its own.").arg(aside, fault)
                      : tr("Your settings in %1 are not used: %2.").arg(file, fault);
    return isFree;
}

QVariant UserSettings::value(const QString &key, const QVariant &fallback) const
{
    return m_file ? m_file->value(key, fallback) : m_values.value(key, fallback);
}

void UserSettings::setValue(const QString &key, const QVariant &value)
{
    if (this->value(key) == value)
        return;
    if (!m_file) {
        if (value.isValid())
            m_values.insert(key, value);
        else
            m_values.remove(key);
    } else {
        m_file->setValue(VersionKey, Version);
        if (value.isValid())
            m_file->setValue(key, value);
        else
            m_file->remove(key);
    }
    Q_EMIT changed(key);
}

QStringList UserSettings::keysIn(const QString &group) const
{
    const QString start = group + QLatin1Char('/');
    const QStringList all = m_file ? m_file->allKeys() : m_values.keys();
    QStringList keys;
    for (const QString &key : all) {
        if (key.startsWith(start))
            keys.append(key.mid(start.size()));
    }
    return keys;
}

} // namespace foghorn
