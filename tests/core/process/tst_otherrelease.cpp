#include "core/keeper/door.h"
#include "core/keeper/protocol.h"
#include "core/keeper/spawn.h"
#include "tests/core/process/keeperfixture.h"

#include <sys/wait.h>

namespace foghorn {

/// The keeper that is found is of another release than the orchestrator that finds it.
class TestOtherRelease final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void replacesAKeeperOfAnotherVersion_data();
    void replacesAKeeperOfAnotherVersion();
    void leavesWhatItCouldNotAdopt();
    void doesNotReplaceWhatItStartedItself();

private:
    /// Puts a keeper of that version in the place of the fixture's; false: it did not come up.
    bool replaceKeeper(KeeperFixture &fixture, int version);
    pid_t m_other = 0;
};

void TestOtherRelease::cleanup()
{
    if (m_other == 0)
        return;
    keeper::signalChild(m_other, SIGKILL);
    ::waitpid(m_other, nullptr, 0);
    m_other = 0;
}

bool TestOtherRelease::replaceKeeper(KeeperFixture &fixture, int version)
{
    if (fixture.keeperPid() > 0)
        killKeeper(fixture.keeperPid());
    keeper::SpawnRequest request;
    request.argv = {fixture.program(QStringLiteral("oldkeeper")).toStdString(), fixture.path().toStdString(),
        std::to_string(version)};
    request.input = request.output = request.errorOutput = 2;
    const auto answer = keeper::spawn(request);
    const auto *process = std::get_if<keeper::SpawnedProcess>(&answer);
    m_other = process ? process->pid : 0;
    const auto isIn = [this, &fixture] {
        const keeper::Descriptor socket = keeper::Door::connectIn(fixture.path().toStdString());
        return socket.isOpen() && keeper::Door::peerOf(socket.get()) == m_other;
    };
    return m_other > 1 && QTest::qWaitFor(isIn, 10'000);
}

void TestOtherRelease::replacesAKeeperOfAnotherVersion_data()
{
    QTest::addColumn<int>("version");
    QTest::newRow("older") << 1;
    QTest::newRow("the one before") << int(keeper::protocolVersion) - 1;
    QTest::newRow("newer") << int(keeper::protocolVersion) + 1;
}

void TestOtherRelease::replacesAKeeperOfAnotherVersion()
{
    QFETCH(int, version);
    KeeperFixture fixture;
    auto first = fixture.connectClient();
    QVERIFY(first);
    const auto launch = [&](const char *name) {
        return fixture.launch(
            *first, fixture.order(QString::fromLatin1(name), fixture.program(QStringLiteral("steady"))));
    };
    const qint64 a = launch("a");
    const qint64 b = launch("b");
    QVERIFY(a > 1 && b > 1);
    first.reset();
    QVERIFY(replaceKeeper(fixture, version));

    KeeperClient client(fixture.path(), fixture.keeperProgram());
    QSignalSpy connected(&client, &KeeperClient::connected);
    QSignalSpy failed(&client, &KeeperClient::failed);
    QSignalSpy noticed(&client, &KeeperClient::noticed);
    client.open();
    QTRY_VERIFY(!connected.isEmpty() || !failed.isEmpty());
    QVERIFY2(failed.isEmpty(), qPrintable(failed.value(0).value(0).toString()));
    QVERIFY(client.keeperPid() > 1 && client.keeperPid() != m_other);
    const auto kept = connected.first().first().value<QList<KeptTree>>();
    QCOMPARE(kept.size(), 2);
    QCOMPARE(kept.at(0).pid, a);
    QCOMPARE(kept.at(1).pid, b);
    QVERIFY(kept.at(0).leaderAlive && kept.at(1).leaderAlive);
    QCOMPARE(noticed.size(), 1);
    const QString notice = noticed.first().first().toString();
    QVERIFY2(notice.contains(QStringLiteral("version %1 ").arg(version)), qPrintable(notice));
    QSignalSpy exited(&client, &KeeperClient::exited);
    client.signal(QStringLiteral("a"), SIGKILL, SignalScope::Tree); // and it obeys
    QTRY_COMPARE(exited.size(), 1);
    QVERIFY(isAlive(b));
    client.signal(QStringLiteral("b"), SIGKILL, SignalScope::Tree);
    QSignalSpy ended(&client, &KeeperClient::keeperEnded);
    client.endKeeper();
    QTRY_COMPARE(ended.size(), 1);
}

void TestOtherRelease::leavesWhatItCouldNotAdopt()
{
    KeeperFixture fixture;
    QVERIFY(replaceKeeper(fixture, 99));
    QFile ledger(fixture.path() + QStringLiteral("/keeper.state"));
    QVERIFY(ledger.open(QIODevice::WriteOnly));
    ledger.write("foghorn-keeper 2 " + QByteArray::fromStdString(keeper::bootId()) + "\nspawned a in another way\n");
    ledger.close();
    KeeperClient client(fixture.path(), fixture.keeperProgram());
    QSignalSpy failed(&client, &KeeperClient::failed);
    client.open();
    QTRY_COMPARE(failed.size(), 1);
    const QString reason = failed.first().first().toString();
    QVERIFY2(reason.contains(QStringLiteral("speaks version 99 ")), qPrintable(reason));
    QVERIFY2(reason.contains(QStringLiteral("keeper.state")), qPrintable(reason));
    QVERIFY(isAlive(m_other));
}

void TestOtherRelease::doesNotReplaceWhatItStartedItself()
{
    // the program on the disk is of another release: an upgrade while the orchestrator ran
    KeeperFixture fixture;
    QFile script(fixture.path() + QStringLiteral("/keeper"));
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write("#!/bin/sh\nexec " + QFile::encodeName(fixture.program(QStringLiteral("oldkeeper"))) + " \"$2\" 99\n");
    script.close();
    QVERIFY(script.setPermissions(QFileDevice::ReadOwner | QFileDevice::ExeOwner));
    KeeperClient client(fixture.path(), script.fileName());
    QSignalSpy failed(&client, &KeeperClient::failed);
    client.open();
    QTRY_COMPARE(failed.size(), 1);
    const QString reason = failed.first().first().toString();
    QVERIFY2(reason.contains(script.fileName() + QStringLiteral(" is of another release")), qPrintable(reason));
    const keeper::Descriptor socket = keeper::Door::connectIn(fixture.path().toStdString());
    const pid_t pid = socket.isOpen() ? keeper::Door::peerOf(socket.get()) : 0;
    QVERIFY(keeper::signalProcess(keeper::openProcess(pid), pid, SIGKILL));
}

} // namespace foghorn

QTEST_GUILESS_MAIN(foghorn::TestOtherRelease)
#include "tst_otherrelease.moc"
