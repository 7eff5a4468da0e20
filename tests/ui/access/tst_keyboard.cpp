#include "tests/ui/accesschecks/eveningwindow.h"
#include "tests/ui/accesschecks/widgetchecks.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QTest>

using namespace foghorn;

/// Goals A1, A3 and A9 of the desktop: what can be worked with is reached by Tab, has a name, and can be hit.
class TestKeyboard : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init() { m_evening = std::make_unique<EveningWindow>(*m_theme); }
    void cleanup() { m_evening.reset(); }

    void tabReachesEverything() { expectNone(&unreachableByTab); }
    void everythingHasAName() { expectNone(&nameless); }
    void everythingCanBeHit() { expectNone(&smallTargets); }
    void everyDialogWasLookedAt();

private:
    void expectNone(QStringList (*check)(QWidget &));

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<EveningWindow> m_evening;
};

void TestKeyboard::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qobject_cast<QApplication *>(QCoreApplication::instance()));
    m_theme->setMode(Theme::Mode::Light);
}

void TestKeyboard::expectNone(QStringList (*check)(QWidget &))
{
    QStringList faults;
    m_evening->eachPlace([&](QWidget &root, const QString &place) {
        const QStringList found = check(root);
        for (const QString &fault : found) {
            const QString line = QStringLiteral("%1: %2").arg(place, fault);
            if (!faults.contains(line))
                faults.append(line);
        }
    });
    for (const QString &fault : std::as_const(faults))
        qWarning("%s", qPrintable(fault));
    QCOMPARE(faults.size(), 0);
}

void TestKeyboard::everyDialogWasLookedAt()
{
    QStringList places;
    m_evening->eachPlace([&](QWidget &, const QString &place) { places.append(place); });
    qInfo("%s", qPrintable(places.join(QStringLiteral(", "))));
    QVERIFY2(places.size() >= 6 + 4, qPrintable(places.join(QStringLiteral(", "))));
}

QTEST_MAIN(TestKeyboard)
#include "tst_keyboard.moc"
