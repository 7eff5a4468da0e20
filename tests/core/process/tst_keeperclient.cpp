#include "tests/core/process/keeperfixture.h"
#include "tests/support/sanitized.h"

namespace foghorn {

class TestKeeperClient final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsAndReportsTheEnd();
    void tellsTheCodeAndTheSignal_data();
    void tellsTheCodeAndTheSignal();
    void refusesASecondOrchestrator();
    void endsWhenTold();
    void carriesLongEnvironments();
    void answersAThousandLaunchesInABurst();
    void noticesACrashAtOnce();
};

void TestKeeperClient::startsAndReportsTheEnd()
{
    KeeperFixture fixture;
    QList<KeptTree> kept;
    const auto client = fixture.connectClient(&kept);
    QVERIFY(client);
    QVERIFY(kept.isEmpty());
    const qint64 pid =
        fixture.launch(*client, fixture.order(QStringLiteral("steady"), fixture.program(QStringLiteral("steady"))));
    QVERIFY(pid > 1);
    QVERIFY(isAlive(pid));
    QTRY_VERIFY(fixture.log(QStringLiteral("steady")).contains("ready")); // else TERM ends it before it listens for it
    QSignalSpy exited(client.get(), &KeeperClient::exited);
    client->signal(QStringLiteral("steady"), SIGTERM, SignalScope::Tree);
    QVERIFY(exited.wait(5000));
    const auto exit = exited.first().at(1).value<ExitInfo>();
    QCOMPARE(exit.kind, ExitInfo::Kind::Exited);
    QCOMPARE(exit.code, 0);
    QVERIFY(exited.first().at(2).toBool());
}

void TestKeeperClient::tellsTheCodeAndTheSignal_data()
{
    QTest::addColumn<QByteArray>("argument");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("signal");
    QTest::newRow("zero") << QByteArray("0") << 0 << 0;
    QTest::newRow("seven") << QByteArray("7") << 7 << 0;
    QTest::newRow("killed") << QByteArray("-9") << 0 << 9;
    QTest::newRow("segmentation fault") << QByteArray("-11") << 0 << 11;
}

void TestKeeperClient::tellsTheCodeAndTheSignal()
{
    QFETCH(QByteArray, argument);
    QFETCH(int, code);
    QFETCH(int, signal);
    KeeperFixture fixture;
    const auto client = fixture.connectClient();
    QVERIFY(client);
    QSignalSpy exited(client.get(), &KeeperClient::exited);
    LaunchOrder order = fixture.order(QStringLiteral("flaky"), fixture.program(QStringLiteral("flaky")), {argument});
    order.limits.core = 0;
    fixture.launch(*client, order);
    QTRY_COMPARE(exited.size(), 1);
    const auto exit = exited.first().at(1).value<ExitInfo>();
    QCOMPARE(exit.kind, signal ? ExitInfo::Kind::Signaled : ExitInfo::Kind::Exited);
    QCOMPARE(exit.code, code);
    QCOMPARE(exit.signal, signal);
    QVERIFY(!exit.coreDumped);
}

void TestKeeperClient::refusesASecondOrchestrator()
{
    KeeperFixture fixture;
    const auto first = fixture.connectClient();
    QVERIFY(first);
    KeeperClient second(fixture.path(), fixture.keeperProgram());
    QSignalSpy failed(&second, &KeeperClient::failed);
    second.open();
    QVERIFY(failed.wait(5000));
    QVERIFY(failed.first().first().toString().contains(QString::number(QCoreApplication::applicationPid())));
    QVERIFY(fixture.launch(*first, fixture.order(QStringLiteral("a"), fixture.program(QStringLiteral("steady")))) > 1);
}

void TestKeeperClient::endsWhenTold()
{
    KeeperFixture fixture;
    const auto client = fixture.connectClient();
    QVERIFY(client);
    fixture.launch(*client, fixture.order(QStringLiteral("a"), fixture.program(QStringLiteral("steady"))));
    QSignalSpy ended(client.get(), &KeeperClient::keeperEnded);
    const qint64 keeper = client->keeperPid();
    client->endKeeper();
    QVERIFY(!ended.wait(100)); // one still lives
    client->signal(QStringLiteral("a"), SIGKILL, SignalScope::Tree);
    QTRY_COMPARE(ended.size(), 1);
    QTRY_VERIFY(!QFile::exists(QStringLiteral("/proc/%1").arg(keeper)));
}

void TestKeeperClient::carriesLongEnvironments()
{
    KeeperFixture fixture;
    const auto client = fixture.connectClient();
    QVERIFY(client);
    LaunchOrder order = fixture.order(QStringLiteral("looker"), fixture.program(QStringLiteral("looker")));
    const QByteArray longText(100'000, 'x');
    order.environment.append("LONG_ONE=" + longText);
    order.environment.append("LONG_TWO=" + longText);
    QSignalSpy exited(client.get(), &KeeperClient::exited);
    QVERIFY(fixture.launch(*client, order) > 1);
    QTRY_COMPARE(exited.size(), 1);
    QVERIFY(fixture.log(QStringLiteral("looker")).contains(QByteArray("env LONG_TWO=" + longText + "\n")));
}

void TestKeeperClient::answersAThousandLaunchesInABurst()
{
    constexpr int count = 1000;
    KeeperFixture fixture;
    const auto client = fixture.connectClient();
    QVERIFY(client);
    QSignalSpy launched(client.get(), &KeeperClient::launched);
    QSignalSpy exited(client.get(), &KeeperClient::exited);
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < count; ++i)
        client->launch(fixture.order(QStringLiteral("s%1").arg(i), fixture.program(QStringLiteral("steady"))));
    // Not QTRY: it looks every 50 ms only.
    while (launched.size() < count && launched.wait(30'000)) { }
    QCOMPARE(launched.size(), count);
    const qint64 startMs = timer.restart();
    QFile rollup(QStringLiteral("/proc/%1/smaps_rollup").arg(client->keeperPid()));
    QVERIFY(rollup.open(QIODevice::ReadOnly));
    const QByteArray usage = rollup.readAll();
    const qint64 memory = usage.mid(usage.indexOf("Pss:") + 4).simplified().split(' ').first().toLongLong();
    timer.restart();
    for (int i = 0; i < count; ++i)
        client->signal(QStringLiteral("s%1").arg(i), SIGKILL, SignalScope::Tree);
    while (exited.size() < count && exited.wait(30'000)) { }
    QCOMPARE(exited.size(), count);
    qInfo("%d started in %lld ms, killed in %lld ms; keeper: %lld KiB PSS", count, startMs, timer.elapsed(), memory);
    if (!isSanitized()) // whose own books of a process are larger than the keeper
        QVERIFY2(memory < 8 * 1024, "the keeper has grown");
}

void TestKeeperClient::noticesACrashAtOnce()
{
    KeeperFixture fixture;
    const auto client = fixture.connectClient();
    QVERIFY(client);
    QList<qint64> times;
    for (int i = 0; i < 20; ++i) {
        const qint64 pid =
            fixture.launch(*client, fixture.order(QStringLiteral("a"), fixture.program(QStringLiteral("steady"))));
        QVERIFY(pid > 1);
        QSignalSpy exited(client.get(), &KeeperClient::exited);
        QElapsedTimer timer;
        timer.start();
        const auto number = static_cast<pid_t>(pid);
        QVERIFY(keeper::signalProcess(keeper::openProcess(number), number, SIGKILL));
        QVERIFY(exited.wait(5000));
        times.append(timer.nsecsElapsed() / 1000);
        QVERIFY(exited.first().at(2).toBool());
    }
    std::sort(times.begin(), times.end());
    qInfo("crash to report: median %lld us, worst %lld us", times.at(times.size() / 2), times.last());
    QVERIFY2(times.at(times.size() / 2) < 20'000, "a crash must be noticed at once");
}

} // namespace foghorn

QTEST_GUILESS_MAIN(foghorn::TestKeeperClient)
#include "tst_keeperclient.moc"
