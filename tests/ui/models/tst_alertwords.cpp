#include "core/alerts/diskwatch.h"
#include "core/alerts/rules.h"
#include "core/alerts/servicefacts.h"
#include "ui/models/alertwords.h"
#include "ui/style/languages.h"

#include <QTest>

using namespace foghorn;
using namespace std::chrono_literals;

/// Every sentence that the daemon writes is said in the language of the window.
class TestAlertWords : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { QLocale::setDefault(QLocale::c()); }
    void sentencesAreSaidInGerman_data();
    void sentencesAreSaidInGerman();
    void machineIsSaidInGerman();
    void englishSaysWhatTheDaemonSays();
    void whatIsNotKnownStays();

private:
    static ServiceFacts failed(Cause cause)
    {
        ServiceFacts facts;
        facts.service = QStringLiteral("onion");
        facts.goal = Goal::Up;
        facts.state = RunState::Failed;
        facts.cause = cause;
        facts.lastError = QStringLiteral("exit 1: no port");
        return facts;
    }
    static ServiceFacts running(Health health)
    {
        ServiceFacts facts = failed(Cause::Command);
        facts.state = RunState::Running;
        facts.hasProbe = true;
        facts.health = health;
        facts.lastCheck = QStringLiteral("HTTP 503");
        facts.lastError.clear();
        return facts;
    }
    static Alert alertFor(const ServiceFacts &facts, bool isFlapping = false)
    {
        const MonoTime now = Now::read().mono;
        Alert alert;
        const std::optional<Finding> found =
            findingOf(facts, {.degraded = now - 24h, .broken = now - 24h}, isFlapping, AlertRules(), now);
        if (found)
            alert.message = found->message;
        alert.service = facts.service;
        return alert;
    }
};

void TestAlertWords::sentencesAreSaidInGerman_data()
{
    QTest::addColumn<Alert>("alert");
    QTest::addColumn<QString>("german");
    const auto row = [](const char *name, const Alert &alert, const char *german) {
        QTest::newRow(name) << alert << QString::fromUtf8(german);
    };
    row("unhealthy", alertFor(running(Health::Unhealthy)), "onion ist gestört: HTTP 503");
    row("failed", alertFor(failed(Cause::Exited)), "onion ist ausgefallen: exit 1: no port");
    Alert limit = alertFor(failed(Cause::Exited));
    limit.message = QStringLiteral("onion has failed: all 3 automatic restarts are used up: exit 1: no port");
    row("limit", limit, "onion ist ausgefallen: 3 von 3 automatischen Neustarts sind verbraucht: exit 1: no port");
    row("heartbeat", alertFor(failed(Cause::HeartbeatLost)), "onion hat sein Lebenszeichen nicht rechtzeitig gesendet");
    row("flapping", alertFor(running(Health::Healthy), true), "onion fällt immer wieder aus und kommt wieder");
    row("degraded", alertFor(running(Health::Degraded)), "onion ist seit 5m beeinträchtigt: HTTP 503");
    ServiceFacts slow = running(Health::Healthy);
    slow.slowness = Slowness{.norm = 12, .limit = 100, .now = 840};
    row("slow", alertFor(slow), "onion beantwortet seine Prüfungen in 840 ms, sonst in 12 ms");
    ServiceFacts down = failed(Cause::Exited);
    down.state = RunState::Backoff;
    row("down", alertFor(down), "onion kommt nicht hoch: exit 1: no port");
}

void TestAlertWords::sentencesAreSaidInGerman()
{
    QFETCH(Alert, alert);
    Languages languages;
    languages.choose(QStringLiteral("de"));
    QTEST(alertWords(alert), "german");
}

void TestAlertWords::machineIsSaidInGerman()
{
    Languages languages;
    languages.choose(QStringLiteral("de"));
    Alert alert;
    alert.message = diskProblem(1, 500 * 1024 * 1024, false);
    QVERIFY(alertWords(alert).startsWith(QStringLiteral("Der Datenträger des Zustandsverzeichnisses ist fast voll: ")));
}

void TestAlertWords::englishSaysWhatTheDaemonSays()
{
    const Alert alert = alertFor(running(Health::Unhealthy));
    QCOMPARE(alertWords(alert), QStringLiteral("onion is unhealthy: HTTP 503"));
}

void TestAlertWords::whatIsNotKnownStays()
{
    Alert alert;
    alert.service = QStringLiteral("onion");
    for (const char *message : {"onion is on fire: run", "something else", "onion", ""}) {
        alert.message = QString::fromLatin1(message);
        QCOMPARE(alertWords(alert), alert.message);
    }
}

QTEST_GUILESS_MAIN(TestAlertWords)
#include "tst_alertwords.moc"
