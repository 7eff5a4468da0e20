#include "tests/ui/support/fakenews.h"
#include "tests/ui/support/windowtest.h"
#include "ui/mainwindow/windowundo.h"
#include "ui/models/servicetablemodel.h"
#include "ui/panels/alertactions.h"
#include "ui/panels/alertpanel.h"
#include "ui/panels/servicepanel.h"
#include "ui/panels/serviceview.h"

#include <QAction>
#include <QDockWidget>
#include <QHeaderView>
#include <QLineEdit>
#include <QTest>

using namespace foghorn;

/// What was done to the window itself can be taken back, and done again.
class TestWindowUndo : public QObject, private WindowTest
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        openWindow([](FakeRoom &room) {
            makeBusyEvening(room.registry);
            makeAlerts(room.alerts, room.registry);
        });
    }
    void resetLayoutCanBeTakenBack();
    void typingIsOneStep();
    void columnsCanBeTakenBack();
    void seenAndMuteCanBeTakenBack();

private:
    QHeaderView &header() const { return *m_window->servicePanel().view().horizontalHeader(); }
    QDockWidget &details() const { return *m_window->findChild<QDockWidget *>(id("details")); }
    QLineEdit &filter() const { return m_window->servicePanel().filterField(); }
    QAction *action(const QKeySequence &keys) const;
    QAction &undo() const { return *action(QKeySequence(Qt::CTRL | Qt::Key_Z)); }
    QAction &redo() const { return *action(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z)); }
};

QAction *TestWindowUndo::action(const QKeySequence &keys) const
{
    const QList<QAction *> all = m_window->findChildren<QAction *>();
    const auto at =
        std::find_if(all.cbegin(), all.cend(), [&keys](const QAction *each) { return each->shortcut() == keys; });
    return at == all.cend() ? nullptr : *at;
}

void TestWindowUndo::resetLayoutCanBeTakenBack()
{
    details().hide();
    header().moveSection(header().visualIndex(ServiceTableModel::Since), 0);
    m_window->findChild<QAction *>(id("resetLayout"))->trigger();
    QVERIFY(details().isVisible());
    QVERIFY(header().visualIndex(ServiceTableModel::Since) > 0);
    QCOMPARE(undo().text(), id("&Undo reset layout"));
    m_window->servicePanel().view().setFocus();
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(details().isHidden());
    QCOMPARE(header().visualIndex(ServiceTableModel::Since), 0);
    redo().trigger();
    QVERIFY(details().isVisible());
}

void TestWindowUndo::typingIsOneStep()
{
    QVERIFY(!undo().isEnabled());
    QTest::keyClicks(&filter(), id("onio"));
    undo().trigger();
    QCOMPARE(filter().text(), QString());
    QVERIFY(!undo().isEnabled());
    redo().trigger();
    QCOMPARE(filter().text(), id("onio"));
}

void TestWindowUndo::columnsCanBeTakenBack()
{
    header().setSectionHidden(ServiceTableModel::Why, true);
    const QUndoStack &stack = m_window->findChild<WindowUndo *>()->stack();
    QTRY_COMPARE(stack.count(), 1);
    QCOMPARE(undo().text(), id("&Undo columns"));
    m_window->servicePanel().view().sortByColumn(ServiceTableModel::Name, Qt::DescendingOrder);
    QTRY_COMPARE(stack.count(), 2);
    undo().trigger();
    QVERIFY(header().sortIndicatorSection() != ServiceTableModel::Name);
    QVERIFY(header().isSectionHidden(ServiceTableModel::Why));
    undo().trigger();
    QVERIFY(!header().isSectionHidden(ServiceTableModel::Why));
    // Widths change with the window; they are no step.
    header().resizeSection(ServiceTableModel::Name, 400);
    QCoreApplication::processEvents();
    QVERIFY(!undo().isEnabled());
}

void TestWindowUndo::seenAndMuteCanBeTakenBack()
{
    m_window->showPage(MainWindow::Page::Alerts);
    AlertActions &alerts = m_window->alertPanel().actionsOnAlerts();
    const QStringList &calls = m_room->alertCommands.calls;
    alerts.seen()->trigger();
    QCOMPARE(calls, QStringList{id("acknowledge 2 true desktop")});
    QCOMPARE(undo().text(), id("&Undo mark as seen"));
    undo().trigger();
    QCOMPARE(calls.last(), id("acknowledge 2 false desktop"));
    redo().trigger();
    QCOMPARE(calls.last(), id("acknowledge 2 true desktop"));

    action(QKeySequence(Qt::CTRL | Qt::Key_M))->trigger();
    QCOMPARE(calls.last(), id("mute 2 60 desktop"));
    undo().trigger();
    QCOMPARE(calls.last(), id("mute 2 0 desktop"));

    // What was muted already goes back to what was left of it.
    alerts.setChosen({*m_room->alerts.find(4)});
    action(QKeySequence(Qt::CTRL | Qt::Key_M))->trigger();
    QCOMPARE(calls.last(), id("mute 4 60 desktop"));
    undo().trigger();
    QCOMPARE(calls.last(), id("mute 4 34 desktop"));
}

QTEST_MAIN(TestWindowUndo)
#include "tst_windowundo.moc"
