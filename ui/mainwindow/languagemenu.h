#pragma once

#include <QObject>

class QActionGroup;
class QMenu;

namespace foghorn {

class MainWindow;
class UserSettings;

/// View ▸ Language, and what is spoken now as a button in the status bar with the same menu. A choice is written to the
/// settings (LanguageKey); whoever made the window makes it anew in that language.
class LanguageMenu final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LanguageMenu)
public:
    /// `window` becomes the parent; the settings must outlive it.
    LanguageMenu(MainWindow &window, UserSettings &settings);
    ~LanguageMenu() override;

private:
    void add(const QString &text, const QString &tip, const QString &code);
    void addButton(MainWindow &window);
    void showChosen();

    UserSettings &m_settings;
    QMenu *m_menu;
    QActionGroup *m_choices;
};

} // namespace foghorn
