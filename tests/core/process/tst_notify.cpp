#include "tests/core/process/keeperfixture.h"

#include <QStandardPaths>
#include <QSysInfo>
#include <QVersionNumber>

#include <sys/socket.h>
#include <sys/un.h>

using namespace foghorn;

namespace {

/// Says it from this process, which is nobody's service.
bool sayAsStranger(const QString &to, const QByteArray &text)
{
    const QByteArray path = to.toLocal8Bit();
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, path.constData(), static_cast<std::size_t>(path.size()));
    if (path.startsWith('@'))
        address.sun_path[0] = '\0';
    const keeper::Descriptor socket(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0));
    const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + static_cast<std::size_t>(path.size()));
    return ::sendto(socket.get(), text.constData(), static_cast<std::size_t>(text.size()), 0,
               reinterpret_cast<const sockaddr *>(&address), size)
        == text.size();
}

constexpr char pythonBegin[] = "import array,os,socket,sys,time\n"
                               "a = os.environ['NOTIFY_SOCKET']\n"
                               "a = chr(0) + a[1:] if a[0] == '@' else a\n"
                               "s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)\n"
                               "s.connect(a)\n";

} // namespace

/// What services say over NOTIFY_SOCKET reaches the orchestrator through the real keeper, and nobody else is heard.
class TestNotify final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<KeeperFixture>();
        m_client = m_fixture->connectClient();
        QVERIFY(m_client);
        m_heard = std::make_unique<QSignalSpy>(m_client.get(), &KeeperClient::notified);
    }
    void cleanup()
    {
        m_heard.reset();
        for (const ServiceId &service : std::as_const(m_launched))
            m_client->signal(service, SIGKILL, SignalScope::Tree); // also what its leader began
        m_launched.clear();
        m_client.reset();
        m_fixture.reset();
    }

    void hearsALeader_data();
    void hearsALeader();
    void hearsDescendants();
    void hearsShortLivedChildren();
    void hearsSystemdNotify_data();
    void hearsSystemdNotify();
    void hearsAnotherUser();
    void dropsStrangers();
    void nobodySpeaksForAnother();
    void toleratesHostileDatagrams();
    void closesBarriersAndStoresNothing();
    void keepsWhatIsSaidWhileNobodyIsThere();
    void tellsTheNextOneThatARunIsReady();
    void aNewKeeperHasTheSameAddresses();

private:
    LaunchOrder order(const char *service, const QString &program, const QList<QByteArray> &arguments)
    {
        m_launched.append(QLatin1String(service));
        LaunchOrder made = m_fixture->order(QLatin1String(service), program, arguments);
        made.environment.append("NOTIFY_SOCKET=" + m_client->notifyAddress().toLocal8Bit());
        made.environment.append("NOTIFIER=" + KeeperFixture::program(QStringLiteral("notifier")).toLocal8Bit());
        return made;
    }
    qint64 shell(const char *service, const QByteArray &script)
    {
        return m_fixture->launch(*m_client, order(service, QStringLiteral("/bin/sh"), {"-c", script}));
    }
    qint64 python(const char *service, const QByteArray &script)
    {
        return m_fixture->launch(
            *m_client, order(service, QStringLiteral("/usr/bin/python3"), {"-c", pythonBegin + script}));
    }
    QStringList statusesOf(const char *service) const
    {
        QStringList texts;
        for (const QList<QVariant> &one : std::as_const(*m_heard)) {
            if (one.at(0).toString() == QLatin1String(service))
                texts << one.at(2).value<NotifyMessage>().status.value_or(QString());
        }
        return texts;
    }

    std::unique_ptr<KeeperFixture> m_fixture;
    std::unique_ptr<KeeperClient> m_client;
    std::unique_ptr<QSignalSpy> m_heard;
    QList<ServiceId> m_launched;
};

void TestNotify::hearsALeader_data()
{
    QTest::addColumn<bool>("byFile");
    QTest::newRow("by the file") << true;
    QTest::newRow("by the abstract name") << false;
}

void TestNotify::hearsALeader()
{
    QFETCH(bool, byFile);
    QVERIFY(m_client->notifyAddress().startsWith(u'/'));
    QVERIFY(m_client->notifyAddressOfOthers().startsWith(u'@'));
    LaunchOrder one = m_fixture->order(
        QStringLiteral("web"), KeeperFixture::program(QStringLiteral("notifier")), {"READY=1\nSTATUS=serving"});
    one.environment.append(
        "NOTIFY_SOCKET=" + (byFile ? m_client->notifyAddress() : m_client->notifyAddressOfOthers()).toLocal8Bit());
    const qint64 pid = m_fixture->launch(*m_client, one);
    QTRY_COMPARE_WITH_TIMEOUT(m_heard->size(), 1, 20'000);
    QCOMPARE(m_heard->first().at(0).toString(), QStringLiteral("web"));
    QCOMPARE(m_heard->first().at(1).toLongLong(), pid);
    const auto message = m_heard->first().at(2).value<NotifyMessage>();
    QVERIFY(message.ready);
    QCOMPARE(*message.status, QStringLiteral("serving"));
}

void TestNotify::hearsDescendants()
{
    const qint64 pid = shell("deep", "sh -c 'sh -c \"$NOTIFIER STATUS=deep; true\"; true'; true");
    QTRY_COMPARE_WITH_TIMEOUT(statusesOf("deep"), QStringList{QStringLiteral("deep")}, 20'000);
    QVERIFY(m_heard->first().at(1).toLongLong() != pid);
}

void TestNotify::hearsShortLivedChildren()
{
    // each has ended, and its parent has seen it end, a moment after it spoke
    const qint64 pid = shell("hasty",
        "for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do $NOTIFIER STATUS=$i once; done; "
        "$NOTIFIER STATUS=last");
    QTRY_VERIFY_WITH_TIMEOUT(statusesOf("hasty").contains(QStringLiteral("last")), 30'000);
    QFile group(QStringLiteral("/proc/%1/cgroup").arg(pid));
    const bool isGrouped = group.open(QIODevice::ReadOnly) && group.readAll().contains("/foghorn-");
    const QVersionNumber kernel = QVersionNumber::fromString(QSysInfo::kernelVersion());
    if (statusesOf("hasty").size() < 21 && (!isGrouped || kernel < QVersionNumber(6, 16)))
        QSKIP("without control groups and a new kernel a process that has ended cannot be placed");
    QCOMPARE(statusesOf("hasty").size(), 21);
}

void TestNotify::hearsSystemdNotify_data()
{
    QTest::addColumn<QByteArray>("command");
    QTest::newRow("waits") << QByteArray("systemd-notify --ready --status=up");
    QTest::newRow("in the background") << QByteArray("systemd-notify --no-block --ready --status=up");
    QTest::newRow("in a subshell") << QByteArray("(systemd-notify --ready --status=up)");
}

void TestNotify::hearsSystemdNotify()
{
    QFETCH(QByteArray, command);
    QVERIFY2(!QStandardPaths::findExecutable(QStringLiteral("systemd-notify")).isEmpty(),
        "systemd-notify is missing; ./dev test installs it");
    QElapsedTimer timer;
    timer.start();
    shell("script", command + " && echo heard; exec sleep 60");
    QTRY_COMPARE_WITH_TIMEOUT(statusesOf("script"), QStringList{QStringLiteral("up")}, 20'000);
    QVERIFY(m_heard->first().at(2).value<NotifyMessage>().ready);
    // it waits five seconds for the end of its barrier, and then says that it failed
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->log(QStringLiteral("script")), QByteArray("heard\n"), 20'000);
}

void TestNotify::hearsAnotherUser()
{
    if (::getuid() != 0)
        QSKIP("only root can become another user");
    LaunchOrder one = order("other", QStringLiteral("/usr/bin/python3"),
        {"-c", QByteArray(pythonBegin) + "s.send(b'READY=1'); time.sleep(60)"});
    one.user = "nobody";
    one.environment[one.environment.size() - 2] = "NOTIFY_SOCKET=" + m_client->notifyAddressOfOthers().toLocal8Bit();
    m_fixture->launch(*m_client, one);
    QTRY_COMPARE_WITH_TIMEOUT(m_heard->size(), 1, 20'000);
    QCOMPARE(QFile::permissions(m_client->notifyAddress()) & QFile::WriteOther, QFile::Permissions());
}

void TestNotify::dropsStrangers()
{
    QVERIFY(sayAsStranger(m_client->notifyAddress(), "READY=1\nSTATUS=lies"));
    QVERIFY(sayAsStranger(m_client->notifyAddressOfOthers(), "READY=1\nSTATUS=lies"));
    shell("web", "$NOTIFIER STATUS=true");
    QTRY_COMPARE_WITH_TIMEOUT(m_heard->size(), 1, 20'000);
    QCOMPARE(statusesOf("web"), QStringList{QStringLiteral("true")});
}

void TestNotify::nobodySpeaksForAnother()
{
    const qint64 victim = shell("victim", "exec sleep 60");
    // no name, group or environment makes it another's
    python("villain",
        "os.environ['FOGHORN_SERVICE'] = 'victim'\n"
        "s.send(b'MAINPID="
            + QByteArray::number(victim)
            + "\\nREADY=1\\nSTATUS=x\\nFOGHORN_SERVICE=victim')\n"
              "time.sleep(60)");
    QTRY_COMPARE_WITH_TIMEOUT(m_heard->size(), 1, 20'000);
    QCOMPARE(m_heard->first().at(0).toString(), QStringLiteral("villain"));
}

void TestNotify::toleratesHostileDatagrams()
{
    python("hostile",
        "for text in [b'', b'READY=1\\0STOPPING=1', b'\\n' * 5000, b'STATUS=' + b'x' * 4090,\n"
        "             b'=' * 100000, b'\\xff\\xfe\\0', b'\\0', b'READY=1\\n' * 512 + b'x', b'FOO=1']:\n"
        "    s.send(text)\n"
        "s.send(b'STATUS=\\xff\\x1b[31m\\0')\n"
        "time.sleep(60)");
    QTRY_COMPARE_WITH_TIMEOUT(m_heard->size(), 1, 20'000);
    QCOMPARE(statusesOf("hostile"), QStringList{QStringLiteral("\uFFFD\\x1b[31m")});
}

void TestNotify::closesBarriersAndStoresNothing()
{
    const auto openInKeeper = [this] {
        return QDir(QStringLiteral("/proc/%1/fd").arg(m_fixture->keeperPid()))
            .entryList(QDir::Files | QDir::System)
            .size();
    };
    const qint64 pid = python("barrier",
        "def along(text, fds):\n"
        "    s.sendmsg([text], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array('i', fds))])\n"
        "for text in [b'BARRIER=1', b'FDSTORE=1\\nFDNAME=x']:\n"
        "    read, write = os.pipe()\n"
        "    along(text, [write] * 100)\n"
        "    os.close(write)\n"
        "    os.read(read, 1)\n" // returns once every copy of the other end is closed
        "s.send(b'READY=1')\n"
        "time.sleep(60)");
    QVERIFY(pid > 0);
    QTRY_COMPARE_WITH_TIMEOUT(m_heard->size(), 1, 20'000);
    const qsizetype before = openInKeeper();
    QTRY_VERIFY2(openInKeeper() < 60, QByteArray::number(before));
}

void TestNotify::keepsWhatIsSaidWhileNobodyIsThere()
{
    const QByteArray go = m_fixture->path().toLocal8Bit() + "/go";
    shell("late",
        "while [ ! -e " + go
            + " ]; do sleep 0.05; done; $NOTIFIER 'WATCHDOG=1' once; "
              "$NOTIFIER 'READY=1\nSTATUS=at last' once; echo said; exec sleep 60");
    m_heard.reset();
    m_client.reset(); // as a killed orchestrator
    QFile file(QString::fromLocal8Bit(go));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->log(QStringLiteral("late")), QByteArray("said\n"), 20'000);
    m_client = std::make_unique<KeeperClient>(m_fixture->path(), KeeperFixture::keeperProgram());
    m_heard = std::make_unique<QSignalSpy>(m_client.get(), &KeeperClient::notified);
    QSignalSpy connected(m_client.get(), &KeeperClient::connected);
    connect(m_client.get(), &KeeperClient::connected, this, [this] { QVERIFY(m_heard->isEmpty()); });
    m_client->open();
    QTRY_COMPARE_WITH_TIMEOUT(connected.size(), 1, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(m_heard->size(), 2, 20'000);
    QVERIFY(m_heard->first().at(2).value<NotifyMessage>().watchdog);
    QVERIFY(m_heard->last().at(2).value<NotifyMessage>().ready);
    QCOMPARE(statusesOf("late").last(), QStringLiteral("at last"));
}

void TestNotify::tellsTheNextOneThatARunIsReady()
{
    const qint64 ended = shell("ended", "$NOTIFIER READY=1 once; exec sleep 60");
    shell("web", "$NOTIFIER READY=1 once; exec sleep 60");
    QTRY_COMPARE_WITH_TIMEOUT(m_heard->size(), 2, 20'000);
    QSignalSpy exited(m_client.get(), &KeeperClient::exited);
    QVERIFY(ended > 1);
    m_client->signal(QStringLiteral("ended"), SIGKILL, SignalScope::Tree);
    QTRY_COMPARE_WITH_TIMEOUT(exited.size(), 1, 20'000);
    m_heard.reset();
    m_client = std::make_unique<KeeperClient>(m_fixture->path(), KeeperFixture::keeperProgram());
    m_heard = std::make_unique<QSignalSpy>(m_client.get(), &KeeperClient::notified);
    m_client->open();
    QTRY_COMPARE_WITH_TIMEOUT(m_heard->size(), 1, 20'000);
    QCOMPARE(m_heard->first().at(0).toString(), QStringLiteral("web"));
}

void TestNotify::aNewKeeperHasTheSameAddresses()
{
    const QString own = m_client->notifyAddress();
    const QString others = m_client->notifyAddressOfOthers();
    const QString file = m_fixture->path() + QStringLiteral("/notify.name");
    QCOMPARE(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    QSignalSpy connected(m_client.get(), &KeeperClient::connected);
    killKeeper(m_fixture->keeperPid());
    QTRY_COMPARE_WITH_TIMEOUT(connected.size(), 1, 20'000);
    QCOMPARE(m_client->notifyAddress(), own);
    QCOMPARE(m_client->notifyAddressOfOthers(), others);
    shell("web", "$NOTIFIER STATUS=here");
    QTRY_COMPARE_WITH_TIMEOUT(statusesOf("web"), QStringList{QStringLiteral("here")}, 20'000);
}

QTEST_GUILESS_MAIN(TestNotify)
#include "tst_notify.moc"
