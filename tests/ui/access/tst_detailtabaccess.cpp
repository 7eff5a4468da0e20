#include "tests/ui/accesschecks/clipchecks.h"
#include "tests/ui/accesschecks/eveningwindow.h"
#include "tests/ui/accesschecks/widgetchecks.h"
#include "tests/ui/support/fakenews.h"
#include "ui/panels/detailpanel.h"
#include "ui/panels/fittingtabs.h"
#include "ui/panels/servicepanel.h"
#include "ui/style/languages.h"
#include "ui/style/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QDockWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QTest>

using namespace foghorn;

/// Goals A1, A3, A9 and L1 in each tab of the details, also on a screen of 1280 × 720 with text of twice the size.
class TestDetailTabAccess : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void eachTabIsForEverybody_data();
    void eachTabIsForEverybody();
    void tabsAreReachedByKeys();
    void signsStandForNamesThatDoNotFit();
    void clickedTabStaysUnderThePointer();

private:
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Languages> m_languages;
};

void TestDetailTabAccess::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qobject_cast<QApplication *>(QCoreApplication::instance()));
    m_theme->setMode(qEnvironmentVariableIsSet("FOGHORN_DARK") ? Theme::Mode::Dark : Theme::Mode::Light);
}

void TestDetailTabAccess::cleanup()
{
    m_languages.reset();
    QLocale::setDefault(QLocale::c());
    m_theme->setTextSize(100);
}

void TestDetailTabAccess::eachTabIsForEverybody_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("percent");
    for (const char *language : {"en", "de"}) {
        for (const int percent : {100, 200})
            QTest::addRow("%s %d %%", language, percent) << QString::fromLatin1(language) << percent;
    }
}

void TestDetailTabAccess::eachTabIsForEverybody()
{
    QFETCH(QString, language);
    QFETCH(int, percent);
    m_languages = std::make_unique<Languages>();
    m_languages->choose(language);
    m_theme->setTextSize(percent);
    const QSize size(1280, 720);
    EveningWindow evening(*m_theme, {}, size);
    QTabWidget &tabs = evening.window().detailPanel().tabs();
    for (int tab = 0; tab < tabs.count(); ++tab) {
        tabs.setCurrentIndex(tab);
        if (!tabs.isVisible()) // too narrow for a dock: then they are a page
            Q_EMIT evening.window().servicePanel().detailsWanted();
        QTRY_VERIFY(tabs.isVisible());
        if (evening.room().logs.stream && !evening.room().logs.followed.isEmpty())
            evening.room().logs.say(fakeNews(evening.room().logs.followed.last(), 60));
        evening.settle();
        QStringList faults = clippedTexts(evening.window());
        faults += unreachableByTab(evening.window());
        faults += nameless(evening.window());
        faults += smallTargets(evening.window());
        const QSize least = evening.window().minimumSizeHint();
        if (least.width() > size.width() || least.height() > size.height())
            faults.append(QStringLiteral("does not fit: %1 x %2").arg(least.width()).arg(least.height()));
        if (const QString folder = qEnvironmentVariable("FOGHORN_PICTURES"); !folder.isEmpty())
            evening.window().grab().save(
                QStringLiteral("%1/detailtab-%2-%3-%4.png").arg(folder, language).arg(percent).arg(tab));
        QVERIFY2(faults.isEmpty(), qPrintable(tabs.tabText(tab) + u'\n' + faults.join(u'\n')));
    }
}

void TestDetailTabAccess::tabsAreReachedByKeys()
{
    const EveningWindow evening(*m_theme);
    QTabWidget &tabs = evening.window().detailPanel().tabs();
    tabs.tabBar()->setFocus();
    for (int tab = 1; tab < tabs.count(); ++tab) {
        QTest::keyClick(tabs.tabBar(), Qt::Key_Right);
        QCOMPARE(tabs.currentIndex(), tab);
        QVERIFY(tabs.tabBar()->hasFocus());
        QVERIFY(tabs.tabBar()->rect().contains(tabs.tabBar()->tabRect(tab))); // all of its name
    }
}

void TestDetailTabAccess::signsStandForNamesThatDoNotFit()
{
    const EveningWindow evening(*m_theme);
    QTabWidget &tabs = evening.window().detailPanel().tabs();
    auto *dock = evening.window().findChild<QDockWidget *>(QStringLiteral("details"));
    auto *bar = tabs.findChild<FittingTabBar *>();
    const int all = bar->minimumSizeHint().width();
    evening.window().resizeDocks({dock}, {all}, Qt::Horizontal);
    QTRY_VERIFY(bar->showsSigns());
    for (int tab = 0; tab < tabs.count(); ++tab) {
        QCOMPARE(bar->wordsOf(tab), tab == tabs.currentIndex() ? tabs.tabText(tab) : QString());
        QCOMPARE(tabs.tabToolTip(tab), tabs.tabText(tab));
        QCOMPARE(QAccessible::queryAccessibleInterface(bar)->child(tab)->text(QAccessible::Name), tabs.tabText(tab));
        QVERIFY(bar->rect().contains(bar->tabRect(tab)));
    }
    evening.window().resizeDocks({dock}, {all * 2}, Qt::Horizontal);
    QTRY_VERIFY(!bar->showsSigns());
    for (int tab = 0; tab < tabs.count(); ++tab) {
        QCOMPARE(bar->wordsOf(tab), tabs.tabText(tab));
        QVERIFY(tabs.tabToolTip(tab).isEmpty());
        QVERIFY(bar->rect().contains(bar->tabRect(tab)));
    }
}

void TestDetailTabAccess::clickedTabStaysUnderThePointer()
{
    const EveningWindow evening(*m_theme);
    auto *dock = evening.window().findChild<QDockWidget *>(QStringLiteral("details"));
    auto *bar = evening.window().detailPanel().tabs().findChild<FittingTabBar *>();
    evening.window().resizeDocks({dock}, {bar->minimumSizeHint().width()}, Qt::Horizontal);
    QTRY_VERIFY(bar->showsSigns());
    for (const int tab : {4, 1, 3, 5, 0, 5}) {
        const QPoint pointer = bar->tabRect(tab).center();
        QTest::mouseClick(bar, Qt::LeftButton, {}, pointer);
        QCOMPARE(bar->currentIndex(), tab);
        QCOMPARE(bar->tabAt(pointer), tab);
    }
}

QTEST_MAIN(TestDetailTabAccess)
#include "tst_detailtabaccess.moc"
