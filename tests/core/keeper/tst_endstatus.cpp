#include "core/keeper/endstatus.h"

#include "core/keeper/processtable.h"

#include <QTest>

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

namespace foghorn::keeper {

/// How a process ended that is somebody else's to reap.
class TestEndStatus final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isReadBeforeItIsReaped_data();
    void isReadBeforeItIsReaped();
};

void TestEndStatus::isReadBeforeItIsReaped_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("signal");
    QTest::newRow("0") << 0 << 0;
    QTest::newRow("7") << 7 << 0;
    QTest::newRow("255") << 255 << 0;
    QTest::newRow("KILL") << 0 << SIGKILL;
}

void TestEndStatus::isReadBeforeItIsReaped()
{
    QFETCH(int, code);
    QFETCH(int, signal);
    const pid_t child = ::fork();
    if (child == 0) {
        if (signal != 0)
            ::kill(::getpid(), signal);
        ::_exit(code);
    }
    const auto ticks = [child] {
        const auto process = readProcess(child);
        return process ? process->startTicks : 0;
    };
    const std::uint64_t startTicks = ticks();
    siginfo_t info = {};
    QCOMPARE(::waitid(P_PID, static_cast<id_t>(child), &info, WEXITED | WNOWAIT), 0); // it is a zombie now
    const auto status = statusOfZombie(child, startTicks);
    const auto ofAnother = statusOfZombie(child, startTicks + 1); // which had its number
    ::waitpid(child, nullptr, 0);
    QVERIFY(status);
    if (signal != 0)
        QVERIFY(WIFSIGNALED(*status) && WTERMSIG(*status) == signal);
    else
        QVERIFY(WIFEXITED(*status) && WEXITSTATUS(*status) == code);
    QVERIFY(!ofAnother);
    QVERIFY(!statusOfZombie(child, startTicks));
}

} // namespace foghorn::keeper

QTEST_GUILESS_MAIN(foghorn::keeper::TestEndStatus)
#include "tst_endstatus.moc"
