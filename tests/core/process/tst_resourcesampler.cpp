#include "core/process/processuse.h"
#include "core/process/resourcesampler.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

namespace foghorn {

class TestResourceSampler final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsALine_data();
    void readsALine();
    void findsWhoseAProcessIs();
    void measuresBetweenTwoLooks();
    void samplesThisProcess();
    void tellsNothingOfARunThatHasEnded();
    void restsWithoutLeaders();
    void keepsItsCostLow();
};

namespace {

ProcessUse use(pid_t pid, pid_t parent, pid_t session, std::uint64_t startTicks = 1, std::uint64_t cpuTicks = 0)
{
    return {pid, parent, session, startTicks, cpuTicks, 1, 1};
}

} // namespace

void TestResourceSampler::readsALine_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name : {"sleep", "a b", ") R 1 2 3 (", "", "(((", "))) "})
        QTest::newRow(name) << QByteArray(name);
}

void TestResourceSampler::readsALine()
{
    QFETCH(QByteArray, name);
    const QByteArray line = "42 (" + name
        + ") S 7 42 40 0 -1 4194560 1 2 3 4 11 22 33 44 20 0 5 0 9000 49524736 4370 18446744073709551615 1 1 0\n";
    const auto read = parseProcessUse(std::string_view(line.constData(), static_cast<std::size_t>(line.size())));
    QVERIFY(read);
    QCOMPARE(*read, (ProcessUse{42, 7, 40, 9000, 33, 4370, 5}));
    for (qsizetype cut = 0; cut < line.indexOf("4370"); ++cut)
        QVERIFY(!parseProcessUse(std::string_view(line.constData(), static_cast<std::size_t>(cut))));
}

void TestResourceSampler::findsWhoseAProcessIs()
{
    const QHash<ServiceId, qint64> leaders = {
        {QStringLiteral("a"), 10}, {QStringLiteral("b"), 20}, {QStringLiteral("none"), 0}};
    // A child of a, its child in a session of its own, an orphan of b, somebody else's, one of no session, and a loop.
    const std::vector<ProcessUse> processes = {use(12, 11, 12), use(11, 10, 10), use(10, 1, 10), use(21, 1, 20),
        use(30, 1, 30), use(1, 0, 0), use(40, 41, 40), use(41, 40, 40)};
    QStringList owners;
    for (const ServiceId *owner : ownersOf(processes, leaders))
        owners.append(owner ? *owner : QStringLiteral("-"));
    QCOMPARE(owners.join(u' '), QStringLiteral("a a a b - - - -"));
}

void TestResourceSampler::measuresBetweenTwoLooks()
{
    CpuMeter meter;
    meter.begin(1000);
    QCOMPARE(meter.percentOf(use(1, 0, 0, 500, 400)), 0.0);
    meter.end();
    meter.begin(1100);
    QCOMPARE(meter.percentOf(use(1, 0, 0, 500, 450)), 50.0);
    QCOMPARE(meter.percentOf(use(2, 0, 0, 1050, 25)), 25.0); // new
    QCOMPARE(meter.percentOf(use(3, 0, 0, 100, 900)), 0.0); // old, but not seen before
    meter.end();
    meter.begin(1200);
    QCOMPARE(meter.percentOf(use(1, 0, 0, 1150, 10)), 10.0); // another with the same number
    meter.end();
}

void TestResourceSampler::samplesThisProcess()
{
    ResourceSampler sampler;
    sampler.setInterval(std::chrono::milliseconds(50));
    QSignalSpy sampled(&sampler, &ResourceSampler::sampled);
    const ServiceId service = QStringLiteral("self");
    sampler.setLeaders({{service, QCoreApplication::applicationPid()}});
    double most = 0;
    QElapsedTimer timer;
    timer.start();
    while (most < 5 && timer.elapsed() < 20'000) {
        // Work, so that there is something to see.
        QElapsedTimer work;
        work.start();
        while (work.elapsed() < 30) { }
        sampled.wait(5);
        for (const auto &one : std::as_const(sampled)) {
            const auto uses = one.first().value<QHash<ServiceId, ResourceUse>>();
            QCOMPARE(uses.keys(), QList<ServiceId>{service});
            most = std::max(most, uses.value(service).cpuPercent);
        }
    }
    QVERIFY(most >= 5);
    const auto last = sampled.last().first().value<QHash<ServiceId, ResourceUse>>().value(service);
    QVERIFY(last.memory > 1024 * 1024);
    QVERIFY(last.cpuTime >= std::chrono::milliseconds(10)); // of all looks together
    std::chrono::milliseconds before{0};
    for (const auto &one : std::as_const(sampled)) {
        const auto uses = one.first().value<QHash<ServiceId, ResourceUse>>();
        QVERIFY(uses.value(service).cpuTime >= before);
        before = uses.value(service).cpuTime;
    }
    QVERIFY(last.processes >= 1 && last.threads >= 2);
    QVERIFY(last.descriptors >= 3);
}

void TestResourceSampler::tellsNothingOfARunThatHasEnded()
{
    const qint64 own = QCoreApplication::applicationPid();
    ResourceSampler sampler;
    sampler.setInterval(std::chrono::milliseconds(20));
    QSignalSpy sampled(&sampler, &ResourceSampler::sampled);
    QProcess other;
    other.start(QStringLiteral("/bin/sleep"), {QStringLiteral("600")});
    QTRY_COMPARE(other.state(), QProcess::Running);
    sampler.setLeaders({{QStringLiteral("stays"), own}, {QStringLiteral("ends"), other.processId()},
        {QStringLiteral("restarts"), other.processId()}});
    // fires right after the sampler's own, which has begun to look: the answer is an event of a later round
    QTimer::singleShot(0, &sampler, [&sampler] {
        sampler.setLeader(QStringLiteral("ends"), 0);
        sampler.setLeader(QStringLiteral("restarts"), 4'000'000);
    });
    QTRY_VERIFY(!sampled.isEmpty());
    const auto first = sampled.first().first().value<QHash<ServiceId, ResourceUse>>();
    QCOMPARE(first.keys(), QList<ServiceId>{QStringLiteral("stays")});
    QVERIFY(first.value(QStringLiteral("stays")).processes >= 1);
    sampler.setLeader(QStringLiteral("restarts"), other.processId());
    const auto isSampled = [&sampled] {
        return sampled.last().first().value<QHash<ServiceId, ResourceUse>>().contains(QStringLiteral("restarts"));
    };
    QTRY_VERIFY(isSampled());
    other.kill();
    QTRY_COMPARE(other.state(), QProcess::NotRunning);
}

void TestResourceSampler::restsWithoutLeaders()
{
    ResourceSampler sampler;
    sampler.setInterval(std::chrono::milliseconds(1));
    QSignalSpy sampled(&sampler, &ResourceSampler::sampled);
    sampler.setLeaders({{QStringLiteral("self"), QCoreApplication::applicationPid()}});
    QTRY_VERIFY(!sampled.isEmpty());
    sampler.setLeaders({});
    sampled.clear();
    QVERIFY(!sampled.wait(200));
}

void TestResourceSampler::keepsItsCostLow()
{
    ResourceSampler sampler;
    sampler.setInterval(std::chrono::milliseconds(1));
    QSignalSpy sampled(&sampler, &ResourceSampler::sampled);
    QElapsedTimer timer;
    timer.start();
    sampler.setLeaders({{QStringLiteral("first"), QCoreApplication::applicationPid()}, {QStringLiteral("all"), 1}});
    QTRY_COMPARE(sampled.size(), 1);
    const auto cost = std::chrono::duration_cast<std::chrono::microseconds>(sampler.lastCost());
    qInfo("a look costs %lld us of processor time", static_cast<long long>(cost.count()));
    QTRY_COMPARE_WITH_TIMEOUT(sampled.size(), 2, 30'000);
    const qint64 thousandfold = cost.count() * 1000 / 1000;
    QVERIFY(timer.elapsed() >= thousandfold * 95 / 100 - 5); // coarse timers are up to a twentieth early
}

} // namespace foghorn

QTEST_GUILESS_MAIN(foghorn::TestResourceSampler)
#include "tst_resourcesampler.moc"
