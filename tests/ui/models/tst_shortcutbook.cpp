#include "ui/models/shortcutbook.h"
#include "ui/models/usersettings.h"

#include <QAction>
#include <QTest>

using namespace foghorn;

namespace {

/// A window's actions: Restart Ctrl+R, Logs Ctrl+L, Zoom Ctrl++ and Ctrl+=, About without keys but with a name.
struct Actions
{
    QAction restart;
    QAction logs;
    QAction zoom;
    QAction about;
    QAction nameless;

    Actions()
    {
        restart.setShortcut(Qt::CTRL | Qt::Key_R);
        logs.setShortcut(Qt::CTRL | Qt::Key_L);
        zoom.setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)});
        about.setObjectName(QStringLiteral("about"));
    }
    QList<ShortcutBook::Listed> listed()
    {
        return {{&restart, {}}, {&logs, {}}, {&zoom, {}}, {&about, {}}, {&nameless, {}}};
    }
};

constexpr int Restart = 0;
constexpr int Logs = 1;
constexpr int Zoom = 2;
constexpr int About = 3;

QKeySequence ctrl(Qt::Key key) { return QKeySequence(Qt::CTRL | key); }

} // namespace

class TestShortcutBook : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void changesAreKept();
    void twoMayChangePlaces();
    void whoHasTheKeysIsNamedAndLosesThem();
    void resetPutsEverythingBack();
    void keysAloneAreRefused_data();
    void keysAloneAreRefused();
    void nonsenseInTheFileIsPassedOver();
    void noTwoHaveTheSameWhateverTheFileSays();
    void whatCannotBeKeptIsLeftOut();

private:
    std::unique_ptr<UserSettings> m_settings;
};

void TestShortcutBook::init() { m_settings = std::make_unique<UserSettings>(); }

void TestShortcutBook::changesAreKept()
{
    Actions first;
    {
        ShortcutBook book(*m_settings, nullptr);
        book.open(first.listed());
        QVERIFY(book.isStandard(Restart));
        book.setKeys(Restart, ctrl(Qt::Key_J));
        book.setKeys(About, QKeySequence(Qt::Key_F12));
        book.setKeys(Logs, {});
        QCOMPARE(first.restart.shortcut(), ctrl(Qt::Key_J));
        QVERIFY(!book.isStandard(Restart));
    }
    Actions second;
    ShortcutBook book(*m_settings, nullptr);
    book.open(second.listed());
    QCOMPARE(second.restart.shortcut(), ctrl(Qt::Key_J));
    QCOMPARE(second.about.shortcut(), QKeySequence(Qt::Key_F12));
    QVERIFY(second.logs.shortcut().isEmpty());
    QCOMPARE(second.zoom.shortcuts().size(), 2);
    QCOMPARE(book.entries().at(Restart).standard, QList<QKeySequence>{ctrl(Qt::Key_R)});
}

void TestShortcutBook::twoMayChangePlaces()
{
    Actions first;
    ShortcutBook book(*m_settings, nullptr);
    book.open(first.listed());
    book.setKeys(Restart, ctrl(Qt::Key_L));
    book.setKeys(Logs, ctrl(Qt::Key_R));
    Actions second;
    ShortcutBook again(*m_settings, nullptr);
    again.open(second.listed());
    QCOMPARE(second.restart.shortcut(), ctrl(Qt::Key_L));
    QCOMPARE(second.logs.shortcut(), ctrl(Qt::Key_R));
}

void TestShortcutBook::whoHasTheKeysIsNamedAndLosesThem()
{
    Actions actions;
    ShortcutBook book(*m_settings, nullptr);
    book.open(actions.listed());
    QCOMPARE(book.holderOf(ctrl(Qt::Key_L), Restart), Logs);
    QCOMPARE(book.holderOf(ctrl(Qt::Key_Equal), Restart), Zoom);
    QCOMPARE(book.holderOf(ctrl(Qt::Key_L), Logs), -1);
    QCOMPARE(book.holderOf(ctrl(Qt::Key_J), Restart), -1);
    book.setKeys(Restart, ctrl(Qt::Key_Equal));
    QCOMPARE(actions.zoom.shortcuts(), QList<QKeySequence>{ctrl(Qt::Key_Plus)});
    book.setKeys(Restart, ctrl(Qt::Key_L));
    QVERIFY(actions.logs.shortcut().isEmpty());
}

void TestShortcutBook::resetPutsEverythingBack()
{
    Actions actions;
    ShortcutBook book(*m_settings, nullptr);
    book.open(actions.listed());
    book.setKeys(Restart, ctrl(Qt::Key_L));
    book.reset(Logs);
    QCOMPARE(actions.logs.shortcut(), ctrl(Qt::Key_L));
    QVERIFY(actions.restart.shortcut().isEmpty());
    book.resetAll();
    QCOMPARE(actions.restart.shortcut(), ctrl(Qt::Key_R));
    QVERIFY(m_settings->keysIn(QStringLiteral("shortcuts")).isEmpty());
}

void TestShortcutBook::keysAloneAreRefused_data()
{
    QTest::addColumn<QKeySequence>("keys");
    QTest::addColumn<bool>("isAllowed");
    QTest::newRow("a letter") << QKeySequence(Qt::Key_R) << false;
    QTest::newRow("shift and a letter") << QKeySequence(Qt::SHIFT | Qt::Key_R) << false;
    QTest::newRow("delete") << QKeySequence(Qt::Key_Delete) << false;
    QTest::newRow("escape") << QKeySequence(Qt::Key_Escape) << false;
    QTest::newRow("nothing") << QKeySequence() << false;
    QTest::newRow("two one after the other") << QKeySequence(Qt::CTRL | Qt::Key_K, Qt::CTRL | Qt::Key_R) << false;
    QTest::newRow("control") << ctrl(Qt::Key_R) << true;
    QTest::newRow("alt") << QKeySequence(Qt::ALT | Qt::Key_R) << true;
    QTest::newRow("function key") << QKeySequence(Qt::Key_F4) << true;
    QTest::newRow("shift and function key") << QKeySequence(Qt::SHIFT | Qt::Key_F4) << true;
}

void TestShortcutBook::keysAloneAreRefused()
{
    QFETCH(QKeySequence, keys);
    QFETCH(bool, isAllowed);
    QCOMPARE(ShortcutBook::whyNot(keys).isEmpty(), isAllowed);
}

void TestShortcutBook::nonsenseInTheFileIsPassedOver()
{
    for (const QVariant &nonsense : {QVariant(QStringLiteral("R")), QVariant(QStringLiteral("Ctrl+Nothing")),
             QVariant(-1), QVariant(QByteArray::fromHex("00ff"))}) {
        m_settings->setValue(QStringLiteral("shortcuts/Ctrl+R"), nonsense);
        Actions actions;
        ShortcutBook book(*m_settings, nullptr);
        book.open(actions.listed());
        QCOMPARE(actions.restart.shortcut(), ctrl(Qt::Key_R));
    }
}

void TestShortcutBook::noTwoHaveTheSameWhateverTheFileSays()
{
    m_settings->setValue(QStringLiteral("shortcuts/Ctrl+R"), QStringLiteral("Ctrl+J"));
    m_settings->setValue(QStringLiteral("shortcuts/Ctrl+L"), QStringLiteral("Ctrl+J"));
    m_settings->setValue(QStringLiteral("shortcuts/about"), QStringLiteral("Ctrl+="));
    Actions actions;
    ShortcutBook book(*m_settings, nullptr);
    book.open(actions.listed());
    QCOMPARE(actions.restart.shortcut(), ctrl(Qt::Key_J));
    QCOMPARE(actions.logs.shortcut(), ctrl(Qt::Key_L));
    QCOMPARE(actions.about.shortcut(), ctrl(Qt::Key_Equal));
    QCOMPARE(actions.zoom.shortcuts(), QList<QKeySequence>{ctrl(Qt::Key_Plus)});
}

void TestShortcutBook::whatCannotBeKeptIsLeftOut()
{
    Actions actions;
    ShortcutBook book(*m_settings, nullptr);
    book.open(actions.listed());
    QCOMPARE(book.entries().size(), 4);
}

QTEST_MAIN(TestShortcutBook)
#include "tst_shortcutbook.moc"
