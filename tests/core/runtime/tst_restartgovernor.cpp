#include "core/runtime/restartgovernor.h"

#include <QtTest>

using namespace foghorn;
using What = RestartVerdict::What;

namespace {

const MonoTime start{std::chrono::hours(1)};
const ExitInfo failed{.kind = ExitInfo::Kind::Exited, .code = 1, .signal = 0, .coreDumped = false, .reason = {}};
const ExitInfo succeeded{.kind = ExitInfo::Kind::Exited, .code = 0, .signal = 0, .coreDumped = false, .reason = {}};
const ExitInfo killed{.kind = ExitInfo::Kind::Signaled, .code = 0, .signal = 9, .coreDumped = false, .reason = {}};

RestartPolicy policyOf(RestartPolicy::When when)
{
    RestartPolicy policy;
    policy.when = when;
    return policy;
}

} // namespace

class TestRestartGovernor : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void delaysGrowAsTheSeedSays()
    {
        RestartGovernor governor;
        QCOMPARE(
            governor.verdict(Cause::Exited, failed, false, start, 0), (RestartVerdict{What::Retry, 2s, Cause::Exited}));
        QCOMPARE(
            governor.verdict(Cause::Exited, failed, false, start, 0), (RestartVerdict{What::Retry, 4s, Cause::Exited}));
        QCOMPARE(
            governor.verdict(Cause::Exited, failed, false, start, 0), (RestartVerdict{What::Retry, 8s, Cause::Exited}));
        QCOMPARE(governor.verdict(Cause::Exited, failed, false, start, 0),
            (RestartVerdict{What::GiveUp, 0s, Cause::RestartLimit}));
        QCOMPARE(governor.attempts(), 3);
    }
    void judgesByPolicyAndEnd_data()
    {
        QTest::addColumn<RestartPolicy::When>("when");
        QTest::addColumn<bool>("isJob");
        QTest::addColumn<Cause>("cause");
        QTest::addColumn<int>("code");
        QTest::addColumn<What>("expected");
        using When = RestartPolicy::When;
        QTest::newRow("never, exit 0") << When::Never << false << Cause::Exited << 0 << What::Finished;
        QTest::newRow("never, exit 1") << When::Never << false << Cause::Exited << 1 << What::GiveUp;
        QTest::newRow("never, signal") << When::Never << false << Cause::Signaled << 0 << What::GiveUp;
        QTest::newRow("never, unhealthy") << When::Never << false << Cause::Unhealthy << 0 << What::GiveUp;
        QTest::newRow("on-failure, exit 0") << When::OnFailure << false << Cause::Exited << 0 << What::Finished;
        QTest::newRow("on-failure, exit 1") << When::OnFailure << false << Cause::Exited << 1 << What::Retry;
        QTest::newRow("on-failure, signal") << When::OnFailure << false << Cause::Signaled << 0 << What::Retry;
        QTest::newRow("on-failure, unhealthy") << When::OnFailure << false << Cause::Unhealthy << 0 << What::Retry;
        QTest::newRow("on-failure, unknown") << When::OnFailure << false << Cause::ExitUnknown << 0 << What::Retry;
        QTest::newRow("always, exit 0") << When::Always << false << Cause::Exited << 0 << What::Retry;
        QTest::newRow("always, job done") << When::Always << true << Cause::Exited << 0 << What::Finished;
        QTest::newRow("always, job failed") << When::Always << true << Cause::Exited << 1 << What::Retry;
        QTest::newRow("command") << When::Never << false << Cause::Command << 1 << What::Again;
        QTest::newRow("reload") << When::Never << false << Cause::Reload << 0 << What::Again;
        QTest::newRow("dependency lost") << When::Never << false << Cause::DependencyLost << 0 << What::Again;
    }
    void judgesByPolicyAndEnd()
    {
        QFETCH(RestartPolicy::When, when);
        QFETCH(bool, isJob);
        QFETCH(Cause, cause);
        QFETCH(int, code);
        QFETCH(What, expected);
        RestartGovernor governor(policyOf(when), isJob);
        ExitInfo exit = cause == Cause::Signaled ? killed : failed;
        exit.code = code;
        QCOMPARE(governor.verdict(cause, exit, false, start, 0).what, expected);
    }
    void doesNotRetryWhatCannotSucceed()
    {
        RestartGovernor governor(policyOf(RestartPolicy::When::Always));
        QCOMPARE(governor.verdict(Cause::SpawnFailed, {}, true, start, 0),
            (RestartVerdict{What::GiveUp, 0s, Cause::SpawnFailed}));
        QCOMPARE(governor.attempts(), 0);
    }
    void forgetsAttemptsAfterAGoodWhile()
    {
        RestartGovernor governor;
        (void)governor.verdict(Cause::Exited, failed, false, start, 0);
        governor.noteWell(start + 2s);
        QCOMPARE(governor.forgetsAt(), std::optional(start + 2s + 10min));
        QVERIFY(!governor.forgetIfDue(start + 10min));
        QCOMPARE(governor.verdict(Cause::Exited, failed, false, start + 11min, 0).delay, milliseconds(2s));
        QCOMPARE(governor.attempts(), 1);
    }
    void anUnwellServiceForgetsNothing()
    {
        RestartGovernor governor;
        (void)governor.verdict(Cause::Exited, failed, false, start, 0);
        governor.noteWell(start);
        governor.noteUnwell();
        QVERIFY(!governor.forgetIfDue(start + 200 * 24h));
    }
    void neverForgetsWhenToldSo()
    {
        RestartPolicy policy;
        policy.resetAfter.reset();
        RestartGovernor governor(policy);
        (void)governor.verdict(Cause::Exited, failed, false, start, 0);
        governor.noteWell(start);
        QVERIFY(!governor.forgetIfDue(start + 200 * 24h));
    }
    void boundsAndJittersTheDelay()
    {
        RestartPolicy policy;
        policy.maxAttempts = 100;
        policy.jitter = 0.5;
        RestartGovernor governor(policy);
        for (int attempt = 0; attempt < 20; ++attempt)
            (void)governor.verdict(Cause::Exited, failed, false, start, 0);
        QCOMPARE(governor.verdict(Cause::Exited, failed, false, start, 0).delay, milliseconds(60s));
        QCOMPARE(governor.verdict(Cause::Exited, failed, false, start, 1).delay, milliseconds(90s));
    }
    void aBaseOfZeroRestartsAtOnce()
    {
        RestartPolicy policy;
        policy.backoffBase = 0;
        RestartGovernor governor(policy);
        QCOMPARE(governor.verdict(Cause::Signaled, killed, false, start, 1),
            (RestartVerdict{What::Retry, 0s, Cause::Signaled}));
    }
    void honoursOtherSuccessCodes()
    {
        RestartPolicy policy;
        policy.successExitCodes = {0, 3};
        RestartGovernor governor(policy);
        ExitInfo exit = succeeded;
        exit.code = 3;
        QCOMPARE(governor.verdict(Cause::Exited, exit, false, start, 0).what, What::Finished);
    }
    void aManualRestartResets()
    {
        RestartGovernor governor;
        (void)governor.verdict(Cause::Exited, failed, false, start, 0);
        governor.reset();
        QCOMPARE(governor.attempts(), 0);
    }
    void aResetLiftsTheLimit()
    {
        RestartGovernor governor;
        for (int attempt = 0; attempt < governor.maxAttempts(); ++attempt)
            (void)governor.verdict(Cause::Exited, failed, false, start, 0);
        QCOMPARE(governor.verdict(Cause::Exited, failed, false, start, 0).what, What::GiveUp);
        governor.reset();
        QCOMPARE(governor.verdict(Cause::Exited, failed, false, start, 0),
            (RestartVerdict{What::Retry, 2s, Cause::Exited})); // the shortest pause again
    }
};

QTEST_GUILESS_MAIN(TestRestartGovernor)
#include "tst_restartgovernor.moc"
