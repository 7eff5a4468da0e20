#include "tests/ui/mainwindow/eveningwindow.h"
#include "ui/mainwindow/pagestack.h"
#include "ui/mainwindow/serviceactions.h"
#include "ui/panels/checkstrip.h"
#include "ui/panels/detailchecks.h"
#include "ui/panels/detaildependencies.h"
#include "ui/panels/detailoverview.h"
#include "ui/panels/detailpanel.h"
#include "ui/panels/detailsettings.h"
#include "ui/panels/factgrid.h"
#include "ui/panels/logpanel.h"
#include "ui/panels/neighbourbuttons.h"
#include "ui/panels/statusfilters.h"

#include <QAccessible>
#include <QApplication>
#include <QDockWidget>
#include <QLabel>
#include <QListView>
#include <QListWidget>
#include <QSignalSpy>
#include <QTabWidget>
#include <QToolButton>

#include <algorithm>

using namespace foghorn;

namespace {

QString id(const char *text) { return QString::fromLatin1(text); }

} // namespace

class TestDetails : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { m_evening = std::make_unique<EveningWindow>(*m_theme); }
    void cleanup() { m_evening.reset(); }

    void saysStateSinceWhyAndWhatIsNext();
    void pathOfBlockersCanBeClicked();
    void overviewHoldsFigures();
    void actionsAreTheSameAsEverywhere();
    void pinKeepsTheServiceAndItsActionsHonest();
    void stripIsReadByKeys();
    void stripKeepsItsCheckWhileOthersArrive();
    void failedCheckLeadsToItsLog();
    void dependenciesLeadOnAndBack();
    void settingsAreShown();
    void narrowWindowShowsDetailsAsAPage();

private:
    DetailPanel &details() const { return m_evening->window->detailPanel(); }
    void select(const char *name) const { m_evening->window->selection().selectOnly(id(name)); }
    void showTab(QWidget &tab) const { details().tabs().setCurrentWidget(&tab); }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<EveningWindow> m_evening;
};

void TestDetails::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qobject_cast<QApplication *>(QCoreApplication::instance()));
    m_theme->setMode(Theme::Mode::Light);
}

void TestDetails::saysStateSinceWhyAndWhatIsNext()
{
    select("onion");
    const QString onion = details().headline();
    QVERIFY2(onion.startsWith(QStringLiteral("Running · Unhealthy. since ")), qPrintable(onion));
    QVERIFY(onion.contains(QStringLiteral("Why: no answer within 5 s")));
    ServiceStatus status = m_evening->room.registry.find(id("p2p"))->status;
    status.state = RunState::Backoff;
    status.restartAttempts = 2;
    status.nextAttemptAt = Now::read().wall + 100min;
    m_evening->room.registry.update(status);
    m_evening->window->model().flush();
    select("p2p");
    QVERIFY2(
        details().headline().contains(QStringLiteral("Restarts by itself in 1 h")), qPrintable(details().headline()));
}

void TestDetails::pathOfBlockersCanBeClicked()
{
    select("onion");
    QVERIFY(!details().path().isVisible());
    select("betanet");
    QVERIFY(details().path().isVisible());
    const QList<QToolButton *> buttons = details().path().findChildren<QToolButton *>();
    QCOMPARE(buttons.first()->text(), QStringLiteral(" onion – no answer within 5 s"));
    QCOMPARE(buttons.first()->accessibleName(), QStringLiteral("Go to onion, running, unhealthy"));
    buttons.first()->click();
    QCOMPARE(m_evening->window->selection().current(), id("onion"));
}

void TestDetails::overviewHoldsFigures()
{
    select("onion");
    const QString figures = details().overview().figures().text();
    for (const char *part : {"Uptime 1 h: ", "Uptime 24 h: ", "Uptime 7 d: ", "Response: ", "Last check: ",
             "Restarts: 0 of 3 by itself, 0 in all"})
        QVERIFY2(figures.contains(id(part)), qPrintable(figures));
    QVERIFY2(figures.contains(QStringLiteral("Response: — last, ")), qPrintable(figures)); // it does not answer
}

void TestDetails::actionsAreTheSameAsEverywhere()
{
    select("dao");
    QAction *restart = m_evening->window->actionsOnServices().action(Verb::Restart);
    const QList<QToolButton *> buttons = details().findChildren<QToolButton *>();
    const auto found = std::find_if(buttons.begin(), buttons.end(),
        [restart](const QToolButton *button) { return button->defaultAction() == restart; });
    QVERIFY(found != buttons.end() && (*found)->isVisible());
    (*found)->click();
    QCOMPARE(m_evening->room.commands.asked.size() + (QApplication::activeModalWidget() ? 1 : 0), 1);
}

void TestDetails::pinKeepsTheServiceAndItsActionsHonest()
{
    select("onion");
    details().setPinned(true);
    select("dao");
    QCOMPARE(details().shown(), id("onion"));
    const QAction *restart = m_evening->window->actionsOnServices().action(Verb::Restart);
    const QList<QToolButton *> buttons = details().findChildren<QToolButton *>();
    QToolButton *back = nullptr;
    for (QToolButton *button : buttons) {
        QVERIFY(button->defaultAction() != restart || !button->isVisible()); // they would restart dao
        if (button->isVisible() && button->accessibleName() == QStringLiteral("Select onion"))
            back = button;
    }
    QVERIFY(back);
    back->click();
    QCOMPARE(m_evening->window->selection().current(), id("onion"));
    select("dao");
    details().setPinned(false);
    QCOMPARE(details().shown(), id("dao"));
    details().setPinned(true);
    m_evening->room.registry.setOutline(fakeOutline(id("local"), {{id("edge")}})); // the pinned one has gone
    select("edge");
    QCOMPARE(details().shown(), id("edge"));
}

void TestDetails::stripIsReadByKeys()
{
    select("onion");
    showTab(details().checks());
    CheckStrip &strip = details().checks().strip();
    QCOMPARE(strip.cursor(), 99); // the newest
    QVERIFY2(details().checks().readOut().endsWith(
                 QStringLiteral("failed, unhealthy, %1, no answer within 5 s, check 100 of 100")
                     .arg(details().checks().readOut().section(QStringLiteral(", "), 3, 3))),
        qPrintable(details().checks().readOut()));
    strip.setFocus();
    QTest::keyClick(&strip, Qt::Key_Left);
    QCOMPARE(strip.cursor(), 98);
    QTest::keyClick(&strip, Qt::Key_Left, Qt::ControlModifier);
    QCOMPARE(strip.cursor(), 92); // the last degraded one
    QTest::keyClick(&strip, Qt::Key_Left, Qt::ControlModifier);
    QCOMPARE(strip.cursor(), 90); // the last healthy one
    QVERIFY(details().checks().readOut().contains(QStringLiteral("passed, healthy")));
    QTest::keyClick(&strip, Qt::Key_Home);
    QCOMPARE(strip.cursor(), 0);
    QTest::keyClick(&strip, Qt::Key_Left);
    QCOMPARE(strip.cursor(), 0);
    QTest::keyClick(&strip, Qt::Key_End);
    QCOMPARE(strip.cursor(), 99);
    QCOMPARE(details().checks().list().currentIndex().row(), 0);
    details().checks().list().setCurrentIndex(details().checks().list().model()->index(5, 0));
    QCOMPARE(strip.cursor(), 94);
    QAccessibleInterface *access = QAccessible::queryAccessibleInterface(&strip);
    QVERIFY(access->text(QAccessible::Name).startsWith(QStringLiteral("last 100 checks: 91 healthy")));
    QCOMPARE(access->text(QAccessible::Description), details().checks().readOut());
    select("harvest");
    m_evening->room.registry.setOutline(fakeOutline(id("local"), {{id("new")}}));
    select("new");
    QCOMPARE(details().checks().readOut(), QStringLiteral("No checks yet"));
    QTest::keyClick(&strip, Qt::Key_Left);
    QTest::keyClick(&strip, Qt::Key_Return);
    QCOMPARE(strip.cursor(), -1);
}

void TestDetails::stripKeepsItsCheckWhileOthersArrive()
{
    select("dao");
    showTab(details().checks());
    CheckStrip &strip = details().checks().strip();
    strip.setFocus();
    QTest::keyClick(&strip, Qt::Key_Left);
    QTest::keyClick(&strip, Qt::Key_Left);
    const QString before = details().checks().readOut().section(QStringLiteral(", check"), 0, 0);
    addChecks(m_evening->room.registry, id("dao"), Health::Degraded, 3, id("late"));
    m_evening->window->model().flush();
    QCOMPARE(strip.cursor(), 94);
    QCOMPARE(details().checks().readOut().section(QStringLiteral(", check"), 0, 0), before);
    QCOMPARE(details().checks().list().currentIndex().row(), 5);
    QTest::keyClick(&strip, Qt::Key_End);
    addChecks(m_evening->room.registry, id("dao"), Health::Degraded, 1, id("later"));
    m_evening->window->model().flush();
    QCOMPARE(strip.cursor(), 99); // at the end it follows
    QVERIFY(details().checks().readOut().contains(id("later")));
}

void TestDetails::failedCheckLeadsToItsLog()
{
    select("onion");
    showTab(details().checks());
    const QSignalSpy wanted(&details(), &DetailPanel::logWanted);
    CheckStrip &strip = details().checks().strip();
    strip.setFocus();
    QTest::keyClick(&strip, Qt::Key_Return);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().at(0).toString(), id("onion"));
    QVERIFY(m_evening->window->logPanel().isVisible());
    QTRY_VERIFY(!m_evening->room.logs.followed.isEmpty());
    QCOMPARE(m_evening->room.logs.followed.last(), QList<ServiceId>{id("onion")});
}

void TestDetails::dependenciesLeadOnAndBack()
{
    select("onion");
    showTab(details().dependencies());
    QListWidget &neededBy = details().dependencies().neededBy();
    QCOMPARE(neededBy.count(), 2);
    QCOMPARE(neededBy.item(1)->text(), QStringLiteral("betanet – Waiting, waits for this one"));
    Q_EMIT neededBy.itemActivated(neededBy.item(1));
    QCOMPARE(m_evening->window->selection().current(), id("betanet"));
    QListWidget &needs = details().dependencies().needs();
    QCOMPARE(needs.count(), 3);
    QCOMPARE(needs.item(0)->text(), QStringLiteral("onion – Running · Unhealthy, waited for"));
    QVERIFY(needs.item(2)->text().contains(QStringLiteral("optional")));
    QToolButton *back = details().dependencies().findChild<QToolButton *>();
    QVERIFY(back && back->isVisible() && back->isEnabled());
    back->click();
    QCOMPARE(m_evening->window->selection().current(), id("onion"));
}

void TestDetails::settingsAreShown()
{
    select("dao");
    showTab(details().settings());
    QVERIFY(details().settings().facts().text().contains(QStringLiteral("Time to end: 30s")));
}

void TestDetails::narrowWindowShowsDetailsAsAPage()
{
    select("onion");
    MainWindow &window = *m_evening->window;
    auto *pages = window.findChild<PageStack *>();
    auto *dock = window.findChild<QDockWidget *>(id("details"));
    const int line = window.fontMetrics().height();
    window.resize(line * 48, line * 40);
    QTRY_VERIFY(!dock->isVisible());
    QVERIFY(!window.findChild<StatusFilters *>()->isVisible());
    m_evening->view().setFocus();
    QTest::keyClick(&m_evening->view(), Qt::Key_Return);
    QVERIFY(pages->isShowingDetails());
    QVERIFY(details().isVisible());
    QVERIFY(details().isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!pages->isShowingDetails());
    QVERIFY(m_evening->view().hasFocus());
    window.resize(line * 110, line * 56);
    QTRY_VERIFY(dock->isVisible() && details().isVisible());
    QCOMPARE(dock->widget(), &details());
    QVERIFY(window.findChild<StatusFilters *>()->isVisible());
    // It is the dock that says how large they are, below its title and whatever is resized later.
    const auto isInDock = [this, dock] {
        const QRect place = details().geometry();
        return dock->rect().contains(place) && place.top() > details().fontMetrics().height() / 2
            && place.width() > dock->width() - details().fontMetrics().height();
    };
    QTRY_VERIFY(isInDock());
    window.resize(line * 130, line * 50);
    QTRY_VERIFY(isInDock());
}

QTEST_MAIN(TestDetails)
#include "tst_details.moc"
