#include "tests/ui/mainwindow/eveningwindow.h"
#include "ui/dialogs/preferences.h"
#include "ui/panels/statusfilters.h"

#include <QApplication>
#include <QDockWidget>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolBar>
#include <QToolButton>

using namespace foghorn;

/// A screen of 1280 × 720 with the details open: nobody scrolls sideways to reach a part of a page.
class TestSmallScreen : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void pagesFit_data();
    void pagesFit();
    void largeNumbersAreRead();
    void gearStandsAtTheEnd_data();
    void gearStandsAtTheEnd();

private:
    std::unique_ptr<Theme> m_theme;
};

void TestSmallScreen::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qobject_cast<QApplication *>(QCoreApplication::instance()));
    m_theme->setMode(Theme::Mode::Light);
}

void TestSmallScreen::pagesFit_data()
{
    QTest::addColumn<MainWindow::Page>("page");
    QTest::addColumn<QString>("name");
    QTest::newRow("services") << MainWindow::Page::Services << QStringLiteral("Page Services");
    QTest::newRow("graph") << MainWindow::Page::Graph << QStringLiteral("Page Graph");
    QTest::newRow("timeline") << MainWindow::Page::Timeline << QStringLiteral("Page Timeline");
    QTest::newRow("charts") << MainWindow::Page::Charts << QStringLiteral("Page Charts");
    QTest::newRow("logs") << MainWindow::Page::Logs << QStringLiteral("Page Logs");
    QTest::newRow("alerts") << MainWindow::Page::Alerts << QStringLiteral("Page Alerts");
}

void TestSmallScreen::pagesFit()
{
    QFETCH(MainWindow::Page, page);
    QFETCH(QString, name);
    const EveningWindow evening(*m_theme);
    MainWindow &window = *evening.window;
    const QList<ServiceId> all = evening.room.registry.order();
    window.selection().set(all.mid(0, 6), all.first()); // six are compared
    const int line = window.fontMetrics().height(); // 17 pixels where a pixel is one
    window.resize(line * 1280 / 17, line * 720 / 17);
    window.showPage(page);
    QVERIFY(window.findChild<QDockWidget *>(QStringLiteral("details"))->isVisible());
    const QList<QScrollArea *> areas = window.findChildren<QScrollArea *>();
    const QScrollArea *area = nullptr;
    for (const QScrollArea *each : areas) {
        if (each->accessibleName() == name)
            area = each;
    }
    QVERIFY(area);
    QTRY_VERIFY(area->isVisible());
    QTRY_VERIFY2(area->horizontalScrollBar()->maximum() == 0,
        qPrintable(QString::number(area->horizontalScrollBar()->maximum())));
}

/// Beside the scroll bar of a low window, too.
void TestSmallScreen::largeNumbersAreRead()
{
    EveningWindow evening(*m_theme);
    MainWindow &window = *evening.window;
    window.resize(window.width(), window.fontMetrics().height() * 26);
    evening.room.registry.setOutline(fakeOutline(QStringLiteral("local"), manyServices(2000)));
    makeAllHealthy(evening.room.registry);
    window.model().flush();
    const auto *filters = window.findChild<StatusFilters *>();
    QVERIFY(filters);
    const QWidget *area = filters->parentWidget(); // what is seen of them
    QTRY_VERIFY2(filters->sizeHint().width() <= area->width(),
        qPrintable(QStringLiteral("%1 in %2").arg(filters->sizeHint().width()).arg(area->width())));
}

void TestSmallScreen::gearStandsAtTheEnd_data()
{
    QTest::addColumn<int>("width"); // pixels where a line is 17 high
    QTest::newRow("1280") << 1280;
    QTest::newRow("900") << 900;
}

/// Every action is in the bar, with its words, and the preferences behind them.
void TestSmallScreen::gearStandsAtTheEnd()
{
    QFETCH(int, width);
    const EveningWindow evening(*m_theme);
    MainWindow &window = *evening.window;
    const int line = window.fontMetrics().height();
    window.resize(line * width / 17, line * 720 / 17);
    const auto *bar = window.findChild<QToolBar *>(QStringLiteral("actions"));
    QVERIFY(bar);
    QTRY_COMPARE(window.width(), line * width / 17);
    auto *gear = qobject_cast<QToolButton *>(bar->widgetForAction(bar->actions().constLast()));
    QVERIFY(gear);
    QCOMPARE(gear->accessibleName(), QStringLiteral("Preferences"));
    QTRY_VERIFY(gear->isVisible() && gear->mapTo(&window, gear->rect().topRight()).x() > window.width() - line);
    QVERIFY(gear->width() >= 24 && gear->height() >= 24);
    QVERIFY(!gear->icon().isNull());
    QVERIFY(bar->widgetForAction(bar->actions().constFirst())->isVisible());
    gear->click();
    QTRY_VERIFY(window.findChild<Preferences *>() && window.findChild<Preferences *>()->isVisible());
}

QTEST_MAIN(TestSmallScreen)
#include "tst_smallscreen.moc"
