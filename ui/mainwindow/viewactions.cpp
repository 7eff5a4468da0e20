#include "ui/mainwindow/viewactions.h"

#include "ui/mainwindow/focusareas.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/windowundo.h"
#include "ui/style/theme.h"

#include <QAction>
#include <QEvent>
#include <QMenu>

#include <algorithm>
#include <array>

namespace foghorn {

namespace {

constexpr std::array TextSizes{80, 90, 100, 110, 125, 150, 175, 200};

/// The size that is `step` places from `size`; the last one where there is no further.
int nextSize(int size, int step)
{
    if (step > 0) {
        const auto *at = std::upper_bound(TextSizes.begin(), TextSizes.end(), size);
        return at == TextSizes.end() ? TextSizes.back() : *at;
    }
    const auto *at = std::lower_bound(TextSizes.begin(), TextSizes.end(), size);
    return at == TextSizes.begin() ? TextSizes.front() : *(at - 1);
}

} // namespace

ViewActions::ViewActions(MainWindow &window, Theme &theme, WindowUndo &undo, FocusAreas &areas, bool mayHaveTray)
    : QObject(&window)
    , m_window(window)
    , m_theme(theme)
{
    window.menu(MainWindow::Menu::View).addSeparator();
    addUndo(undo);
    window.menu(MainWindow::Menu::View).addSeparator();
    addZoom();
    window.menu(MainWindow::Menu::View).addSeparator();
    addReset(undo);
    addWindow(mayHaveTray);
    window.menu(MainWindow::Menu::Go).addSeparator();
    addAreas(areas);
    window.installEventFilter(this);
    connect(&theme, &Theme::textSizeChanged, this, &ViewActions::updateZoom);
    updateZoom();
}

ViewActions::~ViewActions() = default;

void ViewActions::addUndo(WindowUndo &undo)
{
    QMenu &view = m_window.menu(MainWindow::Menu::View);
    QAction *back = undo.stack().createUndoAction(&view, tr("&Undo"));
    back->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Z));
    back->setStatusTip(tr("Take back the last change of filter, columns, layout or alerts"));
    QAction *again = undo.stack().createRedoAction(&view, tr("&Redo"));
    again->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z));
    again->setStatusTip(tr("Do again what was taken back"));
    view.addActions({back, again});
}

void ViewActions::addZoom()
{
    const auto add = [this](const QString &text, const QString &tip, const QKeySequence &key) {
        return m_window.addToMenu(MainWindow::Menu::View, text, tip, key);
    };
    m_larger = add(tr("&Larger text"), tr("Make all text larger"), QKeySequence(Qt::CTRL | Qt::Key_Plus));
    // On most keyboards the plus needs Shift, or stands where the equals sign is.
    m_larger->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)});
    m_smaller = add(tr("S&maller text"), tr("Make all text smaller"), QKeySequence(Qt::CTRL | Qt::Key_Minus));
    m_usual = add(tr("Te&xt as usual"), tr("Text in the size of the desktop"), QKeySequence(Qt::CTRL | Qt::Key_0));
    connect(m_larger, &QAction::triggered, this, [this] { zoom(1); });
    connect(m_smaller, &QAction::triggered, this, [this] { zoom(-1); });
    connect(m_usual, &QAction::triggered, this, [this] { zoom(0); });
}

void ViewActions::addAreas(FocusAreas &areas)
{
    connect(m_window.addToMenu(MainWindow::Menu::Go, tr("Ne&xt area"),
                tr("To the list of pages, the page, the details, what is below, in turn"), QKeySequence(Qt::Key_F6)),
        &QAction::triggered, &areas, &FocusAreas::goToNext);
    connect(m_window.addToMenu(MainWindow::Menu::Go, tr("Pre&vious area"), tr("The same the other way round"),
                QKeySequence(Qt::SHIFT | Qt::Key_F6)),
        &QAction::triggered, &areas, &FocusAreas::goToPrevious);
}

void ViewActions::addWindow(bool mayHaveTray)
{
    m_window.menu(MainWindow::Menu::Window).addSeparator();
    m_fullScreen = m_window.addToMenu(MainWindow::Menu::Window, tr("&Full screen"),
        tr("The window on the whole screen, or back"), QKeySequence(Qt::Key_F11));
    m_fullScreen->setCheckable(true);
    connect(m_fullScreen, &QAction::triggered, this,
        [this] { m_window.setWindowState(m_window.windowState() ^ Qt::WindowFullScreen); });
    connect(m_window.addToMenu(MainWindow::Menu::Window, tr("Close &window"),
                mayHaveTray ? tr("Close this window; with the icon in the tray it can be had back there")
                            : tr("Close this window"),
                QKeySequence(Qt::CTRL | Qt::Key_W)),
        &QAction::triggered, &m_window, &QWidget::close);
}

void ViewActions::addReset(WindowUndo &undo)
{
    QAction *reset = m_window.addToMenu(MainWindow::Menu::View, tr("Reset la&yout"),
        tr("Put docks and columns where they were at first; can be undone"), {});
    reset->setObjectName(QStringLiteral("resetLayout"));
    connect(reset, &QAction::triggered, &undo, &WindowUndo::resetLayout);
}

void ViewActions::zoom(int step)
{
    m_theme.setTextSize(step == 0 ? 100 : nextSize(m_theme.textSize(), step));
    m_window.showSuccess(tr("Text at %1 %").arg(m_theme.textSize()));
}

void ViewActions::updateZoom()
{
    m_larger->setEnabled(m_theme.textSize() < Theme::LargestText);
    m_smaller->setEnabled(m_theme.textSize() > Theme::SmallestText);
    m_usual->setEnabled(m_theme.textSize() != 100);
}

bool ViewActions::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::WindowStateChange)
        m_fullScreen->setChecked(m_window.isFullScreen());
    return QObject::eventFilter(watched, event);
}

} // namespace foghorn
