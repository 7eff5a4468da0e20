#include "tests/ui/mainwindow/windowwithpast.h"
#include "tests/ui/support/comeround.h"
#include "ui/models/logfeed.h"
#include "ui/models/servicetablemodel.h"
#include "ui/panels/detailcharts.h"
#include "ui/panels/detaillogs.h"
#include "ui/panels/detailpanel.h"
#include "ui/panels/logpanel.h"
#include "ui/panels/logview.h"

#include <QDockWidget>
#include <QPushButton>
#include <QScrollBar>
#include <QTabWidget>

using namespace foghorn;
using namespace std::chrono_literals;

namespace {

QString id(const char *text) { return QString::fromLatin1(text); }

} // namespace

/// The tabs Charts and Logs of the details: the pages' charts and lines of one service, in their small form.
class TestDetailTabs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_with.reset(); }

    void tabsHaveTheirOrder();
    void hiddenTabsAskForNothing();
    void chartsAreOfTheService();
    void pinnedChartsStay();
    void logIsOfTheService();
    void logFollowsOnlyAtTheEnd();
    void cursorIsTheSameEverywhere();
    void buttonsLeadToThePages();
    void manySelectedAreStillOneService();

private:
    DetailPanel &details() const { return m_with->window->detailPanel(); }
    ChartsPanel &charts() const { return details().charts().panel(); }
    LogPanel &log() const { return details().logs().panel(); }
    FakeLogs &logs() const { return m_with->room.logs; }
    void select(const char *service) const { m_with->window->selection().selectOnly(id(service)); }
    void showTab(QWidget &tab) const { details().tabs().setCurrentWidget(&tab); }
    void say(int from, int to) const
    {
        LogNews news;
        news.isFirst = from == 0;
        const WallTime start = Now::read().wall - 10min;
        for (int i = from; i < to; ++i)
            news.lines.append(fakeLine(
                id("onion"), start + std::chrono::seconds(i), QByteArrayLiteral("INFO line ") + QByteArray::number(i)));
        logs().say(news);
        QTRY_COMPARE(log().feed().waitingCount(), 0);
    }
    static QPushButton *button(const QWidget &tab, const char *text)
    {
        const QList<QPushButton *> all = tab.findChildren<QPushButton *>();
        for (QPushButton *each : all) {
            if (each->text() == id(text))
                return each;
        }
        return nullptr;
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<WindowWithPast> m_with;
};

void TestDetailTabs::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qobject_cast<QApplication *>(QCoreApplication::instance()));
    m_theme->setMode(Theme::Mode::Light);
}

void TestDetailTabs::init()
{
    m_with = std::make_unique<WindowWithPast>(*m_theme);
    m_with->window->showPage(MainWindow::Page::Services);
    select("onion");
}

void TestDetailTabs::tabsHaveTheirOrder()
{
    QStringList names;
    for (int tab = 0; tab < details().tabs().count(); ++tab)
        names.append(details().tabs().tabText(tab));
    QCOMPARE(names, id("Overview|Checks|Charts|Logs|Dependencies|Settings").split(u'|'));
}

void TestDetailTabs::hiddenTabsAskForNothing()
{
    select("dao");
    addChecks(m_with->room.registry, id("dao"), Health::Healthy, 3);
    comeRound();
    QVERIFY(m_with->room.history.asked.isEmpty());
    QVERIFY(logs().followed.isEmpty());
    showTab(details().charts());
    QTRY_COMPARE(m_with->room.history.asked.size(), 3); // an hour, a day, a week
    QVERIFY(m_with->hasAskedFor("dao"));
    QVERIFY(!m_with->hasAskedFor("onion")); // not even what was selected when it was made
    showTab(details().logs());
    QCOMPARE(logs().followed, QList<QList<ServiceId>>{{id("dao")}});
    QVERIFY(!logs().stream->isPaused);
    showTab(*details().tabs().widget(0));
    QVERIFY(logs().stream->isPaused);
    m_with->room.history.asked.clear();
    select("edge");
    addChecks(m_with->room.registry, id("edge"), Health::Healthy, 3);
    comeRound();
    QVERIFY(m_with->room.history.asked.isEmpty());
    QCOMPARE(logs().followed.size(), 1);
    // Nor while the details as a whole are not seen.
    showTab(details().logs());
    QCOMPARE(logs().followed.last(), QList<ServiceId>{id("edge")});
    m_with->window->findChild<QDockWidget *>(id("details"))->hide();
    QVERIFY(logs().stream->isPaused);
    select("onion");
    comeRound();
    QCOMPARE(logs().followed.size(), 2);
    m_with->window->findChild<QDockWidget *>(id("details"))->show();
    QCOMPARE(logs().followed.last(), QList<ServiceId>{id("onion")});
    QVERIFY(!logs().stream->isPaused);
}

void TestDetailTabs::chartsAreOfTheService()
{
    showTab(details().charts());
    QTRY_COMPARE(charts().latency().content().lines.size(), 2); // p95 and average
    QTRY_VERIFY2(charts().readOut().contains(id("onion")), qPrintable(charts().readOut()));
    QCOMPARE(charts().uptime().bars().size(), 3);
    QTRY_VERIFY(charts().uptime().bars().at(2).uptime.checks.checks > 0);
    const UptimeBar week = charts().uptime().bars().at(2);
    QVERIFY2(!week.brief.isEmpty() && week.title.startsWith(week.brief), qPrintable(week.title + u'|' + week.brief));
    select("dao");
    QTRY_VERIFY2(charts().readOut().contains(id("dao")), qPrintable(charts().readOut()));
    QVERIFY(charts().latency().accessibleDescription().contains(id("dao")));
    charts().setRange(24h);
    QVERIFY(charts().latency().content().window.length() == 24h);
    QVERIFY(m_with->window->chartsPanel().latency().content().window.length() != 24h); // each has its own
}

void TestDetailTabs::pinnedChartsStay()
{
    showTab(details().charts());
    details().setPinned(true);
    select("dao");
    QTRY_VERIFY2(charts().readOut().contains(id("onion")), qPrintable(charts().readOut()));
    details().setPinned(false);
    QTRY_VERIFY2(charts().readOut().contains(id("dao")), qPrintable(charts().readOut()));
}

void TestDetailTabs::logIsOfTheService()
{
    showTab(details().logs());
    say(0, 20);
    QCOMPARE(log().model().rowCount(), 20);
    select("dao");
    QCOMPARE(logs().followed.last(), QList<ServiceId>{id("dao")});
    QCOMPARE(log().model().rowCount(), 0);
    m_with->window->selection().set({}, {}); // not the lines of all, as on the page
    comeRound();
    QCOMPARE(logs().followed.last(), QList<ServiceId>{id("dao")});
}

void TestDetailTabs::logFollowsOnlyAtTheEnd()
{
    showTab(details().logs());
    say(0, 200);
    QTRY_VERIFY(log().view().verticalScrollBar()->maximum() > 0);
    const QScrollBar &bar = *log().view().verticalScrollBar();
    QTRY_COMPARE(bar.value(), bar.maximum());
    say(200, 220);
    QTRY_COMPARE(bar.value(), bar.maximum());
    log().view().setFocus();
    QTest::keyClick(&log().view(), Qt::Key_Home);
    QVERIFY(!log().view().isFollowing());
    say(220, 240);
    QCOMPARE(bar.value(), 0);
    QVERIFY(log().newLines().isVisible());
    QCOMPARE(log().newLines().text(), id("20 new lines below (End)"));
    QTest::keyClick(&log().view(), Qt::Key_End);
    QVERIFY(log().view().isFollowing() && !log().newLines().isVisible());
}

void TestDetailTabs::cursorIsTheSameEverywhere()
{
    TimeCursor &cursor = m_with->window->timeCursor();
    showTab(details().charts());
    QTRY_VERIFY(!charts().latency().content().timeouts.isEmpty()); // onion is unhealthy
    charts().latency().setFocus();
    QTest::keyClick(&charts().latency(), Qt::Key_Left, Qt::ControlModifier);
    QVERIFY(cursor.time());
    QVERIFY(charts().latency().content().timeouts.contains(*cursor.time()));
    QVERIFY2(charts().readOut().contains(QStringLiteral("✕ time-out")), qPrintable(charts().readOut()));
    showTab(details().logs());
    say(0, 20);
    log().view().setFocus();
    log().view().setCurrentIndex(log().model().index(4));
    QTest::keyClick(&log().view(), Qt::Key_Down);
    QVERIFY(*cursor.time() == log().model().entry(5).at);
}

void TestDetailTabs::buttonsLeadToThePages()
{
    details().setPinned(true);
    select("dao");
    showTab(details().charts());
    QPushButton *larger = button(details().charts(), "Show on the Charts page");
    QVERIFY(larger);
    larger->click();
    QVERIFY(m_with->window->chartsPanel().isVisible());
    QCOMPARE(m_with->window->selection().current(), id("onion")); // whose charts they were
    showTab(details().logs());
    say(0, 20);
    log().view().setCurrentIndex(log().model().index(7));
    const WallTime at = log().model().entry(7).at;
    larger = button(details().logs(), "Show on the Logs page");
    QVERIFY(larger);
    larger->click();
    QVERIFY(m_with->window->logPanel().isVisible());
    QVERIFY(*m_with->window->timeCursor().time() == at);
}

void TestDetailTabs::manySelectedAreStillOneService()
{
    showTab(details().charts());
    const QList<ServiceId> all = m_with->room.registry.order();
    m_with->window->selection().set(all, id("onion"));
    QTRY_COMPARE(charts().uptime().bars().size(), 3);
    QTRY_VERIFY2(charts().readOut().contains(id("onion")), qPrintable(charts().readOut()));
    showTab(details().logs());
    QCOMPARE(logs().followed.last(), QList<ServiceId>{id("onion")});
}

QTEST_MAIN(TestDetailTabs)
#include "tst_detailtabs.moc"
