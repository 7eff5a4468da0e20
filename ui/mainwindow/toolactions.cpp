#include "ui/mainwindow/toolactions.h"

#include "ui/dialogs/aboutdialog.h"
#include "ui/dialogs/commandpalette.h"
#include "ui/dialogs/preferences.h"
#include "ui/dialogs/shortcutsdialog.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/palettecontents.h"
#include "ui/models/shortcutbook.h"
#include "ui/models/usersettings.h"
#include "ui/style/actionicon.h"
#include "ui/style/languages.h"
#include "ui/style/mnemonic.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>
#include <QTimer>
#include <QToolBar>
#include <QToolButton>

namespace foghorn {

namespace {

/// The window is made anew in another language; the preferences in which it was chosen shall still be there.
constexpr QLatin1String ReopenKey("preferences/reopen");

void listMenu(QList<ShortcutBook::Listed> &all, const QMenu &menu, const QString &path)
{
    const QList<QAction *> actions = menu.actions();
    for (QAction *action : actions) {
        if (action->menu())
            listMenu(all, *action->menu(), path);
        else if (!action->isSeparator())
            all.append({action, path});
    }
}

QList<ShortcutBook::Listed> allActions(const MainWindow &window)
{
    QList<ShortcutBook::Listed> all;
    const QList<QAction *> menus = window.menuBar()->actions();
    for (const QAction *top : menus) {
        if (top->menu())
            listMenu(all, *top->menu(), withoutMnemonic(top->text()));
    }
    return all;
}

} // namespace

ToolActions::ToolActions(MainWindow &window, Theme &theme, UserSettings &settings)
    : QObject(&window)
    , m_window(window)
    , m_theme(theme)
    , m_settings(settings)
    , m_shortcuts(new ShortcutBook(settings, this))
{
    using Menu = MainWindow::Menu;
    QAction *palette = window.addToMenu(Menu::Tools, tr("&Command palette…"),
        tr("Find a service, an action or a page by typing"), QKeySequence(Qt::CTRL | Qt::Key_K));
    palette->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_K), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P)});
    connect(palette, &QAction::triggered, this, &ToolActions::openPalette);
    QAction *preferences = window.addToMenu(Menu::Tools, tr("&Preferences…"),
        tr("Language, appearance, confirmations, keys"), QKeySequence(Qt::CTRL | Qt::Key_Comma));
    preferences->setMenuRole(QAction::PreferencesRole);
    addGear(*preferences);
    connect(preferences, &QAction::triggered, this, &ToolActions::openPreferences);
    connect(window.addToMenu(Menu::Help, tr("&Keyboard shortcuts…"), tr("All keys at a glance"),
                QKeySequence(Qt::CTRL | Qt::Key_Question)),
        &QAction::triggered, this, &ToolActions::openShortcuts);
    QAction *about = window.addToMenu(Menu::Help, tr("&About Foghorn…"), tr("Version and licence"), {});
    about->setObjectName(QStringLiteral("about"));
    about->setMenuRole(QAction::AboutRole);
    connect(about, &QAction::triggered, this, &ToolActions::openAbout);
    m_shortcuts->open(allActions(window));
    connect(&settings, &UserSettings::changed, this, [this](const QString &key) {
        if (key == LanguageKey && m_preferences)
            m_settings.setValue(ReopenKey, true);
    });
    if (settings.value(ReopenKey).toBool()) {
        settings.setValue(ReopenKey, {});
        QTimer::singleShot(0, this, &ToolActions::openPreferences); // once the window is shown
    }
}

ToolActions::~ToolActions() = default;

void ToolActions::addGear(QAction &preferences)
{
    auto *bar = m_window.findChild<QToolBar *>(QStringLiteral("actions"));
    auto *room = new QWidget(bar);
    room->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(room);
    preferences.setIcon(actionIcon(ActionSymbol::Preferences));
    bar->addAction(&preferences);
    auto *gear = qobject_cast<QToolButton *>(bar->widgetForAction(&preferences));
    gear->setToolButtonStyle(Qt::ToolButtonIconOnly);
    gear->setFocusPolicy(Qt::TabFocus);
    gear->setAccessibleName(tr("Preferences"));
}

void ToolActions::openPalette()
{
    if (m_palette && m_palette->isVisible())
        return;
    m_palette = new CommandPalette(PaletteContents::of(m_window) + preferencePages(), &m_window);
    m_palette->open();
}

QList<PaletteEntry> ToolActions::preferencePages()
{
    QList<PaletteEntry> entries;
    for (const Preferences::Page page : Preferences::AllPages) {
        PaletteEntry entry;
        //: %1 is a page of the preferences: "Appearance"
        entry.title = tr("Preferences: %1").arg(Preferences::titleOf(page));
        entry.run = [this, page] {
            openPreferences();
            m_preferences->showPage(page);
        };
        entries.append(entry);
    }
    return entries;
}

void ToolActions::openPreferences()
{
    if (!m_preferences)
        m_preferences = new Preferences(m_settings, m_theme, *m_shortcuts, &m_window);
    m_preferences->show();
    m_preferences->raise();
    m_preferences->activateWindow();
}

void ToolActions::openShortcuts() { (new ShortcutsDialog(*m_shortcuts, &m_window))->open(); }

void ToolActions::openAbout() { (new AboutDialog(&m_window))->open(); }

} // namespace foghorn
