#include "tests/ui/mainwindow/windowwithpast.h"
#include "ui/models/servicefiltermodel.h"
#include "ui/models/servicetablemodel.h"
#include "ui/panels/servicepanel.h"
#include "ui/timeline/filteredout.h"

#include <QPushButton>
#include <QToolButton>

using namespace foghorn;

namespace {

QString id(const char *text) { return QString::fromLatin1(text); }

} // namespace

/// The rows of the Timeline page follow the filter of the Services page, and it says what it does not show.
class TestTimelineFilter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_with.reset(); }

    void rowsAreThoseThatMatch();
    void filterThatHidesAllSaysSo();
    void whatComesToMatchComesBack();
    void whatWaitedForThePointerIsSaid();
    void filterIsTakenBackFromHere();

private:
    TimelinePanel &page() const { return m_with->window->timelinePanel(); }
    void filterBy(const char *text) const { m_with->window->servicePanel().setFilterText(id(text)); }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<WindowWithPast> m_with;
};

void TestTimelineFilter::init()
{
    if (!m_theme)
        m_theme = std::make_unique<Theme>(*qobject_cast<QApplication *>(QCoreApplication::instance()));
    m_with = std::make_unique<WindowWithPast>(*m_theme);
}

void TestTimelineFilter::rowsAreThoseThatMatch()
{
    filterBy("onion"); // on another page
    m_with->window->showPage(MainWindow::Page::Timeline);
    const int matching = m_with->window->servicePanel().filtered().rowCount();
    QVERIFY(matching > 0 && matching < 10);
    QCOMPARE(page().view().accessibleCount(), matching);
    QVERIFY(page().view().rowOfService(id("onion")) >= 0);
    QCOMPARE(page().filterNote(), id("The filter lets %1 of 10 services through.").arg(matching));
    filterBy(""); // while it is seen
    QCOMPARE(page().view().accessibleCount(), 10);
    QCOMPARE(page().filterNote(), QString());
    m_with->window->showPage(MainWindow::Page::Services);
    filterBy("dao");
    m_with->window->showPage(MainWindow::Page::Timeline);
    QCOMPARE(page().view().rowOfService(id("dao")), 0);
    QCOMPARE(page().view().rowOfService(id("onion")), -1);
}

void TestTimelineFilter::filterThatHidesAllSaysSo()
{
    m_with->window->showPage(MainWindow::Page::Timeline);
    page().view().setFocus();
    filterBy("no such thing");
    QVERIFY(page().filteredOut().isVisible() && !page().view().isVisible());
    QCOMPARE(page().filteredOut().text(), id("The filter hides all 10 services"));
    QCOMPARE(page().filterNote(), QString());
    QVERIFY(page().filteredOut().button().hasFocus());
    QTest::keyClick(&page().filteredOut().button(), Qt::Key_Space);
    QVERIFY(page().isVisible()); // still this page
    QCOMPARE(m_with->window->servicePanel().filterText(), QString());
    QVERIFY(page().view().isVisible() && page().view().hasFocus());
    QCOMPARE(page().view().accessibleCount(), 10);
    m_with->room.registry.setOutline({});
    QVERIFY(!page().filteredOut().isVisible()); // there are none to hide
}

void TestTimelineFilter::whatComesToMatchComesBack()
{
    filterBy("status:stopping");
    m_with->window->showPage(MainWindow::Page::Timeline);
    QVERIFY(page().filteredOut().isVisible());
    ServiceStatus status = m_with->room.registry.find(id("edge"))->status;
    status.state = RunState::Stopping;
    m_with->room.registry.update(status);
    m_with->window->model().flush();
    QVERIFY(page().view().isVisible());
    QCOMPARE(page().view().rowOfService(id("edge")), 0);
}

/// Rows stay under the pointer; what is said of them changes with them, once it has gone.
void TestTimelineFilter::whatWaitedForThePointerIsSaid()
{
    const auto put = [this](RunState state) {
        for (const char *service : {"edge", "onion"}) {
            ServiceStatus status = m_with->room.registry.find(id(service))->status;
            status.state = state;
            m_with->room.registry.update(status);
        }
        m_with->window->model().flush();
    };
    put(RunState::Stopping);
    filterBy("status:stopping");
    m_with->window->showPage(MainWindow::Page::Timeline);
    QCOMPARE(page().filterNote(), id("The filter lets 2 of 10 services through."));
    QWidget *rows = page().view().viewport();
    rows->setAttribute(Qt::WA_UnderMouse);
    put(RunState::Stopped);
    QCOMPARE(page().view().accessibleCount(), 2);
    rows->setAttribute(Qt::WA_UnderMouse, false);
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(rows, &leave);
    QCOMPARE(page().view().accessibleCount(), 0);
    QVERIFY(page().filteredOut().isVisible());
    QCOMPARE(page().filterNote(), QString());
}

void TestTimelineFilter::filterIsTakenBackFromHere()
{
    filterBy("onion");
    m_with->window->showPage(MainWindow::Page::Timeline);
    const QList<QToolButton *> buttons = page().findChildren<QToolButton *>();
    const auto all = std::find_if(buttons.begin(), buttons.end(),
        [](const QToolButton *button) { return button->text() == id("Show all") && button->isVisible(); });
    QVERIFY(all != buttons.end());
    (*all)->setFocus();
    QTest::keyClick(*all, Qt::Key_Space);
    QCOMPARE(page().view().accessibleCount(), 10);
    QVERIFY(page().view().hasFocus());
    QVERIFY(page().isVisible());
}

QTEST_MAIN(TestTimelineFilter)
#include "tst_timelinefilter.moc"
