// The menu bar. A feature adds its own actions to a menu of it; see mainwindowfeatures.cpp.
#include "ui/mainwindow/mainwindow.h"

#include "ui/mainwindow/fleetactions.h"
#include "ui/mainwindow/serviceactions.h"
#include "ui/panels/alertactions.h"
#include "ui/panels/alertpanel.h"
#include "ui/style/theme.h"

#include <QActionGroup>
#include <QDockWidget>
#include <QMenuBar>

namespace foghorn {

QMenu &MainWindow::menu(Menu which) const { return *m_menus[static_cast<std::size_t>(which)]; }

QAction *MainWindow::addToMenu(Menu which, const QString &text, const QString &tip, const QKeySequence &key)
{
    auto *action = new QAction(text, &menu(which));
    const QList<QAction *> all = menu(which).actions();
    // Quit stays the last of its menu, parted from the others by a line.
    const bool hasQuit = which == Menu::File && all.size() >= 2;
    menu(which).insertAction(hasQuit ? all.at(all.size() - 2) : nullptr, action);
    action->setShortcut(key);
    action->setStatusTip(tip);
    return action;
}

void MainWindow::buildMenus()
{
    const auto set = [this](Menu which, const QString &title) {
        m_menus[static_cast<std::size_t>(which)] = menuBar()->addMenu(title);
    };
    set(Menu::File, tr("&File"));
    set(Menu::View, tr("&View"));
    set(Menu::Service, tr("&Service"));
    set(Menu::Alert, tr("&Alert"));
    set(Menu::Go, tr("&Go"));
    set(Menu::Tools, tr("&Tools"));
    set(Menu::Window, tr("&Window"));
    set(Menu::Help, tr("&Help"));
    connect(addToMenu(Menu::File, tr("&Quit"), tr("Close Foghorn; asks when services are running"),
                QKeySequence(Qt::CTRL | Qt::Key_Q)),
        &QAction::triggered, this, &MainWindow::quit);
    menu(Menu::File).insertSeparator(menu(Menu::File).actions().constFirst());
    menu(Menu::Window).addAction(m_details->toggleViewAction());
    m_details->toggleViewAction()->setStatusTip(tr("Show or hide the details of the selected service"));
    m_details->toggleViewAction()->setText(tr("&Details"));
    buildThemeMenu(menu(Menu::View));
    QMenu &service = menu(Menu::Service);
    service.addActions(m_actions->actions());
    service.addSeparator();
    for (const FleetVerb verb : {FleetVerb::StartAll, FleetVerb::StopAll, FleetVerb::RestartAll, FleetVerb::CheckAll})
        service.addAction(m_actions->fleet().action(verb));
    m_alerts->actionsOnAlerts().fill(menu(Menu::Alert));
    buildGoMenu();
}

void MainWindow::buildGoMenu()
{
    QMenu &go = menu(Menu::Go);
    go.addActions(m_pageActions);
    go.addSeparator();
    connect(
        addToMenu(Menu::Go, tr("&Filter or find"), tr("Find services by name, state or label; on the Logs page, lines"),
            QKeySequence(Qt::CTRL | Qt::Key_F)),
        &QAction::triggered, this, &MainWindow::focusSearch);
    connect(addToMenu(Menu::Go, tr("L&og of service"), tr("Show what the selected service writes"),
                QKeySequence(Qt::CTRL | Qt::Key_L)),
        &QAction::triggered, this, &MainWindow::showLogOfCurrent);
    addFindActions(go);
}

void MainWindow::buildThemeMenu(QMenu &view)
{
    QMenu *menu = view.addMenu(tr("&Colours"));
    auto *group = new QActionGroup(this);
    const auto add = [&](const QString &text, const QString &tip, Theme::Mode mode) {
        QAction *action = group->addAction(menu->addAction(text));
        action->setCheckable(true);
        action->setStatusTip(tip);
        action->setChecked(m_theme.mode() == mode);
        connect(action, &QAction::triggered, this, [this, mode] { m_theme.setMode(mode); });
        connect(&m_theme, &Theme::modeChanged, action,
            [this, action, mode] { action->setChecked(m_theme.mode() == mode); });
    };
    add(tr("As the des&ktop"), tr("Light or dark as the desktop is"), Theme::Mode::System);
    add(tr("&Light"), tr("Dark words on light ground"), Theme::Mode::Light);
    add(tr("&Dark"), tr("Light words on dark ground"), Theme::Mode::Dark);
    add(tr("&High contrast"), tr("Black and white; states by outline and word alone"), Theme::Mode::HighContrast);
}

} // namespace foghorn
