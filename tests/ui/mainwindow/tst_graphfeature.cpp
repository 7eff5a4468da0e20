#include "tests/ui/support/fakeroom.h"
#include "ui/graph/blastradius.h"
#include "ui/graph/graphbar.h"
#include "ui/graph/graphpanel.h"
#include "ui/graph/graphscene.h"
#include "ui/graph/graphview.h"
#include "ui/graph/nodeitem.h"
#include "ui/mainwindow/graphfeature.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/serviceactions.h"
#include "ui/models/serviceselection.h"
#include "ui/models/servicetablemodel.h"
#include "ui/panels/detailpanel.h"
#include "ui/style/theme.h"
#include "ui/timeline/filteredout.h"

#include <QApplication>
#include <QCheckBox>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTest>

using namespace foghorn;

namespace {

QString id(const char *text) { return QString::fromLatin1(text); }

} // namespace

class TestGraphFeature : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void ctrlBShowsWhomAStopWouldHit();
    void anItemThatStopsShowsItWhileItHasTheFocus();
    void readersRestartThroughTheSameAction();
    void whatIsShownIsKept();
    void nonsenseInTheSettingsIsLeftOut();
    void ctrlFFindsInTheGraph();
    void mutedAndPinnedAreMarked();
    void filterThatHidesAllSaysSo();

private:
    void open();
    BlastRadius &blast() const { return m_window->graphPanel().blastRadius(); }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<FakeRoom> m_room;
    std::unique_ptr<MainWindow> m_window;
};

void TestGraphFeature::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qobject_cast<QApplication *>(QCoreApplication::instance()));
}

void TestGraphFeature::open()
{
    m_window = std::make_unique<MainWindow>(m_room->sources(), *m_theme, m_room->settings);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_VERIFY(m_window->graphPanel().scene().isLaidOut());
}

void TestGraphFeature::init()
{
    m_room = std::make_unique<FakeRoom>();
    m_room->registry.setOutline(fakeOutline(id("local"), tenServices()));
    makeAllHealthy(m_room->registry);
    open();
    m_window->selection().selectOnly(id("onion"));
}

void TestGraphFeature::cleanup()
{
    m_room->commands.end();
    m_window.reset();
    m_room.reset();
}

void TestGraphFeature::ctrlBShowsWhomAStopWouldHit()
{
    QTest::keyClick(m_window.get(), Qt::Key_B, Qt::ControlModifier);
    QVERIFY(m_window->graphPanel().isVisible());
    QVERIFY2(blast().sentence().startsWith(id("Stopping onion stops 2 more")), qPrintable(blast().sentence()));
    QTest::keyClick(m_window.get(), Qt::Key_B, Qt::ControlModifier);
    QVERIFY(blast().sentence().isEmpty());
}

void TestGraphFeature::anItemThatStopsShowsItWhileItHasTheFocus()
{
    QMenu menu;
    QAction *check = m_window->actionsOnServices().action(Verb::Check);
    QAction *stop = m_window->actionsOnServices().action(Verb::Stop);
    menu.addActions({check, stop});
    menu.popup(m_window->mapToGlobal(QPoint(50, 50)));
    QTRY_VERIFY(menu.isVisible());
    QTest::keyClick(&menu, Qt::Key_Down);
    QVERIFY(!blast().isOn());
    QTest::keyClick(&menu, Qt::Key_Down);
    QCOMPARE(menu.activeAction(), stop);
    QVERIFY(blast().isOn());
    QTest::keyClick(&menu, Qt::Key_Up);
    QVERIFY(!blast().isOn());
    QTest::keyClick(&menu, Qt::Key_Down);
    QVERIFY(blast().isOn());
    QTest::keyClick(&menu, Qt::Key_Escape);
    QVERIFY(!blast().isOn());
}

void TestGraphFeature::readersRestartThroughTheSameAction()
{
    GraphView &view = m_window->graphPanel().view();
    const auto bitchat = static_cast<int>(m_room->registry.order().indexOf(id("bitchat")));
    view.doAccessibleItemAction(bitchat, GraphView::checkActionName());
    QCOMPARE(m_window->selection().current(), id("bitchat"));
    QCOMPARE(m_room->commands.asked, QStringList{id("check bitchat")});
}

void TestGraphFeature::whatIsShownIsKept()
{
    m_window->graphPanel().bar().optionalBox().setChecked(false);
    m_window->graphPanel().scene().setGroupBy({GroupBy::Kind::Type, {}});
    QTRY_COMPARE(m_room->settings.value(id("graph/group")).toString(), id("type"));
    m_window.reset();
    open();
    QVERIFY(!m_window->graphPanel().bar().optionalBox().isChecked());
    QVERIFY(m_window->graphPanel().bar().stoppedBox().isChecked());
    QVERIFY(!m_window->graphPanel().scene().isOptionalShown());
    QCOMPARE(m_window->graphPanel().scene().groupBy(), (GroupBy{GroupBy::Kind::Type, {}}));
}

void TestGraphFeature::nonsenseInTheSettingsIsLeftOut()
{
    m_window.reset();
    m_room->settings.setValue(id("graph/group"), id("colour of the moon"));
    m_room->settings.setValue(id("graph/optional"), id("\u0001"));
    open();
    QCOMPARE(m_window->graphPanel().scene().groupBy(), GroupBy());
}

void TestGraphFeature::ctrlFFindsInTheGraph()
{
    m_window->showPage(MainWindow::Page::Graph);
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(m_window->graphPanel().bar().searchField().hasFocus());
}

void TestGraphFeature::mutedAndPinnedAreMarked()
{
    open();
    GraphScene &scene = m_window->graphPanel().scene();
    m_window->showPage(MainWindow::Page::Graph);
    QTRY_VERIFY(scene.isLaidOut());
    const auto says = [&scene](const char *service, const char *words) {
        return scene.node(id(service))->spoken().contains(QLatin1String(words));
    };
    QVERIFY(!says("onion", "muted") && !says("p2p", "muted"));
    Alert alert;
    alert.id = 1;
    alert.service = id("onion");
    alert.since = Now::read().wall;
    alert.mutedUntil = alert.since + std::chrono::hours(1);
    m_room->alerts.put(alert);
    m_room->alerts.setMaintenance({{id("p2p"), alert.since + std::chrono::hours(1)}});
    QTRY_VERIFY(says("onion", "alerts muted") && says("p2p", "alerts muted") && !says("dao", "muted"));
    alert.mutedUntil = {};
    m_room->alerts.put(alert);
    QTRY_VERIFY(!says("onion", "muted"));
    m_window->selection().selectOnly(id("dao"));
    m_window->detailPanel().setPinned(true);
    m_window->selection().selectOnly(id("onion"));
    QVERIFY(says("dao", "pinned") && !says("onion", "pinned"));
    m_window->detailPanel().setPinned(false);
    QVERIFY(!says("dao", "pinned"));
}

/// Everything was stopped on purpose, and such services are not shown.
void TestGraphFeature::filterThatHidesAllSaysSo()
{
    GraphPanel &graph = m_window->graphPanel();
    m_window->showPage(MainWindow::Page::Graph);
    graph.bar().stoppedBox().setChecked(false);
    QVERIFY(graph.view().isVisible() && !graph.filteredOut().isVisible());
    graph.view().setFocus();
    for (const ServiceId &service : m_room->registry.order()) {
        ServiceStatus status = m_room->registry.find(service)->status;
        status.state = RunState::Stopped;
        status.goal = Goal::Down;
        m_room->registry.update(status);
    }
    m_window->model().flush();
    QVERIFY(graph.filteredOut().isVisible() && !graph.view().isVisible());
    QCOMPARE(graph.filteredOut().text(), id("The filter hides all 10 services"));
    QVERIFY(graph.filteredOut().button().hasFocus()); // the keys do not get lost
    graph.showAsList(true); // which leaves nothing out
    QVERIFY(!graph.filteredOut().isVisible());
    graph.showAsList(false);
    graph.filteredOut().button().setFocus();
    QTest::keyClick(&graph.filteredOut().button(), Qt::Key_Space);
    QVERIFY(graph.bar().stoppedBox().isChecked());
    QVERIFY(graph.view().isVisible() && graph.view().hasFocus());
    graph.bar().stoppedBox().setChecked(false);
    QVERIFY(graph.filteredOut().isVisible());
    ServiceStatus status = m_room->registry.find(id("onion"))->status;
    status.state = RunState::Starting;
    status.goal = Goal::Up;
    m_room->registry.update(status);
    m_window->model().flush();
    QVERIFY(graph.view().isVisible()); // one is to be seen again
}

QTEST_MAIN(TestGraphFeature)
#include "tst_graphfeature.moc"
