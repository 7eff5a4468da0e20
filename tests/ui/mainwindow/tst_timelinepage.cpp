#include "tests/ui/mainwindow/windowwithpast.h"
#include "tests/ui/support/comeround.h"

#include "ui/panels/logpanel.h"
#include "ui/panels/logview.h"
#include "ui/timeline/readoutline.h"

#include <QLabel>
#include <QToolButton>

using namespace foghorn;
using namespace std::chrono_literals;

namespace {

QString id(const char *text) { return QString::fromLatin1(text); }

} // namespace

/// The page Timeline, in its window.
class TestTimelinePage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_with.reset(); }

    void onlyRowsInViewAsk();
    void eventsAreAskedForAnew();
    void newChecksNeedNoQuestion();
    void theWorstRowIsTheFirst();
    void selectionIsShared();
    void arrowsTravelByCheckAndChange();
    void homeAndEndAreTheEnds();
    void keysZoomAndGoLive();
    void scrollingBackIsNotLive();
    void rowsAreSentences();
    void pointerReadsWithoutSelecting();
    void mirroredTimeRunsToTheLeft();
    void historyThatFailsSaysSo();
    void emptyPastSaysSo();
    void jumpsToTheLog();

private:
    TimelineView &timeline() const { return m_with->window->timelinePanel().view(); }
    TimeCursor &cursor() const { return m_with->window->timeCursor(); }
    ServiceSelection &selection() const { return m_with->window->selection(); }
    QString sentence(const char *service) const
    {
        return timeline().accessibleItemName(timeline().rowOfService(id(service)));
    }
    /// Nothing more is asked for unless something happens.
    bool isAllKnown() const
    {
        for (int row = 0; row < timeline().accessibleCount(); ++row) {
            if (!timeline().accessibleItemRect(row).isEmpty()
                && timeline().accessibleItemName(row).contains(id("not been asked")))
                return false;
        }
        return true;
    }
    void showTimeline(const char *selected = "onion")
    {
        selection().selectOnly(id(selected));
        m_with->window->showPage(MainWindow::Page::Timeline);
        QTRY_VERIFY(!timeline().readOutText().isEmpty());
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<WindowWithPast> m_with;
};

void TestTimelinePage::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qobject_cast<QApplication *>(QCoreApplication::instance()));
    m_theme->setMode(Theme::Mode::Light);
}

void TestTimelinePage::init() { m_with = std::make_unique<WindowWithPast>(*m_theme); }

void TestTimelinePage::onlyRowsInViewAsk()
{
    m_with->window.reset();
    m_with->room.registry.setOutline(fakeOutline(id("local"), manyServices(2000)));
    makeAllHealthy(m_with->room.registry);
    m_with->room.history.asked.clear();
    m_with->show();
    comeRound();
    QVERIFY(m_with->room.history.asked.isEmpty()); // nobody looks
    m_with->window->showPage(MainWindow::Page::Timeline);
    QTRY_VERIFY(m_with->hasAskedFor("service-0"));
    QTRY_VERIFY(m_with->room.history.asked.size() >= 10);
    QTRY_VERIFY(isAllKnown());
    comeRound();
    QVERIFY2(m_with->room.history.asked.size() < 80, qPrintable(QString::number(m_with->room.history.asked.size())));
    QVERIFY(!m_with->hasAskedFor("service-1999"));
    selection().selectOnly(id("service-1999"));
    QTRY_VERIFY(m_with->hasAskedFor("service-1999"));
    QVERIFY(!timeline().accessibleItemRect(timeline().rowOfService(id("service-1999"))).isEmpty());
}

void TestTimelinePage::eventsAreAskedForAnew()
{
    showTimeline();
    QTRY_VERIFY(isAllKnown());
    m_with->room.history.asked.clear();
    Event event;
    event.at = Now::read().wall;
    event.kind = EventKind::StateChanged;
    event.service = id("dao");
    m_with->room.events.append(event);
    QTRY_VERIFY(m_with->hasAskedFor("dao"));
    QVERIFY(!m_with->hasAskedFor("onion"));
}

void TestTimelinePage::newChecksNeedNoQuestion()
{
    showTimeline("dao");
    cursor().setTime({});
    QTRY_VERIFY(isAllKnown());
    m_with->room.history.asked.clear();
    CheckResult check;
    check.service = id("dao");
    check.at = Now::read().wall;
    check.message = id("HTTP 418, expected 200-299");
    m_with->room.registry.recordCheck(check, {Health::Degraded, 1, 0});
    QTRY_VERIFY2(timeline().readOutText().contains(id("HTTP 418")), qPrintable(timeline().readOutText()));
    QVERIFY(!m_with->hasAskedFor("dao"));
}

void TestTimelinePage::theWorstRowIsTheFirst()
{
    showTimeline();
    QCOMPARE(timeline().rowOfService(id("vpn_coordinator")), 0); // failed
    QCOMPARE(timeline().rowOfService(id("onion")), 1);
    timeline().setSort(TimelineSort::Name);
    QCOMPARE(timeline().rowOfService(id("betanet")), 0);
}

void TestTimelinePage::selectionIsShared()
{
    showTimeline();
    timeline().setSort(TimelineSort::Name);
    QTest::mouseClick(timeline().viewport(), Qt::LeftButton, {}, timeline().rowRect(2).center());
    QCOMPARE(selection().current(), id("dao"));
    QTest::keyClick(&timeline(), Qt::Key_Down);
    QCOMPARE(selection().current(), id("edge"));
    QTest::keyClick(&timeline(), Qt::Key_Up);
    QTest::keyClick(&timeline(), Qt::Key_Home, Qt::ControlModifier);
    QCOMPARE(selection().current(), id("betanet"));
    QTest::keyClick(&timeline(), Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(selection().current(), id("vpn_coordinator"));
    QTest::keyClick(&timeline(), Qt::Key_Down); // stays
    QCOMPARE(selection().current(), id("vpn_coordinator"));
    QVERIFY(timeline().isAccessibleItemSelected(timeline().accessibleCurrentItem()));
}

void TestTimelinePage::arrowsTravelByCheckAndChange()
{
    showTimeline();
    cursor().setTime({});
    QTest::keyClick(&timeline(), Qt::Key_Left);
    QVERIFY(cursor().time());
    const WallTime last = *cursor().time();
    QTest::keyClick(&timeline(), Qt::Key_Left);
    QVERIFY(*cursor().time() < last);
    QTest::keyClick(&timeline(), Qt::Key_Right);
    QVERIFY(*cursor().time() == last);
    QTest::keyClick(&timeline(), Qt::Key_Left, Qt::ControlModifier);
    QVERIFY2(timeline().readOutText().contains(QStringLiteral("Degraded → Unhealthy")),
        qPrintable(timeline().readOutText()));
    QVERIFY(m_with->window->timelinePanel().readOut() == timeline().readOutText());
    // Far back: the window follows and is no longer live.
    for (int i = 0; i < 30; ++i)
        QTest::keyClick(&timeline(), Qt::Key_Left, Qt::ControlModifier);
    QVERIFY(timeline().window().contains(*cursor().time()));
}

void TestTimelinePage::homeAndEndAreTheEnds()
{
    showTimeline();
    QTest::keyClick(&timeline(), Qt::Key_Home);
    QVERIFY(std::chrono::abs(*cursor().time() - timeline().window().from) < 5s);
    QTest::keyClick(&timeline(), Qt::Key_End);
    QVERIFY(std::chrono::abs(*cursor().time() - timeline().window().to) < 5s);
}

void TestTimelinePage::keysZoomAndGoLive()
{
    showTimeline();
    QVERIFY(timeline().range() == 1h);
    QTest::keyClick(&timeline(), Qt::Key_Minus);
    QVERIFY(timeline().range() == 2h);
    QTest::keyClick(&timeline(), Qt::Key_Plus);
    QTest::keyClick(&timeline(), Qt::Key_Plus);
    QVERIFY(timeline().range() == 30min);
    for (int i = 0; i < 20; ++i)
        QTest::keyClick(&timeline(), Qt::Key_Minus);
    QVERIFY(timeline().range() == 7 * 24h); // and no more
    timeline().stepBack();
    QVERIFY(!timeline().isLive());
    QTest::keyClick(&timeline(), Qt::Key_L);
    QVERIFY(timeline().isLive());
}

void TestTimelinePage::scrollingBackIsNotLive()
{
    showTimeline();
    const TimeWindow live = timeline().window();
    timeline().stepBack();
    QVERIFY(!timeline().isLive());
    QVERIFY(std::chrono::abs(live.to - timeline().window().to - 30min) < 5s);
    QVERIFY(timeline().window().length() == 1h);
    timeline().stepForward();
    QVERIFY(timeline().isLive()); // never into the future
}

void TestTimelinePage::rowsAreSentences()
{
    showTimeline();
    QCOMPARE(timeline().accessibleCount(), 10);
    QTRY_VERIFY2(sentence("onion").contains(id("Unhealthy for ")), qPrintable(sentence("onion")));
    QVERIFY(sentence("onion").startsWith(QStringLiteral("onion, Running · Unhealthy")));
    timeline().selectAccessibleItem(timeline().rowOfService(id("dao")));
    QCOMPARE(selection().current(), id("dao"));
}

void TestTimelinePage::pointerReadsWithoutSelecting()
{
    showTimeline();
    const int row = timeline().rowOfService(id("dao"));
    const QPoint at(timeline().lanesRect().center().x(), timeline().rowRect(row).center().y());
    QTRY_VERIFY(!sentence("dao").contains(id("not been asked")));
    QTest::mouseMove(timeline().viewport(), at);
    QTRY_COMPARE(timeline().readService(), id("dao"));
    QVERIFY(timeline().readOutText().contains(id("dao")));
    QVERIFY(std::chrono::abs(*cursor().time() - (timeline().window().to - 30min)) < 2min);
    QCOMPARE(selection().current(), id("onion"));
}

void TestTimelinePage::mirroredTimeRunsToTheLeft()
{
    QApplication::setLayoutDirection(Qt::RightToLeft);
    showTimeline();
    QVERIFY(timeline().lanesRect().left() < timeline().viewport()->width() - timeline().lanesRect().right());
    cursor().setTime({});
    QTest::keyClick(&timeline(), Qt::Key_Right); // earlier
    const WallTime last = *cursor().time();
    QTest::keyClick(&timeline(), Qt::Key_Right);
    QVERIFY(*cursor().time() < last);
}

void TestTimelinePage::historyThatFailsSaysSo()
{
    m_with->room.history.fault = id("The history cannot be read (disk I/O error).");
    selection().selectOnly(id("onion"));
    m_with->window->showPage(MainWindow::Page::Timeline);
    const auto labels = [this] {
        QStringList texts;
        for (const auto *label : m_with->window->timelinePanel().findChildren<QLabel *>()) {
            if (label->isVisible())
                texts.append(label->text());
        }
        return texts;
    };
    QTRY_VERIFY(labels().contains(m_with->room.history.fault));
}

void TestTimelinePage::emptyPastSaysSo()
{
    m_with->room.history.makeUp = {};
    m_with->room.history.keptEvents.clear();
    selection().selectOnly(id("onion"));
    m_with->window->showPage(MainWindow::Page::Timeline);
    QTRY_VERIFY(sentence("onion").contains(id("nothing is known of this time")));
}

void TestTimelinePage::jumpsToTheLog()
{
    showTimeline();
    const WallTime at = timeline().window().to - 20min;
    cursor().setTime(at);
    QToolButton &button = m_with->window->timelinePanel().readOutLine().logButton();
    QVERIFY(button.isVisible());
    QVERIFY2(button.text().startsWith(id("&Log at ")), qPrintable(button.text()));
    button.click();
    LogPanel &logs = m_with->window->logPanel();
    QVERIFY(logs.isVisible());
    LogNews news;
    news.isFirst = true;
    for (int minute = -60; minute < 0; ++minute)
        news.lines.append(fakeLine(id("onion"), timeline().window().to + 1min * minute, QByteArray::number(minute)));
    m_with->room.logs.say(news);
    QTRY_COMPARE(logs.view().currentIndex().row(), 40);
    QCOMPARE(logs.model().entry(40).text, id("-20"));
    // And the other way round: a line that is chosen is pointed at in the timeline, however far back.
    timeline().setRange(5min);
    logs.view().setFocus();
    QTest::keyClick(&logs.view(), Qt::Key_Down);
    m_with->window->showPage(MainWindow::Page::Timeline);
    QVERIFY(timeline().window().contains(*cursor().time()));
    QVERIFY(std::chrono::abs(timeline().window().to - (at + 1min)) < 4min);
}

QTEST_MAIN(TestTimelinePage)
#include "tst_timelinepage.moc"
