#include "tests/ui/mainwindow/windowwithpast.h"
#include "ui/mainwindow/windowmemory.h"
#include "ui/panels/servicepanel.h"
#include "ui/style/languages.h"

#include <QElapsedTimer>
#include <QLineEdit>
#include <QMenu>
#include <QStatusBar>
#include <QToolButton>

using namespace foghorn;

/// The language is chosen in the window, and the window that follows it speaks it and looks the same.
class TestLanguageMenu : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();

    void aChoiceIsASetting();
    void theStatusBarSaysWhatIsSpoken();
    void theNextWindowSpeaksItAndLooksTheSame();

private:
    static QAction *choice(const WindowWithPast &with, const QString &code)
    {
        const QList<QAction *> actions = with.window->findChildren<QAction *>();
        for (QAction *action : actions) {
            if (action->isCheckable() && action->data().toString() == code && action->actionGroup()
                && action->statusTip().startsWith(QLatin1String("S"))) // "Speak …", "Sprache …"
                return action;
        }
        return nullptr;
    }

    std::unique_ptr<Theme> m_theme;
};

void TestLanguageMenu::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qobject_cast<QApplication *>(QCoreApplication::instance()));
}

void TestLanguageMenu::cleanup() { QLocale::setDefault(QLocale::c()); }

void TestLanguageMenu::aChoiceIsASetting()
{
    WindowWithPast with(*m_theme);
    QAction *german = choice(with, QStringLiteral("de"));
    QVERIFY(german);
    QCOMPARE(QString(german->text()).remove(u'&'), QStringLiteral("Deutsch"));
    german->trigger();
    QCOMPARE(with.room.settings.value(LanguageKey).toString(), QStringLiteral("de"));
    with.room.settings.setValue(LanguageKey, QStringLiteral("tlh")); // somebody edited the file
    QVERIFY(!german->isChecked());
}

void TestLanguageMenu::theStatusBarSaysWhatIsSpoken()
{
    Languages languages;
    languages.choose(QStringLiteral("de"));
    const WindowWithPast with(*m_theme);
    const QList<QToolButton *> buttons = with.window->statusBar()->findChildren<QToolButton *>();
    const auto isIt = [](const QToolButton *button) {
        return button->text() == QStringLiteral("DE") && button->accessibleName() == QStringLiteral("Sprache: Deutsch");
    };
    QVERIFY(std::any_of(buttons.begin(), buttons.end(), isIt));
}

void TestLanguageMenu::theNextWindowSpeaksItAndLooksTheSame()
{
    Languages languages;
    languages.choose(QStringLiteral("en"));
    WindowWithPast with(*m_theme);
    with.window->resize(1100, 700);
    with.window->servicePanel().filterField().setText(QStringLiteral("o"));
    with.window->selection().selectOnly(QStringLiteral("onion"));
    with.window->showPage(MainWindow::Page::Charts);
    const QSize size = with.window->size();
    with.window->findChild<WindowMemory *>()->save();
    languages.choose(QStringLiteral("de"));

    QElapsedTimer time;
    time.start();
    const std::unique_ptr<MainWindow> old = std::move(with.window);
    with.show();
    qInfo("a window in the other language after %lld ms", time.elapsed());
    QCOMPARE(with.window->menu(MainWindow::Menu::Service).title(), QStringLiteral("D&ienst"));
    QCOMPARE(with.window->servicePanel().filterField().text(), QStringLiteral("o"));
    QCOMPARE(with.window->selection().current(), QStringLiteral("onion"));
    QVERIFY(with.window->chartsPanel().isVisible());
    QCOMPARE(with.window->size(), size);
}

QTEST_MAIN(TestLanguageMenu)
#include "tst_languagemenu.moc"
