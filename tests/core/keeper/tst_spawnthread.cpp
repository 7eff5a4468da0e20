#include "core/keeper/spawnthread.h"

#include <QTest>

#include <sys/wait.h>
#include <unistd.h>

namespace foghorn::keeper {

/// One program after the other from a thread of its own, and what comes of them.
class TestSpawnThread final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsUnused() { const SpawnThread thread; }
    void startsOneAfterTheOther();
    void tellsWhatFailed();

private:
    static SpawnRequest request(const std::string &program)
    {
        SpawnRequest request;
        request.argv = {program};
        request.input = request.output = request.errorOutput = 2;
        return request;
    }
};

void TestSpawnThread::startsOneAfterTheOther()
{
    SpawnThread thread;
    for (int round = 0; round < 50; ++round) {
        const SpawnRequest wanted = request(round % 2 == 0 ? "/bin/true" : "/bin/false");
        thread.start(wanted);
        const SpawnThread::Answer answer = thread.wait();
        const auto *process = std::get_if<SpawnedProcess>(&answer);
        QVERIFY(process);
        int status = -1;
        // Whose thread it was does not matter: it is this process's child.
        QCOMPARE(::waitpid(process->pid, &status, 0), process->pid);
        QVERIFY(WIFEXITED(status));
        QCOMPARE(WEXITSTATUS(status), round % 2);
    }
}

void TestSpawnThread::tellsWhatFailed()
{
    SpawnThread thread;
    const SpawnRequest wanted = request("/nowhere/at/all");
    thread.start(wanted);
    const SpawnThread::Answer answer = thread.wait();
    const auto *failure = std::get_if<SpawnFailure>(&answer);
    QVERIFY(failure);
    QCOMPARE(failure->step, SpawnStep::Program);
    QCOMPARE(failure->error, ENOENT);
}

} // namespace foghorn::keeper

QTEST_GUILESS_MAIN(foghorn::keeper::TestSpawnThread)
#include "tst_spawnthread.moc"
