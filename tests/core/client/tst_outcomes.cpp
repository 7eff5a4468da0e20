#include "core/client/outcomes.h"

#include "core/json/problem.h"

#include <QTest>

using namespace foghorn;

namespace {

QString id(const char *text) { return QString::fromLatin1(text); }

} // namespace

class TestOutcomes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusedReloadsSayWhatIsWrong();
    void nonsenseIsNoCircle();
};

void TestOutcomes::refusedReloadsSayWhatIsWrong()
{
    const QList<QString> faults{QStringLiteral("fleet.yaml:2:34: services depend on each other in a circle")};
    const QList<QList<QString>> cycles{{id("a"), id("b"), id("a")}, {id("c"), id("d"), id("c")}};
    const ReloadOutcome outcome =
        reloadOutcomeOf(ApiAnswer{400, problemJson(400, id("2 faults"), faults, cycles), {}, {}});
    QCOMPARE(outcome.verdict, Verdict::Invalid);
    QCOMPARE(outcome.message, id("2 faults"));
    QCOMPARE(outcome.faults, faults);
    QCOMPARE(outcome.cycles, cycles);
    QVERIFY(!problemJson(400, id("x"), faults).contains("cycles")); // an older client sees what it knows
}

void TestOutcomes::nonsenseIsNoCircle()
{
    const auto cyclesOf = [](const char *body) { return reloadOutcomeOf(ApiAnswer{400, body, {}, {}}).cycles; };
    QVERIFY(cyclesOf("").isEmpty());
    QVERIFY(cyclesOf(R"({"cycles": 7})").isEmpty());
    QCOMPARE(cyclesOf(R"({"cycles": [7, ["a", null]]})"), (QList<QList<ServiceId>>{{}, {id("a"), QString()}}));
}

QTEST_GUILESS_MAIN(TestOutcomes)
#include "tst_outcomes.moc"
