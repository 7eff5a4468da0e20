#include "ui/mainwindow/actionfeedback.h"

#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/serviceactions.h"
#include "ui/models/servicetablemodel.h"
#include "ui/style/isolated.h"

#include <QAction>
#include <QEvent>
#include <QMenu>
#include <QStatusBar>
#include <QToolBar>
#include <QToolButton>

namespace foghorn {

ActionFeedback::ActionFeedback(MainWindow &window, ServiceActions &actions, Operations &operations)
    : QObject(&window)
    , m_window(window)
    , m_actions(actions)
    , m_operations(operations)
{
    splitRestart();
    connect(
        &operations, &Operations::busyChanged, this, [this] { m_window.model().setChecking(m_operations.checking()); });
    connect(&actions, &ServiceActions::wayBackOffered, this, [this](const ServiceId &service) {
        m_window.showOffer(tr("You have stopped %1.").arg(isolated(service)), tr("Start again"),
            [this, service] { m_operations.run(Verb::Start, {service}); });
    });
    connect(&operations, &Operations::failuresReset, &window,
        [&window](const QList<ServiceId> &services) { window.showOffer(doneOf(Verb::ResetFailed, services), {}, {}); });
}

ActionFeedback::~ActionFeedback() = default;

void ActionFeedback::splitRestart()
{
    auto *bar = m_window.findChild<QToolBar *>(QStringLiteral("actions"));
    if (!bar)
        return;
    auto *button = qobject_cast<QToolButton *>(bar->widgetForAction(m_actions.action(Verb::Restart)));
    if (button) {
        auto *menu = new QMenu(button);
        menu->setAccessibleName(tr("Kinds of restart"));
        menu->addAction(m_actions.action(Verb::Restart));
        menu->addAction(m_actions.restartWithDependents());
        button->setMenu(menu);
        button->setPopupMode(QToolButton::MenuButtonPopup);
    }
    for (QAction *action : bar->actions()) {
        if (QWidget *each = bar->widgetForAction(action))
            each->installEventFilter(this);
    }
}

/// Under the pointer a button says by itself what it would do; Qt forgets those who come by key.
bool ActionFeedback::eventFilter(QObject *watched, QEvent *event)
{
    auto *button = qobject_cast<QToolButton *>(watched);
    if (button && event->type() == QEvent::FocusIn && button->defaultAction())
        m_window.statusBar()->showMessage(button->defaultAction()->statusTip());
    else if (button && event->type() == QEvent::FocusOut && button->defaultAction()
        && m_window.statusBar()->currentMessage() == button->defaultAction()->statusTip())
        m_window.statusBar()->clearMessage();
    return QObject::eventFilter(watched, event);
}

} // namespace foghorn
