#include "core/health/healthtracker.h"

#include <QTest>

#include <vector>

using namespace foghorn;

class TestHealthTracker : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everySequenceFollowsTheDefinition();
    void resetForgets();
    void restoredRecoveryGoesOn_data();
    void restoredRecoveryGoesOn();
    void forgivenFailureCountsForNothing();
    void changedThresholdsHoldFromTheNextCheck();
};

namespace {

/// The definition of decisions.md, worked out anew from the whole history: slow and plainly right.
HealthSummary byDefinition(const std::vector<bool> &checks, int failureThreshold, int recoveryThreshold)
{
    HealthSummary sum;
    bool isRecoveryPending = false;
    for (std::size_t end = 1; end <= checks.size(); ++end) {
        int run = 0;
        for (std::size_t i = end; i > 0 && checks[i - 1] == checks[end - 1]; --i)
            ++run;
        const bool passed = checks[end - 1];
        sum.consecutiveFailures = passed ? 0 : run;
        sum.consecutiveSuccesses = passed ? run : 0;
        if (!passed && run >= failureThreshold)
            isRecoveryPending = true;
        if (passed && run >= recoveryThreshold)
            isRecoveryPending = false;
        if (!passed)
            sum.health = run >= failureThreshold ? Health::Unhealthy : Health::Degraded;
        else
            sum.health = isRecoveryPending ? Health::Degraded : Health::Healthy;
    }
    return sum;
}

} // namespace

void TestHealthTracker::everySequenceFollowsTheDefinition()
{
    constexpr unsigned length = 10;
    for (int failures = 1; failures <= 4; ++failures) {
        for (int recoveries = 1; recoveries <= 4; ++recoveries) {
            for (unsigned bits = 0; bits < (1U << length); ++bits) {
                HealthTracker tracker(failures, recoveries);
                QCOMPARE(tracker.summary(), HealthSummary());
                std::vector<bool> history;
                for (unsigned i = 0; i < length; ++i) {
                    const Health before = tracker.summary().health;
                    history.push_back((bits >> i & 1U) != 0);
                    const bool crossed = tracker.record(history.back());
                    QCOMPARE(tracker.summary(), byDefinition(history, failures, recoveries));
                    QCOMPARE(crossed, before != Health::Unhealthy && tracker.summary().health == Health::Unhealthy);
                }
            }
        }
    }
}

void TestHealthTracker::resetForgets()
{
    HealthTracker tracker(1, 3);
    QVERIFY(tracker.record(false));
    tracker.reset();
    QCOMPARE(tracker.summary(), HealthSummary());
    QVERIFY(!tracker.record(true));
    QCOMPARE(tracker.summary().health, Health::Healthy); // no recovery is left pending
}

void TestHealthTracker::restoredRecoveryGoesOn_data()
{
    QTest::addColumn<int>("health");
    QTest::addColumn<int>("failures");
    QTest::addColumn<int>("successes");
    QTest::addColumn<int>("afterPass");
    const auto row = [](const char *name, Health health, int failures, int successes, Health after) {
        QTest::newRow(name) << static_cast<int>(health) << failures << successes << static_cast<int>(after);
    };
    row("unknown", Health::Unknown, 0, 0, Health::Healthy);
    row("healthy", Health::Healthy, 0, 7, Health::Healthy);
    row("failing", Health::Degraded, 2, 0, Health::Healthy);
    row("unhealthy", Health::Unhealthy, 3, 0, Health::Degraded);
    row("recovering, one short", Health::Degraded, 0, 1, Health::Degraded);
    row("recovering, about to be", Health::Degraded, 0, 2, Health::Healthy);
}

void TestHealthTracker::restoredRecoveryGoesOn()
{
    QFETCH(int, health);
    QFETCH(int, failures);
    QFETCH(int, successes);
    QFETCH(int, afterPass);
    const HealthSummary known{static_cast<Health>(health), failures, successes};
    HealthTracker tracker(3, 3);
    tracker.restore(known);
    QCOMPARE(tracker.summary(), known);
    tracker.record(true);
    QCOMPARE(tracker.summary().health, static_cast<Health>(afterPass));
}

void TestHealthTracker::forgivenFailureCountsForNothing()
{
    HealthTracker tracker(1, 2);
    for (int i = 0; i < 5; ++i)
        tracker.recordForgivenFailure();
    QCOMPARE(tracker.summary(), HealthSummary());
    tracker.record(true);
    tracker.recordForgivenFailure();
    QCOMPARE(tracker.summary(), (HealthSummary{Health::Healthy, 0, 0}));
}

void TestHealthTracker::changedThresholdsHoldFromTheNextCheck()
{
    HealthTracker tracker(5, 2);
    tracker.record(false);
    tracker.record(false);
    tracker.setThresholds(2, 2);
    QCOMPARE(tracker.summary().health, Health::Degraded);
    QVERIFY(tracker.record(false));
    tracker.setThresholds(0, -1); // nonsense is taken as 1
    tracker.reset();
    QVERIFY(tracker.record(false));
}

QTEST_GUILESS_MAIN(TestHealthTracker)
#include "tst_healthtracker.moc"
