#include "core/health/healthmonitor.h"
#include "tests/core/health/localservers.h"

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <vector>

using namespace foghorn;

namespace {

const ServiceId edge = QStringLiteral("edge");

HealthPolicy policyOf(milliseconds interval, milliseconds timeout)
{
    HealthPolicy policy;
    policy.interval = interval;
    policy.timeout = timeout;
    return policy;
}

/// What a monitor said, in order.
struct Heard
{
    QList<CheckResult> results;
    QList<HealthSummary> summaries;
    QStringList words; ///< "pass", "fail", "first", "recover: message"
    QList<qint64> atMs;

    explicit Heard(HealthMonitor &monitor)
    {
        m_clock.start();
        QObject::connect(&monitor, &HealthMonitor::checked, &m_context,
            [this](const CheckResult &result, const HealthSummary &summary) {
                results.append(result);
                summaries.append(summary);
                words.append(result.passed ? QStringLiteral("pass") : QStringLiteral("fail"));
                atMs.append(m_clock.elapsed());
            });
        QObject::connect(
            &monitor, &HealthMonitor::firstPassed, &m_context, [this] { words.append(QStringLiteral("first")); });
        QObject::connect(&monitor, &HealthMonitor::recoveryNeeded, &m_context,
            [this](const ServiceId &, const QString &why) { words.append(QStringLiteral("recover: ") + why); });
    }

private:
    QElapsedTimer m_clock;
    QObject m_context;
};

void configure(HealthMonitor &monitor, const ServiceId &service, const ProbeSpec &probe, const HealthPolicy &policy)
{
    monitor.configure(service, probe, policy, {}, QStringLiteral("/"));
}

/// Whether no check ends within so many milliseconds.
bool staysQuiet(HealthMonitor &monitor, int forMs)
{
    QSignalSpy spy(&monitor, &HealthMonitor::checked);
    return !spy.wait(forMs);
}

} // namespace

class TestHealthMonitor : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void checksAtOnceAndQuicklyUntilTheFirstPass();
    void failuresBeforeReadinessDoNotCount();
    void crossesIntoUnhealthyOnceAndRecovers();
    void withoutAutoRecoveryNobodyIsAsked();
    void startPeriodForgives();
    void readyBeforeTheFirstPassStaysQuick();
    void timesOutOnTime();
    void oneCheckAtATimeAndSharedByAskers();
    void checkNowOfWhatCannotBeChecked();
    void stoppingDropsTheCheckUnderWay();
    void removingDropsTheCheckUnderWay();
    void changedProbeTakesOver();
    void adoptedServicesKeepTheirCounters();
    void processProbeFollowsTheLeader();
    void twoHundredServicesAreSpread();
    void handlersMayDoAnything();
};

void TestHealthMonitor::checksAtOnceAndQuicklyUntilTheFirstPass()
{
    LocalHttp server;
    server.reply = [&server](const QByteArray &) {
        return server.requests < 4 ? LocalHttp::answer("503 no", "{}") : LocalHttp::ok();
    };
    HealthMonitor monitor;
    Heard heard(monitor);
    configure(monitor, edge, httpProbe(server.url()), policyOf(30s, 5s));
    QVERIFY(staysQuiet(monitor, 50)); // it does not run yet
    QCOMPARE(server.requests, 0);
    monitor.serviceStarted(edge, 1);
    QTRY_COMPARE(heard.words.size(), 5);
    QCOMPARE(heard.words.join(u' '), QStringLiteral("fail fail fail pass first"));
    QVERIFY2(heard.atMs.first() < 150, qPrintable(QString::number(heard.atMs.first())));
    QVERIFY2(heard.atMs.last() < 1500, qPrintable(QString::number(heard.atMs.last())));
    for (int i = 0; i < 3; ++i)
        QCOMPARE(heard.summaries.at(i), HealthSummary());
    QCOMPARE(heard.summaries.at(3), (HealthSummary{Health::Healthy, 0, 1}));
    QCOMPARE(heard.results.at(3).healthAfter, Health::Healthy);
    QCOMPARE(heard.results.at(0).message, QStringLiteral("HTTP 503, expected 200-299"));
    QCOMPARE(heard.results.at(0).service, edge);
    monitor.serviceReady(edge);
    QVERIFY(staysQuiet(monitor, 300));
    QCOMPARE(server.requests, 4); // the regular rhythm from here
}

void TestHealthMonitor::failuresBeforeReadinessDoNotCount()
{
    HealthMonitor monitor;
    Heard heard(monitor);
    configure(monitor, edge, tcpProbe(QStringLiteral("127.0.0.1"), closedPort()), policyOf(100ms, 100ms));
    monitor.serviceStarted(edge, 1);
    QTRY_VERIFY(heard.words.size() >= 6);
    QVERIFY(!heard.words.contains(QStringLiteral("recover: connection refused")));
    QCOMPARE(heard.summaries.last(), HealthSummary());
}

void TestHealthMonitor::crossesIntoUnhealthyOnceAndRecovers()
{
    LocalHttp server;
    bool isWell = true;
    server.reply = [&isWell](const QByteArray &) { return isWell ? LocalHttp::ok() : LocalHttp::answer("500 no", {}); };
    HealthMonitor monitor;
    Heard heard(monitor);
    configure(monitor, edge, httpProbe(server.url()), policyOf(50ms, 40ms));
    monitor.serviceStarted(edge, 1);
    QTRY_VERIFY(heard.words.contains(QStringLiteral("first")));
    monitor.serviceReady(edge);
    isWell = false;
    QTRY_VERIFY(!heard.summaries.isEmpty() && heard.summaries.last().consecutiveFailures >= 6);
    isWell = true;
    QTRY_VERIFY(heard.summaries.last().health == Health::Healthy);
    QCOMPARE(heard.words.filter(QStringLiteral("recover")),
        QStringList(QStringLiteral("recover: HTTP 500, expected 200-299")));
    QList<Health> changes;
    for (const HealthSummary &summary : std::as_const(heard.summaries)) {
        if (changes.isEmpty() || changes.last() != summary.health)
            changes.append(summary.health);
    }
    QCOMPARE(changes,
        (QList<Health>{Health::Healthy, Health::Degraded, Health::Unhealthy, Health::Degraded, Health::Healthy}));
    const auto recovered = std::find_if(heard.summaries.crbegin(), heard.summaries.crend(),
        [](const HealthSummary &summary) { return summary.health == Health::Degraded; });
    QCOMPARE(recovered->consecutiveSuccesses, 1); // the next pass made it healthy; more may have come since
}

void TestHealthMonitor::withoutAutoRecoveryNobodyIsAsked()
{
    HealthMonitor monitor;
    Heard heard(monitor);
    HealthPolicy policy = policyOf(30ms, 30ms);
    policy.autoRecovery = false;
    policy.failureThreshold = 1;
    configure(monitor, edge, tcpProbe(QStringLiteral("127.0.0.1"), closedPort()), policy);
    monitor.serviceAdopted(edge, 1, {});
    QTRY_VERIFY(!heard.summaries.isEmpty() && heard.summaries.last().health == Health::Unhealthy);
    QVERIFY(heard.words.filter(QStringLiteral("recover")).isEmpty());
}

void TestHealthMonitor::startPeriodForgives()
{
    HealthMonitor monitor;
    Heard heard(monitor);
    HealthPolicy policy = policyOf(50ms, 50ms);
    policy.startPeriod = 600ms;
    policy.failureThreshold = 2;
    configure(monitor, edge, tcpProbe(QStringLiteral("127.0.0.1"), closedPort()), policy);
    monitor.serviceStarted(edge, 1);
    monitor.serviceReady(edge);
    QTRY_VERIFY(heard.words.contains(QStringLiteral("recover: connection refused")));
    for (qsizetype i = 0; i < heard.summaries.size(); ++i) {
        if (heard.atMs.at(i) < 550)
            QCOMPARE(heard.summaries.at(i), HealthSummary());
    }
    QVERIFY(heard.summaries.size() > 5);
    QVERIFY(heard.atMs.last() >= 600);
}

void TestHealthMonitor::readyBeforeTheFirstPassStaysQuick()
{
    LocalHttp server;
    server.reply = [&server](const QByteArray &) {
        return server.requests < 3 ? LocalHttp::answer("503 no", {}) : LocalHttp::ok();
    };
    HealthMonitor monitor;
    Heard heard(monitor);
    configure(monitor, edge, httpProbe(server.url()), policyOf(1h, 5s));
    monitor.serviceStarted(edge, 1);
    monitor.serviceReady(edge); // ready: started
    QTRY_COMPARE(heard.words.join(u' '), QStringLiteral("fail fail pass first"));
    QCOMPARE(heard.summaries.at(1), HealthSummary());
}

void TestHealthMonitor::timesOutOnTime()
{
    LocalHttp server;
    server.reply = [](const QByteArray &) { return QByteArray(); };
    HealthMonitor monitor;
    Heard heard(monitor);
    constexpr int services = 20;
    for (int i = 0; i < services; ++i) {
        const ServiceId name = QStringLiteral("s%1").arg(i);
        configure(monitor, name, httpProbe(server.url()), policyOf(1h, 400ms));
        monitor.serviceStarted(name, 1);
    }
    QTRY_VERIFY(heard.results.size() >= services);
    for (int i = 0; i < services; ++i) {
        const CheckResult &result = heard.results.at(i);
        QVERIFY(result.timedOut && !result.passed);
        QCOMPARE(result.message, QStringLiteral("no answer in 400 ms"));
        QVERIFY2(result.responseTime >= 395ms && result.responseTime <= 500ms,
            qPrintable(QString::number(result.responseTime.count())));
    }
}

void TestHealthMonitor::oneCheckAtATimeAndSharedByAskers()
{
    LocalHttp server;
    server.reply = [](const QByteArray &) { return QByteArray(); };
    HealthMonitor monitor;
    Heard heard(monitor);
    configure(monitor, edge, httpProbe(server.url()), policyOf(50ms, 300ms));
    monitor.serviceAdopted(edge, 1, {Health::Healthy, 0, 3});
    auto first = monitor.checkNow(edge);
    auto second = monitor.checkNow(edge);
    QTRY_COMPARE(server.requests, 1);
    QVERIFY(staysQuiet(monitor, 150)); // regular dues pass meanwhile
    QCOMPARE(server.requests, 1);
    auto third = monitor.checkNow(edge);
    QTRY_VERIFY(first.isFinished() && second.isFinished() && third.isFinished());
    QVERIFY(first.result().has_value());
    QCOMPARE(*first.result(), heard.results.first());
    QCOMPARE(*second.result(), *first.result());
    QCOMPARE(*third.result(), *first.result());
    QCOMPARE(heard.summaries.first(), (HealthSummary{Health::Degraded, 1, 0})); // it counts like any other
}

void TestHealthMonitor::checkNowOfWhatCannotBeChecked()
{
    HealthMonitor monitor;
    const auto answersNothing = [&monitor](const ServiceId &service) {
        auto future = monitor.checkNow(service);
        return future.isFinished() && !future.result().has_value();
    };
    QVERIFY(answersNothing(QStringLiteral("nobody")));
    configure(monitor, edge, processProbe(), policyOf(30s, 5s));
    QVERIFY(answersNothing(edge)); // does not run
    configure(monitor, edge, ProbeSpec(), policyOf(30s, 5s));
    monitor.serviceStarted(edge, 1);
    QVERIFY(answersNothing(edge)); // has no probe
}

void TestHealthMonitor::stoppingDropsTheCheckUnderWay()
{
    LocalHttp server;
    server.reply = [](const QByteArray &) { return QByteArray(); };
    HealthMonitor monitor;
    Heard heard(monitor);
    configure(monitor, edge, httpProbe(server.url()), policyOf(50ms, 200ms));
    monitor.serviceStarted(edge, 1);
    auto asked = monitor.checkNow(edge);
    QTRY_COMPARE(server.requests, 1);
    monitor.serviceStopped(edge);
    QVERIFY(asked.isFinished());
    QVERIFY(!asked.result().has_value());
    QTRY_VERIFY(server.peers.isEmpty());
    QVERIFY(staysQuiet(monitor, 400));
    QVERIFY(heard.words.isEmpty());
    server.reply = [](const QByteArray &) { return LocalHttp::ok(); };
    monitor.serviceStarted(edge, 2); // and it goes on with the next start
    QTRY_VERIFY(heard.words.size() >= 2);
    QCOMPARE(heard.words.first(2).join(u' '), QStringLiteral("pass first"));
}

void TestHealthMonitor::removingDropsTheCheckUnderWay()
{
    LocalHttp server;
    server.reply = [](const QByteArray &) { return QByteArray(); };
    HealthMonitor monitor;
    Heard heard(monitor);
    configure(monitor, edge, httpProbe(server.url()), policyOf(50ms, 200ms));
    monitor.serviceStarted(edge, 1);
    auto asked = monitor.checkNow(edge);
    QTRY_COMPARE(server.requests, 1);
    monitor.remove(edge);
    QVERIFY(asked.isFinished() && !asked.result().has_value());
    monitor.remove(edge);
    QVERIFY(staysQuiet(monitor, 400));
    QVERIFY(heard.words.isEmpty());
    QVERIFY(server.peers.isEmpty());
}

void TestHealthMonitor::changedProbeTakesOver()
{
    LocalHttp hanging;
    hanging.reply = [](const QByteArray &) { return QByteArray(); };
    LocalHttp good;
    HealthMonitor monitor;
    Heard heard(monitor);
    configure(monitor, edge, httpProbe(hanging.url()), policyOf(1h, 5s));
    monitor.serviceAdopted(edge, 1, {Health::Degraded, 2, 0});
    auto asked = monitor.checkNow(edge);
    QTRY_COMPARE(hanging.requests, 1);
    configure(monitor, edge, httpProbe(good.url()), policyOf(1h, 5s));
    QTRY_VERIFY(asked.isFinished()); // answered by the new probe
    QVERIFY(asked.result().has_value() && asked.result()->passed);
    QTRY_VERIFY(hanging.peers.isEmpty());
    QCOMPARE(heard.words.join(u' '), QStringLiteral("pass"));
    configure(monitor, edge, httpProbe(good.url()), policyOf(2h, 5s)); // policy alone: nothing is asked
    QVERIFY(staysQuiet(monitor, 50));
    QCOMPARE(good.requests, 1);
    configure(monitor, edge, ProbeSpec(), policyOf(1h, 5s));
    QVERIFY(!monitor.checkNow(edge).result().has_value());
    configure(monitor, edge, processProbe(), policyOf(1h, 5s)); // a service that runs gets a probe: asked at once
    QTRY_COMPARE(heard.words.size(), 2);
}

void TestHealthMonitor::adoptedServicesKeepTheirCounters()
{
    HealthMonitor monitor;
    Heard heard(monitor);
    configure(monitor, edge, tcpProbe(QStringLiteral("127.0.0.1"), closedPort()), policyOf(1h, 5s));
    monitor.serviceAdopted(edge, 1, {Health::Degraded, 2, 0});
    QVERIFY(staysQuiet(monitor, 100)); // the regular rhythm
    monitor.checkNow(edge);
    QTRY_COMPARE(heard.words.join(u' '), QStringLiteral("fail recover: connection refused"));
    QCOMPARE(heard.summaries.last(), (HealthSummary{Health::Unhealthy, 3, 0}));
}

void TestHealthMonitor::processProbeFollowsTheLeader()
{
    QProcess process;
    process.start(QStringLiteral("/bin/cat"), {});
    QTRY_COMPARE(process.state(), QProcess::Running);
    HealthMonitor monitor;
    Heard heard(monitor);
    configure(monitor, edge, processProbe(), policyOf(1h, 5s));
    monitor.serviceStarted(edge, process.processId());
    QTRY_COMPARE(heard.words.join(u' '), QStringLiteral("pass first"));
    monitor.serviceReady(edge);
    const qint64 pid = process.processId();
    QSignalSpy finished(&process, &QProcess::finished);
    process.kill();
    QTRY_COMPARE(finished.size(), 1);
    monitor.checkNow(edge);
    QTRY_COMPARE(heard.results.size(), 2);
    QCOMPARE(heard.results.last().message, QStringLiteral("process %1 does not live").arg(pid));
    QCOMPARE(heard.results.last().details.first().second, QStringLiteral("process"));
}

void TestHealthMonitor::twoHundredServicesAreSpread()
{
    constexpr int services = 200;
    LocalHttp server;
    HealthMonitor monitor;
    Heard heard(monitor);
    for (int i = 0; i < services; ++i) {
        const ServiceId name = QStringLiteral("s%1").arg(i);
        configure(monitor, name, httpProbe(server.url()), policyOf(2s, 1s));
        monitor.serviceAdopted(name, 1, {Health::Healthy, 0, 1});
    }
    QTRY_VERIFY(heard.results.size() >= services);
    QVERIFY(heard.atMs.last() <= 2500); // each within one interval
    // No tenth of a second takes more than three times its share.
    std::vector<int> perTenth(64);
    for (const qint64 at : std::as_const(heard.atMs))
        ++perTenth.at(static_cast<std::size_t>(std::min<qint64>(at / 100, 63)));
    QVERIFY2(*std::max_element(perTenth.begin(), perTenth.end()) <= 30, "a burst");
    for (const CheckResult &result : std::as_const(heard.results))
        QVERIFY2(result.passed, qPrintable(result.message));
}

void TestHealthMonitor::handlersMayDoAnything()
{
    LocalHttp server;
    auto monitor = std::make_unique<HealthMonitor>();
    int seen = 0;
    connect(monitor.get(), &HealthMonitor::checked, this, [&](const CheckResult &result) {
        switch (++seen) {
        case 1:
            monitor->serviceStopped(result.service);
            monitor->serviceStarted(result.service, 2);
            break;
        case 2:
            configure(*monitor, result.service, processProbe(), policyOf(30s, 1s));
            monitor->checkNow(result.service);
            break;
        case 3:
            monitor->remove(result.service);
            monitor->remove(QStringLiteral("other"));
            break;
        default:
            break;
        }
    });
    int firsts = 0;
    connect(monitor.get(), &HealthMonitor::firstPassed, this, [&firsts] { ++firsts; });
    configure(*monitor, edge, httpProbe(server.url()), policyOf(30s, 1s));
    monitor->serviceStarted(edge, 1);
    QTRY_COMPARE(seen, 3);
    QCOMPARE(firsts, 1); // the first run was over when its pass was told
    QVERIFY(staysQuiet(*monitor, 50));
    // A monitor that goes away tells those who wait.
    configure(*monitor, edge, httpProbe(server.url()), policyOf(30s, 1s));
    monitor->serviceStarted(edge, 1);
    auto asked = monitor->checkNow(edge);
    monitor.reset();
    QVERIFY(asked.isFinished() && !asked.result().has_value());
}

QTEST_GUILESS_MAIN(TestHealthMonitor)
#include "tst_healthmonitor.moc"
