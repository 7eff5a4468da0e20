#include "tests/core/process/keeperfixture.h"

#include <unistd.h>

namespace foghorn {

/// What a service is born with, and why it is not born.
class TestSpawn final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhyAProgramDoesNotStart_data();
    void saysWhyAProgramDoesNotStart();
    void startsCleanly();
    void givesUpItsUser();
    void refusesADoubleWhileTheLockIsHeld();
};

namespace {

void makeFile(const QString &path, const QByteArray &text, QFileDevice::Permissions permissions)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
    file.setPermissions(permissions);
}

} // namespace

void TestSpawn::saysWhyAProgramDoesNotStart_data()
{
    QTest::addColumn<QByteArray>("program");
    QTest::addColumn<QByteArray>("directory");
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<QString>("reason");
    const QByteArray root = "/";
    QTest::newRow("not in PATH") << QByteArray("no-such-program") << root << QByteArray()
                                 << QStringLiteral("program not found: no-such-program");
    QTest::newRow("no such path") << QByteArray("/no/such") << root << QByteArray()
                                  << QStringLiteral("program not found: /no/such");
    QTest::newRow("not executable") << QByteArray("%/plain") << root << QByteArray()
                                    << QStringLiteral("permission denied: %/plain");
    QTest::newRow("a directory") << QByteArray("%") << root << QByteArray() << QStringLiteral("permission denied: %");
    QTest::newRow("no interpreter") << QByteArray("%/script") << root << QByteArray()
                                    << QStringLiteral("bad interpreter: %/script");
    QTest::newRow("no program at all") << QByteArray("%/text") << root << QByteArray()
                                       << QStringLiteral("not an executable program: %/text");
    QTest::newRow("no working_dir") << QByteArray("true") << QByteArray("/no/dir") << QByteArray()
                                    << QStringLiteral("working_dir missing: /no/dir");
    QTest::newRow("no user") << QByteArray("true") << root << QByteArray("no-such-user")
                             << QStringLiteral("unknown user: no-such-user");
}

void TestSpawn::saysWhyAProgramDoesNotStart()
{
    QFETCH(QByteArray, program);
    QFETCH(QByteArray, directory);
    QFETCH(QByteArray, user);
    QFETCH(QString, reason);
    KeeperFixture fixture;
    const auto runnable = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    makeFile(fixture.path() + QStringLiteral("/plain"), "x", QFile::ReadOwner);
    makeFile(fixture.path() + QStringLiteral("/script"), "#!/no/interpreter\n", runnable);
    makeFile(fixture.path() + QStringLiteral("/text"), "neither this nor that\n", runnable);
    const auto client = fixture.connectClient();
    QVERIFY(client);
    QSignalSpy refused(client.get(), &KeeperClient::launchFailed);
    LaunchOrder order = fixture.order(QStringLiteral("a"), QString());
    order.argv = {program.replace("%", fixture.path().toUtf8())};
    order.workingDirectory = directory;
    order.user = user;
    client->launch(order);
    QTRY_COMPARE(refused.size(), 1);
    const auto why = refused.first().at(1).value<ExitInfo>();
    QCOMPARE(why.kind, ExitInfo::Kind::SpawnFailed);
    QCOMPARE(why.reason, reason.replace(u'%', fixture.path()));
    QVERIFY(refused.first().at(2).toBool());
    // Nothing of the attempt is left in the way of the next one.
    QVERIFY(fixture.launch(*client, fixture.order(QStringLiteral("a"), fixture.program(QStringLiteral("steady")))) > 1);
}

void TestSpawn::startsCleanly()
{
    const int leaked = ::dup(0); // without close-on-exec, as a careless library might leave it
    sigset_t blocked;
    sigemptyset(&blocked);
    sigaddset(&blocked, SIGUSR1);
    ::pthread_sigmask(SIG_BLOCK, &blocked, nullptr);
    std::signal(SIGHUP, SIG_IGN);
    KeeperFixture fixture;
    const auto client = fixture.connectClient();
    QVERIFY(client);
    QSignalSpy exited(client.get(), &KeeperClient::exited);
    LaunchOrder order = fixture.order(QStringLiteral("looker"), fixture.program(QStringLiteral("looker")));
    order.workingDirectory = "/usr";
    order.limits.nofile = 777;
    order.limits.core = 0;
    const qint64 pid = fixture.launch(*client, order);
    QTRY_COMPARE(exited.size(), 1);
    ::close(leaked);
    ::pthread_sigmask(SIG_UNBLOCK, &blocked, nullptr);
    const QList<QByteArray> lines = fixture.log(QStringLiteral("looker")).split('\n');
    // 100 is the lock against doubles.
    QVERIFY2(lines.contains("descriptors=0,1,2,100"), lines.value(0).constData());
    QVERIFY(lines.contains("SigBlk=0000000000000000"));
    QVERIFY(lines.contains("SigIgn=0000000000000000"));
    const QByteArray number = QByteArray::number(pid);
    QVERIFY(lines.contains("session=" + number));
    QVERIFY(lines.contains("group=" + number));
    QVERIFY(lines.contains("directory=/usr"));
    QVERIFY(lines.contains("nofile=777"));
    QVERIFY(lines.contains("core=0"));
    QVERIFY(lines.contains("oom=0"));
    QVERIFY(lines.contains("env LANG=C"));
    QVERIFY(lines.contains("env FOGHORN_SERVICE=looker"));
}

void TestSpawn::givesUpItsUser()
{
    if (::geteuid() != 0)
        QSKIP("only root can become somebody else");
    KeeperFixture fixture;
    const auto client = fixture.connectClient();
    QVERIFY(client);
    QSignalSpy exited(client.get(), &KeeperClient::exited);
    LaunchOrder order = fixture.order(QStringLiteral("id"), QStringLiteral("/usr/bin/id"));
    order.user = "nobody";
    QVERIFY(fixture.launch(*client, order) > 1);
    QTRY_COMPARE(exited.size(), 1);
    const QByteArray text = fixture.log(QStringLiteral("id"));
    QVERIFY2(text.contains("(nobody)") && !text.contains("(root)"), text.constData());
}

void TestSpawn::refusesADoubleWhileTheLockIsHeld()
{
    KeeperFixture fixture;
    const auto client = fixture.connectClient();
    QVERIFY(client);
    const LaunchOrder order = fixture.order(QStringLiteral("a"), fixture.program(QStringLiteral("steady")));
    const qint64 pid = fixture.launch(*client, order);
    QSignalSpy refused(client.get(), &KeeperClient::launchFailed);
    client->launch(order);
    QTRY_COMPARE(refused.size(), 1);
    QVERIFY(refused.first().at(1).value<ExitInfo>().reason.contains(QString::number(pid)));
    QVERIFY(!refused.first().at(2).toBool());
    // A keeper that has lost its memory still does not double it: the lock speaks for the service.
    QSignalSpy connected(client.get(), &KeeperClient::connected);
    QVERIFY(QFile::resize(fixture.path() + QStringLiteral("/keeper.state"), 0));
    killKeeper(client->keeperPid());
    QTRY_COMPARE(connected.size(), 1);
    QVERIFY(connected.first().first().value<QList<KeptTree>>().isEmpty());
    client->launch(order);
    QTRY_COMPARE(refused.size(), 2);
    QVERIFY(refused.last().at(1).value<ExitInfo>().reason.contains(QString::number(pid)));
    QVERIFY(isAlive(pid));
}

} // namespace foghorn

QTEST_GUILESS_MAIN(foghorn::TestSpawn)
#include "tst_spawn.moc"
