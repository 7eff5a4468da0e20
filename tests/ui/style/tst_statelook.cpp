#include "ui/style/statelook.h"
#include "ui/style/wording.h"

#include <QTest>

using namespace foghorn;

namespace {

constexpr std::array States{RunState::Stopped, RunState::Waiting, RunState::Starting, RunState::Running,
    RunState::Draining, RunState::Stopping, RunState::Backoff, RunState::Finished, RunState::Failed};
constexpr std::array Healths{Health::Unknown, Health::Healthy, Health::Degraded, Health::Unhealthy};

StateFacts facts(RunState state, Health health, Goal goal = Goal::Up)
{
    StateFacts made;
    made.goal = goal;
    made.state = state;
    made.health = health;
    return made;
}

} // namespace

class TestStateLook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void looksAsTheDesignSays_data();
    void looksAsTheDesignSays();
    void everyCombinationHasWordsAndAReason();
    void criticalServicesAreOneWorse();
    void longStopsAreMarked();
    void servicesWithoutProbeAreNotCalledUnchecked();
    void lostDependencyDegrades();
    void whyNamesWhatMatters();
    void agesAreShort();
    void hostileWordsAreShownAsPlainText();
};

void TestStateLook::looksAsTheDesignSays_data()
{
    QTest::addColumn<RunState>("state");
    QTest::addColumn<Health>("health");
    QTest::addColumn<StateFamily>("family");
    QTest::addColumn<Silhouette>("silhouette");
    QTest::addColumn<Badge>("badge");
    QTest::addColumn<int>("severity");
    using S = Silhouette;
    using F = StateFamily;
    const auto row = [](const char *name, RunState s, Health h, F f, S g, Badge b, int severity) {
        QTest::newRow(name) << s << h << f << g << b << severity;
    };
    row("running healthy", RunState::Running, Health::Healthy, F::Healthy, S::Check, Badge::None, 0);
    row("running degraded", RunState::Running, Health::Degraded, F::Degraded, S::Warning, Badge::None, 4);
    row("running unhealthy", RunState::Running, Health::Unhealthy, F::Unhealthy, S::Cross, Badge::None, 6);
    row("running unknown", RunState::Running, Health::Unknown, F::Neutral, S::Unchecked, Badge::None, 2);
    row("starting healthy", RunState::Starting, Health::Healthy, F::Busy, S::Starting, Badge::None, 1);
    row("starting degraded", RunState::Starting, Health::Degraded, F::Busy, S::Starting, Badge::Triangle, 3);
    row("starting unhealthy", RunState::Starting, Health::Unhealthy, F::Busy, S::Starting, Badge::Diamond, 4);
    row("starting unknown", RunState::Starting, Health::Unknown, F::Busy, S::Starting, Badge::None, 1);
    for (const Health health : Healths) {
        const QByteArray name = QByteArray::number(static_cast<int>(health));
        row(QByteArray("stopping " + name).constData(), RunState::Stopping, health, F::Busy, S::Stopping, Badge::None,
            1);
        row(QByteArray("draining " + name).constData(), RunState::Draining, health, F::Busy, S::Stopping, Badge::None,
            1);
        row(QByteArray("stopped " + name).constData(), RunState::Stopped, health, F::Neutral, S::Stopped, Badge::None,
            3);
        row(QByteArray("waiting " + name).constData(), RunState::Waiting, health, F::Neutral, S::Waiting, Badge::None,
            1);
        row(QByteArray("backoff " + name).constData(), RunState::Backoff, health, F::Degraded, S::Backoff, Badge::None,
            4);
        row(QByteArray("finished " + name).constData(), RunState::Finished, health, F::Neutral, S::Finished,
            Badge::None, 0);
        row(QByteArray("failed " + name).constData(), RunState::Failed, health, F::Unhealthy, S::Failed, Badge::None,
            7);
    }
}

void TestStateLook::looksAsTheDesignSays()
{
    QFETCH(RunState, state);
    QFETCH(Health, health);
    QFETCH(StateFamily, family);
    QFETCH(Silhouette, silhouette);
    QFETCH(Badge, badge);
    QFETCH(int, severity);
    const StateLook look = lookOf(facts(state, health));
    QCOMPARE(look.family, family);
    QCOMPARE(look.silhouette, silhouette);
    QCOMPARE(look.badge, badge);
    QCOMPARE(look.severity, severity);
}

void TestStateLook::everyCombinationHasWordsAndAReason()
{
    for (const RunState state : States) {
        for (const Health health : Healths) {
            for (const Goal goal : {Goal::Up, Goal::Down}) {
                const StateFacts made = facts(state, health, goal);
                QVERIFY(!Wording::state(made).isEmpty());
                QVERIFY(!Wording::shortState(made).isEmpty());
                QVERIFY(Wording::shortState(made).size() <= Wording::state(made).size());
                ServiceStatus status;
                status.state = state;
                status.goal = goal;
                HealthSummary summary;
                summary.health = health;
                for (int cause = 0; cause <= static_cast<int>(Cause::ExitUnknown); ++cause) {
                    status.cause = static_cast<Cause>(cause);
                    QVERIFY(!Wording::why({}, status, summary, {}).isEmpty());
                    QVERIFY(!Wording::sentence({}, status, summary, {}).isEmpty());
                }
            }
        }
    }
    QCOMPARE(Wording::state(facts(RunState::Running, Health::Unhealthy)), QStringLiteral("Running · Unhealthy"));
    QCOMPARE(Wording::state(facts(RunState::Stopped, Health::Unknown)), QStringLiteral("Stopped · should be running"));
    QCOMPARE(Wording::state(facts(RunState::Stopped, Health::Unknown, Goal::Down)), QStringLiteral("Stopped"));
}

void TestStateLook::criticalServicesAreOneWorse()
{
    for (const RunState state : States) {
        for (const Health health : Healths) {
            StateFacts made = facts(state, health);
            const int plain = lookOf(made).severity;
            made.critical = true;
            QCOMPARE(lookOf(made).severity, plain >= 2 ? plain + 1 : plain);
        }
    }
}

void TestStateLook::longStopsAreMarked()
{
    ServiceInfo info;
    info.critical = false;
    ServiceStatus status;
    status.state = RunState::Stopping;
    status.since = WallTime(1000s);
    QVERIFY(!factsOf(info, status, {}, WallTime(1024s)).graceNearlyOver);
    const StateFacts late = factsOf(info, status, {}, WallTime(1025s));
    QVERIFY(late.graceNearlyOver);
    QCOMPARE(lookOf(late).badge, Badge::Triangle);
    QCOMPARE(lookOf(late).severity, 3);
    QCOMPARE(Wording::sentence(info, status, {}, WallTime(1012s)), QStringLiteral("Stopping… 12 s of 30 s"));
}

void TestStateLook::servicesWithoutProbeAreNotCalledUnchecked()
{
    StateFacts made = facts(RunState::Running, Health::Unknown);
    made.hasProbe = false;
    QCOMPARE(Wording::state(made), QStringLiteral("Running"));
    QCOMPARE(lookOf(made).family, StateFamily::Neutral);
    QCOMPARE(lookOf(made).severity, 0);
}

void TestStateLook::lostDependencyDegrades()
{
    StateFacts made = facts(RunState::Running, Health::Healthy);
    made.lostDependency = true;
    QCOMPARE(lookOf(made).family, StateFamily::Degraded);
    QCOMPARE(Wording::shortState(made), QStringLiteral("Degraded"));
}

void TestStateLook::whyNamesWhatMatters()
{
    ServiceStatus status;
    status.state = RunState::Waiting;
    status.blockers = {{QStringLiteral("edge"), DependencyCondition::Healthy, true}};
    QCOMPARE(Wording::why({}, status, {}, {}), QStringLiteral("Waiting for edge to become healthy"));
    status.blockers.append({QStringLiteral("dao"), DependencyCondition::Started, true});
    QCOMPARE(Wording::why({}, status, {}, {}), QStringLiteral("Waiting for edge and dao"));

    status = {};
    status.state = RunState::Backoff;
    status.lastExit = ExitInfo{ExitInfo::Kind::Exited, 1, 0, false, {}};
    status.restartAttempts = 2;
    status.maxAttempts = 3;
    QCOMPARE(Wording::why({}, status, {}, {}), QStringLiteral("Restarting after exit 1 (2 of 3)"));
    status.cause = Cause::Unhealthy; // we stopped it: how it ended is not why
    status.lastError = QStringLiteral("HTTP 503, expected 200-299");
    QCOMPARE(Wording::why({}, status, {}, {}), QStringLiteral("Restarting after HTTP 503, expected 200-299 (2 of 3)"));

    status.state = RunState::Failed;
    status.cause = Cause::RestartLimit;
    status.lastError = QStringLiteral("exit 1");
    status.restartAttempts = 3;
    const auto sentence = [&status] { return Wording::sentence({}, status, {}, {}); };
    QCOMPARE(Wording::why({}, status, {}, {}), QStringLiteral("exit 1; 3 of 3 restarts used"));
    QCOMPARE(sentence(), QStringLiteral("Failed · 3 of 3 restarts used"));
    status.restartAttempts = 0; // reset
    QCOMPARE(Wording::why({}, status, {}, {}), QStringLiteral("exit 1"));
    QCOMPARE(sentence(), QStringLiteral("Failed"));
    status.state = RunState::Backoff;
    status.cause = Cause::Exited;
    QCOMPARE(Wording::why({}, status, {}, {}), QStringLiteral("Restarting after exit 1"));
    status.lastExit.reset();
    status.lastError.clear();
    QCOMPARE(Wording::why({}, status, {}, {}), QStringLiteral("Restarting soon"));

    status.state = RunState::Failed;
    status.cause = Cause::SpawnFailed;
    status.lastExit = ExitInfo{ExitInfo::Kind::SpawnFailed, 0, 0, false, QStringLiteral("program not found: foo")};
    QCOMPARE(Wording::why({}, status, {}, {}), QStringLiteral("program not found: foo"));
}

void TestStateLook::agesAreShort()
{
    QCOMPARE(Wording::age(-5s), QStringLiteral("0 s"));
    QCOMPARE(Wording::age(59s), QStringLiteral("59 s"));
    QCOMPARE(Wording::age(4min), QStringLiteral("4 min"));
    QCOMPARE(Wording::age(125min), QStringLiteral("2 h 5 min"));
    QCOMPARE(Wording::age(30h), QStringLiteral("30 h"));
    QCOMPARE(Wording::age(72h), QStringLiteral("3 d"));
    QCOMPARE(Wording::list({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("d"),
                 QStringLiteral("e")}),
        QStringLiteral("a, b, c and 2 more"));
}

void TestStateLook::hostileWordsAreShownAsPlainText()
{
    ServiceStatus status;
    status.state = RunState::Running;
    HealthSummary health;
    health.health = Health::Unhealthy;
    CheckResult check;
    check.message = QStringLiteral("line\nbreak \x1b[31m") + QChar(0x202e);
    const QString why = Wording::why({}, status, health, check);
    QVERIFY(!why.contains(QLatin1Char('\n')));
    QVERIFY(!why.contains(QChar(0x1b)));
    QVERIFY(!why.contains(QChar(0x202e)));
}

QTEST_GUILESS_MAIN(TestStateLook)
#include "tst_statelook.moc"
