#include "core/keeper/processtable.h"
#include "core/keeper/signalling.h"
#include "core/keeper/spawn.h"

#include <QTest>

#include <sys/wait.h>

#include <csignal>

namespace foghorn::keeper {

class TestSignalling final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesNumbersThatAreNoProcess_data();
    void refusesNumbersThatAreNoProcess();
    void refusesWhatIsNotOurChild();
    void asksWhenItWasStarted();
    void reachesAChildAndItsGroup();
};

namespace {

pid_t startSleeper()
{
    SpawnRequest request;
    request.argv = {"/bin/sleep", "1000"};
    request.input = request.output = request.errorOutput = 2;
    const auto answer = spawn(request);
    const auto *process = std::get_if<SpawnedProcess>(&answer);
    return process ? process->pid : 0;
}

/// The signal that ended a child, which is waited for.
int endOf(pid_t pid)
{
    int status = 0;
    return ::waitpid(pid, &status, 0) == pid && WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

bool refusesAll(pid_t pid)
{
    // Signal 0 asks only, so that a failure of this test hurts nobody.
    const Descriptor self(openProcess(pid));
    return !isSignallable(pid) && !signalChild(pid, 0) && !signalChildGroup(pid, 0) && !signalProcess(pid, 1, 0)
        && !signalGroup(self, pid, 0) && !signalProcess(self, pid, 0) && !self.isOpen();
}

} // namespace

void TestSignalling::refusesNumbersThatAreNoProcess_data()
{
    QTest::addColumn<int>("pid");
    QTest::newRow("everybody") << -1;
    QTest::newRow("our group") << 0;
    QTest::newRow("the first") << 1;
    QTest::newRow("a group") << -static_cast<int>(::getpgrp());
    QTest::newRow("we") << static_cast<int>(::getpid());
    QTest::newRow("our parent") << static_cast<int>(::getppid());
}

void TestSignalling::refusesNumbersThatAreNoProcess()
{
    QFETCH(int, pid);
    QVERIFY(refusesAll(pid));
}

void TestSignalling::refusesWhatIsNotOurChild()
{
    const pid_t child = startSleeper();
    QVERIFY(signalChild(child, SIGKILL));
    QCOMPARE(endOf(child), SIGKILL);
    // Reaped: the number may be anybody's.
    QVERIFY(!signalChild(child, 0));
    QVERIFY(!signalChildGroup(child, 0));
}

void TestSignalling::asksWhenItWasStarted()
{
    const pid_t child = startSleeper();
    const auto process = readProcess(child);
    QVERIFY(process);
    QVERIFY(!signalProcess(child, process->startTicks + 1, SIGKILL));
    QVERIFY(!signalProcess(child, 0, SIGKILL));
    QVERIFY(!readProcess(child)->isDead());
    QVERIFY(signalProcess(child, process->startTicks, SIGTERM));
    QCOMPARE(endOf(child), SIGTERM);
}

void TestSignalling::reachesAChildAndItsGroup()
{
    const pid_t child = startSleeper();
    QVERIFY(signalChildGroup(child, SIGUSR1));
    QCOMPARE(endOf(child), SIGUSR1);
    const pid_t other = startSleeper();
    QVERIFY(signalGroup(openProcess(other), other, SIGUSR2));
    QCOMPARE(endOf(other), SIGUSR2);
}

} // namespace foghorn::keeper

QTEST_GUILESS_MAIN(foghorn::keeper::TestSignalling)
#include "tst_signalling.moc"
