#pragma once

#include "ui/style/theme.h"

namespace foghorn {

class UserSettings;

/// Keeps how the application looks: what the theme is told is kept, and what is kept is told to the theme. The zone of
/// times too.
class LookSettings final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LookSettings)
public:
    /// Applies what is kept. Both must outlive it.
    LookSettings(Theme &theme, UserSettings &settings, QObject *parent);
    ~LookSettings() override;

    /// What is kept that makes sense; the rest stays.
    static void apply(const UserSettings &settings, Theme &theme);

private:
    void keep();
    void takeZone();

    Theme &m_theme;
    UserSettings &m_settings;
    bool m_isApplying = false;
};

} // namespace foghorn
