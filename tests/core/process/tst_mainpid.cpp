#include "tests/core/process/keeperfixture.h"

#include <QStandardPaths>

using namespace foghorn;

/// MAINPID=: another process of a service's tree becomes its leader, in the real keeper. Each with and without control
/// groups.
class TestMainPid final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(!QStandardPaths::findExecutable(QStringLiteral("systemd-notify")).isEmpty(),
            "systemd-notify is missing; ./dev test installs it");
    }
    void cleanup();

    void theNewLeadersEndIsTheEnd_data() { ways(); }
    void theNewLeadersEndIsTheEnd();
    void tellsItsExitCode_data() { ways(); }
    void tellsItsExitCode();
    void theLeaderIsToldToEndFirst_data() { ways(); }
    void theLeaderIsToldToEndFirst();
    void aDaemonInItsOwnSessionLeads_data() { ways(); }
    void aDaemonInItsOwnSessionLeads();
    void theLeadComesBack_data() { ways(); }
    void theLeadComesBack();
    void theNextOrchestratorHearsOfIt_data() { ways(); }
    void theNextOrchestratorHearsOfIt();
    void theNextKeeperHoldsIt_data() { ways(); }
    void theNextKeeperHoldsIt();
    void strangersAreRefused_data() { ways(); }
    void strangersAreRefused();

private:
    static void ways()
    {
        QTest::addColumn<bool>("grouped");
        QTest::newRow("cgroup") << true;
        QTest::newRow("scan") << false;
    }
    void open()
    {
        QFETCH(bool, grouped);
        qputenv("FOGHORN_NO_CGROUP", grouped ? "0" : "1");
        m_fixture = std::make_unique<KeeperFixture>();
        connectAgain();
    }
    void connectAgain(QList<KeptTree> *kept = nullptr)
    {
        m_changed.reset();
        m_client.reset();
        m_client = m_fixture->connectClient(kept);
        QVERIFY(m_client);
        m_changed = std::make_unique<QSignalSpy>(m_client.get(), &KeeperClient::leaderChanged);
        m_refused = std::make_unique<QSignalSpy>(m_client.get(), &KeeperClient::leaderRefused);
        m_exited = std::make_unique<QSignalSpy>(m_client.get(), &KeeperClient::exited);
        m_empty = std::make_unique<QSignalSpy>(m_client.get(), &KeeperClient::treeEmpty);
    }
    /// Launches `script` as "web".
    void shell(const QByteArray &script)
    {
        LaunchOrder order = m_fixture->order(service, QStringLiteral("/bin/sh"), {"-c", script});
        order.environment.append("NOTIFY_SOCKET=" + m_client->notifyAddress().toLocal8Bit());
        order.environment.append("DIR=" + m_fixture->path().toLocal8Bit());
        m_first = m_fixture->launch(*m_client, order);
        QVERIFY(m_first > 1);
    }
    /// As above, and waits until another process leads: that is m_leader.
    void shellThatPassesTheLeadOn(const QByteArray &script)
    {
        shell(script);
        QTRY_COMPARE_WITH_TIMEOUT(m_changed->size(), 1, 20'000);
        QCOMPARE(m_changed->first().at(0).toString(), service);
        m_leader = m_changed->first().at(1).toLongLong();
        QVERIFY(m_leader > 1 && m_leader != m_first);
        QVERIFY(m_exited->isEmpty());
    }
    static void kill(qint64 pid) { killKeeper(pid); }
    ExitInfo exit() const { return m_exited->first().at(1).value<ExitInfo>(); }
    bool isEmpty() const { return !m_empty->isEmpty() || (!m_exited->isEmpty() && m_exited->first().at(2).toBool()); }

    const ServiceId service = QStringLiteral("web");
    std::unique_ptr<KeeperFixture> m_fixture;
    std::unique_ptr<KeeperClient> m_client;
    std::unique_ptr<QSignalSpy> m_changed;
    std::unique_ptr<QSignalSpy> m_refused;
    std::unique_ptr<QSignalSpy> m_exited;
    std::unique_ptr<QSignalSpy> m_empty;
    qint64 m_first = 0;
    qint64 m_leader = 0;
};

void TestMainPid::cleanup()
{
    if (m_client)
        m_client->signal(service, SIGKILL, SignalScope::Tree);
    if (m_exited)
        QTRY_VERIFY_WITH_TIMEOUT(m_fixture->tree(*m_client, service).isEmpty(), 20'000);
    m_changed.reset();
    m_client.reset();
    m_fixture.reset();
}

void TestMainPid::theNewLeadersEndIsTheEnd()
{
    open();
    shellThatPassesTheLeadOn("sleep 600 & systemd-notify --ready MAINPID=$!; exit 0");
    QTRY_VERIFY_WITH_TIMEOUT(!isAlive(m_first), 20'000);
    QCOMPARE(m_fixture->tree(*m_client, service), QList<qint64>{m_leader});
    QVERIFY(m_exited->isEmpty()); // the list came after all that was told before
    kill(m_leader);
    QTRY_COMPARE_WITH_TIMEOUT(m_exited->size(), 1, 20'000);
    QCOMPARE(exit().kind, ExitInfo::Kind::Signaled);
    QCOMPARE(exit().signal, SIGKILL);
    QTRY_VERIFY_WITH_TIMEOUT(isEmpty(), 20'000);
    m_client->forget(service);
    shell("exit 3"); // nothing of the last run is left
    QTRY_COMPARE_WITH_TIMEOUT(m_exited->size(), 2, 20'000);
    QCOMPARE(m_exited->last().at(1).value<ExitInfo>().code, 3);
}

void TestMainPid::tellsItsExitCode()
{
    open();
    const QByteArray go = m_fixture->path().toLocal8Bit() + "/go";
    shellThatPassesTheLeadOn("(while [ ! -e " + go + " ]; do sleep 0.05; done; exit 7) & systemd-notify MAINPID=$!");
    QTRY_VERIFY_WITH_TIMEOUT(!isAlive(m_first), 20'000);
    QFile file(QString::fromLocal8Bit(go));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QTRY_COMPARE_WITH_TIMEOUT(m_exited->size(), 1, 20'000);
    QCOMPARE(exit().kind, ExitInfo::Kind::Exited);
    QCOMPARE(exit().code, 7);
    QTRY_VERIFY_WITH_TIMEOUT(isEmpty(), 20'000);
}

void TestMainPid::theLeaderIsToldToEndFirst()
{
    open();
    // the first one stays, in the same group, and says when it is told
    shellThatPassesTheLeadOn(
        "trap 'echo first' TERM; (trap 'echo leader; exit 5' TERM; touch $DIR/set; while :; do sleep 0.05; "
        "done) & while [ ! -e $DIR/set ]; do sleep 0.05; done; systemd-notify MAINPID=$!; while :; do sleep 0.05; "
        "done");
    m_client->signal(service, SIGTERM, SignalScope::Group);
    QTRY_COMPARE_WITH_TIMEOUT(m_exited->size(), 1, 20'000);
    // its parent, which reaps it, need not be us: what the kernel does not tell then is not made up
    QVERIFY(exit().kind == ExitInfo::Kind::Unknown || exit().code == 5);
    QVERIFY(!isEmpty() && isAlive(m_first));
    QCOMPARE(m_fixture->log(service), QByteArray("leader\n"));
    m_client->signal(service, SIGTERM, SignalScope::Tree);
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->log(service).endsWith("first\n"), 20'000);
    kill(m_first);
    QTRY_VERIFY_WITH_TIMEOUT(isEmpty(), 20'000);
    QCOMPARE(m_exited->size(), 1);
}

void TestMainPid::aDaemonInItsOwnSessionLeads()
{
    open();
    shellThatPassesTheLeadOn(
        "(setsid sleep 600 & echo $! > $DIR/pid); setsid sleep 601 & systemd-notify MAINPID=$(cat $DIR/pid)");
    QTRY_VERIFY_WITH_TIMEOUT(!isAlive(m_first), 20'000);
    QCOMPARE(m_fixture->tree(*m_client, service).size(), 2);
    m_client->signal(service, SIGTERM, SignalScope::Group); // it leads a group of its own
    QTRY_COMPARE_WITH_TIMEOUT(m_exited->size(), 1, 20'000);
    QCOMPARE(exit().signal, SIGTERM);
    QVERIFY(!isEmpty());
    m_client->signal(service, SIGKILL, SignalScope::Tree);
    QTRY_VERIFY_WITH_TIMEOUT(isEmpty(), 20'000);
}

void TestMainPid::theLeadComesBack()
{
    open();
    const QByteArray go = m_fixture->path().toLocal8Bit() + "/go";
    shellThatPassesTheLeadOn("sleep 600 & systemd-notify MAINPID=$!; while [ ! -e " + go
        + " ]; do sleep 0.05; done; systemd-notify MAINPID=$$; kill -9 $!; wait; echo on; while :; do sleep 0.05; "
          "done");
    QFile file(QString::fromLocal8Bit(go));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QTRY_COMPARE_WITH_TIMEOUT(m_changed->size(), 2, 20'000);
    QCOMPARE(m_changed->last().at(1).toLongLong(), m_first);
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->log(service).contains("on\n"), 20'000);
    QVERIFY(!isAlive(m_leader));
    QVERIFY(!m_fixture->tree(*m_client, service).isEmpty());
    QVERIFY(m_exited->isEmpty());
    kill(m_first);
    QTRY_COMPARE_WITH_TIMEOUT(m_exited->size(), 1, 20'000);
    QCOMPARE(exit().signal, SIGKILL);
}

void TestMainPid::theNextOrchestratorHearsOfIt()
{
    open();
    shellThatPassesTheLeadOn("sleep 600 & systemd-notify --ready MAINPID=$!");
    QTRY_VERIFY_WITH_TIMEOUT(!isAlive(m_first), 20'000);
    QList<KeptTree> kept;
    connectAgain(&kept);
    QCOMPARE(kept.size(), 1);
    QCOMPARE(kept.first().pid, m_leader);
    QVERIFY(kept.first().leaderAlive);
    kill(m_leader);
    QTRY_COMPARE_WITH_TIMEOUT(m_exited->size(), 1, 20'000);
    QCOMPARE(exit().signal, SIGKILL);
}

void TestMainPid::theNextKeeperHoldsIt()
{
    open();
    shellThatPassesTheLeadOn("sleep 600 & systemd-notify --ready MAINPID=$!");
    QTRY_VERIFY_WITH_TIMEOUT(!isAlive(m_first), 20'000);
    QSignalSpy connected(m_client.get(), &KeeperClient::connected);
    kill(m_client->keeperPid());
    QTRY_COMPARE_WITH_TIMEOUT(connected.size(), 1, 20'000);
    const auto kept = connected.first().first().value<QList<KeptTree>>();
    QCOMPARE(kept.size(), 1);
    QCOMPARE(kept.first().pid, m_leader);
    QVERIFY(kept.first().leaderAlive && isAlive(m_leader));
    kill(m_leader);
    QTRY_COMPARE_WITH_TIMEOUT(m_exited->size(), 1, 20'000);
    QVERIFY(exit().kind == ExitInfo::Kind::Unknown || exit().signal == SIGKILL); // known from Linux 6.15 on
    QTRY_VERIFY_WITH_TIMEOUT(isEmpty(), 20'000);
}

void TestMainPid::strangersAreRefused()
{
    open();
    const qint64 other =
        m_fixture->launch(*m_client, m_fixture->order(QStringLiteral("other"), QStringLiteral("/bin/sleep"), {"600"}));
    QVERIFY(other > 1);
    QByteArray script = "systemd-notify MAINPID=" + QByteArray::number(other) + "; ";
    for (const qint64 pid : {QCoreApplication::applicationPid(), m_fixture->keeperPid(), qint64(2'147'483'646)})
        script += "systemd-notify MAINPID=" + QByteArray::number(pid) + "; ";
    for (const char *junk : {"", "0", "1", "-1", "99999999999", "7x", " 7"})
        script += "systemd-notify 'MAINPID=" + QByteArray(junk) + "'; ";
    shell(script + "true & wait; systemd-notify MAINPID=$!; exit 4");
    QTRY_COMPARE_WITH_TIMEOUT(m_exited->size(), 1, 30'000);
    QCOMPARE(m_exited->first().at(0).toString(), service);
    QCOMPARE(exit().code, 4);
    QVERIFY(m_changed->isEmpty());
    QCOMPARE(m_refused->size(), 1);
    QCOMPARE(m_refused->first().at(1).toLongLong(), other);
    QVERIFY(isAlive(other));
    m_client->signal(QStringLiteral("other"), SIGKILL, SignalScope::Tree);
    QTRY_COMPARE_WITH_TIMEOUT(m_exited->size(), 2, 20'000);
}

QTEST_GUILESS_MAIN(TestMainPid)
#include "tst_mainpid.moc"
