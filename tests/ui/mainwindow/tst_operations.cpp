#include "tests/ui/support/windowtest.h"
#include "ui/graph/graphpanel.h"
#include "ui/graph/graphscene.h"
#include "ui/mainwindow/fleetactions.h"
#include "ui/mainwindow/operationdock.h"
#include "ui/mainwindow/operationindicator.h"
#include "ui/mainwindow/serviceactions.h"
#include "ui/models/operationmodel.h"
#include "ui/models/serviceselection.h"
#include "ui/models/servicetablemodel.h"
#include "ui/panels/failurerow.h"
#include "ui/panels/inlinemessage.h"
#include "ui/panels/operationcard.h"
#include "ui/panels/operationpanel.h"

#include <QAction>
#include <QCheckBox>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStatusBar>
#include <QTest>
#include <QToolBar>
#include <QToolButton>

#include <algorithm>

using namespace foghorn;

class TestOperations : public QObject, private WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        openWindow([](FakeRoom &room) { makeAllHealthy(room.registry); });
    }
    void cleanup() { closeWindow(); }

    void dockIsHiddenUntilSomethingBegins();
    void oneServiceAloneStaysQuietUnlessItFails();
    void indicatorLeadsToTheDock();
    void logAndRetryOfAFailure();
    void waitingOnesAreStopped();
    void busyUntilTheFirstCheckIsIn();
    void stopIsPossibleWhileItStarts();
    void clickIsSeenAtOnce();
    void manyClicksAskOnce();
    void severalFailuresAreOneSentence();
    void disconnectedNothingCanBeAsked();
    void startUpIsAnOperationToo();
    void protectedFleetsWantTheirName();

private:
    QAction *action(Verb verb) const { return m_window->actionsOnServices().action(verb); }
    QAction *action(FleetVerb verb) const { return m_window->actionsOnServices().fleet().action(verb); }
    OperationDock *dock() const { return m_window->findChild<OperationDock *>(); }
    OperationIndicator *indicator() const { return m_window->findChild<OperationIndicator *>(); }
    OperationModel &model() const { return m_window->actionsOnServices().operations().model(); }
    QStringList &asked() { return m_room->commands.asked; }
    void down(const QList<ServiceId> &services)
    {
        for (const ServiceId &service : services) {
            setState(m_room->registry, service, RunState::Stopped, Cause::Command, 1min, Goal::Down);
            m_room->registry.resetHealth(service);
        }
        m_window->model().flush();
    }
    void come(const ServiceId &service, RunState state)
    {
        setState(m_room->registry, service, state, Cause::Command, 0s);
        m_window->model().flush();
    }
    /// Starts all, and agrees to it.
    void startAll()
    {
        action(FleetVerb::StartAll)->trigger();
        auto *dialog = m_window->findChild<ConsequenceDialog *>();
        QVERIFY(dialog);
        dialog->accept();
    }
    QPushButton *button(const char *name) const
    {
        for (auto *each : dock()->findChildren<QPushButton *>()) {
            if (each->accessibleName() == QString::fromLatin1(name) || each->text() == QString::fromLatin1(name))
                return each;
        }
        return nullptr;
    }
};

void TestOperations::dockIsHiddenUntilSomethingBegins()
{
    QVERIFY(dock()->isHidden());
    QCOMPARE(dock()->objectName(), QStringLiteral("operations"));
    QVERIFY(m_window->menu(MainWindow::Menu::Window).actions().contains(dock()->toggleViewAction()));
    QVERIFY(indicator()->isHidden());
    down({id("betanet"), id("bitchat")});
    QWidget *focus = QApplication::focusWidget();
    startAll();
    QCOMPARE(asked(), QStringList{id("startAll")});
    QVERIFY(dock()->isVisible());
    QCOMPARE(QApplication::focusWidget(), focus);
    QCOMPARE(model().operations().front().total(), 2); // those that were down
    QVERIFY(dock()
                ->panel()
                .card(model().operations().front().id)
                ->text()
                .startsWith(QStringLiteral("Start all on “local”")));
    QTRY_VERIFY(dock()->height() <= m_window->height() / 2);
}

void TestOperations::oneServiceAloneStaysQuietUnlessItFails()
{
    down({id("bitchat")});
    m_window->selection().selectOnly(id("bitchat"));
    QVERIFY(action(Verb::Start)->isEnabled());
    action(Verb::Start)->trigger();
    QVERIFY(dock()->isHidden());
    QVERIFY(indicator()->isVisible());
    come(id("bitchat"), RunState::Failed);
    QTRY_VERIFY(dock()->isVisible());
    m_room->commands.end({Verdict::Failed, QStringLiteral("'bitchat' did not come up")});
    auto *message = m_window->findChild<InlineMessage *>();
    QTRY_VERIFY(message->isVisible());
    QCOMPARE(message->text(), QStringLiteral("'bitchat' did not come up"));
    QTRY_VERIFY(indicator()->isHidden());
}

void TestOperations::indicatorLeadsToTheDock()
{
    down({id("bitchat")});
    m_window->selection().selectOnly(id("bitchat"));
    action(Verb::Start)->trigger();
    QTRY_VERIFY(indicator()->isVisible());
    QCOMPARE(indicator()->text(), QStringLiteral("1 operation running"));
    QCOMPARE(indicator()->accessibleName(), QStringLiteral("1 operation running, 0 of 1 services"));
    QVERIFY(indicator()->height() >= 24);
    QTest::mouseClick(indicator(), Qt::LeftButton);
    QVERIFY(dock()->isVisible());
}

void TestOperations::logAndRetryOfAFailure()
{
    down({id("onion"), id("betanet")});
    startAll();
    come(id("onion"), RunState::Failed);
    m_room->commands.end({Verdict::Failed, QStringLiteral("'onion' did not come up: exit 1")});
    QTRY_VERIFY(button("Retry onion"));
    QTRY_COMPARE(model().runningCount(), 1); // betanet says nothing yet
    button("Log of onion")->click();
    QCOMPARE(m_window->selection().current(), id("onion"));
    QVERIFY(m_window->isVisible());
    asked().clear();
    QTRY_VERIFY(!m_window->actionsOnServices().operations().isBusy(Verb::Restart, id("onion")));
    button("Retry onion")->click();
    QCOMPARE(asked(), QStringList{id("restart onion force")});
    come(id("onion"), RunState::Running);
    addChecks(m_room->registry, id("onion"), Health::Healthy, 1);
    m_room->commands.end();
    QTRY_COMPARE(model().operations().front().step(id("onion"))->phase, StepPhase::Done);
    QTRY_VERIFY(!button("Retry onion")->isVisible());
}

void TestOperations::waitingOnesAreStopped()
{
    down({id("onion"), id("vpn_coordinator"), id("betanet")});
    startAll();
    come(id("onion"), RunState::Failed);
    come(id("vpn_coordinator"), RunState::Waiting);
    come(id("betanet"), RunState::Waiting);
    QTRY_VERIFY(button("Stop waiting ones") && button("Stop waiting ones")->isVisible());
    QCOMPARE(button("Stop waiting ones")->toolTip(), QStringLiteral("Stops 2 services that wait"));
    asked().clear();
    button("Stop waiting ones")->click();
    QCOMPARE(asked(), (QStringList{id("stop betanet"), id("stop vpn_coordinator")}));
    const Operation &operation = model().operations().front();
    QCOMPARE(operation.count(StepPhase::Skipped), 2);
    QCOMPARE(model().operations().size(), 1U);
    // The start hears that it was overtaken: that was us, and is no news.
    auto *message = m_window->findChild<InlineMessage *>();
    m_room->commands.endOnly(id("startAll"), {Verdict::Conflict, QStringLiteral("The start of all was overtaken")});
    QTRY_VERIFY(!operation.isRunning());
    QVERIFY(message->text() != QStringLiteral("The start of all was overtaken"));
}

void TestOperations::busyUntilTheFirstCheckIsIn()
{
    down({id("bitchat")});
    m_window->selection().selectOnly(id("bitchat"));
    action(Verb::Start)->trigger();
    QVERIFY(!action(Verb::Start)->isEnabled());
    come(id("bitchat"), RunState::Running);
    m_room->commands.end();
    QTRY_VERIFY(model().operations().front().answeredAt);
    QCOMPARE(action(Verb::Restart)->toolTip(), QStringLiteral("Busy with bitchat"));
    QVERIFY(m_window->statusBar()->currentMessage() != QStringLiteral("bitchat is running"));
    QElapsedTimer timer;
    timer.start();
    addChecks(m_room->registry, id("bitchat"), Health::Healthy, 1);
    QTRY_COMPARE(m_window->statusBar()->currentMessage(), QStringLiteral("bitchat is running"));
    QVERIFY(!action(Verb::Restart)->isEnabled()); // and a second more, so that it is seen
    QTRY_VERIFY(action(Verb::Restart)->isEnabled());
    QVERIFY(timer.elapsed() >= 900);
}

void TestOperations::stopIsPossibleWhileItStarts()
{
    down({id("bitchat")});
    m_window->selection().selectOnly(id("bitchat"));
    action(Verb::Start)->trigger();
    come(id("bitchat"), RunState::Starting);
    QVERIFY(action(Verb::Stop)->isEnabled()); // the last wish wins
    action(Verb::Stop)->trigger();
    QCOMPARE(asked(), (QStringList{id("start bitchat"), id("stop bitchat cascade")}));
    QCOMPARE(model().operations().back().step(id("bitchat"))->phase, StepPhase::Skipped);
    come(id("bitchat"), RunState::Stopped);
    m_room->commands.end();
    QTRY_COMPARE(m_window->statusBar()->currentMessage(), QStringLiteral("bitchat has stopped"));
    QVERIFY(action(Verb::Start)->isEnabled()); // at once
}

/// S17.
void TestOperations::clickIsSeenAtOnce()
{
    m_window->selection().selectOnly(id("bitchat"));
    auto *bar = m_window->findChild<QToolBar *>(QStringLiteral("actions"));
    for (const Verb verb : {Verb::Check, Verb::Restart, Verb::Stop}) {
        QWidget *shown = bar->widgetForAction(action(verb));
        QVERIFY(shown && shown->isEnabled());
        QElapsedTimer timer;
        timer.start();
        QTest::mouseClick(shown, Qt::LeftButton, {}, QPoint(shown->height() / 2, shown->height() / 2));
        QTRY_VERIFY(!shown->isEnabled());
        QVERIFY2(timer.elapsed() <= 100, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(m_window->statusBar()->currentMessage().contains(QStringLiteral("bitchat")));
    }
}

/// L10.
void TestOperations::manyClicksAskOnce()
{
    m_window->selection().selectOnly(id("bitchat"));
    auto *bar = m_window->findChild<QToolBar *>(QStringLiteral("actions"));
    QWidget *restart = bar->widgetForAction(action(Verb::Restart));
    for (int i = 0; i < 50; ++i) {
        QTest::mouseClick(restart, Qt::LeftButton, {}, QPoint(restart->height() / 2, restart->height() / 2));
        QTest::keyClick(m_window.get(), Qt::Key_R, Qt::ControlModifier);
        action(Verb::Restart)->trigger();
        m_window->actionsOnServices().operations().run(Verb::Restart, {id("bitchat")});
    }
    QCOMPARE(asked(), QStringList{id("restart bitchat")});
    QCOMPARE(model().operations().size(), 1U);
    asked().clear();
    m_window->selection().selectOnly(id("dao")); // with a question
    for (int i = 0; i < 50; ++i)
        action(Verb::Restart)->trigger();
    QCOMPARE(m_window->findChildren<ConsequenceDialog *>().size(), 1);
    m_window->findChild<ConsequenceDialog *>()->accept();
    QCOMPARE(asked(), QStringList{id("restart dao")});
}

void TestOperations::severalFailuresAreOneSentence()
{
    down({id("betanet"), id("bitchat")});
    m_window->selection().set({id("betanet"), id("bitchat")}, id("betanet"));
    action(Verb::Start)->trigger();
    QCOMPARE(asked(), (QStringList{id("start betanet"), id("start bitchat")}));
    m_room->commands.end({Verdict::Failed, QStringLiteral("It did not come up")});
    auto *message = m_window->findChild<InlineMessage *>();
    QTRY_VERIFY(message->isVisible());
    QCOMPARE(message->text(), QStringLiteral("It did not come up (and 1 more problems; see Operations)"));
}

void TestOperations::disconnectedNothingCanBeAsked()
{
    ConnectionState lost;
    lost.link = ConnectionState::Link::Reconnecting;
    lost.place = QStringLiteral("edge-7:7464");
    m_room->connection.put(lost);
    for (QAction *each : m_window->menu(MainWindow::Menu::Service).actions()) {
        if (each->isSeparator() || each->menu())
            continue;
        QVERIFY2(!each->isEnabled(), qPrintable(each->text()));
        QVERIFY(!each->statusTip().isEmpty());
    }
    m_room->connection.put({});
    QVERIFY(action(FleetVerb::StopAll)->isEnabled());
}

void TestOperations::startUpIsAnOperationToo()
{
    ServiceRegistry &registry = m_room->registry;
    QVERIFY(model().operations().empty());
    registry.setInitialized(false);
    for (const ServiceId &service : registry.order())
        setState(registry, service, service == id("dao") ? RunState::Starting : RunState::Waiting, Cause::StartUp, 0s);
    QTRY_COMPARE(model().operations().size(), 1U);
    QVERIFY(dock()->isVisible());
    const Operation &operation = model().operations().front();
    QCOMPARE(operation.total(), 10);
    QCOMPARE(operation.title, QStringLiteral("Start all on “local”"));
    QTRY_VERIFY2(m_window->windowTitle().startsWith(QStringLiteral("Foghorn — local — 0 of 10 done, ")),
        qPrintable(m_window->windowTitle()));
    for (const ServiceId &service : registry.order()) {
        registry.resetHealth(service);
        setState(registry, service, RunState::Running, Cause::StartUp, 0s);
        addChecks(registry, service, Health::Healthy, 1);
    }
    QVERIFY(operation.isRunning());
    registry.setInitialized(true);
    QVERIFY(!operation.isRunning());
    QCOMPARE(operation.count(StepPhase::Done), 10);
    QCOMPARE(model().operations().size(), 1U); // once
}

/// Class D.
void TestOperations::protectedFleetsWantTheirName()
{
    m_window->actionsOnServices().setProtected(QStringLiteral("edge-7"));
    m_room->settings.setValue(QStringLiteral("confirm/stop-needed"), true);
    m_window->selection().selectOnly(id("onion"));
    action(Verb::Stop)->trigger(); // asked all the same
    auto *dialog = m_window->findChild<ConsequenceDialog *>();
    QVERIFY(dialog && !dialog->findChild<QCheckBox *>());
    dialog->reject();
    QTRY_VERIFY(!m_window->findChild<ConsequenceDialog *>());
    action(FleetVerb::StopAll)->trigger();
    dialog = m_window->findChild<ConsequenceDialog *>();
    auto *field = dialog->findChild<QLineEdit *>();
    QVERIFY(field);
    const QList<QPushButton *> buttons = dialog->findChildren<QPushButton *>();
    const auto stop = std::find_if(buttons.begin(), buttons.end(),
        [](const QPushButton *each) { return each->text() == QStringLiteral("&Stop 10 services"); });
    QVERIFY(stop != buttons.end());
    QVERIFY(!(*stop)->isEnabled());
    QTest::keyClicks(field, QStringLiteral("edge-8"));
    QVERIFY(!(*stop)->isEnabled());
    field->clear();
    QTest::keyClicks(field, QStringLiteral("edge-7"));
    QVERIFY((*stop)->isEnabled());
    (*stop)->click();
    QCOMPARE(asked(), QStringList{id("stopAll cascade")});
}

QTEST_MAIN(TestOperations)
#include "tst_operations.moc"
