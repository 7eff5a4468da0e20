#include "core/process/childprogram.h"
#include "core/process/freeport.h"
#include "core/process/statedir.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

namespace foghorn {

class TestChildProgram final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesCodeAndOutput();
    void readsWhatItIsGiven();
    void saysWhyItDidNotStart();
    void keepsTheEndOfAFlood();
    void killsTheTreeInTime();
    void doesNotWaitForWhatWasLeftBehind();
    void leavesNothingWhenDestroyedEarly();
    void letsOneOrchestratorIn();
    void findsPortsThatAreFree();
};

namespace {

ChildOrder shell(const QByteArray &script, std::chrono::milliseconds timeout = std::chrono::seconds(5))
{
    ChildOrder order;
    order.argv = {"/bin/sh", "-c", script};
    order.environment = {"PATH=/usr/bin:/bin"};
    order.timeout = timeout;
    return order;
}

ChildOutcome outcomeOf(const ChildOrder &order)
{
    QObject context;
    const QFuture<ChildOutcome> future = runChildProgram(order, &context);
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 20'000))
        return {};
    return future.result();
}

qsizetype openDescriptors()
{
    return QDir(QStringLiteral("/proc/self/fd"))
        .entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System)
        .size();
}

/// How many living processes have the text in their command line.
int countProcesses(const QByteArray &text)
{
    int count = 0;
    for (const QString &pid : QDir(QStringLiteral("/proc")).entryList({QStringLiteral("[0-9]*")}, QDir::Dirs)) {
        QFile file(QStringLiteral("/proc/%1/cmdline").arg(pid));
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text))
            ++count;
    }
    return count;
}

} // namespace

void TestChildProgram::givesCodeAndOutput()
{
    const ChildOutcome outcome = outcomeOf(shell("echo out; echo err >&2; exit 7"));
    QCOMPARE(outcome.exit.kind, ExitInfo::Kind::Exited);
    QCOMPARE(outcome.exit.code, 7);
    QCOMPARE(outcome.output, QByteArray("out\nerr\n"));
    QVERIFY(!outcome.timedOut);
    QVERIFY(outcome.duration.count() > 0);
}

void TestChildProgram::readsWhatItIsGiven()
{
    ChildOrder order = shell("wc -c");
    QCOMPARE(outcomeOf(order).output.trimmed(), QByteArray("0"));
    order.input = QByteArray(3'000'000, 'x'); // far more than a pipe holds
    QCOMPARE(outcomeOf(order).output.trimmed(), QByteArray("3000000"));
    order.argv = {"/bin/true"}; // need not read it
    QCOMPARE(outcomeOf(order).exit.code, 0);
}

void TestChildProgram::saysWhyItDidNotStart()
{
    ChildOrder order = shell({});
    order.argv = {"no-such-program"};
    const ChildOutcome outcome = outcomeOf(order);
    QCOMPARE(outcome.exit.kind, ExitInfo::Kind::SpawnFailed);
    QCOMPARE(outcome.exit.reason, QStringLiteral("program not found: no-such-program"));
}

void TestChildProgram::keepsTheEndOfAFlood()
{
    const ChildOutcome outcome = outcomeOf(shell("head -c 3000000 /dev/zero | tr '\\0' x; echo the end"));
    QCOMPARE(outcome.exit.code, 0);
    QCOMPARE(outcome.output.size(), 4096);
    QVERIFY(outcome.output.endsWith("xthe end\n"));
}

void TestChildProgram::killsTheTreeInTime()
{
    const QByteArray mark = "31." + QByteArray::number(QCoreApplication::applicationPid());
    const ChildOutcome outcome =
        outcomeOf(shell("trap '' TERM; (setsid sleep " + mark + " &); sleep " + mark + " & sleep " + mark,
            std::chrono::milliseconds(300)));
    QVERIFY(outcome.timedOut);
    QCOMPARE(outcome.exit.kind, ExitInfo::Kind::Signaled);
    QVERIFY(outcome.duration < std::chrono::seconds(3));
    QTRY_COMPARE(countProcesses(mark), 0);
}

void TestChildProgram::doesNotWaitForWhatWasLeftBehind()
{
    const ChildOutcome outcome = outcomeOf(shell("sleep 20 & exit 3"));
    QCOMPARE(outcome.exit.code, 3);
    QVERIFY(outcome.duration < std::chrono::seconds(3));
}

void TestChildProgram::leavesNothingWhenDestroyedEarly()
{
    const qsizetype before = openDescriptors();
    const QByteArray mark = "32." + QByteArray::number(QCoreApplication::applicationPid());
    for (int i = 0; i < 20; ++i) {
        auto context = std::make_unique<QObject>();
        const QFuture<ChildOutcome> future = runChildProgram(shell("sleep " + mark), context.get());
        context.reset();
        QVERIFY(future.isCanceled());
        QVERIFY(future.isFinished());
    }
    QTRY_COMPARE(countProcesses(mark), 0);
    QCOMPARE(openDescriptors(), before);
}

void TestChildProgram::letsOneOrchestratorIn()
{
    QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("a/state"));
    std::optional<Result<StateDir>> first = StateDir::open(path);
    QVERIFY(first->isOk());
    const auto mine = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | mine), mine);
    const auto second = StateDir::open(path);
    QVERIFY(!second.isOk());
    QVERIFY(second.error().text.contains(QString::number(QCoreApplication::applicationPid())));
    first.reset();
    QVERIFY(StateDir::open(path).isOk());
    QVERIFY(QFile::setPermissions(path, mine | QFile::WriteOther));
    QVERIFY(!StateDir::open(path).isOk());
}

void TestChildProgram::findsPortsThatAreFree()
{
    QSet<quint16> taken;
    for (int i = 0; i < 20; ++i) {
        const auto port = findFreePort(taken);
        QVERIFY(port && !taken.contains(*port));
        QVERIFY(isPortFree(*port));
        taken.insert(*port);
    }
}

} // namespace foghorn

QTEST_GUILESS_MAIN(foghorn::TestChildProgram)
#include "tst_childprogram.moc"
