#include "tests/ui/accesschecks/clipchecks.h"
#include "tests/ui/accesschecks/eveningwindow.h"
#include "tests/ui/accesschecks/pseudotranslator.h"
#include "ui/style/languages.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QMenu>
#include <QMenuBar>
#include <QTest>

using namespace foghorn;

/// Goal L1 of the desktop: no word is cut, in the languages we have and in one that is longer than all of them, at
/// usual and twice the size of text, on a small and a large screen.
class TestLongWords : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();

    void pseudoKeepsWhatPlaceholdersNeed();
    void everyMenuHasKeysOfItsOwn_data();
    void everyMenuHasKeysOfItsOwn();
    void nothingIsCut_data();
    void nothingIsCut();

private:
    void speak(const QString &language);

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Languages> m_languages;
    PseudoTranslator m_pseudo;
};

void TestLongWords::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qobject_cast<QApplication *>(QCoreApplication::instance()));
    m_theme->setMode(Theme::Mode::Light);
}

void TestLongWords::cleanup()
{
    QCoreApplication::removeTranslator(&m_pseudo);
    m_languages.reset();
    QLocale::setDefault(QLocale::c());
    m_theme->setTextSize(100);
}

void TestLongWords::speak(const QString &language)
{
    m_languages = std::make_unique<Languages>();
    m_languages->choose(language == QLatin1String("xx") ? QStringLiteral("en") : language);
    if (language == QLatin1String("xx"))
        QCoreApplication::installTranslator(&m_pseudo);
}

void TestLongWords::pseudoKeepsWhatPlaceholdersNeed()
{
    const QString text = PseudoTranslator::pseudo(QStringLiteral("&Stop %1 of %n"));
    QVERIFY2(text.startsWith(QStringLiteral("⟦&S")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("%1")) && text.contains(QStringLiteral("%n")), qPrintable(text));
    QCOMPARE(text.size(), qsizetype(14 * 2.5) + 2);
}

void TestLongWords::everyMenuHasKeysOfItsOwn_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << QStringLiteral("en");
    QTest::newRow("German") << QStringLiteral("de");
}

/// In each language: the letter that stands for an item stands for no other one of the same menu.
void TestLongWords::everyMenuHasKeysOfItsOwn()
{
    QFETCH(QString, language);
    speak(language);
    const EveningWindow evening(*m_theme);
    QList<QWidget *> menus{evening.window().menuBar()};
    const QList<QMenu *> found = evening.window().findChildren<QMenu *>();
    for (QMenu *menu : found)
        menus.append(menu);
    QStringList faults;
    for (const QWidget *menu : std::as_const(menus)) {
        QHash<QString, QString> users;
        const QList<QAction *> actions = menu->actions();
        for (const QAction *action : actions) {
            const QString key = QKeySequence::mnemonic(action->text()).toString();
            if (key.isEmpty() || !action->isVisible())
                continue;
            if (users.contains(key))
                faults.append(QStringLiteral("%1: \"%2\" and \"%3\"").arg(key, users.value(key), action->text()));
            users.insert(key, action->text());
        }
    }
    faults.removeDuplicates();
    QVERIFY2(faults.isEmpty(), qPrintable(u'\n' + faults.join(u'\n')));
}

void TestLongWords::nothingIsCut_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("percent");
    QTest::addColumn<QSize>("size");
    for (const char *language : {"en", "de", "xx"}) {
        for (const int percent : {100, 200}) {
            for (const QSize size : {QSize(1280, 720), QSize(1920, 1080)})
                QTest::addRow("%s %d %% %d", language, percent, size.width())
                    << QString::fromLatin1(language) << percent << size;
        }
    }
}

void TestLongWords::nothingIsCut()
{
    QFETCH(QString, language);
    QFETCH(int, percent);
    QFETCH(QSize, size);
    speak(language);
    m_theme->setTextSize(percent);
    EveningWindow evening(*m_theme, {}, size);
    QStringList faults;
    evening.eachPlace([&](QWidget &root, const QString &place) {
        QStringList found = clippedTexts(root);
        const QSize least = root.minimumSizeHint();
        if (least.width() > size.width() || least.height() > size.height())
            found.append(QStringLiteral("does not fit on the screen: %1 x %2").arg(least.width()).arg(least.height()));
        for (const QString &fault : std::as_const(found))
            faults.append(QStringLiteral("%1: %2").arg(place, fault));
        if (const QString folder = qEnvironmentVariable("FOGHORN_PICTURES"); !folder.isEmpty())
            root.grab().save(QStringLiteral("%1/%2-%3-%4-%5.png")
                                 .arg(folder, language)
                                 .arg(percent)
                                 .arg(size.width())
                                 .arg(QString(place).remove(u'/')));
    });
    faults.removeDuplicates();
    for (const QString &fault : std::as_const(faults))
        qWarning("%s", qPrintable(fault));
    QCOMPARE(faults.size(), 0);
}

QTEST_MAIN(TestLongWords)
#include "tst_longwords.moc"
