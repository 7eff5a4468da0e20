#include "ui/mainwindow/connectionactions.h"

#include "ui/dialogs/connectdialog.h"
#include "ui/dialogs/leavequestion.h"
#include "ui/dialogs/switchquestion.h"
#include "ui/mainwindow/connectionparts.h"
#include "ui/mainwindow/connectionstrip.h"
#include "ui/mainwindow/connectionview.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/operations.h"
#include "ui/mainwindow/serviceactions.h"
#include "ui/models/connectionbook.h"
#include "ui/models/fleetsummary.h"
#include "ui/models/operationmodel.h"
#include "ui/models/servicetablemodel.h"
#include "ui/style/isolated.h"

#include "core/base/names.h"
#include "core/registry/connectionboard.h"

#include <QAction>
#include <QMenu>

namespace foghorn {

namespace {

constexpr qsizetype MostInMenu = 9; ///< each has a digit as its mnemonic

} // namespace

ConnectionActions::ConnectionActions(const Parts &parts)
    : QObject(&parts.window)
    , m_window(parts.window)
    , m_desk(parts.desk)
    , m_board(parts.board)
    , m_registry(parts.registry)
    , m_operations(parts.operations)
    , m_strip(new ConnectionStrip(&parts.window))
{
    MainWindow &window = m_window;
    ConnectionDesk &desk = m_desk;
    ConnectionBoard &board = m_board;
    buildMenu();
    const QList<QToolBar *> bars = window.findChildren<QToolBar *>();
    for (QToolBar *bar : bars) {
        if (bar == m_strip)
            continue;
        window.insertToolBar(bar, m_strip);
        window.insertToolBarBreak(bar);
        break;
    }
    connect(&desk.book(), &ConnectionBook::changed, this, &ConnectionActions::fillKept);
    connect(&desk, &ConnectionDesk::shownChanged, this, &ConnectionActions::showIdentity);
    connect(&board, &ConnectionBoard::changed, this, &ConnectionActions::update);
    if (auto *view = window.findChild<ConnectionView *>()) {
        view->allowChanges();
        connect(view, &ConnectionView::connectWanted, this, &ConnectionActions::openDialog);
        connect(view, &ConnectionView::editWanted, this, &ConnectionActions::edit);
        connect(view, &ConnectionView::controlWanted, this, &ConnectionActions::askForControl);
        connect(view, &ConnectionView::cancelWanted, &desk, &ConnectionDesk::disconnectNow);
        connect(&board, &ConnectionBoard::changed, view,
            [desk = &m_desk, view] { view->bar().setCanStart(desk->canStartDaemon()); });
        connect(&view->bar(), &ConnectionBar::startWanted, &desk, [desk = &m_desk, board = &m_board] {
            desk->startDaemon();
            board->tryNow();
        });
    }
    fillKept();
    showIdentity();
    update();
}

ConnectionActions::~ConnectionActions() = default;

void ConnectionActions::buildMenu()
{
    QMenu &file = m_window.menu(MainWindow::Menu::File);
    QAction *first = file.actions().value(0);
    const auto add = [&](const QString &text, const QString &tip, const QKeySequence &key) {
        auto *action = new QAction(text, this);
        action->setShortcut(key);
        action->setStatusTip(tip);
        file.insertAction(first, action);
        return action;
    };
    m_connect = add(tr("&Connect…"), tr("Show the fleet of another daemon"), Qt::CTRL | Qt::Key_O);
    m_kept = new QMenu(tr("Connect &to"), &m_window);
    m_kept->menuAction()->setStatusTip(tr("Show the fleet of a daemon that you keep"));
    file.insertMenu(first, m_kept);
    m_disconnect = add(tr("&Disconnect"), {}, Qt::CTRL | Qt::SHIFT | Qt::Key_O);
    file.insertSeparator(first);
    connect(m_connect, &QAction::triggered, this, &ConnectionActions::openDialog);
    connect(m_disconnect, &QAction::triggered, this, &ConnectionActions::disconnectFrom);
}

void ConnectionActions::fillKept()
{
    m_kept->clear();
    const QList<ConnectionProfile> &profiles = m_desk.book().profiles();
    for (qsizetype i = 0; i < std::min(profiles.size(), MostInMenu); ++i) {
        const ConnectionProfile &profile = profiles.at(i);
        const QString name = printable(profile.name).replace(QLatin1Char('&'), QLatin1String("&&"));
        //: %1 is a digit, %2 the name of a connection
        QAction *action = m_kept->addAction(
            ConnectionTints::icon(profile.tint), tr("&%1 %2").arg(i + 1).arg(name), this, [this, profile] {
                go({profile, {}, {}});
            });
        action->setStatusTip(tr("Show the fleet of %1").arg(isolated(ConnectionProfileCheck::placeOf(profile.url))));
    }
    m_kept->menuAction()->setEnabled(!profiles.isEmpty());
}

void ConnectionActions::showIdentity()
{
    const ConnectionProfile shown = m_desk.shown();
    m_strip->setTint(shown.tint, printable(shown.label.isEmpty() ? shown.name : shown.label));
    const QString name = shown.name.isEmpty() ? ConnectionProfileCheck::placeOf(shown.url) : shown.name;
    m_window.actionsOnServices().setProtected(shown.isProtected ? printable(name) : QString());
}

void ConnectionActions::update()
{
    const ConnectionState &connection = m_board.connection();
    const bool isHeld = connection.isRemote() && connection.link != ConnectionState::Link::Closed
        && connection.link != ConnectionState::Link::Refused;
    m_disconnect->setEnabled(isHeld);
    m_disconnect->setStatusTip(isHeld ? tr("Hang up; the services there go on")
            : connection.isRemote()   ? tr("Not connected")
                                      : tr("This program runs the fleet itself"));
}

void ConnectionActions::openDialog() { open(false, false); }
void ConnectionActions::edit() { open(true, m_board.connection().refusal == ConnectionState::Refusal::Token); }
void ConnectionActions::askForControl() { open(true, true); }

void ConnectionActions::open(bool showsCurrent, bool asksForToken)
{
    ConnectDialog::Start start;
    if (showsCurrent)
        start = {m_desk.shown(), asksForToken};
    auto *dialog = new ConnectDialog(m_desk, start, &m_window);
    connect(dialog, &ConnectDialog::chosen, this, &ConnectionActions::go);
    connect(dialog, &ConnectDialog::ownChosen, &m_desk, &ConnectionDesk::runOwnFleet);
    dialog->open();
}

/// Nothing is given up unasked that was begun from here.
void ConnectionActions::disconnectFrom()
{
    if (m_operations.model().runningCount() == 0) {
        m_desk.disconnectNow();
        return;
    }
    const LeaveQuestion::Leaving leaving{
        LeaveQuestion::Way::Disconnect, isolated(m_board.connection().name()), {}, m_operations.needsWindow()};
    auto *dialog = new ConsequenceDialog(LeaveQuestion::content(leaving, m_operations.model()), &m_window);
    connect(dialog, &QDialog::accepted, &m_desk, &ConnectionDesk::disconnectNow);
    dialog->open();
}

/// Services that this program runs are somebody's: what becomes of them is asked.
void ConnectionActions::go(const ConnectionWish &wish)
{
    const int alive = summaryOf(m_window.model().rows()).alive;
    const bool isWatcher = m_board.connection().isRemote();
    const bool isBusy = m_operations.model().runningCount() > 0;
    if (!isBusy && (isWatcher || alive == 0)) {
        m_desk.connectTo(wish, false);
        return;
    }
    const QString to = isolated(wish.profile.name);
    if (isWatcher) {
        const LeaveQuestion::Leaving leaving{
            LeaveQuestion::Way::Connect, isolated(m_board.connection().name()), to, m_operations.needsWindow()};
        auto *dialog = new ConsequenceDialog(LeaveQuestion::content(leaving, m_operations.model()), &m_window);
        connect(dialog, &QDialog::accepted, &m_desk, [this, wish] { m_desk.connectTo(wish, false); });
        dialog->open();
        return;
    }
    auto *dialog = new ConsequenceDialog(SwitchQuestion::content(m_registry, alive, to), &m_window);
    connect(dialog, &QDialog::accepted, &m_desk, [this, wish] { m_desk.connectTo(wish, false); });
    connect(dialog, &ConsequenceDialog::alternativeChosen, &m_desk, [this, wish] { m_desk.connectTo(wish, true); });
    dialog->open();
}

} // namespace foghorn
