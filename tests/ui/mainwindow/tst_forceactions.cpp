#include "tests/ui/support/windowtest.h"
#include "ui/dialogs/consequencedialog.h"
#include "ui/mainwindow/serviceactions.h"
#include "ui/models/operationmodel.h"
#include "ui/models/serviceselection.h"
#include "ui/models/servicetablemodel.h"
#include "ui/panels/inlinemessage.h"

#include <QAction>
#include <QCheckBox>
#include <QDir>
#include <QMenu>
#include <QPushButton>
#include <QStatusBar>
#include <QTest>

using namespace foghorn;

/// Force stop and Reset failure count: when they can be used, what they ask, and what they say.
class TestForceActions : public QObject, private WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        openWindow([](FakeRoom &room) { makeAllHealthy(room.registry); });
    }
    void cleanup() { closeWindow(); }

    void bothHaveAReasonWhenDisabled();
    void whoWasAskedToEndHasHalfItsTime();
    void killsOnlyWhoIsAgreedTo();
    void saysWhoElseIsHit();
    void cutsAStopUnderWayShort();
    void isAskedEvenWhereOthersAreSpared();
    void resetIsDoneAtOnce();
    void resetThatIsRefusedSaysWhy();
    void bothAreInTheMenus();
    void stuckOneIsKilledInOperations();

private:
    QAction *action(Verb verb) const { return m_window->actionsOnServices().action(verb); }
    ConsequenceDialog *dialog() const { return m_window->findChild<ConsequenceDialog *>(); }
    /// Into $FOGHORN_PICTURES, where that is set.
    void picture(QWidget &of, const char *name) const
    {
        if (const QString folder = qEnvironmentVariable("FOGHORN_PICTURES"); !folder.isEmpty())
            of.grab().save(QDir(folder).filePath(id(name) + QStringLiteral(".png")));
    }
    QStringList &asked() { return m_room->commands.asked; }
    void select(const char *name) { m_window->selection().selectOnly(id(name)); }
    QPushButton *forceButton() const
    {
        for (auto *each : m_window->findChildren<QPushButton *>()) {
            if (each->accessibleName() == u"Force betanet to stop")
                return each;
        }
        return nullptr;
    }
    void put(const char *name, RunState state, std::chrono::milliseconds age = 0s)
    {
        setState(m_room->registry, id(name), state, Cause::Command, age, Goal::Down);
        m_window->model().flush();
    }
    void useUp(const char *name, int attempts)
    {
        ServiceStatus status = m_room->registry.find(id(name))->status;
        status.restartAttempts = attempts;
        status.maxAttempts = 3;
        m_room->registry.update(status);
        m_window->model().flush();
    }
};

void TestForceActions::bothHaveAReasonWhenDisabled()
{
    m_window->selection().set({}, {});
    for (const Verb verb : {Verb::ForceStop, Verb::ResetFailed}) {
        QVERIFY(!action(verb)->isEnabled());
        QCOMPARE(action(verb)->statusTip(), QStringLiteral("Select a service first"));
    }
    select("bitchat");
    QVERIFY(action(Verb::ForceStop)->isEnabled());
    QCOMPARE(
        action(Verb::ForceStop)->statusTip(), QStringLiteral("Kill all processes of the selected services at once"));
    QVERIFY(!action(Verb::ResetFailed)->isEnabled());
    QCOMPARE(action(Verb::ResetFailed)->toolTip(), QStringLiteral("bitchat has used no automatic restarts"));
    for (const RunState state :
        {RunState::Stopped, RunState::Finished, RunState::Failed, RunState::Waiting, RunState::Backoff}) {
        put("bitchat", state);
        QVERIFY(!action(Verb::ForceStop)->isEnabled());
        QCOMPARE(action(Verb::ForceStop)->toolTip(), QStringLiteral("bitchat is not running"));
    }
    put("bitchat", RunState::Starting);
    QVERIFY(action(Verb::ForceStop)->isEnabled());
    useUp("bitchat", 1);
    QVERIFY(action(Verb::ResetFailed)->isEnabled());
    m_window->actionsOnServices().setBlocked(QStringLiteral("only looking"));
    for (const Verb verb : {Verb::ForceStop, Verb::ResetFailed}) {
        QVERIFY(!action(verb)->isEnabled());
        QCOMPARE(action(verb)->toolTip(), QStringLiteral("only looking"));
    }
    m_window->actionsOnServices().forceStop(id("bitchat")); // nor from elsewhere
    QVERIFY(!dialog());
}

/// The stop time-out of the ten services is 30 s.
void TestForceActions::whoWasAskedToEndHasHalfItsTime()
{
    select("bitchat");
    for (const RunState state : {RunState::Stopping, RunState::Draining}) {
        put("bitchat", state, 2s);
        QVERIFY(!action(Verb::ForceStop)->isEnabled());
        const QString reason = action(Verb::ForceStop)->toolTip();
        QVERIFY2(reason.startsWith(QStringLiteral("bitchat has been asked to end; it can be killed in 1")),
            qPrintable(reason)); // 13 s, or 12
        put("bitchat", state, 16s);
        QVERIFY(action(Verb::ForceStop)->isEnabled());
    }
}

void TestForceActions::killsOnlyWhoIsAgreedTo()
{
    select("bitchat");
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(dialog());
    QCOMPARE(dialog()->plainText(),
        QStringLiteral("Force bitchat to stop?\n"
                       "All processes of bitchat are killed at once; what they have not saved is lost.\n"
                       "On “local”. No other running service needs what is stopped."));
    QVERIFY(!dialog()->findChild<QCheckBox *>());
    QTest::keyClick(dialog(), Qt::Key_Return); // Cancel is the default
    QTRY_VERIFY(!dialog());
    QVERIFY(asked().isEmpty());
    action(Verb::ForceStop)->trigger();
    dialog()->accept();
    QCOMPARE(asked(), QStringList{id("stop bitchat force cascade")});
    QCOMPARE(m_window->statusBar()->currentMessage(), QStringLiteral("Killing bitchat…"));
    QVERIFY(!action(Verb::ForceStop)->isEnabled());
    QCOMPARE(action(Verb::ForceStop)->toolTip(), QStringLiteral("Busy with bitchat"));
    put("bitchat", RunState::Stopped);
    m_room->commands.end();
    QTRY_COMPARE(m_window->statusBar()->currentMessage(), QStringLiteral("bitchat has stopped"));
}

void TestForceActions::saysWhoElseIsHit()
{
    select("onion");
    QVERIFY(action(Verb::ForceStop)->statusTip().contains(QStringLiteral("stops 2 more: betanet and vpn_coordinator")));
    action(Verb::ForceStop)->trigger();
    const QString text = dialog()->plainText();
    QVERIFY2(text.contains(QStringLiteral("This also affects 3 services:")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("vpn_coordinator: needs it → will be stopped first")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("bitchat: optional → keeps running, degraded")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("30 s each")), qPrintable(text)); // theirs
    dialog()->accept();
    QCOMPARE(asked(), QStringList{id("stop onion force cascade")});
}

void TestForceActions::cutsAStopUnderWayShort()
{
    select("bitchat");
    action(Verb::Stop)->trigger();
    put("bitchat", RunState::Stopping, 20s);
    QVERIFY(!action(Verb::Stop)->isEnabled());
    QVERIFY(action(Verb::ForceStop)->isEnabled());
    action(Verb::ForceStop)->trigger();
    dialog()->accept();
    QCOMPARE(asked(), (QStringList{id("stop bitchat cascade"), id("stop bitchat force cascade")}));
}

void TestForceActions::isAskedEvenWhereOthersAreSpared()
{
    m_room->settings.setValue(QStringLiteral("confirm/stop-unneeded"), true);
    m_room->settings.setValue(QStringLiteral("confirm/stop-needed"), true);
    select("onion");
    action(Verb::ForceStop)->trigger();
    QVERIFY(dialog());
    QVERIFY(asked().isEmpty());
}

void TestForceActions::resetIsDoneAtOnce()
{
    select("bitchat");
    setState(m_room->registry, id("bitchat"), RunState::Failed, Cause::RestartLimit);
    useUp("bitchat", 3);
    QTest::keyClick(m_window.get(), Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!dialog());
    QCOMPARE(asked(), QStringList{id("resetFailed bitchat")});
    m_room->commands.end();
    const InlineMessage &message = m_window->message();
    QTRY_VERIFY(message.isVisible());
    QCOMPARE(message.text(), QStringLiteral("The automatic restarts of bitchat are counted from 0 again"));
    QVERIFY(message.offerButton().isHidden()); // there is no way back, and nothing that would need one
    useUp("bitchat", 0);
    QVERIFY(!action(Verb::ResetFailed)->isEnabled());
    QVERIFY(!action(Verb::Restart)->statusTip().contains(QStringLiteral("counted anew")));
}

void TestForceActions::resetThatIsRefusedSaysWhy()
{
    useUp("bitchat", 1);
    useUp("p2p", 2);
    m_window->selection().set({id("bitchat"), id("p2p"), id("dao")}, id("bitchat"));
    action(Verb::ResetFailed)->trigger();
    QCOMPARE(asked(), (QStringList{id("resetFailed bitchat"), id("resetFailed p2p")})); // dao has used none
    m_room->commands.endOnly(id("resetFailed bitchat"));
    m_room->commands.end({Verdict::NotFound, QStringLiteral("There is no service 'p2p'.")});
    QTRY_COMPARE(m_window->message().text(), QStringLiteral("There is no service 'p2p'."));
}

void TestForceActions::bothAreInTheMenus()
{
    const QList<QAction *> inMenu = m_window->menu(MainWindow::Menu::Service).actions();
    const QList<QAction *> inRow = m_window->actionsOnServices().actions(); // of the context menu
    for (const Verb verb : {Verb::ForceStop, Verb::ResetFailed}) {
        QVERIFY(inMenu.contains(action(verb)));
        QVERIFY(inRow.contains(action(verb)));
    }
    QCOMPARE(action(Verb::ForceStop)->shortcut(), QKeySequence(QStringLiteral("Ctrl+Shift+K")));
    QCOMPARE(action(Verb::ResetFailed)->shortcut(), QKeySequence(QStringLiteral("Ctrl+Shift+R")));
}

/// After half its time, by our clock; what is shown there can be done, whatever the clocks of others say.
void TestForceActions::stuckOneIsKilledInOperations()
{
    for (const Theme::Mode mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        m_theme->setMode(mode);
        openWindow([](FakeRoom &room) { makeAllHealthy(room.registry); });
        OperationModel &model = m_window->actionsOnServices().operations().model();
        const MonoTime begin = model.now();
        model.setClock([begin] { return begin; });
        select("onion");
        action(Verb::Stop)->trigger();
        dialog()->accept();
        QTRY_VERIFY(!dialog());
        for (const char *name : {"betanet", "vpn_coordinator"})
            put(name, RunState::Stopping);
        model.setClock([begin] { return begin + 16s; });
        put("vpn_coordinator", RunState::Stopped);
        model.look();
        QPushButton *force = nullptr;
        QTRY_VERIFY((force = forceButton()) != nullptr);
        QTRY_VERIFY(force->isVisible());
        picture(*m_window, mode == Theme::Mode::Light ? "stuck-light" : "stuck-dark");
        QTest::mouseClick(force, Qt::LeftButton);
        QVERIFY(dialog());
        QVERIFY(dialog()->plainText().startsWith(QStringLiteral("Force betanet to stop?")));
        picture(*dialog(), mode == Theme::Mode::Light ? "force-light" : "force-dark");
        dialog()->accept();
        QCOMPARE(asked().last(), id("stop betanet force cascade"));
    }
    m_theme->setMode(Theme::Mode::Light);
}

QTEST_MAIN(TestForceActions)
#include "tst_forceactions.moc"
