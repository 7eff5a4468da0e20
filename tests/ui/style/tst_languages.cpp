#include "ui/style/languages.h"
#include "ui/style/wording.h"

#include <QLocale>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace foghorn;

namespace {

StateFacts runningAndUnhealthy()
{
    StateFacts facts;
    facts.state = RunState::Running;
    facts.goal = Goal::Up;
    facts.health = Health::Unhealthy;
    facts.hasProbe = true;
    return facts;
}

} // namespace

class TestLanguages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { QLocale::setDefault(QLocale::c()); }
    void listsWhatItSpeaks();
    void takesTheFirstWantedThatThereIs_data();
    void takesTheFirstWantedThatThereIs();
    void speaksFromTheChoiceOn();
    void saysOneInTheSingular();
    void tellsOfAChangeOnce();
    void takesTheComputersForWhatItDoesNotKnow();
};

void TestLanguages::listsWhatItSpeaks()
{
    const QList<Languages::Language> all = Languages::all();
    QVERIFY(all.size() >= 2);
    QCOMPARE(all.first().code, QStringLiteral("en"));
    QCOMPARE(all.first().name, QStringLiteral("English"));
    QCOMPARE(all.at(1).code, QStringLiteral("de"));
    QCOMPARE(all.at(1).name, QStringLiteral("Deutsch"));
}

void TestLanguages::takesTheFirstWantedThatThereIs_data()
{
    QTest::addColumn<QStringList>("wanted");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QStringList &wanted, const char *expected) {
        QTest::newRow(name) << wanted << QString::fromLatin1(expected);
    };
    row("plain", {QStringLiteral("de")}, "de");
    row("of a country", {QStringLiteral("de-Latn-AT"), QStringLiteral("de-AT")}, "de");
    row("with an underscore", {QStringLiteral("de_CH")}, "de");
    row("second wish", {QStringLiteral("tlh"), QStringLiteral("de-DE"), QStringLiteral("en")}, "de");
    row("none of them", {QStringLiteral("C")}, "en");
    row("no wish", {}, "en");
    row("not a language", {QStringLiteral("../../de"), QString()}, "en");
}

void TestLanguages::takesTheFirstWantedThatThereIs()
{
    QFETCH(QStringList, wanted);
    QFETCH(QString, expected);
    QCOMPARE(Languages::bestOf(wanted), expected);
}

void TestLanguages::speaksFromTheChoiceOn()
{
    Languages languages;
    languages.choose(QStringLiteral("de"));
    QCOMPARE(languages.current(), QStringLiteral("de"));
    QCOMPARE(Wording::state(runningAndUnhealthy()), QStringLiteral("Läuft · Gestört"));
    QCOMPARE(Wording::response(std::chrono::milliseconds(1500)), QStringLiteral("1,50 s"));
    languages.choose(QStringLiteral("en"));
    QCOMPARE(Wording::state(runningAndUnhealthy()), QStringLiteral("Running · Unhealthy"));
    QCOMPARE(Wording::response(std::chrono::milliseconds(1500)), QStringLiteral("1.50 s"));
}

void TestLanguages::saysOneInTheSingular()
{
    const QList<QString> names{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("d")};
    Languages languages;
    languages.choose(QStringLiteral("en"));
    QCOMPARE(Wording::list(names, 1), QStringLiteral("a and 3 more"));
    languages.choose(QStringLiteral("de"));
    QCOMPARE(Wording::list(names, 2), QStringLiteral("a, b und 2 weitere"));
}

void TestLanguages::tellsOfAChangeOnce()
{
    Languages languages;
    languages.choose(QStringLiteral("en"));
    const QSignalSpy changed(&languages, &Languages::changed);
    languages.choose(QStringLiteral("de"));
    languages.choose(QStringLiteral("de"));
    QCOMPARE(changed.count(), 1);
}

void TestLanguages::takesTheComputersForWhatItDoesNotKnow()
{
    Languages languages;
    languages.choose(QStringLiteral("../../../etc/passwd"));
    QCOMPARE(languages.current(), Languages::bestOf(QLocale::system().uiLanguages()));
}

QTEST_MAIN(TestLanguages)
#include "tst_languages.moc"
