#include "core/health/execprobe.h"
#include "core/health/healthmonitor.h"
#include "core/process/processalive.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace foghorn;

class TestExecProbe : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysHowItEnded_data();
    void saysHowItEnded();
    void runsWhereItIsTold();
    void hidesItsSecrets();
    void overdueIsKilledWithItsTree();
    void cancelledIsKilledAndSilent();

private:
    static ProbeSpec shell(const QString &script)
    {
        ProbeSpec spec;
        spec.kind = ProbeSpec::Kind::Exec;
        spec.command = {QStringLiteral("/bin/sh"), QStringLiteral("-c"), script};
        return spec;
    }
    static ProbeAnswer ask(
        const ProbeSpec &spec, const ProbeSurroundings &surroundings = {{"PATH=/usr/bin:/bin"}, QStringLiteral("/")})
    {
        ExecProbe probe(spec, surroundings);
        QSignalSpy spy(&probe, &Probe::answered);
        probe.start(5s);
        if (!spy.isEmpty() || !spy.wait(4000) || spy.size() != 1)
            return {.message = QStringLiteral("(answers: %1)").arg(spy.size())};
        return spy.first().first().value<ProbeAnswer>();
    }
    /// The pids that the script wrote into the file, once there are two.
    static QList<qint64> pidsIn(const QString &path)
    {
        QFile file(path);
        QList<qint64> pids;
        if (!file.open(QIODevice::ReadOnly))
            return pids;
        const QList<QByteArray> words = file.readAll().simplified().split(' ');
        for (const QByteArray &word : words)
            pids.append(word.toLongLong());
        return pids;
    }
};

void TestExecProbe::saysHowItEnded_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<bool>("passed");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const char *script, bool passed, const char *message) {
        QTest::newRow(name) << QString::fromUtf8(script) << passed << QString::fromUtf8(message);
    };
    row("quiet", "true", true, "exit 0");
    row("last line", "echo one; echo two; echo", true, "two");
    row("standard error", "echo oh no >&2; exit 3", false, "exit 3: oh no");
    row("quiet failure", "exit 4", false, "exit 4");
    row("signal", "kill -9 $$", false, "killed by SIGKILL");
    row("escapes", "printf '\\033[2Jx'", true, "\\x1b[2Jx");
    row("not found", "exec /nonexistent/program 2>/dev/null", false, "exit 127");
}

void TestExecProbe::saysHowItEnded()
{
    QFETCH(QString, script);
    const ProbeAnswer answer = ask(shell(script));
    QTEST(answer.passed, "passed");
    QTEST(answer.message, "message");
    QCOMPARE(answer.details.first(), qMakePair(QStringLiteral("probe"), QStringLiteral("exec")));
    QCOMPARE(answer.details.at(1).first, QStringLiteral("command"));

    ProbeSpec missing;
    missing.kind = ProbeSpec::Kind::Exec;
    missing.command = {QStringLiteral("no-such-program")};
    const ProbeAnswer failed = ask(missing);
    QVERIFY(!failed.passed);
    QVERIFY2(failed.message.contains(QStringLiteral("no-such-program")), qPrintable(failed.message));
}

void TestExecProbe::runsWhereItIsTold()
{
    QTemporaryDir dir;
    const ProbeAnswer answer =
        ask(shell(QStringLiteral("echo $WORD in $(pwd)")), {{"PATH=/usr/bin:/bin", "WORD=here"}, dir.path()});
    QCOMPARE(answer.message, QStringLiteral("here in ") + dir.path());
}

void TestExecProbe::hidesItsSecrets()
{
    const ProbeAnswer answer = ask(shell(QStringLiteral("echo $DB_PASSWORD # -phunter2hunter2")),
        {{"PATH=/usr/bin:/bin", "DB_PASSWORD=hunter2hunter2"}, QStringLiteral("/")});
    QCOMPARE(answer.message, QStringLiteral("••••"));
    QVERIFY2(!answer.details.at(1).second.contains(QStringLiteral("hunter2")), qPrintable(answer.details.at(1).second));
    QVERIFY(answer.details.at(1).second.contains(QStringLiteral("/bin/sh -c echo $DB_PASSWORD # -p••••")));
}

void TestExecProbe::overdueIsKilledWithItsTree()
{
    QTemporaryDir dir;
    const QString file = dir.filePath(QStringLiteral("pids"));
    HealthMonitor monitor;
    QSignalSpy checked(&monitor, &HealthMonitor::checked);
    HealthPolicy policy;
    policy.timeout = 700ms;
    monitor.configure(QStringLiteral("a"), shell(QStringLiteral("sleep 1000 & echo $$ $! > pids; sleep 1000")), policy,
        {"PATH=/usr/bin:/bin"}, dir.path());
    monitor.serviceStarted(QStringLiteral("a"), 1);
    QTRY_COMPARE(checked.size(), 1);
    const QList<qint64> pids = pidsIn(file);
    monitor.serviceStopped(QStringLiteral("a"));
    const auto result = checked.first().first().value<CheckResult>();
    QVERIFY(result.timedOut);
    QCOMPARE(result.message, QStringLiteral("did not end in 700 ms"));
    QVERIFY2(result.responseTime < 800ms, qPrintable(QString::number(result.responseTime.count())));
    QCOMPARE(pids.size(), 2);
    for (const qint64 pid : pids)
        QTRY_VERIFY(!isProcessAlive(pid));
}

void TestExecProbe::cancelledIsKilledAndSilent()
{
    QTemporaryDir dir;
    const QString file = dir.filePath(QStringLiteral("pids"));
    ExecProbe probe(
        shell(QStringLiteral("sleep 1000 & echo $$ $! > pids; sleep 1000")), {{"PATH=/usr/bin:/bin"}, dir.path()});
    QSignalSpy spy(&probe, &Probe::answered);
    probe.start(60s);
    QTRY_COMPARE(pidsIn(file).size(), 2);
    const QList<qint64> pids = pidsIn(file);
    for (const qint64 pid : pids)
        QVERIFY(isProcessAlive(pid));
    probe.cancel();
    for (const qint64 pid : pids)
        QTRY_VERIFY(!isProcessAlive(pid));
    QVERIFY(!spy.wait(50));
    probe.start(60s); // it can be asked anew
    probe.cancel();
}

QTEST_GUILESS_MAIN(TestExecProbe)
#include "tst_execprobe.moc"
