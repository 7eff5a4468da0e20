#include "tests/ui/mainwindow/windowwithpast.h"
#include "tests/ui/support/comeround.h"

#include "ui/panels/logpanel.h"
#include "ui/timeline/readoutline.h"

#include <QLineSeries>
#include <QToolButton>
#include <QXmlStreamReader>

using namespace foghorn;
using namespace std::chrono_literals;

namespace {

QString id(const char *text) { return QString::fromLatin1(text); }

} // namespace

/// The page Charts, in its window.
class TestChartsPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_with.reset(); }

    void oneCursorForBothPages();
    void hiddenChartsAskNothing();
    void chartsOfTheSelection();
    void sixAreComparedAtMost();
    void limitIsDrawnWhereItMatters();
    void chartsSayWhatIsMissing();
    void barsCountChecks();
    void chartKeysMoveTheCursor();
    void valuesAsTable();
    void pictureHasTwiceThePixels();
    void drawingIsText();
    void jumpsToTheLog();

private:
    TimelineView &timeline() const { return m_with->window->timelinePanel().view(); }
    TimeCursor &cursor() const { return m_with->window->timeCursor(); }
    ServiceSelection &selection() const { return m_with->window->selection(); }
    ChartsPanel &charts() const { return m_with->window->chartsPanel(); }
    void showTimeline(const char *selected = "onion")
    {
        selection().selectOnly(id(selected));
        m_with->window->showPage(MainWindow::Page::Timeline);
        QTRY_VERIFY(!timeline().readOutText().isEmpty());
    }
    void showCharts(const char *selected = "onion")
    {
        selection().selectOnly(id(selected));
        m_with->window->showPage(MainWindow::Page::Charts);
        QTRY_VERIFY(!charts().latency().shownSeries().isEmpty());
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<WindowWithPast> m_with;
};

void TestChartsPage::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qobject_cast<QApplication *>(QCoreApplication::instance()));
    m_theme->setMode(Theme::Mode::Light);
}

void TestChartsPage::init() { m_with = std::make_unique<WindowWithPast>(*m_theme); }

void TestChartsPage::oneCursorForBothPages()
{
    showTimeline();
    QTest::keyClick(&timeline(), Qt::Key_Left, Qt::ControlModifier);
    const WallTime at = *cursor().time();
    m_with->window->showPage(MainWindow::Page::Charts);
    QTRY_VERIFY(!charts().latency().shownSeries().isEmpty());
    QTRY_VERIFY2(charts().readOut().contains(id("onion")), qPrintable(charts().readOut()));
    QTest::keyClick(&charts().latency(), Qt::Key_Left);
    QVERIFY(*cursor().time() < at);
    const QString before = timeline().readOutText();
    QTest::keyClick(&charts().latency(), Qt::Key_Home);
    QVERIFY(timeline().readOutText() != before);
}

void TestChartsPage::hiddenChartsAskNothing()
{
    m_with->room.history.asked.clear();
    selection().selectOnly(id("onion"));
    addChecks(m_with->room.registry, id("onion"), Health::Healthy, 3);
    comeRound();
    QVERIFY(m_with->room.history.asked.isEmpty());
    m_with->window->showPage(MainWindow::Page::Charts);
    QTRY_COMPARE(m_with->room.history.asked.size(), 3); // an hour, a day, a week
    for (const HistoryQuery &query : std::as_const(m_with->room.history.asked))
        QVERIFY(query.points <= 480);
}

void TestChartsPage::chartsOfTheSelection()
{
    showCharts();
    QCOMPARE(charts().latency().content().lines.size(), 2); // p95 and average
    for (const QLineSeries *series : charts().latency().shownSeries())
        QVERIFY(series->count() <= 480);
    double highest = 0;
    for (const QLineSeries *series : charts().latency().shownSeries()) {
        for (const QPointF &point : series->points())
            highest = std::max(highest, point.y());
    }
    QVERIFY(highest > 0 && highest < charts().latency().highest());
    QVERIFY(!charts().latency().content().timeouts.isEmpty()); // onion is unhealthy
    QVERIFY(charts().emptyText().isEmpty());
    charts().setRange(24h);
    QVERIFY(charts().latency().content().window.length() == 24h);
}

void TestChartsPage::sixAreComparedAtMost()
{
    showCharts();
    const QList<ServiceId> all = m_with->room.registry.order();
    selection().set(all, all.constFirst());
    QTRY_COMPARE(charts().latency().content().lines.size(), 6);
    QCOMPARE(charts().uptime().bars().size(), 18);
    QSet<QRgb> colors;
    for (const ChartLine &line : charts().latency().content().lines)
        colors.insert(line.color.rgb());
    QCOMPARE(colors.size(), 6);
    QCOMPARE(charts().latency().content().lines.constFirst().name, all.constFirst());
}

void TestChartsPage::limitIsDrawnWhereItMatters()
{
    const auto limitedTo = [this](milliseconds timeout) {
        ServiceSpec spec;
        spec.probe.kind = ProbeSpec::Kind::Http;
        spec.health.timeout = timeout;
        FleetOutline outline = fakeOutline(id("local"), tenServices());
        for (ServiceInfo &info : outline.services) {
            if (info.name == id("onion"))
                info.spec = {std::make_shared<const ServiceSpec>(spec)};
        }
        m_with->room.registry.setOutline(outline);
        charts().setRange(24h); // and so it looks anew
        charts().setRange(1h);
    };
    showCharts();
    QVERIFY(!charts().latency().content().limit); // not known here
    const double highest = highestOf(charts().latency().content());
    limitedTo(milliseconds(static_cast<int>(highest * 1.5)));
    QVERIFY(charts().latency().content().limit);
    QVERIFY(charts().latency().highest() > highest * 1.5); // there is room for it
    QVERIFY2(charts().latency().content().limit->name.startsWith(id("limit ")),
        qPrintable(charts().latency().content().limit->name));
    QVERIFY(charts().latency().accessibleDescription().endsWith(charts().latency().content().limit->name));
    QVERIFY(charts().svg().contains("stroke-dasharray"));
    limitedTo(milliseconds(static_cast<int>(highest * 50)));
    QVERIFY(charts().latency().highest() < highest * 2); // the lines are not pressed flat
    QVERIFY(charts().svg().contains("↑"));
    showCharts("dao");
    QVERIFY(!charts().latency().content().limit);
}

void TestChartsPage::chartsSayWhatIsMissing()
{
    selection().set({}, {});
    m_with->window->showPage(MainWindow::Page::Charts);
    QCOMPARE(charts().emptyText(), id("Select a service"));
    m_with->room.history.makeUp = {};
    selection().selectOnly(id("onion"));
    QTRY_VERIFY2(charts().emptyText().startsWith(id("No checks yet")), qPrintable(charts().emptyText()));
    m_with->room.history.fault = id("The history cannot be read (disk I/O error).");
    selection().selectOnly(id("dao"));
    QTRY_COMPARE(charts().emptyText(), m_with->room.history.fault);
    m_with->room.registry.setOutline({});
    selection().set({}, {});
    QTRY_COMPARE(charts().emptyText(), id("No services yet"));
}

void TestChartsPage::barsCountChecks()
{
    showCharts();
    QTRY_VERIFY(charts().uptime().bars().size() == 3 && charts().uptime().bars().at(2).uptime.checks.checks > 0);
    const QList<UptimeBar> bars = charts().uptime().bars();
    const CheckCount hour = bars.at(0).uptime.checks;
    QVERIFY2(hour.checks > 100 && hour.checks <= 121, qPrintable(QString::number(hour.checks)));
    QVERIFY(hour.passed < hour.checks);
    QVERIFY(bars.at(1).uptime.checks.checks > 2000);
    QVERIFY(bars.at(2).uptime.checks.checks > 15000);
    QVERIFY2(bars.at(0).title.contains(QString::number(hour.checks)), qPrintable(bars.at(0).title));
    QCOMPARE(uptimeText({0.99999, {}}), QStringLiteral("99.99 %")); // never rounded up to perfect
    QCOMPARE(uptimeText({0.9, {}}), QStringLiteral("▼ 90.00 %"));
    QCOMPARE(uptimeText({}), QStringLiteral("no data"));
}

void TestChartsPage::chartKeysMoveTheCursor()
{
    showCharts();
    cursor().setTime({});
    QTest::keyClick(&charts().latency(), Qt::Key_Left, Qt::ControlModifier);
    QVERIFY(cursor().time());
    QVERIFY(charts().latency().content().timeouts.contains(*cursor().time()));
    QVERIFY2(charts().readOut().contains(QStringLiteral("✕ time-out")), qPrintable(charts().readOut()));
    QTest::keyClick(&charts().latency(), Qt::Key_End);
    QVERIFY(*cursor().time() == charts().latency().content().window.to);
}

void TestChartsPage::valuesAsTable()
{
    showCharts();
    charts().showTable(true);
    QVERIFY(charts().table().isVisible() && !charts().latency().isVisible());
    QVERIFY(charts().table().accessibleCount() > 100);
    const QString first = charts().table().accessibleItemName(0);
    QVERIFY2(first.contains(id("onion: average ")), qPrintable(first));
    QCOMPARE(charts().csv().count("\r\n"), charts().table().accessibleCount() + 1);
    charts().showTable(false);
    QVERIFY(charts().latency().isVisible());
}

void TestChartsPage::pictureHasTwiceThePixels()
{
    showCharts();
    const QImage picture = charts().picture();
    QCOMPARE(picture.width(), charts().latency().parentWidget()->width() * 2);
    QSet<QRgb> colors;
    for (int x = 0; x < picture.width(); x += 3)
        colors.insert(picture.pixel(x, picture.height() / 2));
    QVERIFY(colors.size() > 3);
}

void TestChartsPage::drawingIsText()
{
    showCharts();
    QXmlStreamReader xml(charts().svg());
    QStringList texts;
    int paths = 0;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == QLatin1String("path"))
            ++paths;
        else if (xml.isStartElement() && xml.name() == QLatin1String("text"))
            texts.append(xml.readElementText());
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QVERIFY(paths >= charts().latency().shownSeries().size() + charts().latency().content().timeouts.size());
    for (const char *word : {"average", "p95", "ms", "0"})
        QVERIFY2(texts.contains(id(word)), qPrintable(texts.join(u'|')));
    QVERIFY(texts.contains(uptimeText(charts().uptime().bars().at(0).uptime)));
}

void TestChartsPage::jumpsToTheLog()
{
    showCharts();
    QTest::keyClick(&charts().latency(), Qt::Key_Left, Qt::ControlModifier);
    const WallTime at = *cursor().time();
    QToolButton &button = charts().readOutLine().logButton();
    QVERIFY(button.isVisible());
    button.click();
    QVERIFY(m_with->window->logPanel().isVisible());
    QCOMPARE(selection().current(), id("onion"));
    QVERIFY(std::chrono::abs(*cursor().time() - at) < 1min);
}

QTEST_MAIN(TestChartsPage)
#include "tst_chartspage.moc"
