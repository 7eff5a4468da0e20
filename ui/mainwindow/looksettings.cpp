#include "ui/mainwindow/looksettings.h"

#include "ui/models/settingkeys.h"
#include "ui/models/usersettings.h"
#include "ui/style/shownzone.h"

#include <QApplication>
#include <QMetaEnum>
#include <QScopedValueRollback>
#include <QWidget>

namespace foghorn {

namespace {

QMetaEnum modes() { return QMetaEnum::fromType<Theme::Mode>(); }

} // namespace

LookSettings::LookSettings(Theme &theme, UserSettings &settings, QObject *parent)
    : QObject(parent)
    , m_theme(theme)
    , m_settings(settings)
{
    apply(settings, theme);
    takeZone();
    connect(&theme, &Theme::modeChanged, this, &LookSettings::keep);
    connect(&theme, &Theme::textSizeChanged, this, &LookSettings::keep);
    connect(&settings, &UserSettings::changed, this, [this](const QString &key) {
        if (key == UtcKey)
            takeZone();
        if (key != ModeKey && key != TextSizeKey)
            return;
        const QScopedValueRollback guard(m_isApplying, true);
        apply(m_settings, m_theme);
    });
}

LookSettings::~LookSettings() = default;

void LookSettings::apply(const UserSettings &settings, Theme &theme)
{
    bool isMode = false;
    const int mode = modes().keyToValue(settings.value(ModeKey).toString().toLatin1().constData(), &isMode);
    if (isMode)
        theme.setMode(static_cast<Theme::Mode>(mode));
    bool isNumber = false;
    const int size = settings.value(TextSizeKey).toInt(&isNumber);
    if (isNumber)
        theme.setTextSize(size);
}

void LookSettings::takeZone()
{
    setShownInUtc(m_settings.value(UtcKey).toBool());
    const QWidgetList all = QApplication::allWidgets();
    for (QWidget *widget : all)
        widget->update();
}

void LookSettings::keep()
{
    if (m_isApplying)
        return;
    m_settings.setValue(ModeKey, QString::fromLatin1(modes().valueToKey(static_cast<int>(m_theme.mode()))));
    m_settings.setValue(TextSizeKey, m_theme.textSize());
}

} // namespace foghorn
