#include "core/keeper/signalling.h"
#include "core/keeper/trees.h"

#include <QTemporaryDir>
#include <QTest>

#include <sys/wait.h>

#include <csignal>

namespace foghorn::keeper {

/// Whose process it is that speaks over NOTIFY_SOCKET.
class TestTreeSenders final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void believesThePidfdBeforeTheNumber_data();
    void believesThePidfdBeforeTheNumber();
};

namespace {

pid_t forkSleeper()
{
    const pid_t pid = ::fork();
    if (pid == 0) {
        ::execl("/bin/sleep", "sleep", "600", nullptr);
        ::_exit(127);
    }
    return pid;
}

} // namespace

void TestTreeSenders::believesThePidfdBeforeTheNumber_data()
{
    QTest::addColumn<QByteArray>("noGroups");
    QTest::newRow("cgroup") << QByteArray("0");
    QTest::newRow("scan") << QByteArray("1");
}

void TestTreeSenders::believesThePidfdBeforeTheNumber()
{
    QFETCH(QByteArray, noGroups);
    qputenv("FOGHORN_NO_CGROUP", noGroups);
    QTemporaryDir directory;
    std::vector<Report> reports;
    Trees trees(directory.path().toStdString(), [&reports](const Report &report) { reports.push_back(report); });
    SpawnOrder order;
    order.service = "web";
    order.argv = {"/bin/sh", "-c", "sleep 600 & wait"};
    order.workingDirectory = "/";
    order.logFile = directory.filePath(QStringLiteral("log")).toStdString();
    trees.take(order);
    trees.finishLaunches();
    QVERIFY(!reports.empty() && std::holds_alternative<SpawnedReport>(reports.front()));
    const auto leader = static_cast<pid_t>(std::get<SpawnedReport>(reports.front()).pid);
    QVERIFY(leader > 1);
    const Descriptor leaderProcess = openProcess(leader);
    QVERIFY(leaderProcess.isOpen() && keepsItsNumber(leaderProcess));

    const std::string *owner = trees.ownerOf(leader, leaderProcess);
    QVERIFY(owner && *owner == "web");
    owner = trees.ownerOf(leader, {}); // kernels that tell no pidfd
    QVERIFY(owner && *owner == "web");

    // a stranger that has gone, and whose number is now the leader's
    const pid_t stranger = forkSleeper();
    QVERIFY(stranger > 1);
    const Descriptor strangerProcess = openProcess(stranger);
    QVERIFY(!trees.ownerOf(stranger, strangerProcess));
    QVERIFY(signalChild(stranger, SIGKILL));
    siginfo_t info = {};
    QCOMPARE(::waitid(P_PID, static_cast<id_t>(stranger), &info, WEXITED | WNOWAIT), 0);
    QVERIFY(keepsItsNumber(strangerProcess)); // a zombie does
    QCOMPARE(::waitpid(stranger, nullptr, 0), stranger);
    QVERIFY(!keepsItsNumber(strangerProcess));
    QVERIFY(!trees.ownerOf(leader, strangerProcess));
    QVERIFY(!trees.ownerOf(stranger, strangerProcess));

    trees.take(SignalOrder{"web", SIGKILL, SignalTarget::Tree});
    const auto hasEnded = [&] {
        trees.reap();
        trees.onGroupEvents();
        trees.settle();
        return !trees.hasLiving();
    };
    QTRY_VERIFY(hasEnded());
}

} // namespace foghorn::keeper

QTEST_GUILESS_MAIN(foghorn::keeper::TestTreeSenders)
#include "tst_treesenders.moc"
