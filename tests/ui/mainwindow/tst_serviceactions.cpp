#include "tests/ui/support/windowtest.h"
#include "ui/dialogs/reloaddialog.h"
#include "ui/mainwindow/configreload.h"
#include "ui/mainwindow/fleetactions.h"
#include "ui/mainwindow/serviceactions.h"
#include "ui/models/operationmodel.h"
#include "ui/models/serviceselection.h"
#include "ui/models/servicetablemodel.h"
#include "ui/panels/inlinemessage.h"
#include "ui/panels/servicepanel.h"
#include "ui/panels/serviceview.h"

#include <QAction>
#include <QCheckBox>
#include <QMenu>
#include <QPushButton>
#include <QStatusBar>
#include <QTest>
#include <QToolBar>
#include <QToolButton>

using namespace foghorn;

class TestServiceActions : public QObject, private WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        openWindow([](FakeRoom &room) { makeAllHealthy(room.registry); });
    }
    void cleanup() { closeWindow(); }

    void whoIsHitIsSaidBefore();
    void focusSaysItToo();
    void stopOfALeafOffersTheWayBack();
    void offerGoesAndTheProblemComesBack();
    void restartAsksWhenOthersNeedIt();
    void restartHasTwoKinds();
    void restartBeginsTheCountAnew();
    void answersAreRemembered();
    void restartInTwoInputs();
    void startAllInOneInputAndEnter();
    void restartAllStopsThenStarts();
    void restartAllLeavesDownWhatWasDown();
    void restartAllEndsWhenStoppedMeanwhile();
    void checkAllMarksTheRows();
    void reloadAsksWithThePlan();
    void reloadShowsFaults();

private:
    ServiceActions &actions() const { return m_window->actionsOnServices(); }
    QAction *action(Verb verb) const { return actions().action(verb); }
    QAction *action(FleetVerb verb) const { return actions().fleet().action(verb); }
    ConsequenceDialog *dialog() const { return m_window->findChild<ConsequenceDialog *>(); }
    QStringList &asked() { return m_room->commands.asked; }
    void select(const char *name) { m_window->selection().selectOnly(id(name)); }
    QString statusOf(const char *name) const
    {
        ServiceTableModel &model = m_window->model();
        return model.index(model.rowOfService(id(name)), ServiceTableModel::Status).data().toString();
    }
};

/// E5: a hover over the item is enough, in menus and on buttons.
void TestServiceActions::whoIsHitIsSaidBefore()
{
    select("onion");
    const QString stop = QStringLiteral("Stop the selected services: stops 2 more: betanet and vpn_coordinator; "
                                        "degraded by it: bitchat (optional)");
    QCOMPARE(action(Verb::Stop)->statusTip(), stop);
    QVERIFY(action(Verb::Stop)->toolTip().contains(QStringLiteral("stops 2 more")));
    QVERIFY(action(Verb::Restart)
                ->statusTip()
                .endsWith(QStringLiteral("without it meanwhile: betanet, vpn_coordinator and bitchat")));
    QVERIFY(actions().restartWithDependents()->statusTip().contains(QStringLiteral("restarts 2 more")));
    action(Verb::Stop)->hover();
    QMenu &menu = m_window->menu(MainWindow::Menu::Service);
    menu.popup(m_window->mapToGlobal(QPoint(50, 50)));
    menu.setActiveAction(action(Verb::Stop));
    QTRY_COMPARE(m_window->statusBar()->currentMessage(), stop);
    menu.close();
    select("bitchat");
    QCOMPARE(action(Verb::Stop)->statusTip(), QStringLiteral("Stop the selected services"));
    QVERIFY(asked().isEmpty());
}

void TestServiceActions::focusSaysItToo()
{
    select("onion");
    auto *bar = m_window->findChild<QToolBar *>(QStringLiteral("actions"));
    bar->widgetForAction(action(Verb::Stop))->setFocus();
    QTRY_VERIFY(m_window->statusBar()->currentMessage().contains(QStringLiteral("stops 2 more")));
    m_window->servicePanel().view().setFocus();
    QTRY_VERIFY(m_window->statusBar()->currentMessage().isEmpty());
}

void TestServiceActions::stopOfALeafOffersTheWayBack()
{
    select("bitchat");
    action(Verb::Stop)->trigger();
    QVERIFY(!dialog());
    QCOMPARE(asked(), QStringList{id("stop bitchat cascade")});
    auto *message = m_window->findChild<InlineMessage *>();
    QVERIFY(message->isVisible());
    QCOMPARE(message->text(), QStringLiteral("You have stopped bitchat."));
    QCOMPARE(message->offerButton().text(), QStringLiteral("Start again"));
    QTest::mouseClick(&message->offerButton(), Qt::LeftButton);
    QCOMPARE(asked().last(), id("start bitchat"));
    QVERIFY(message->isHidden());
}

void TestServiceActions::offerGoesAndTheProblemComesBack()
{
    auto *message = m_window->findChild<InlineMessage *>();
    m_window->showProblem(QStringLiteral("edge has failed"));
    select("bitchat");
    action(Verb::Stop)->trigger();
    QCOMPARE(message->text(), QStringLiteral("You have stopped bitchat."));
    auto *timer = message->findChild<QTimer *>();
    QVERIFY(!timer || timer->isActive());
    message->findChild<QToolButton *>()->click(); // nobody wants it back
    QCOMPARE(message->text(), QStringLiteral("edge has failed"));
    QVERIFY(message->isVisible() && message->offerButton().isHidden());
    m_window->showOffer(QStringLiteral("You have stopped p2p."), QStringLiteral("Start again"), [] {});
    m_window->showProblem(QStringLiteral("dao has failed")); // worse than an offer
    QCOMPARE(message->text(), QStringLiteral("dao has failed"));
    message->findChild<QToolButton *>()->click();
    QVERIFY(message->isHidden());
}

void TestServiceActions::restartAsksWhenOthersNeedIt()
{
    select("onion");
    QTest::keyClick(m_window.get(), Qt::Key_R, Qt::ControlModifier);
    QVERIFY(dialog());
    QVERIFY(asked().isEmpty());
    QVERIFY(dialog()->plainText().startsWith(QStringLiteral("Restart onion?\nOn “local”.")));
    dialog()->accept();
    QCOMPARE(asked(), QStringList{id("restart onion")});
}

void TestServiceActions::restartHasTwoKinds()
{
    auto *bar = m_window->findChild<QToolBar *>(QStringLiteral("actions"));
    auto *button = qobject_cast<QToolButton *>(bar->widgetForAction(action(Verb::Restart)));
    QVERIFY(button && button->menu());
    QCOMPARE(button->popupMode(), QToolButton::MenuButtonPopup);
    QCOMPARE(button->menu()->actions().size(), 2);
    select("onion");
    button->menu()->actions().last()->trigger();
    QVERIFY(dialog());
    dialog()->accept();
    QCOMPARE(asked(), QStringList{id("restart onion cascade")});
    const Operation &operation = actions().operations().model().operations().front();
    QCOMPARE(operation.total(), 3);
    QCOMPARE(operation.steps.front().service, id("betanet"));
}

void TestServiceActions::restartBeginsTheCountAnew()
{
    select("dao");
    QVERIFY(!action(Verb::Restart)->statusTip().contains(QStringLiteral("counted anew")));
    ServiceStatus status = m_room->registry.find(id("dao"))->status;
    status.state = RunState::Failed;
    status.restartAttempts = 3;
    status.maxAttempts = 3;
    m_room->registry.update(status);
    m_window->model().flush();
    QVERIFY2(action(Verb::Restart)->statusTip().contains(QStringLiteral("automatic restarts are counted anew")),
        qPrintable(action(Verb::Restart)->statusTip()));
}

void TestServiceActions::answersAreRemembered()
{
    select("onion");
    action(Verb::Stop)->trigger();
    dialog()->findChild<QCheckBox *>()->setChecked(true);
    dialog()->reject(); // no answer, nothing to remember
    QVERIFY(m_room->settings.keysIn(QStringLiteral("confirm")).isEmpty());
    QTRY_VERIFY(!dialog());
    action(Verb::Stop)->trigger();
    dialog()->findChild<QCheckBox *>()->setChecked(true);
    dialog()->accept();
    QCOMPARE(m_room->settings.keysIn(QStringLiteral("confirm")), QStringList{QStringLiteral("stop-needed")});
    QTRY_VERIFY(!dialog());
    select("p2p");
    action(Verb::Stop)->trigger();
    QVERIFY(!dialog());
    QCOMPARE(asked(), (QStringList{id("stop onion cascade"), id("stop p2p cascade")}));
    select("edge"); // critical: always asked
    action(Verb::Stop)->trigger();
    QVERIFY(dialog());
    QVERIFY(!dialog()->findChild<QCheckBox *>());
}

/// E1: the click that selects it, and Ctrl+R.
void TestServiceActions::restartInTwoInputs()
{
    ServiceView &view = m_window->servicePanel().view();
    int row = 0;
    while (view.model()->index(row, 0).data(ServiceTableModel::IdRole).toString() != id("bitchat"))
        ++row;
    const QRect cell = view.visualRect(view.model()->index(row, ServiceTableModel::Name));
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, cell.center());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_R, Qt::ControlModifier);
    QCOMPARE(asked(), QStringList{id("restart bitchat")});
}

/// E4.
void TestServiceActions::startAllInOneInputAndEnter()
{
    for (const ServiceId &service : m_room->registry.order())
        setState(m_room->registry, service, RunState::Stopped, Cause::Command, 1min, Goal::Down);
    m_window->model().flush();
    QTest::keyClick(m_window.get(), Qt::Key_F7, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(dialog());
    QVERIFY(QTest::qWaitForWindowActive(dialog()));
    QTest::keyClick(dialog(), Qt::Key_Return);
    QCOMPARE(asked(), QStringList{id("startAll")});
}

void TestServiceActions::restartAllStopsThenStarts()
{
    QTest::keyClick(m_window.get(), Qt::Key_F6, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(dialog());
    QVERIFY(dialog()->plainText().contains(QStringLiteral("Layer 0: dao (critical)")));
    QVERIFY(!dialog()->findChild<QCheckBox *>());
    dialog()->accept();
    QCOMPARE(asked(), QStringList{id("stopAll cascade")});
    QVERIFY(!action(FleetVerb::StartAll)->isEnabled());
    QVERIFY(action(FleetVerb::StopAll)->isEnabled());
    for (const ServiceId &service : m_room->registry.order())
        setState(m_room->registry, service, RunState::Stopped, Cause::Command, 0s, Goal::Down);
    m_room->commands.end();
    QTRY_COMPARE(asked(), (QStringList{id("stopAll cascade"), id("startAll")}));
    makeAllHealthy(m_room->registry);
    m_room->commands.end();
    QTRY_COMPARE(m_window->statusBar()->currentMessage(), QStringLiteral("All services were restarted"));
    QCOMPARE(actions().operations().model().operations().size(), 1U);
}

void TestServiceActions::restartAllLeavesDownWhatWasDown()
{
    setState(m_room->registry, id("bitchat"), RunState::Stopped, Cause::Command, 1min, Goal::Down);
    m_window->model().flush();
    action(FleetVerb::RestartAll)->trigger();
    QVERIFY(dialog()->plainText().contains(QStringLiteral("Restart all services?")));
    dialog()->accept();
    for (const ServiceId &service : m_room->registry.order())
        setState(m_room->registry, service, RunState::Stopped, Cause::Command, 0s, Goal::Down);
    m_room->commands.end();
    // Those that nobody needs; what they need comes with them.
    QTRY_COMPARE(asked(),
        (QStringList{id("stopAll cascade"), id("start harvest"), id("start vpn_coordinator"), id("start betanet")}));
}

void TestServiceActions::restartAllEndsWhenStoppedMeanwhile()
{
    action(FleetVerb::RestartAll)->trigger();
    dialog()->accept();
    QTRY_VERIFY(!dialog());
    action(FleetVerb::StopAll)->trigger();
    dialog()->accept();
    for (const ServiceId &service : m_room->registry.order())
        setState(m_room->registry, service, RunState::Stopped, Cause::Command, 0s, Goal::Down);
    m_room->commands.end();
    QTRY_COMPARE(m_window->statusBar()->currentMessage(), QStringLiteral("All services have stopped"));
    QCOMPARE(asked(), (QStringList{id("stopAll cascade"), id("stopAll cascade")}));
}

void TestServiceActions::checkAllMarksTheRows()
{
    QCOMPARE(statusOf("dao"), QStringLiteral("Running · Healthy"));
    QTest::keyClick(m_window.get(), Qt::Key_F5, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(asked(), QStringList{id("check ")}); // all of them
    QVERIFY(!action(FleetVerb::CheckAll)->isEnabled());
    QCOMPARE(statusOf("dao"), QStringLiteral("Checking…"));
    m_room->commands.endChecks({});
    QTRY_COMPARE(statusOf("dao"), QStringLiteral("Running · Healthy"));
    QVERIFY(action(FleetVerb::CheckAll)->isEnabled());
    select("onion");
    action(Verb::Check)->trigger();
    QCOMPARE(statusOf("onion"), QStringLiteral("Checking…"));
    QCOMPARE(statusOf("dao"), QStringLiteral("Running · Healthy"));
    m_room->commands.endChecks({});
}

void TestServiceActions::reloadAsksWithThePlan()
{
    QAction &reload = m_window->findChild<ConfigReload *>()->action();
    QVERIFY(m_window->menu(MainWindow::Menu::Service).actions().contains(&reload));
    m_room->commands.reloads.added = {id("cache")};
    m_room->commands.reloads.untouched = 10;
    reload.trigger();
    QCOMPARE(asked(), QStringList{id("reload plan")});
    QVERIFY(!reload.isEnabled());
    QTRY_VERIFY(m_window->findChild<ReloadDialog *>());
    QVERIFY(m_window->findChild<ReloadDialog *>()->plainText().contains(QStringLiteral("Added and started: cache")));
    m_window->findChild<ReloadDialog *>()->accept();
    QCOMPARE(asked(), (QStringList{id("reload plan"), id("reload")}));
    QTRY_COMPARE(m_window->statusBar()->currentMessage(), QStringLiteral("Configuration reloaded: 1 change"));
    QVERIFY(reload.isEnabled());
}

void TestServiceActions::reloadShowsFaults()
{
    m_room->commands.reloads.verdict = Verdict::Invalid;
    m_room->commands.reloads.faults = {QStringLiteral("fleet.yaml:12:5: unknown member 'comand'")};
    m_window->findChild<ConfigReload *>()->action().trigger();
    QTRY_VERIFY(m_window->findChild<ReloadDialog *>());
    auto *dialog = m_window->findChild<ReloadDialog *>();
    QVERIFY(dialog->plainText().contains(QStringLiteral("fleet.yaml:12:5")));
    m_room->commands.reloads = {}; // corrected
    for (auto *button : dialog->findChildren<QPushButton *>()) {
        if (button->text() == QStringLiteral("&Try again"))
            button->click();
    }
    QTRY_COMPARE(asked(), (QStringList{id("reload plan"), id("reload plan")}));
    QTRY_VERIFY(m_window->findChild<ReloadDialog *>()
        && m_window->findChild<ReloadDialog *>()->plainText().contains(QStringLiteral("Nothing has changed")));
}

QTEST_MAIN(TestServiceActions)
#include "tst_serviceactions.moc"
