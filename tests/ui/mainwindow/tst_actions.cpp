#include "tests/ui/support/fakeroom.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/models/shortcutbook.h"
#include "ui/style/mnemonic.h"
#include "ui/style/theme.h"

#include <QAbstractAnimation>
#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QMenu>
#include <QMenuBar>
#include <QProxyStyle>
#include <QSet>
#include <QShortcut>
#include <QTest>

#include <functional>

using namespace foghorn;

namespace {

QChar mnemonicOf(const QString &text)
{
    for (qsizetype i = 0; i + 1 < text.size(); ++i) {
        if (text.at(i) == QLatin1Char('&') && text.at(i + 1) != QLatin1Char('&'))
            return text.at(i + 1).toLower();
        if (text.at(i) == QLatin1Char('&'))
            ++i;
    }
    return {};
}

} // namespace

/// Goal A2: whatever the features of the window add, it is in a menu, explained, and reached by keys of its own.
class TestActions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void lettersAreUniqueInEachMenu();
    void eachActionIsInOneMenu();
    void windowMenuHasTheDocksAndTheWindow();
    void everyActionIsExplained();
    void noKeysTwice();
    void whatHasKeysIsInAMenu();
    void mostCanBeGivenOtherKeys();
    void nothingMovesWithoutAnimations();

private:
    /// Calls `visit` with each menu, those in menus too.
    void eachMenu(const std::function<void(const QList<QAction *> &)> &visit) const;
    QList<QAction *> allInMenus() const;

    std::unique_ptr<Theme> m_theme;
    FakeRoom m_room;
    std::unique_ptr<MainWindow> m_window;
};

void TestActions::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qobject_cast<QApplication *>(QCoreApplication::instance()));
    m_room.registry.setOutline(fakeOutline(QStringLiteral("local"), tenServices()));
    makeBusyEvening(m_room.registry);
    m_window = std::make_unique<MainWindow>(m_room.sources(), *m_theme, m_room.settings);
    m_window->show();
}

void TestActions::eachMenu(const std::function<void(const QList<QAction *> &)> &visit) const
{
    QList<QList<QAction *>> menus{m_window->menuBar()->actions()};
    while (!menus.isEmpty()) {
        const QList<QAction *> actions = menus.takeFirst();
        visit(actions);
        for (const QAction *action : actions) {
            if (action->menu())
                menus.append(action->menu()->actions());
        }
    }
}

QList<QAction *> TestActions::allInMenus() const
{
    QList<QAction *> all;
    eachMenu([&all](const QList<QAction *> &actions) {
        for (QAction *action : actions) {
            if (!action->menu() && !action->isSeparator())
                all.append(action);
        }
    });
    return all;
}

void TestActions::lettersAreUniqueInEachMenu()
{
    eachMenu([](const QList<QAction *> &actions) {
        QHash<QChar, QString> letters;
        for (const QAction *action : actions) {
            if (action->isSeparator())
                continue;
            const QChar letter = mnemonicOf(action->text());
            QVERIFY2(!letter.isNull(), qPrintable(action->text()));
            QVERIFY2(!letters.contains(letter), qPrintable(action->text() + u" and " + letters.value(letter)));
            letters.insert(letter, action->text());
        }
    });
}

void TestActions::eachActionIsInOneMenu()
{
    QSet<QAction *> seen;
    const QList<QAction *> all = allInMenus();
    for (QAction *action : all) {
        QVERIFY2(!seen.contains(action), qPrintable(action->text()));
        seen.insert(action);
    }
}

void TestActions::windowMenuHasTheDocksAndTheWindow()
{
    QStringList texts;
    const QList<QAction *> actions = m_window->menu(MainWindow::Menu::Window).actions();
    for (const QAction *action : actions)
        texts.append(action->isSeparator() ? QString() : withoutMnemonic(action->text()));
    QCOMPARE(texts,
        (QStringList{QStringLiteral("Details"), QStringLiteral("Operations"), {}, QStringLiteral("Full screen"),
            QStringLiteral("Close window")}));
    QCOMPARE(actions.constLast()->statusTip(), QStringLiteral("Close this window")); // nothing brings it back here
    for (const char *name : {"details", "operations"}) {
        const auto *dock = m_window->findChild<QDockWidget *>(QString::fromLatin1(name));
        QVERIFY(actions.contains(dock->toggleViewAction()));
        const bool wasShown = dock->isVisible();
        dock->toggleViewAction()->trigger();
        QCOMPARE(dock->isVisible(), !wasShown);
        dock->toggleViewAction()->trigger();
        QCOMPARE(dock->isVisible(), wasShown);
    }
    const QList<QAction *> menus = m_window->menuBar()->actions();
    QCOMPARE(menus.at(menus.size() - 2)->menu(), &m_window->menu(MainWindow::Menu::Window)); // before Help
}

void TestActions::everyActionIsExplained()
{
    const QList<QAction *> all = allInMenus();
    QVERIFY(all.size() > 30);
    for (const QAction *action : all) {
        QVERIFY(!action->text().isEmpty());
        QVERIFY2(!action->statusTip().isEmpty(), qPrintable(action->text()));
    }
}

void TestActions::noKeysTwice()
{
    QHash<QKeySequence, QString> used;
    const auto use = [&used](const QKeySequence &keys, const QString &who) {
        if (keys.isEmpty())
            return;
        QVERIFY2(!used.contains(keys), qPrintable(keys.toString() + u": " + who + u" and " + used.value(keys)));
        used.insert(keys, who);
    };
    const QList<QAction *> actions = m_window->findChildren<QAction *>();
    for (const QAction *action : actions) {
        if (action->shortcutContext() == Qt::WidgetShortcut
            || action->shortcutContext() == Qt::WidgetWithChildrenShortcut)
            continue; // only where the focus is
        const QList<QKeySequence> keys = action->shortcuts();
        for (const QKeySequence &each : keys)
            use(each, action->text());
    }
    const QList<QShortcut *> shortcuts = m_window->findChildren<QShortcut *>();
    for (const QShortcut *shortcut : shortcuts) {
        if (shortcut->context() == Qt::WindowShortcut || shortcut->context() == Qt::ApplicationShortcut)
            use(shortcut->key(), shortcut->parent()->objectName());
    }
    for (const char *keys : {"F5", "F7", "F9", "Ctrl+R", "Ctrl+K", "Ctrl+Shift+P", "Ctrl+,", "Ctrl+?", "F11", "F6",
             "Shift+F6", "Ctrl++", "Ctrl+-", "Ctrl+0", "Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+F", "Ctrl+1", "Ctrl+6"})
        QVERIFY2(used.contains(QKeySequence(QLatin1String(keys))), keys);
}

void TestActions::whatHasKeysIsInAMenu()
{
    const QList<QAction *> inMenus = allInMenus();
    const QList<QAction *> actions = m_window->findChildren<QAction *>();
    for (QAction *action : actions)
        QVERIFY2(action->shortcut().isEmpty() || inMenus.contains(action), qPrintable(action->text()));
}

void TestActions::mostCanBeGivenOtherKeys()
{
    const auto *book = m_window->findChild<ShortcutBook *>();
    QVERIFY(book);
    const qsizetype all = allInMenus().size();
    QVERIFY2(
        book->entries().size() * 2 > all, qPrintable(QStringLiteral("%1 of %2").arg(book->entries().size()).arg(all)));
}

/// Goal A11. Last: it changes the style of the application.
void TestActions::nothingMovesWithoutAnimations()
{
    class StillStyle final : public QProxyStyle
    {
    public:
        int styleHint(
            StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *result) const override
        {
            return hint == SH_Widget_Animation_Duration ? 0 : QProxyStyle::styleHint(hint, option, widget, result);
        }
    };
    QApplication::setStyle(new StillStyle); // the application owns it
    MainWindow window(m_room.sources(), *m_theme, m_room.settings);
    window.show();
    QVERIFY(!window.dockOptions().testFlag(QMainWindow::AnimatedDocks));
    const QList<QDockWidget *> docks = window.findChildren<QDockWidget *>();
    for (QDockWidget *dock : docks) {
        dock->setFloating(true);
        dock->setVisible(!dock->isVisible());
        dock->setFloating(false);
    }
    for (int page = 0; page < 6; ++page)
        window.showPage(static_cast<MainWindow::Page>(page));
    const QList<QAbstractAnimation *> animations = window.findChildren<QAbstractAnimation *>();
    for (const QAbstractAnimation *animation : animations)
        QVERIFY2(animation->state() != QAbstractAnimation::Running, animation->metaObject()->className());
}

QTEST_MAIN(TestActions)
#include "tst_actions.moc"
