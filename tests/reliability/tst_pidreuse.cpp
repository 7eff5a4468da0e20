#include "tests/integration/fleetfixture.h"
#include "tests/support/figures.h"
#include "tests/support/processcount.h"

#include <sys/wait.h>
#include <unistd.h>

#include <vector>

using namespace foghorn;

namespace {

const char *const insideMark = "FOGHORN_OWN_PIDS";

/// A process that has done nothing, with the number that another one had; 0: the system gave another number.
pid_t bystanderWith(qint64 pid)
{
    for (int attempt = 0; attempt < 100; ++attempt) { // somebody may be quicker
        QFile last(QStringLiteral("/proc/sys/kernel/ns_last_pid"));
        if (!last.open(QIODevice::WriteOnly | QIODevice::Unbuffered) || last.write(QByteArray::number(pid - 1)) < 0)
            return 0;
        const pid_t child = ::fork();
        if (child == 0) {
            ::setsid(); // leads a group with that number too
            ::pause();
            ::_exit(0);
        }
        if (child == pid)
            return child;
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
    }
    return 0;
}

} // namespace

/// T25: the numbers of services' processes are given to others as soon as they are free. No signal that was meant for a
/// service reaches them, and none of them is taken for a service. In a pid namespace of the test's own, where the next
/// number can be chosen.
class TestPidReuse final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (qgetenv(insideMark) != "yes")
            QSKIP("unshare(1) cannot make a pid namespace here");
    }
    void theNumberOfOneThatEndedWhileNobodyWatched_data()
    {
        QTest::addColumn<bool>("withKeeper");
        QTest::newRow("a new keeper adopts") << false;
        QTest::newRow("the keeper stays") << true;
    }
    void theNumberOfOneThatEndedWhileNobodyWatched();
};

void TestPidReuse::theNumberOfOneThatEndedWhileNobodyWatched()
{
    QFETCH(bool, withKeeper);
    const int rounds = figure(3, 10);
    int reused = 0;
    for (int round = 0; round < rounds; ++round) {
        FleetFixture fleet("  a: {command: [sleep, '1000'], restart: {policy: never}}\n"
                           "  b: {command: [sleep, '1000']}\n");
        QVERIFY(fleet.beginAndSettle());
        const qint64 pid = fleet.pidOf("a");
        const qint64 other = fleet.pidOf("b");
        fleet.daemon().kill();
        if (!withKeeper) {
            const qint64 keeper = keeperOf(fleet.state());
            QVERIFY(sendSignal(keeper, SIGKILL));
            QTRY_COMPARE(keeperOf(fleet.state()), 0);
        }
        QVERIFY(sendSignal(pid, SIGKILL));
        const auto isGone = [pid] {
            ::waitpid(static_cast<pid_t>(pid), nullptr, WNOHANG); // ours to reap, once its parents are gone
            return test::processLine(pid).pid == 0;
        };
        QTRY_VERIFY(isGone());
        const pid_t bystander = bystanderWith(pid);
        if (bystander == 0)
            QSKIP("the next pid cannot be chosen here");
        QCOMPARE(qint64(bystander), pid);
        ++reused;
        QVERIFY2(fleet.beginAndSettle(), fleet.daemon().errors());
        QVERIFY(fleet.pidOf("a") != pid); // nobody takes it for the service
        QCOMPARE(fleet.pidOf("b"), other);
        QCOMPARE(fleet.post("stop/a").status, 200);
        QCOMPARE(fleet.post("start/a").status, 200);
        QCOMPARE(fleet.post("stop").status, 200);
        QCOMPARE(fleet.daemon().stop(), 0);
        QCOMPARE(::waitpid(bystander, nullptr, WNOHANG), 0); // lives: nothing was sent to it
        QVERIFY(test::processLine(bystander).state != 'T');
        ::kill(bystander, SIGKILL);
        ::waitpid(bystander, nullptr, 0);
    }
    reportFigure("T25",
        QStringLiteral("%1: %2 numbers of services given to bystanders, no signal reached one")
            .arg(QLatin1String(QTest::currentDataTag()))
            .arg(reused));
}

/// Once more in namespaces of its own, where it is the first process; as it is where that is not allowed.
int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet(insideMark)) {
        const QByteArray again = "own='unshare --pid --fork --kill-child --mount-proc'\n"
                                 "if $own true 2>/dev/null; then exec $own env FOGHORN_OWN_PIDS=yes \"$@\"; fi\n"
                                 "exec env FOGHORN_OWN_PIDS=no \"$@\"";
        std::vector<QByteArray> words{"sh", "-c", again, "sh"};
        words.insert(words.end(), argv, argv + argc);
        std::vector<char *> arguments;
        for (QByteArray &word : words)
            arguments.push_back(word.data());
        arguments.push_back(nullptr);
        ::execvp("sh", arguments.data());
    }
    const QCoreApplication app(argc, argv);
    TestPidReuse test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_pidreuse.moc"
