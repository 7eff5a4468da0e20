#include "tests/ui/mainwindow/eveningwindow.h"
#include "ui/mainwindow/summarybar.h"
#include "ui/panels/filterchips.h"
#include "ui/panels/servicecolumns.h"
#include "ui/panels/statusfilters.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

using namespace foghorn;

namespace {

QString id(const char *text) { return QString::fromLatin1(text); }

} // namespace

class TestServicesPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { m_evening = std::make_unique<EveningWindow>(*m_theme); }
    void cleanup() { m_evening.reset(); }

    void usualColumnsAreShown();
    void columnsAreChosenInTheirMenu();
    void uptimeAndResponseMeanWhatIsChosen();
    void nothingIsShownThatIsNotKnown();
    void rowsRestUnderThePointer();
    void rowsRestWhileAMenuIsOpen();
    void rowsNeverJumpBecauseOfAResponse();
    void chipsSayWhatIsFiltered();
    void nearMissesAreNamed();
    void boxesAndFieldSayTheSame();
    void countsOfTheStatusBarFilter();
    void slashLeadsToTheFilter();

private:
    /// Qt tells widgets of the pointer by these events.
    void movePointer(bool over) const
    {
        QWidget *viewport = m_evening->view().viewport();
        const QPointF at = viewport->rect().center();
        QEnterEvent enter(at, at, viewport->mapToGlobal(at));
        QEvent leave(QEvent::Leave);
        viewport->setAttribute(Qt::WA_UnderMouse, over);
        QCoreApplication::sendEvent(viewport, over ? static_cast<QEvent *>(&enter) : &leave);
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<EveningWindow> m_evening;
};

void TestServicesPage::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qobject_cast<QApplication *>(QCoreApplication::instance()));
    m_theme->setMode(Theme::Mode::Light);
}

void TestServicesPage::usualColumnsAreShown()
{
    using Column = ServiceTableModel::Column;
    for (const Column column : {Column::Status, Column::Name, Column::Checks, Column::Uptime, Column::Response,
             Column::Restarts, Column::Since})
        QVERIFY(m_evening->panel().columns().isShown(column));
    for (const Column column : {Column::Needs, Column::NeededBy, Column::Cpu, Column::Memory, Column::Pid,
             Column::LastCheck, Column::NextCheck, Column::Tags, Column::LastError})
        QVERIFY(!m_evening->panel().columns().isShown(column));
    QCOMPARE(m_evening->view().horizontalHeader()->logicalIndex(0), static_cast<int>(Column::Status));
    for (int column = 0; column < Column::ColumnCount; ++column) {
        QVERIFY(!m_evening->window->model().headerData(column, Qt::Horizontal).toString().isEmpty());
        QVERIFY(!m_evening->window->model().columnTip(column).isEmpty());
        QVERIFY(!ServiceTableModel::columnKey(column).isEmpty());
    }
}

void TestServicesPage::columnsAreChosenInTheirMenu()
{
    m_evening->key(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu);
    const auto choose = [&](const char *text) {
        const QList<QAction *> actions = menu->actions();
        for (QAction *action : actions) {
            if (action->text() == id(text))
                action->trigger();
        }
    };
    choose("CPU");
    QVERIFY(m_evening->panel().columns().isShown(ServiceTableModel::Cpu));
    choose("CPU");
    QVERIFY(!m_evening->panel().columns().isShown(ServiceTableModel::Cpu));
    choose("Needs");
    QCOMPARE(m_evening->window->model().index(5, ServiceTableModel::Needs).data().toString(), QStringLiteral("1 ✓"));
    QCOMPARE(
        m_evening->window->model().index(8, ServiceTableModel::Needs).data().toString(), QStringLiteral("1 of 3 ✕"));
    const int before = m_evening->view().rowHeight(0);
    choose("High rows");
    QVERIFY(m_evening->view().rowHeight(0) > before);
    choose("Columns as at first");
    QVERIFY(!m_evening->panel().columns().isShown(ServiceTableModel::Needs));
    m_evening->panel().columns().setShown(ServiceTableModel::Name, false); // what else would a row be
    QVERIFY(m_evening->panel().columns().isShown(ServiceTableModel::Name));
    menu->close();
}

void TestServicesPage::uptimeAndResponseMeanWhatIsChosen()
{
    ServiceTableModel &model = m_evening->window->model();
    const auto title = [&model](int column) { return model.headerData(column, Qt::Horizontal).toString(); };
    QCOMPARE(title(ServiceTableModel::Uptime), QStringLiteral("Uptime 24 h"));
    model.setUptimeWindow(ServiceTableModel::UptimeWindow::Hour);
    QCOMPARE(title(ServiceTableModel::Uptime), QStringLiteral("Uptime 1 h"));
    QVERIFY(model.index(0, ServiceTableModel::Uptime).data().toString().endsWith(QStringLiteral(" %")));
    addChecks(m_evening->room.registry, id("p2p"), Health::Healthy, 10);
    CheckResult slow;
    slow.service = id("p2p");
    slow.passed = true;
    slow.responseTime = 2s;
    slow.healthAfter = Health::Healthy;
    for (int i = 0; i < 6; ++i)
        m_evening->room.registry.recordCheck(slow, {Health::Healthy, 0, 1});
    model.flush();
    const auto response = [&model] { return model.index(6, ServiceTableModel::Response).data().toString(); };
    QCOMPARE(response(), QStringLiteral("2.00 s"));
    model.setResponseKind(ServiceTableModel::ResponseKind::P95);
    QCOMPARE(title(ServiceTableModel::Response), QStringLiteral("Response p95"));
    QCOMPARE(response(), QStringLiteral("2.00 s"));
    model.setResponseKind(ServiceTableModel::ResponseKind::Mean);
    QVERIFY2(response().endsWith(QStringLiteral(" ms")), qPrintable(response()));
}

void TestServicesPage::nothingIsShownThatIsNotKnown()
{
    m_evening->room.registry.setOutline(fakeOutline(id("local"), {{id("new")}}));
    for (const auto column :
        {ServiceTableModel::Uptime, ServiceTableModel::Response, ServiceTableModel::Cpu, ServiceTableModel::Memory,
            ServiceTableModel::Pid, ServiceTableModel::LastCheck, ServiceTableModel::NextCheck, ServiceTableModel::Tags,
            ServiceTableModel::LastError, ServiceTableModel::Restarts})
        QCOMPARE(m_evening->window->model().index(0, column).data().toString(), QStringLiteral("—"));
}

void TestServicesPage::rowsRestUnderThePointer()
{
    const QStringList before = m_evening->shown();
    movePointer(true);
    setState(m_evening->room.registry, before.last(), RunState::Failed, Cause::RestartLimit);
    m_evening->window->model().flush();
    QCOMPARE(m_evening->shown(), before);
    QVERIFY(m_evening->panel().isSortPending());
    m_evening->key(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(m_evening->shown() != before);
    QVERIFY(!m_evening->panel().isSortPending());
    // What no longer matches stays, too, until the pointer has gone.
    m_evening->panel().setFilterText(id("status:failed"));
    QCOMPARE(m_evening->shown().size(), 2);
    m_evening->window->model().flush();
    setState(m_evening->room.registry, before.last(), RunState::Running);
    m_evening->window->model().flush();
    QCOMPARE(m_evening->shown().size(), 2);
    QVERIFY(m_evening->panel().isSortPending());
    movePointer(false);
    QCOMPARE(m_evening->shown(), QStringList{id("vpn_coordinator")});
    QVERIFY(!m_evening->panel().isSortPending());
}

void TestServicesPage::rowsRestWhileAMenuIsOpen()
{
    const QStringList before = m_evening->shown();
    m_evening->key(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QWidget *menu = QApplication::activePopupWidget();
    QVERIFY(menu);
    setState(m_evening->room.registry, before.last(), RunState::Failed, Cause::RestartLimit);
    m_evening->window->model().flush();
    QCOMPARE(m_evening->shown(), before);
    menu->close();
    QTRY_VERIFY(m_evening->shown() != before);
}

void TestServicesPage::rowsNeverJumpBecauseOfAResponse()
{
    m_evening->view().sortByColumn(ServiceTableModel::Response, Qt::AscendingOrder);
    const QStringList before = m_evening->shown();
    CheckResult slow;
    slow.service = before.first();
    slow.passed = true;
    slow.responseTime = 4s;
    slow.healthAfter = Health::Healthy;
    m_evening->room.registry.recordCheck(slow, {Health::Healthy, 0, 1});
    m_evening->window->model().flush();
    QCOMPARE(m_evening->shown(), before);
    QVERIFY(m_evening->panel().isSortPending());
    m_evening->view().sortByColumn(ServiceTableModel::Name, Qt::AscendingOrder);
    QVERIFY(!m_evening->panel().isSortPending());
}

void TestServicesPage::chipsSayWhatIsFiltered()
{
    auto *chips = m_evening->panel().findChild<FilterChips *>();
    QVERIFY(chips && !chips->isVisible());
    m_evening->panel().setFilterText(id("coord status:failed"));
    QVERIFY(chips->isVisible());
    QCOMPARE(m_evening->shown(), QStringList{id("vpn_coordinator")});
    const QList<QToolButton *> buttons = chips->findChildren<QToolButton *>();
    QCOMPARE(buttons.at(1)->text().trimmed(), id("status:failed"));
    buttons.at(1)->click();
    QCOMPARE(m_evening->panel().filterText(), id("coord"));
    QCOMPARE(m_evening->shown().size(), 2);
    m_evening->panel().setFilterText(id("no such thing"));
    QVERIFY(!m_evening->view().isVisible());
    const auto titles = m_evening->panel().findChildren<QLabel *>();
    QVERIFY(std::any_of(titles.begin(), titles.end(),
        [](const QLabel *label) { return label->text() == QStringLiteral("No service matches “no such thing”"); }));
    m_evening->panel().focusFilter();
    QTest::keyClick(&m_evening->panel().filterField(), Qt::Key_Escape);
    QVERIFY(m_evening->panel().filterText().isEmpty() && m_evening->view().isVisible());
    QVERIFY(m_evening->panel().filterField().hasFocus());
    QTest::keyClick(&m_evening->panel().filterField(), Qt::Key_Escape);
    QVERIFY(m_evening->view().hasFocus());
}

void TestServicesPage::nearMissesAreNamed()
{
    m_evening->panel().setFilterText(id("statsu:failed"));
    QCOMPARE(m_evening->panel().findChild<FilterChips *>()->problem(),
        QStringLiteral("“statsu:” is no filter; did you mean status:failed?"));
    QCOMPARE(m_evening->shown().size(), 10);
}

void TestServicesPage::boxesAndFieldSayTheSame()
{
    auto *filters = m_evening->window->findChild<StatusFilters *>();
    QVERIFY(filters && filters->isVisible());
    const QList<QCheckBox *> boxes = filters->findChildren<QCheckBox *>();
    QCOMPARE(boxes.size(), static_cast<qsizetype>(allStatusKinds.size()));
    QCOMPARE(boxes.at(0)->text(), QStringLiteral("Failed"));
    QCOMPARE(boxes.at(0)->accessibleName(), QStringLiteral("Failed: 1 service"));
    for (const QCheckBox *box : boxes)
        QVERIFY(box->isChecked());
    boxes.last()->click(); // Healthy
    QVERIFY(!m_evening->shown().contains(id("dao")));
    QCOMPARE(m_evening->shown().size(), 6);
    QVERIFY(m_evening->panel().filterText().startsWith(id("status:failed,unhealthy,")));
    boxes.last()->click();
    QVERIFY(m_evening->panel().filterText().isEmpty());
    m_evening->panel().setFilterText(id("status:unhealthy"));
    QVERIFY(boxes.at(1)->isChecked() && !boxes.at(0)->isChecked());
    auto *layers = filters->findChild<QComboBox *>();
    QCOMPARE(layers->count(), 7); // all, 0 to 5
    m_evening->window->showPage(MainWindow::Page::Graph);
    layers->setFocus();
    QTest::keyClick(layers, Qt::Key_Down);
    QCOMPARE(m_evening->panel().filterText(), id("layer:0 status:unhealthy"));
    QVERIFY(m_evening->panel().isVisible()); // what was changed is seen
    QVERIFY(layers->hasFocus());
}

void TestServicesPage::countsOfTheStatusBarFilter()
{
    auto *summary = m_evening->window->findChild<SummaryBar *>();
    QToolButton *bad = nullptr;
    const QList<QToolButton *> buttons = summary->findChildren<QToolButton *>();
    for (QToolButton *button : buttons) {
        if (button->isVisible() && button->text() == QStringLiteral("2 unhealthy or failed"))
            bad = button;
    }
    QVERIFY(bad);
    QVERIFY(bad->focusPolicy() & Qt::TabFocus);
    m_evening->window->showPage(MainWindow::Page::Graph);
    bad->click();
    QVERIFY(m_evening->panel().isVisible());
    QCOMPARE(m_evening->shown(), QStringList({id("vpn_coordinator"), id("onion")}));
}

void TestServicesPage::slashLeadsToTheFilter()
{
    m_evening->view().setFocus();
    QTest::keyClick(&m_evening->view(), Qt::Key_Slash);
    QVERIFY(m_evening->panel().filterField().hasFocus());
    QVERIFY(m_evening->panel().filterText().isEmpty());
}

QTEST_MAIN(TestServicesPage)
#include "tst_servicespage.moc"
