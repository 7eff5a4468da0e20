#include "tests/ui/support/fakenews.h"
#include "tests/ui/support/windowtest.h"
#include "ui/graph/graphpanel.h"
#include "ui/graph/graphview.h"
#include "ui/mainwindow/pagestack.h"
#include "ui/models/alerttablemodel.h"
#include "ui/models/serviceselection.h"
#include "ui/models/timecursor.h"
#include "ui/panels/alertactions.h"
#include "ui/panels/alertpanel.h"
#include "ui/panels/alertview.h"
#include "ui/panels/inlinemessage.h"
#include "ui/panels/logbar.h"
#include "ui/panels/logfooter.h"
#include "ui/panels/logpanel.h"
#include "ui/panels/logview.h"
#include "ui/panels/servicepanel.h"
#include "ui/panels/serviceview.h"

#include <QAccessible>
#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSet>
#include <QStatusBar>
#include <QTest>

using namespace foghorn;
using namespace std::chrono_literals;

class TestAttentionPages : public QObject, private WindowTest
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
    void cleanup() { closeWindow(); }
    void logOfTheSelectedService();
    void ctrlLGoesToTheFirstFailure();
    void ctrlFFindsWhatThePageShows();
    void alertsAreCountedBesideTheirPage();
    void alertLeadsToGraphAndRestart();
    void whatIsWrongHasRoomInNarrowWindows();
    void outcomesAreTold();
    void tabReachesEverything_data();
    void tabReachesEverything();
    void everyWidgetHasAName_data();
    void everyWidgetHasAName();
    void hostileNamesStayPlain();

private:
    void showPage(int page)
    {
        m_window->selection().selectOnly(id("onion"));
        m_window->showPage(static_cast<MainWindow::Page>(page));
        if (static_cast<MainWindow::Page>(page) == MainWindow::Page::Logs) {
            m_room->logs.say(fakeNews({id("onion")}, 100));
            QTRY_COMPARE(m_window->logPanel().model().rowCount(), 100);
        }
    }
    /// Not selectRow(): that heeds a Shift key which an earlier test has pressed.
    void choose(int row)
    {
        AlertView &view = m_window->alertPanel().view();
        const QModelIndex index = view.model()->index(row, 0);
        view.selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    }
    static void addPages()
    {
        QTest::addColumn<int>("page");
        QTest::newRow("logs") << static_cast<int>(MainWindow::Page::Logs);
        QTest::newRow("alerts") << static_cast<int>(MainWindow::Page::Alerts);
    }
};

void TestAttentionPages::logOfTheSelectedService()
{
    QVERIFY(m_room->logs.followed.isEmpty()); // nothing is read before somebody looks
    for (const auto page : {MainWindow::Page::Services, MainWindow::Page::Graph}) {
        m_window->showPage(page);
        m_window->selection().selectOnly(page == MainWindow::Page::Graph ? id("p2p") : id("onion"));
        QTest::keyClick(m_window.get(), Qt::Key_L, Qt::ControlModifier);
        QVERIFY(m_window->logPanel().isVisible());
        QVERIFY(m_window->logPanel().view().hasFocus() || !m_window->logPanel().emptyText().isEmpty());
        QCOMPARE(m_room->logs.followed.last(), QList<ServiceId>{m_window->selection().current()});
    }
}

/// Two keys from "somebody needs me" to the lines of the cause.
/// E3
void TestAttentionPages::ctrlLGoesToTheFirstFailure()
{
    m_window->selection().selectOnly(id("onion"));
    const RegistryEntry *onion = m_room->registry.find(id("onion"));
    const int failures = onion->health.consecutiveFailures;
    QVERIFY(failures > 0);
    const WallTime first = onion->checks.tail(static_cast<std::size_t>(failures)).front().at;
    QTest::keyClick(m_window.get(), Qt::Key_L, Qt::ControlModifier);
    QVERIFY(m_window->logPanel().isVisible());
    QCOMPARE(m_window->timeCursor().time(), std::optional(first));
    m_window->timeCursor().setTime({});
    m_window->selection().selectOnly(id("dao")); // well: its log is followed
    QTest::keyClick(m_window.get(), Qt::Key_L, Qt::ControlModifier);
    QVERIFY(!m_window->timeCursor().time());
    QVERIFY(m_window->logPanel().view().isFollowing());
}

void TestAttentionPages::ctrlFFindsWhatThePageShows()
{
    showPage(static_cast<int>(MainWindow::Page::Logs));
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(m_window->logPanel().bar().findField().hasFocus());
    QTest::keyClicks(&m_window->logPanel().bar().findField(), QStringLiteral("peers"));
    QTest::keyClick(m_window.get(), Qt::Key_F3);
    const int first = m_window->logPanel().view().currentIndex().row();
    QVERIFY(first >= 0);
    QTest::keyClick(m_window.get(), Qt::Key_F3);
    QVERIFY(m_window->logPanel().view().currentIndex().row() != first);
    QTest::keyClick(m_window.get(), Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(m_window->logPanel().view().currentIndex().row(), first);
    m_window->showPage(MainWindow::Page::Charts); // which has nothing to find
    QVERIFY(!m_window->logPanel().findActions().first()->isEnabled());
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(m_window->servicePanel().filterField().hasFocus());
}

void TestAttentionPages::alertsAreCountedBesideTheirPage()
{
    auto *list = m_window->findChild<PageStack *>()->findChild<QListWidget *>();
    const QListWidgetItem *item = list->item(static_cast<int>(MainWindow::Page::Alerts));
    QCOMPARE(item->text(), QStringLiteral("Alerts   4"));
    Alert over = *m_room->alerts.find(2);
    over.resolvedAt = Now::read().wall;
    m_room->alerts.put(over);
    QTRY_COMPARE(item->text(), QStringLiteral("Alerts   3"));
    for (const qint64 number : {3, 4, 5}) {
        over = *m_room->alerts.find(number);
        over.resolvedAt = Now::read().wall;
        m_room->alerts.put(over);
    }
    QTRY_COMPARE(item->text(), QStringLiteral("Alerts"));
}

void TestAttentionPages::alertLeadsToGraphAndRestart()
{
    m_window->showPage(MainWindow::Page::Alerts);
    AlertView &view = m_window->alertPanel().view();
    QVERIFY(view.hasFocus());
    choose(0);
    QCOMPARE(m_window->selection().current(), id("onion"));
    m_window->selection().selectOnly(id("dao"));
    QTest::keyClick(&view, Qt::Key_Return, Qt::ShiftModifier);
    QVERIFY(m_window->graphPanel().isVisible());
    QCOMPARE(m_window->selection().current(), id("onion"));
    m_window->showPage(MainWindow::Page::Alerts);
    choose(1);
    m_window->alertPanel().actionsOnAlerts().restartCause()->trigger();
    QCOMPARE(m_room->commands.asked, QStringList{id("restart vpn_coordinator force")});
}

void TestAttentionPages::outcomesAreTold()
{
    m_window->showPage(MainWindow::Page::Alerts);
    choose(0);
    QTest::keyClick(m_window.get(), Qt::Key_M, Qt::ControlModifier);
    QCOMPARE(m_room->alertCommands.calls, QStringList{id("mute 2 60 desktop")});
    QTRY_COMPARE(m_window->statusBar()->currentMessage(), QStringLiteral("Muted for 1 h: onion"));
    m_room->alertCommands.outcome = {Verdict::Conflict, QStringLiteral("It is over already.")};
    QTest::keyClick(m_window.get(), Qt::Key_M, Qt::ControlModifier);
    auto *message = m_window->findChild<InlineMessage *>();
    QTRY_COMPARE(message->text(), QStringLiteral("It is over already."));
}

void TestAttentionPages::tabReachesEverything_data() { addPages(); }

void TestAttentionPages::tabReachesEverything()
{
    QFETCH(int, page);
    showPage(page);
    QSet<QWidget *> reached;
    QWidget *first = QApplication::focusWidget();
    QVERIFY(first);
    for (int i = 0; i < 80; ++i) {
        reached.insert(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        if (QApplication::focusWidget() == first)
            break;
    }
    QCOMPARE(QApplication::focusWidget(), first); // no trap
    for (auto *widget : m_window->findChildren<QWidget *>()) {
        if (!widget->isVisible() || !widget->isEnabled() || !(widget->focusPolicy() & Qt::TabFocus)
            || widget->focusProxy())
            continue;
        QVERIFY2(reached.contains(widget),
            qPrintable(QString::fromLatin1(widget->metaObject()->className()) + widget->accessibleName()));
    }
}

void TestAttentionPages::everyWidgetHasAName_data() { addPages(); }

void TestAttentionPages::everyWidgetHasAName()
{
    QFETCH(int, page);
    showPage(page);
    QWidget *panel = static_cast<MainWindow::Page>(page) == MainWindow::Page::Logs
        ? static_cast<QWidget *>(&m_window->logPanel())
        : static_cast<QWidget *>(&m_window->alertPanel());
    QSet<QString> names;
    for (auto *widget : panel->findChildren<QWidget *>()) {
        if (auto *label = qobject_cast<QLabel *>(widget); label && label->textFormat() != Qt::PlainText)
            QFAIL(qPrintable(QStringLiteral("rich text may come in: ") + label->text()));
        if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus))
            continue;
        QAccessibleInterface *access = QAccessible::queryAccessibleInterface(widget);
        const QString name = access ? access->text(QAccessible::Name) : QString();
        QVERIFY2(!name.isEmpty(), widget->metaObject()->className());
        QVERIFY2(!names.contains(name), qPrintable(name));
        names.insert(name);
    }
    QVERIFY(names.size() >= 5);
}

void TestAttentionPages::hostileNamesStayPlain()
{
    const QList<QString> names{QString(200, u'n'), QStringLiteral("<b>bold</b>"), QStringLiteral("a\u202eb")};
    qint64 number = 100;
    for (const QString &name : names) {
        Alert alert;
        alert.id = number++;
        alert.service = name;
        alert.message = name;
        alert.since = Now::read().wall;
        alert.affected = names;
        m_room->alerts.put(alert);
    }
    m_window->alertPanel().model().refresh();
    showPage(static_cast<int>(MainWindow::Page::Alerts));
    QVERIFY(!m_window->grab().isNull());
    showPage(static_cast<int>(MainWindow::Page::Logs));
    LogNews news;
    for (const QString &name : names)
        news.lines.append({name, Now::read().wall, false, false, name.toUtf8()});
    m_room->logs.say(news);
    QTRY_COMPARE(m_window->logPanel().model().rowCount(), 103);
    m_window->logPanel().view().goTo(101);
    QVERIFY(m_window->logPanel().footer().text().contains(QStringLiteral("<b>bold</b>")));
    QVERIFY(!m_window->grab().isNull());
}

void TestAttentionPages::whatIsWrongHasRoomInNarrowWindows()
{
    const int line = m_window->fontMetrics().height();
    m_window->showPage(MainWindow::Page::Alerts);
    AlertView &view = m_window->alertPanel().view();
    m_window->resize(line * 110, line * 45);
    QTRY_VERIFY(!view.isColumnHidden(AlertTableModel::Why));
    m_window->resize(line * 75, line * 42); // 1280 x 720
    QTRY_VERIFY(view.isColumnHidden(AlertTableModel::Why));
    QVERIFY(view.columnWidth(AlertTableModel::What) >= line * 6);
    m_window->resize(line * 110, line * 45);
    QTRY_VERIFY(!view.isColumnHidden(AlertTableModel::Why));
}

QTEST_MAIN(TestAttentionPages)
#include "tst_attentionpages.moc"
