#include "tests/ui/support/fakeroom.h"
#include "ui/dialogs/palettelist.h"
#include "ui/dialogs/preferencepages.h"
#include "ui/dialogs/preferences.h"
#include "ui/dialogs/shortcutsdialog.h"
#include "ui/dialogs/shortcutspage.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/serviceactions.h"
#include "ui/style/shownzone.h"
#include "ui/style/theme.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QListWidget>
#include <QMenuBar>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>
#include <QTextBrowser>

using namespace foghorn;

namespace {

QString id(const char *text) { return QString::fromLatin1(text); }

} // namespace

/// Every change holds at once and is kept.
class TestPreferences : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void openOnceWithTheirKey();
    void comeBackInTheOtherLanguage();
    void coloursAndTextFollowBothWays();
    void timesInUtc();
    void rememberedAnswersAreTakenBack();
    void keysAreChangedAndConflictsNamed();
    void allKeysAreListed();
    void tabReachesEverythingOnEachPage();

private:
    Preferences &open();
    template<typename T> T *page() const { return m_window->findChild<T *>(); }
    QVariant kept(const char *key) const { return m_room->settings.value(id(key)); }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<FakeRoom> m_room;
    std::unique_ptr<MainWindow> m_window;
};

void TestPreferences::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qobject_cast<QApplication *>(QCoreApplication::instance()));
}

void TestPreferences::init()
{
    m_theme->setMode(Theme::Mode::Light);
    m_theme->setTextSize(100);
    m_room = std::make_unique<FakeRoom>();
    m_room->registry.setOutline(fakeOutline(id("local"), tenServices()));
    makeBusyEvening(m_room->registry);
    m_window = std::make_unique<MainWindow>(m_room->sources(), *m_theme, m_room->settings);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestPreferences::cleanup()
{
    m_room->commands.end();
    m_window.reset();
    m_room.reset();
    setShownInUtc(false);
}

Preferences &TestPreferences::open()
{
    QTest::keyClick(m_window.get(), Qt::Key_Comma, Qt::ControlModifier);
    return *m_window->findChild<Preferences *>();
}

void TestPreferences::openOnceWithTheirKey()
{
    Preferences &first = open();
    QVERIFY(first.isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_Comma, Qt::ControlModifier);
    QCOMPARE(m_window->findChildren<Preferences *>().size(), 1);
    QTest::keyClick(&first, Qt::Key_Escape);
    QTRY_VERIFY(!m_window->findChild<Preferences *>());
}

void TestPreferences::comeBackInTheOtherLanguage()
{
    open();
    auto *language = page<GeneralPage>()->findChildren<QComboBox *>().first();
    QVERIFY(language->count() >= 3);
    QTest::keyClick(language, Qt::Key_Down);
    QVERIFY(!kept("general/language").toString().isEmpty());
    // As the program does then.
    const MainWindow next(m_room->sources(), *m_theme, m_room->settings);
    QTRY_VERIFY(next.findChild<Preferences *>());
    const MainWindow third(m_room->sources(), *m_theme, m_room->settings);
    QCoreApplication::processEvents();
    QVERIFY(!third.findChild<Preferences *>());
}

void TestPreferences::coloursAndTextFollowBothWays()
{
    open().showPage(Preferences::Page::Appearance);
    const auto *appearance = page<AppearancePage>();
    auto *colours = appearance->findChildren<QComboBox *>().first();
    QCOMPARE(colours->currentText(), id("Light"));
    colours->setFocus();
    QTest::keyClick(colours, Qt::Key_Down);
    QCOMPARE(m_theme->mode(), Theme::Mode::Dark);
    QCOMPARE(kept("appearance/mode").toString(), id("Dark"));
    m_theme->setMode(Theme::Mode::HighContrast);
    QCOMPARE(colours->currentText(), id("High contrast"));
    auto *size = appearance->findChild<QSpinBox *>();
    size->setValue(130);
    QCOMPARE(m_theme->textSize(), 130);
    QCOMPARE(kept("appearance/text").toInt(), 130);
    QTest::keyClick(m_window.get(), Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(size->value(), 100);
}

void TestPreferences::timesInUtc()
{
    open();
    const WallTime time(std::chrono::hours(24 * 365));
    auto *zone = page<GeneralPage>()->findChildren<QComboBox *>().at(1);
    QTest::keyClick(zone, Qt::Key_Down);
    QVERIFY(isShownInUtc());
    QCOMPARE(shownTime(time).timeSpec(), Qt::UTC);
    QVERIFY(kept("time/utc").toBool());
    QTest::keyClick(zone, Qt::Key_Up);
    QVERIFY(!isShownInUtc());
}

void TestPreferences::rememberedAnswersAreTakenBack()
{
    m_room->settings.setValue(id("confirm/stop-unneeded"), true);
    m_room->settings.setValue(id("confirm/stop-needed"), true);
    m_room->settings.setValue(id("confirm/of-another-version"), true);
    open().showPage(Preferences::Page::Confirmations);
    const auto *confirmations = page<ConfirmationsPage>();
    const auto *list = confirmations->findChild<QListWidget *>();
    QCOMPARE(list->count(), 2);
    const QList<QPushButton *> buttons = confirmations->findChildren<QPushButton *>();
    QTest::keyClick(buttons.first(), Qt::Key_Space);
    QCOMPARE(list->count(), 1);
    QTest::keyClick(buttons.last(), Qt::Key_Space);
    QCOMPARE(m_room->settings.keysIn(id("confirm")), QStringList{id("of-another-version")});
    QVERIFY(!list->isVisible());
    m_room->settings.setValue(id("confirm/stop-needed"), true);
    QCOMPARE(list->count(), 1);
}

void TestPreferences::keysAreChangedAndConflictsNamed()
{
    open().showPage(Preferences::Page::Shortcuts);
    const auto *shortcuts = page<ShortcutsPage>();
    const auto findField = shortcuts->findChildren<QLineEdit *>().first();
    QTest::keyClicks(findField, id("restart"));
    QAction *restart = m_window->actionsOnServices().action(Verb::Restart);
    QCOMPARE(shortcuts->edit().keySequence(), restart->shortcut());

    shortcuts->edit().setKeySequence(QKeySequence(Qt::Key_R));
    QVERIFY(!shortcuts->message().isEmpty());
    QCOMPARE(restart->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_R));

    shortcuts->edit().setKeySequence(QKeySequence(Qt::CTRL | Qt::Key_F));
    QCOMPARE(shortcuts->message(), QStringLiteral("Ctrl+F belongs to “Filter or find”."));
    QCOMPARE(restart->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_R));

    shortcuts->edit().setKeySequence(QKeySequence(Qt::CTRL | Qt::Key_J));
    QVERIFY(shortcuts->message().isEmpty());
    QCOMPARE(restart->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_J));
    QCOMPARE(kept("shortcuts/Ctrl+R").toString(), id("Ctrl+J"));
    // The next window has them too, and they work.
    const MainWindow next(m_room->sources(), *m_theme, m_room->settings);
    QCOMPARE(next.actionsOnServices().action(Verb::Restart)->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_J));
}

void TestPreferences::allKeysAreListed()
{
    QTest::keyClick(m_window.get(), Qt::Key_Question, Qt::ControlModifier);
    const auto *dialog = m_window->findChild<ShortcutsDialog *>();
    QVERIFY(dialog);
    const QString text = dialog->findChild<QTextBrowser *>()->toPlainText();
    const QList<QAction *> actions = m_window->findChildren<QAction *>();
    for (const QAction *action : actions) {
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        QVERIFY2(text.contains(keys), qPrintable(keys));
    }
}

void TestPreferences::tabReachesEverythingOnEachPage()
{
    m_room->settings.setValue(id("confirm/stop-unneeded"), true);
    Preferences &dialog = open();
    dialog.activateWindow();
    QTRY_COMPARE(QApplication::activeWindow(), &dialog);
    for (int index = 0; index < 5; ++index) {
        dialog.showPage(static_cast<Preferences::Page>(index));
        dialog.findChild<QListWidget *>()->setFocus(); // the list of pages
        QSet<QWidget *> reached;
        for (int i = 0; i < 60; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            reached.insert(QApplication::focusWidget());
        }
        const QList<QWidget *> all = dialog.findChildren<QWidget *>();
        for (QWidget *widget : all) {
            const bool isMine = widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus)
                && !widget->focusProxy();
            QVERIFY2(!isMine || reached.contains(widget),
                qPrintable(QStringLiteral("page %1: %2 %3")
                               .arg(index)
                               .arg(QLatin1String(widget->metaObject()->className()), widget->accessibleName())));
        }
    }
}

QTEST_MAIN(TestPreferences)
#include "tst_preferences.moc"
