#include "core/keeper/spawn.h"
#include "tests/core/process/keeperfixture.h"

#include <vector>

namespace foghorn {

/// Orchestrators and keepers die, services do not.
class TestTakeover final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void cleanupTestCase();
    void takesOverWhatLives();
    void tellsWhatEndedMeanwhile();
    void adoptsAfterTheKeeperWasKilled();
    void adoptsWhatWasJustBeingStarted();
    void leavesNothingOfManyCycles();
    void stopsEverything_data();
    void stopsEverything();

private:
    void startBystander(const QByteArray &marker);
    std::vector<pid_t> m_bystanders;
};

// Processes that are none of a keeper's business live through all of it: next to the keepers, in this process's group
// and in sessions of their own, and with the environment of another keeper's service.
void TestTakeover::initTestCase()
{
    startBystander({});
    startBystander("FOGHORN_KEEPER=0123456789abcdef/forker");
    startBystander("FOGHORN_KEEPER=/forker");
    const pid_t inOurGroup = ::fork();
    if (inOurGroup == 0) {
        ::execl("/bin/sleep", "sleep", "600", nullptr);
        ::_exit(127);
    }
    m_bystanders.push_back(inOurGroup);
}

void TestTakeover::startBystander(const QByteArray &marker)
{
    keeper::SpawnRequest request;
    request.argv = {"/bin/sleep", "600"};
    request.environment = {"FOGHORN_SERVICE=forker", marker.toStdString()};
    request.input = request.output = request.errorOutput = 2;
    const auto answer = keeper::spawn(request);
    const auto *process = std::get_if<keeper::SpawnedProcess>(&answer);
    QVERIFY(process);
    m_bystanders.push_back(process->pid);
}

void TestTakeover::cleanup()
{
    for (const pid_t pid : m_bystanders)
        QVERIFY2(isAlive(pid), "a process that was none of the keeper's business was ended");
}

void TestTakeover::cleanupTestCase()
{
    for (const pid_t pid : m_bystanders)
        keeper::signalChild(pid, SIGKILL);
}

void TestTakeover::takesOverWhatLives()
{
    KeeperFixture fixture;
    auto first = fixture.connectClient();
    QVERIFY(first);
    const qint64 pid =
        fixture.launch(*first, fixture.order(QStringLiteral("a"), fixture.program(QStringLiteral("steady"))));
    const qint64 keeper = first->keeperPid();
    first.reset(); // as a killed orchestrator: the keeper was not told
    QList<KeptTree> kept;
    const auto second = fixture.connectClient(&kept);
    QVERIFY(second);
    QCOMPARE(second->keeperPid(), keeper);
    QCOMPARE(kept.size(), 1);
    QCOMPARE(kept.first().pid, pid);
    QVERIFY(kept.first().leaderAlive);
    QSignalSpy exited(second.get(), &KeeperClient::exited);
    QTRY_VERIFY(fixture.log(QStringLiteral("a")).contains("ready")); // it can take a TERM now
    second->signal(QStringLiteral("a"), SIGTERM, SignalScope::Group);
    QTRY_COMPARE(exited.size(), 1);
    QCOMPARE(exited.first().at(1).value<ExitInfo>().kind, ExitInfo::Kind::Exited);
}

void TestTakeover::tellsWhatEndedMeanwhile()
{
    KeeperFixture fixture;
    auto first = fixture.connectClient();
    QVERIFY(first);
    const qint64 pid = fixture.launch(
        *first, fixture.order(QStringLiteral("a"), fixture.program(QStringLiteral("flaky")), {"7", "200"}));
    first.reset();
    QTRY_VERIFY(!isAlive(pid));
    QList<KeptTree> kept;
    const auto second = fixture.connectClient(&kept);
    QVERIFY(second);
    QCOMPARE(kept.size(), 1);
    QVERIFY(!kept.first().leaderAlive);
    QVERIFY(kept.first().treeEmpty);
    QVERIFY(kept.first().exit && kept.first().exit->kind == ExitInfo::Kind::Exited);
    QCOMPARE(kept.first().exit->code, 7);
    QVERIFY(kept.first().exitedAtMs > kept.first().startedAtMs);
    second->forget(QStringLiteral("a"));
}

void TestTakeover::adoptsAfterTheKeeperWasKilled()
{
    KeeperFixture fixture;
    const auto client = fixture.connectClient();
    QVERIFY(client);
    const qint64 pid =
        fixture.launch(*client, fixture.order(QStringLiteral("a"), fixture.program(QStringLiteral("steady"))));
    const qint64 keeper = client->keeperPid();
    QSignalSpy lost(client.get(), &KeeperClient::keeperLost);
    QSignalSpy connected(client.get(), &KeeperClient::connected);
    killKeeper(keeper);
    QTRY_COMPARE(connected.size(), 1);
    QCOMPARE(lost.size(), 1);
    QVERIFY(client->keeperPid() != keeper);
    const auto kept = connected.first().first().value<QList<KeptTree>>();
    QCOMPARE(kept.size(), 1);
    QCOMPARE(kept.first().pid, pid);
    QVERIFY(kept.first().leaderAlive && isAlive(pid));
    QSignalSpy exited(client.get(), &KeeperClient::exited);
    QSignalSpy empty(client.get(), &KeeperClient::treeEmpty);
    client->signal(QStringLiteral("a"), SIGKILL, SignalScope::Tree);
    QTRY_COMPARE(exited.size(), 1);
    QTRY_VERIFY(exited.first().at(2).toBool() || empty.size() == 1);
    const auto exit = exited.first().at(1).value<ExitInfo>();
    QVERIFY(exit.kind == ExitInfo::Kind::Unknown || exit.signal == SIGKILL); // known from Linux 6.15 on
    QTRY_VERIFY(!QFile::exists(QStringLiteral("/proc/%1").arg(pid)));
    QVERIFY(fixture.launch(*client, fixture.order(QStringLiteral("a"), fixture.program(QStringLiteral("steady")))) > 1);
}

void TestTakeover::adoptsWhatWasJustBeingStarted()
{
    KeeperFixture fixture;
    auto first = fixture.connectClient();
    QVERIFY(first);
    const ServiceId service = QStringLiteral("forker");
    const qint64 pid = fixture.launch(*first, fixture.order(service, fixture.program(service), {"child"}));
    QVERIFY(pid > 1);
    QTRY_VERIFY(fixture.tree(*first, service).size() >= 2);
    const qint64 keeper = first->keeperPid();
    first.reset();
    killKeeper(keeper);
    QTRY_VERIFY(!isAlive(keeper));
    // what it would have left behind had it been killed a moment earlier, and of one that it had not come to start
    QFile ledger(fixture.path() + QStringLiteral("/keeper.state"));
    QVERIFY(ledger.open(QIODevice::ReadWrite));
    const QByteArray head = ledger.readLine();
    QVERIFY(ledger.resize(head.size()) && ledger.seek(head.size()));
    ledger.write("starting forker 4711 f00\nstarting never 4712\n");
    ledger.close();
    QList<KeptTree> kept;
    const auto second = fixture.connectClient(&kept);
    QVERIFY(second);
    QCOMPARE(kept.size(), 1);
    QCOMPARE(kept.first().pid, pid);
    QVERIFY(kept.first().leaderAlive);
    QCOMPARE(kept.first().startedAtMs, 4711);
    QCOMPARE(kept.first().fingerprint, QByteArray("f00"));
    QSignalSpy exited(second.get(), &KeeperClient::exited);
    second->signal(service, SIGKILL, SignalScope::Tree);
    QTRY_COMPARE(exited.size(), 1);
    QTRY_VERIFY(fixture.tree(*second, service).isEmpty());
}

void TestTakeover::leavesNothingOfManyCycles()
{
    constexpr int cycles = 200;
    KeeperFixture fixture;
    const auto client = fixture.connectClient();
    QVERIFY(client);
    const LaunchOrder order = fixture.order(QStringLiteral("a"), QStringLiteral("/bin/true"));
    const auto count = [](qint64 pid) {
        return QDir(QStringLiteral("/proc/%1/fd").arg(pid))
            .entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System)
            .size();
    };
    const auto run = [&] {
        QSignalSpy exited(client.get(), &KeeperClient::exited);
        client->launch(order);
        return exited.wait(5000) && exited.first().at(2).toBool();
    };
    QVERIFY(run());
    const qsizetype own = count(QCoreApplication::applicationPid());
    const qsizetype keepers = count(client->keeperPid());
    for (int i = 0; i < cycles; ++i)
        QVERIFY(run());
    QCOMPARE(count(QCoreApplication::applicationPid()), own);
    QCOMPARE(count(client->keeperPid()), keepers);
    QFile children(QStringLiteral("/proc/%1/task/%1/children").arg(client->keeperPid()));
    QVERIFY(children.open(QIODevice::ReadOnly));
    QCOMPARE(children.readAll(), QByteArray());
}

void TestTakeover::stopsEverything_data()
{
    QTest::addColumn<bool>("grouped");
    QTest::addColumn<QList<QByteArray>>("arguments");
    QTest::addColumn<bool>("leaderLeaves");
    QTest::addColumn<bool>("keeperDies");
    for (const bool grouped : {true, false}) {
        const char *where = grouped ? "cgroup" : "scan";
        const auto row = [&](const char *name, const QList<QByteArray> &arguments, bool leaves = false,
                             bool dies = false) {
            QTest::addRow("%s: %s", where, name) << grouped << arguments << leaves << dies;
        };
        row("child", {"child"});
        row("own session", {"session"});
        row("daemon", {"double"});
        row("daemon that ignores TERM", {"stubborn"});
        row("stopped child", {"stopped"});
        row("no environment", {"--scrub", "child", "session"});
        row("all of them", {"child", "session", "double", "stubborn", "stopped"});
        row("a bounded fork bomb", {"--bomb", "5"});
        row("the leader has left", {"--leave", "double", "stubborn"}, true);
        row("the keeper was killed", {"child", "double", "stubborn"}, false, true);
    }
}

void TestTakeover::stopsEverything()
{
    QFETCH(bool, grouped);
    QFETCH(QList<QByteArray>, arguments);
    QFETCH(bool, leaderLeaves);
    QFETCH(bool, keeperDies);
    qputenv("FOGHORN_NO_CGROUP", grouped ? "0" : "1");
    KeeperFixture fixture;
    const auto client = fixture.connectClient();
    QVERIFY(client);
    QSignalSpy exited(client.get(), &KeeperClient::exited);
    QSignalSpy empty(client.get(), &KeeperClient::treeEmpty);
    const ServiceId service = QStringLiteral("forker");
    QVERIFY(fixture.launch(*client, fixture.order(service, fixture.program(service), arguments)) > 1);
    if (leaderLeaves) {
        QTRY_COMPARE(exited.size(), 1);
        QVERIFY(!exited.first().at(2).toBool());
        QCOMPARE(exited.first().at(1).value<ExitInfo>().code, 3);
    }
    // Not QTRY, which asks once more when it is true: what is between two forks may just have gone.
    QVERIFY(QTest::qWaitFor([&] { return fixture.tree(*client, service).size() >= (leaderLeaves ? 1 : 2); }));
    const QList<qint64> members = fixture.tree(*client, service);
    if (keeperDies) {
        QSignalSpy connected(client.get(), &KeeperClient::connected);
        killKeeper(client->keeperPid());
        QTRY_COMPARE(connected.size(), 1);
    }
    client->signal(service, SIGKILL, SignalScope::Tree);
    QTRY_VERIFY(empty.size() == 1 || (!exited.isEmpty() && exited.first().at(2).toBool()));
    QCOMPARE(exited.size(), 1);
    for (const qint64 pid : members)
        QVERIFY2(!isAlive(pid), qPrintable(QString::number(pid)));
    QVERIFY(fixture.tree(*client, service).isEmpty());
}

} // namespace foghorn

QTEST_GUILESS_MAIN(foghorn::TestTakeover)
#include "tst_takeover.moc"
