#include "ui/models/fleetsummary.h"
#include "ui/models/operationwords.h"
#include "ui/style/languages.h"

#include <QLocale>
#include <QTest>

using namespace foghorn;

/// Goal L2: counts are written as the language writes them: "2,000 services" and "2.000 Dienste".
class TestLargeNumbers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { QLocale::setDefault(QLocale::c()); }
    void countsAreSeparated_data();
    void countsAreSeparated();
};

void TestLargeNumbers::countsAreSeparated_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QStringList>("words"); // all run, some run, steps
    QTest::newRow("English") << QStringLiteral("en")
                             << QStringList{QStringLiteral("All 2,000 running"),
                                    QStringLiteral("1,200 of 2,000 running"),
                                    QStringLiteral("1,500 done · 500 waiting")};
    QTest::newRow("German") << QStringLiteral("de")
                            << QStringList{QStringLiteral("Alle 2.000 laufen"),
                                   QStringLiteral("1.200 von 2.000 laufen"),
                                   QStringLiteral("1.500 fertig · 500 warten")};
}

void TestLargeNumbers::countsAreSeparated()
{
    QFETCH(QString, language);
    QFETCH(QStringList, words);
    Languages languages;
    languages.choose(language);
    FleetSummary fleet;
    fleet.total = fleet.running = fleet.alive = 2000;
    QCOMPARE(headline(fleet), words.at(0));
    fleet.running = fleet.alive = 1200;
    QCOMPARE(headline(fleet), words.at(1));
    std::array<int, StepPhaseCount> counts{};
    counts[static_cast<std::size_t>(StepPhase::Done)] = 1500;
    counts[static_cast<std::size_t>(StepPhase::Waiting)] = 500;
    QCOMPARE(OperationWords::counts(counts), words.at(2));
}

QTEST_GUILESS_MAIN(TestLargeNumbers)
#include "tst_largenumbers.moc"
