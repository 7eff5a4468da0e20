#pragma once

#include <QList>
#include <QObject>
#include <QPointer>

class QAction;

namespace foghorn {

class CommandPalette;
class MainWindow;
class Preferences;
struct PaletteEntry;
class ShortcutBook;
class Theme;
class UserSettings;

/// The Tools and Help menus: command palette, preferences (as a gear in the bar, too), what keys there are, about the
/// program.
class ToolActions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ToolActions)
public:
    /// `window` becomes the parent. Make it after all other actions: it lists them and gives them the keys that
    /// somebody has chosen.
    ToolActions(MainWindow &window, Theme &theme, UserSettings &settings);
    ~ToolActions() override;

private:
    /// At the trailing end of the bar of actions.
    void addGear(QAction &preferences);
    void openPalette();
    QList<PaletteEntry> preferencePages();
    void openPreferences();
    void openShortcuts();
    void openAbout();

    MainWindow &m_window;
    Theme &m_theme;
    UserSettings &m_settings;
    ShortcutBook *m_shortcuts;
    QPointer<CommandPalette> m_palette;
    QPointer<Preferences> m_preferences;
};

} // namespace foghorn
