#include "core/json/whysentence.h"

#include <QTest>

using namespace foghorn;

namespace {

ServiceStatus status(RunState state, Cause cause)
{
    ServiceStatus made;
    made.service = QStringLiteral("edge");
    made.state = state;
    made.cause = cause;
    made.maxAttempts = 3;
    return made;
}

ExitInfo exited(int code) { return {ExitInfo::Kind::Exited, code, 0, false, {}}; }
ExitInfo killed(int signal) { return {ExitInfo::Kind::Signaled, 0, signal, false, {}}; }
ExitInfo unspawned(const QString &reason) { return {ExitInfo::Kind::SpawnFailed, 0, 0, false, reason}; }

} // namespace

/// One sentence for every state and cause.
class TestWhySentence : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sentences_data();
    void sentences();
    void everyStateAndCauseHasOne();
    void addsWhatTheServiceSays();
};

void TestWhySentence::sentences_data()
{
    QTest::addColumn<ServiceStatus>("given");
    QTest::addColumn<Health>("health");
    QTest::addColumn<QString>("expected");
    const auto row = [](const ServiceStatus &given, const QString &expected, Health health = Health::Unknown) {
        QTest::newRow(qUtf8Printable(expected)) << given << health << expected;
    };
    ServiceStatus waiting = status(RunState::Waiting, Cause::Dependency);
    waiting.blockers = {{QStringLiteral("dao"), DependencyCondition::Healthy, true}};
    row(waiting, QStringLiteral("waiting for dao to become healthy"));
    waiting.blockers = {{QStringLiteral("a"), DependencyCondition::Completed, true},
        {QStringLiteral("b"), DependencyCondition::Started, true},
        {QStringLiteral("c"), DependencyCondition::Started, false},
        {QStringLiteral("d"), DependencyCondition::Started, true}};
    row(waiting, QStringLiteral("waiting for a to complete, b to start, c to settle, 1 more"));
    ServiceStatus backoff = status(RunState::Backoff, Cause::Exited);
    backoff.restartAttempts = 2;
    backoff.lastExit = exited(1);
    row(backoff, QStringLiteral("restarting after exit 1 (2 of 3)"));
    backoff.lastExit = killed(9);
    backoff.cause = Cause::Signaled;
    row(backoff, QStringLiteral("restarting after SIGKILL (2 of 3)"));
    backoff.lastExit->reason = QStringLiteral("perhaps out of memory");
    row(backoff, QStringLiteral("restarting after SIGKILL, perhaps out of memory (2 of 3)"));
    backoff.cause = Cause::Unhealthy;
    row(backoff, QStringLiteral("restarting after 3 failed checks in a row (2 of 3)"));
    backoff.cause = Cause::StartTimeout;
    row(backoff, QStringLiteral("restarting after 1m without becoming ready (2 of 3)"));
    backoff.restartAttempts = 0; // reset: the retry comes all the same
    row(backoff, QStringLiteral("restarting after 1m without becoming ready"));
    ServiceStatus failed = status(RunState::Failed, Cause::Signaled);
    failed.lastExit = killed(9);
    row(failed, QStringLiteral("ended by SIGKILL"));
    failed.lastExit->reason = QStringLiteral("perhaps out of memory");
    row(failed, QStringLiteral("ended by SIGKILL, perhaps out of memory"));
    failed.cause = Cause::SpawnFailed;
    failed.lastExit = unspawned(QStringLiteral("program not found: foo"));
    row(failed, QStringLiteral("program not found: foo"));
    failed.cause = Cause::RestartLimit;
    failed.restartAttempts = 3;
    failed.lastExit = exited(7);
    row(failed, QStringLiteral("failed after 3 automatic restarts: exit 7"));
    failed.maxAttempts = 5; // a reload allows more: it is not at its limit
    row(failed, QStringLiteral("exit 7"));
    failed.restartAttempts = 0; // reset
    failed.lastExit = exited(8);
    row(failed, QStringLiteral("exit 8"));
    row(status(RunState::Stopped, Cause::Command), QStringLiteral("stopped by command"));
    row(status(RunState::Stopped, Cause::NotStarted), QStringLiteral("not started yet"));
    row(status(RunState::Running, Cause::StartUp), QStringLiteral("running"), Health::Healthy);
    ServiceStatus degraded = status(RunState::Running, Cause::DependencyLost);
    degraded.lostDependencies = {QStringLiteral("dao")};
    row(degraded, QStringLiteral("running, degraded by dao"), Health::Healthy);
    ServiceStatus lingering = status(RunState::Stopping, Cause::Command);
    lingering.lingering = {{12, QStringLiteral("sleep 9"), {}}, {13, {}, {}}};
    row(lingering, QStringLiteral("stopping; still alive: pid 12 sleep 9, 13"));
    row(status(RunState::Finished, Cause::Exited), QStringLiteral("finished its work"));
}

void TestWhySentence::sentences()
{
    QFETCH(ServiceStatus, given);
    QFETCH(Health, health);
    QFETCH(QString, expected);
    QCOMPARE(whySentence(given, {health, 0, 0}, {}), expected);
}

void TestWhySentence::everyStateAndCauseHasOne()
{
    for (int state = 0; state <= int(RunState::Failed); ++state) {
        for (int cause = 0; cause <= int(Cause::ExitUnknown); ++cause) {
            const QString why = whySentence(status(RunState(state), Cause(cause)), {}, {});
            QVERIFY(!why.isEmpty() && !why.endsWith(u'.') && !why.endsWith(u' '));
        }
    }
}

void TestWhySentence::addsWhatTheServiceSays()
{
    RegistryEntry entry;
    entry.status = status(RunState::Starting, Cause::StartUp);
    entry.said.statusText = QStringLiteral("loading 3 of 7");
    QVERIFY(whySentence(entry).endsWith(QStringLiteral("; it says: loading 3 of 7")));
    entry.status = status(RunState::Running, Cause::StartUp);
    QCOMPARE(whySentence(entry), QStringLiteral("running"));
    entry.said.reloading = true;
    QCOMPARE(whySentence(entry), QStringLiteral("running, and says that it is reloading"));
    entry.said.stopping = true;
    QCOMPARE(whySentence(entry), QStringLiteral("running, but says that it is stopping"));
    entry.status = status(RunState::Finished, Cause::Exited);
    QCOMPARE(whySentence(entry), QStringLiteral("finished its work"));
}

QTEST_GUILESS_MAIN(TestWhySentence)
#include "tst_whysentence.moc"
