// What LogBar keeps from one run to the next; all else is in logbar.cpp.
#include "ui/models/settingkeys.h"
#include "ui/models/usersettings.h"
#include "ui/panels/logbar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QSpinBox>

namespace foghorn {

namespace {

constexpr QLatin1String WrapKey("logs/wrap");
constexpr QLatin1String LevelKey("logs/level"); ///< the least level shown: "debug", "info", "warn" or "error"
constexpr QLatin1String AroundKey("logs/around"); ///< lines before and after each match

} // namespace

/// What makes no sense changes nothing.
void LogBar::readSettings(const UserSettings &settings)
{
    m_wrap->setChecked(settings.value(WrapKey, true).toBool());
    const QString level = settings.value(LevelKey).toString();
    for (int i = 0; i < m_level->count(); ++i) {
        if (levelWord(static_cast<LogLevel>(m_level->itemData(i).toInt())).compare(level, Qt::CaseInsensitive) == 0)
            m_level->setCurrentIndex(i);
    }
    m_around->setValue(settings.value(AroundKey, 0).toInt());
}

void LogBar::followUtc(UserSettings &settings)
{
    const auto read = [this, &settings] { m_utc->setChecked(settings.value(UtcKey, false).toBool()); };
    connect(&settings, &UserSettings::changed, this, [read](const QString &key) {
        if (key == UtcKey) // also chosen elsewhere
            read();
    });
    read();
}

void LogBar::remember(UserSettings &settings)
{
    readSettings(settings);
    followUtc(settings);
    connect(m_utc, &QCheckBox::toggled, &settings, [&settings](bool utc) { settings.setValue(UtcKey, utc); });
    connect(m_wrap, &QCheckBox::toggled, &settings, [&settings](bool wrap) { settings.setValue(WrapKey, wrap); });
    connect(
        m_around, &QSpinBox::valueChanged, &settings, [&settings](int lines) { settings.setValue(AroundKey, lines); });
    connect(m_level, &QComboBox::currentIndexChanged, &settings,
        [this, &settings] { settings.setValue(LevelKey, levelWord(filter().least).toLower()); });
}

} // namespace foghorn
