#include "tests/ui/accesschecks/eveningwindow.h"
#include "tests/ui/support/comeround.h"
#include "ui/mainwindow/announcements.h"
#include "ui/mainwindow/serviceactions.h"
#include "ui/models/serviceselection.h"
#include "ui/models/servicetablemodel.h"
#include "ui/style/theme.h"

#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTest>

using namespace foghorn;

/// Goal A6 of the desktop: what happens to the selected service and what came of one's own actions is said once.
class TestAnnouncements : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void saysAChangeOfTheSelectedServiceOnce();
    void saysNothingOfTheOthers();
    void saysNothingOfASelection();
    void saysWhatCameOfAnActionOnce();
    void takesBreath();

private:
    void check(const char *service, Health health)
    {
        addChecks(m_evening->room().registry, QString::fromLatin1(service), health, 1, QStringLiteral("no answer"));
        m_evening->window().model().flush();
    }
    QStringList heard() const
    {
        QStringList sentences;
        for (const QList<QVariant> &said : *m_said)
            sentences.append(said.at(0).toString());
        return sentences;
    }
    int timesHeard(const QString &part) const
    {
        return static_cast<int>(heard().join(QStringLiteral(" | ")).count(part));
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<EveningWindow> m_evening;
    Announcements *m_announcements = nullptr;
    std::unique_ptr<QSignalSpy> m_said;
};

void TestAnnouncements::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qobject_cast<QApplication *>(QCoreApplication::instance()));
}

void TestAnnouncements::init()
{
    m_evening = std::make_unique<EveningWindow>(*m_theme);
    m_evening->window().selection().selectOnly(QStringLiteral("dao"));
    m_evening->settle();
    m_evening->window().model().flush(); // which tells of changes ten times a second
    m_announcements = m_evening->window().findChild<Announcements *>();
    QVERIFY(m_announcements);
    QTRY_VERIFY(!m_announcements->hasMoreToSay());
    m_said = std::make_unique<QSignalSpy>(m_announcements, &Announcements::said);
}

void TestAnnouncements::cleanup()
{
    m_said.reset();
    m_evening.reset();
}

void TestAnnouncements::saysAChangeOfTheSelectedServiceOnce()
{
    check("dao", Health::Unhealthy);
    QTRY_COMPARE(timesHeard(QStringLiteral("dao: running, unhealthy")), 1);
    // It stays readable where it was said.
    QCOMPARE(m_evening->window().statusBar()->accessibleDescription(), heard().last());
    check("dao", Health::Unhealthy); // no news
    check("dao", Health::Unhealthy);
    QVERIFY(!m_announcements->hasMoreToSay());
    QCOMPARE(timesHeard(QStringLiteral("dao")), 1);
}

void TestAnnouncements::saysNothingOfTheOthers()
{
    check("edge", Health::Unhealthy);
    QVERIFY(!m_announcements->hasMoreToSay());
    QCOMPARE(heard(), QStringList());
}

void TestAnnouncements::saysNothingOfASelection()
{
    m_evening->window().selection().selectOnly(QStringLiteral("onion"));
    m_evening->window().model().flush();
    QTRY_VERIFY(!m_announcements->hasMoreToSay());
    QCOMPARE(timesHeard(QStringLiteral("onion: ")), 0);
}

void TestAnnouncements::saysWhatCameOfAnActionOnce()
{
    m_evening->window().actionsOnServices().action(Verb::Check)->trigger();
    CheckResult result;
    result.service = QStringLiteral("dao");
    result.at = Now::read().wall;
    result.passed = true;
    result.responseTime = std::chrono::milliseconds(12);
    result.healthAfter = Health::Healthy;
    QTRY_VERIFY(m_evening->room().commands.asked.contains(QStringLiteral("check dao")));
    m_evening->room().commands.endChecks({result});
    QTRY_COMPARE(timesHeard(QStringLiteral("dao answered")), 1);
    comeRound();
    m_evening->window().model().flush();
    QTRY_VERIFY(!m_announcements->hasMoreToSay());
    QCOMPARE(timesHeard(QStringLiteral("dao answered")), 1);
}

/// However fast things change: at most one a second, and the last word is the truth.
void TestAnnouncements::takesBreath()
{
    QElapsedTimer clock;
    clock.start();
    for (int turn = 0; turn < 10; ++turn)
        check("dao", turn % 2 == 0 ? Health::Unhealthy : Health::Healthy);
    QCOMPARE(heard(), QStringList{QStringLiteral("dao: running, unhealthy")});
    QVERIFY(m_announcements->hasMoreToSay());
    QTRY_COMPARE(heard().size(), 2);
    QVERIFY2(clock.elapsed() > 900, qPrintable(QString::number(clock.elapsed())));
    QVERIFY2(heard().last().endsWith(QStringLiteral("dao: running, healthy")), qPrintable(heard().last()));
    QVERIFY(!m_announcements->hasMoreToSay());
}

QTEST_MAIN(TestAnnouncements)
#include "tst_announcements.moc"
