#include "core/process/notifysocket.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <csignal>
#include <cstring>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace foghorn;

namespace {

/// Sends as sd_notify does; false when the receiver's queue is full or it is not there.
bool send(const QByteArray &to, const QByteArray &text, int descriptorAlong = -1)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, to.constData(), static_cast<std::size_t>(to.size()));
    if (to.startsWith('@'))
        address.sun_path[0] = '\0';
    const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + static_cast<std::size_t>(to.size()));
    const int descriptor = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    QByteArray data = text;
    iovec part{data.data(), static_cast<std::size_t>(data.size())};
    msghdr header{};
    header.msg_name = &address;
    header.msg_namelen = size;
    header.msg_iov = &part;
    header.msg_iovlen = 1;
    alignas(cmsghdr) char control[CMSG_SPACE(sizeof(int))]{};
    if (descriptorAlong >= 0) {
        header.msg_control = control;
        header.msg_controllen = sizeof control;
        cmsghdr *along = CMSG_FIRSTHDR(&header);
        along->cmsg_level = SOL_SOCKET;
        along->cmsg_type = SCM_RIGHTS;
        along->cmsg_len = CMSG_LEN(sizeof(int));
        std::memcpy(CMSG_DATA(along), &descriptorAlong, sizeof descriptorAlong);
    }
    const bool sent = sendmsg(descriptor, &header, 0) == data.size();
    close(descriptor);
    return sent;
}

qsizetype openDescriptors()
{
    return QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::Files | QDir::System).size();
}

/// Python that says `text` to `address`, from `generations` below the process it is run in.
QStringList speaker(const QByteArray &address, const QString &text, int generations, const QString &before = QString())
{
    const QString script = QStringLiteral("import os,socket,sys,time\n"
                                          "%1\n"
                                          "for i in range(%2):\n"
                                          "    child = os.fork()\n"
                                          "    if child:\n"
                                          "        os.waitpid(child, 0)\n"
                                          "        time.sleep(60)\n"
                                          "s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)\n"
                                          "a = sys.argv[1]\n"
                                          "s.sendto(sys.argv[2].encode(), chr(0) + a[1:] if a[0] == '@' else a)\n"
                                          "sys.stdout.write(str(os.getpid()) + chr(10)); sys.stdout.flush()\n"
                                          "time.sleep(60)\n")
                               .arg(before)
                               .arg(generations);
    return {QStringLiteral("-c"), script, QString::fromLocal8Bit(address), text};
}

} // namespace

class NotifySocketTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void hearsALeader_data();
    void hearsALeader();
    void hearsDescendants();
    void hearsAnotherUser();
    void dropsStrangers();
    void forgetsLeaders();
    void dropsTheDead();
    void toleratesHostileDatagrams();
    void keepsNoForeignDescriptor();
    void aFloodDoesNotHoldTheLoop();
    void nextOrchestratorHasTheSameAddresses();
    void takesANewNameWhenTheOldIsTaken();
    void worksWithALongStateDirectory();
    void saysWhyItCannotOpen();
    void parses_data();
    void parses();

private:
    std::unique_ptr<QTemporaryDir> m_directory;
};

void NotifySocketTest::init() { m_directory = std::make_unique<QTemporaryDir>(); }

void NotifySocketTest::hearsALeader_data()
{
    QTest::addColumn<bool>("isOwnUser");
    QTest::newRow("by the file") << true;
    QTest::newRow("by the abstract name") << false;
}

void NotifySocketTest::hearsALeader()
{
    QFETCH(bool, isOwnUser);
    NotifySocket notify(m_directory->path());
    QVERIFY(notify.open().isOk());
    QCOMPARE(notify.address(isOwnUser).startsWith('@'), !isOwnUser);
    notify.addLeader(getpid(), QStringLiteral("web"));
    QSignalSpy heard(&notify, &NotifySocket::message);
    QVERIFY(send(notify.address(isOwnUser), "READY=1\nSTATUS=serving"));
    QTRY_COMPARE(heard.size(), 1);
    QCOMPARE(heard.first().at(0).toString(), QStringLiteral("web"));
    QCOMPARE(heard.first().at(1).toLongLong(), getpid());
    const auto message = heard.first().at(2).value<NotifyMessage>();
    QVERIFY(message.ready);
    QCOMPARE(*message.status, QStringLiteral("serving"));
    QCOMPARE(notify.dropped(), 0U);
}

void NotifySocketTest::hearsDescendants()
{
    NotifySocket notify(m_directory->path());
    QVERIFY(notify.open().isOk());
    QSignalSpy heard(&notify, &NotifySocket::message);
    QProcess leader;
    leader.start(QStringLiteral("python3"),
        speaker(notify.address(true), QStringLiteral("WATCHDOG=1"), 3,
            QStringLiteral("os.setsid()\nsys.stdin.readline()")));
    QTRY_COMPARE(leader.state(), QProcess::Running);
    const qint64 leaderPid = leader.processId();
    QVERIFY(leaderPid > 1);
    notify.addLeader(leaderPid, QStringLiteral("deep"));
    leader.write("go\n");
    QTRY_COMPARE_WITH_TIMEOUT(heard.size(), 1, 20'000);
    QCOMPARE(heard.first().at(0).toString(), QStringLiteral("deep"));
    QVERIFY(heard.first().at(1).toLongLong() != leaderPid);
    kill(-static_cast<pid_t>(leaderPid), SIGKILL); // the session that the leader began
    QTRY_COMPARE(leader.state(), QProcess::NotRunning);
}

void NotifySocketTest::hearsAnotherUser()
{
    if (getuid() != 0)
        QSKIP("only root can become another user");
    NotifySocket notify(m_directory->path());
    QVERIFY(notify.open().isOk());
    QSignalSpy heard(&notify, &NotifySocket::message);
    QProcess leader;
    leader.start(QStringLiteral("python3"),
        speaker(notify.address(false), QStringLiteral("READY=1"), 0,
            QStringLiteral("sys.stdin.readline()\nos.setuid(65534)")));
    QTRY_COMPARE(leader.state(), QProcess::Running);
    notify.addLeader(leader.processId(), QStringLiteral("other"));
    leader.write("go\n");
    QTRY_COMPARE_WITH_TIMEOUT(heard.size(), 1, 20'000);
    QCOMPARE(
        QFile::permissions(QString::fromLocal8Bit(notify.address(true))) & QFile::WriteOther, QFile::Permissions());
    leader.kill();
    QTRY_COMPARE(leader.state(), QProcess::NotRunning);
}

void NotifySocketTest::dropsStrangers()
{
    NotifySocket notify(m_directory->path());
    QVERIFY(notify.open().isOk());
    QSignalSpy heard(&notify, &NotifySocket::message);
    QVERIFY(send(notify.address(true), "READY=1"));
    QTRY_COMPARE(notify.dropped(), 1U);
    QVERIFY(heard.isEmpty());
}

void NotifySocketTest::forgetsLeaders()
{
    NotifySocket notify(m_directory->path());
    QVERIFY(notify.open().isOk());
    QSignalSpy heard(&notify, &NotifySocket::message);
    notify.addLeader(getpid(), QStringLiteral("web"));
    notify.removeLeader(getpid());
    QVERIFY(send(notify.address(false), "READY=1"));
    QTRY_COMPARE(notify.dropped(), 1U);
    QVERIFY(heard.isEmpty());
}

void NotifySocketTest::dropsTheDead()
{
    Leaders leaders{{getpid(), QStringLiteral("web")}};
    QProcess brief;
    brief.start(QStringLiteral("true"), QStringList());
    QSignalSpy finished(&brief, &QProcess::finished);
    const qint64 pid = brief.processId();
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(pid > 0);
    QVERIFY(!serviceOf(pid, leaders));
    QVERIFY(!serviceOf(0, leaders));
    QVERIFY(!serviceOf(-1, leaders));
    QVERIFY(!serviceOf(1, leaders));
    QCOMPARE(*serviceOf(getpid(), leaders), QStringLiteral("web"));
}

void NotifySocketTest::toleratesHostileDatagrams()
{
    NotifySocket notify(m_directory->path());
    QVERIFY(notify.open().isOk());
    notify.addLeader(getpid(), QStringLiteral("web"));
    QSignalSpy heard(&notify, &NotifySocket::message);
    quint64 dropped = 0;
    const QList<QByteArray> hostile{QByteArray(), QByteArray("READY=1\0STOPPING=1", 18),
        QByteArray("\n").repeated(5000), QByteArray("STATUS=").leftJustified(4097, 'x'), QByteArray(100'000, '='),
        QByteArray("\xff\xfe\x00", 3)};
    for (const QByteArray &text : hostile) {
        QVERIFY(send(notify.address(true), text));
        ++dropped;
        QTRY_COMPARE(notify.dropped(), dropped);
    }
    QVERIFY(heard.isEmpty());
    QVERIFY(send(notify.address(true), "READY=1"));
    QTRY_COMPARE(heard.size(), 1);
}

void NotifySocketTest::keepsNoForeignDescriptor()
{
    NotifySocket notify(m_directory->path());
    QVERIFY(notify.open().isOk());
    notify.addLeader(getpid(), QStringLiteral("web"));
    QSignalSpy heard(&notify, &NotifySocket::message);
    const qsizetype before = openDescriptors();
    for (int count = 1; count <= 20; ++count) {
        QVERIFY(send(notify.address(true), "READY=1", STDIN_FILENO));
        QTRY_COMPARE(heard.size(), count);
    }
    QCOMPARE(openDescriptors(), before);
}

void NotifySocketTest::aFloodDoesNotHoldTheLoop()
{
    NotifySocket notify(m_directory->path());
    QVERIFY(notify.open().isOk());
    notify.addLeader(getpid(), QStringLiteral("web"));
    QSignalSpy heard(&notify, &NotifySocket::message);
    // Each message brings the next: without a bound one wake-up would never end.
    connect(&notify, &NotifySocket::message, this, [&notify] { send(notify.address(true), "WATCHDOG=1"); });
    QVERIFY(send(notify.address(true), "WATCHDOG=1"));
    bool turned = false;
    QTimer::singleShot(0, this, [&turned] { turned = true; });
    QTRY_VERIFY(turned && heard.size() > 200);
    notify.removeLeader(getpid());
    QTRY_COMPARE(notify.dropped(), 1U);
}

void NotifySocketTest::nextOrchestratorHasTheSameAddresses()
{
    QByteArray file, abstract;
    {
        NotifySocket notify(m_directory->path());
        QVERIFY(notify.open().isOk());
        file = notify.address(true);
        abstract = notify.address(false);
        QVERIFY(QFile::exists(QString::fromLocal8Bit(file)));
    }
    QVERIFY(!QFile::exists(QString::fromLocal8Bit(file)));
    // A killed one leaves its file behind.
    QFile left(QString::fromLocal8Bit(file));
    QVERIFY(left.open(QIODevice::WriteOnly));
    NotifySocket next(m_directory->path());
    QVERIFY(next.open().isOk());
    QCOMPARE(next.address(true), file);
    QCOMPARE(next.address(false), abstract);
    QCOMPARE(QFile::permissions(m_directory->filePath(QStringLiteral("notify.name")))
            & (QFile::ReadGroup | QFile::ReadOther),
        QFile::Permissions());
}

void NotifySocketTest::takesANewNameWhenTheOldIsTaken()
{
    NotifySocket first(m_directory->path());
    QVERIFY(first.open().isOk());
    NotifySocket second(m_directory->path()); // as a squatter would sit on the first one's name
    QVERIFY(second.open().isOk());
    QVERIFY(first.address(false) != second.address(false));
}

void NotifySocketTest::worksWithALongStateDirectory()
{
    const QString deep = m_directory->filePath(QStringLiteral("d").repeated(150));
    QVERIFY(QDir().mkpath(deep));
    NotifySocket notify(deep);
    QVERIFY(notify.open().isOk());
    QVERIFY(notify.address(true).startsWith('@'));
    notify.addLeader(getpid(), QStringLiteral("web"));
    QSignalSpy heard(&notify, &NotifySocket::message);
    QVERIFY(send(notify.address(true), "READY=1"));
    QTRY_COMPARE(heard.size(), 1);
}

void NotifySocketTest::saysWhyItCannotOpen()
{
    NotifySocket notify(m_directory->filePath(QStringLiteral("missing")));
    const Result<void> opened = notify.open();
    QVERIFY(!opened.isOk());
    QVERIFY(opened.error().text.contains(QStringLiteral("missing")));
}

void NotifySocketTest::parses_data()
{
    using namespace std::chrono_literals;
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isMessage");
    QTest::addColumn<NotifyMessage>("expected");
    const auto row = [](const char *name, const QByteArray &text, const auto &change) {
        NotifyMessage expected;
        change(expected);
        QTest::newRow(name) << text << true << expected;
    };
    const auto none = [](const char *name, const QByteArray &text) {
        QTest::newRow(name) << text << false << NotifyMessage();
    };
    row("ready", "READY=1", [](NotifyMessage &m) { m.ready = true; });
    row("line ends", "READY=1\n", [](NotifyMessage &m) { m.ready = true; });
    row("one NUL at the end", QByteArray("READY=1\0", 8), [](NotifyMessage &m) { m.ready = true; });
    row("several", "RELOADING=1\nSTOPPING=1\nWATCHDOG=1",
        [](NotifyMessage &m) { m.reloading = m.stopping = m.watchdog = true; });
    row("trigger", "WATCHDOG=trigger", [](NotifyMessage &m) { m.watchdogTrigger = true; });
    row("numbers", "MAINPID=4711\nERRNO=2\nEXTEND_TIMEOUT_USEC=1500000", [](NotifyMessage &m) {
        m.mainPid = 4711;
        m.errorNumber = 2;
        m.extendTimeout = 1500ms;
    });
    row("huge extension", "EXTEND_TIMEOUT_USEC=9223372036854775807", [](NotifyMessage &m) { m.extendTimeout = 24h; });
    row("last status holds", "STATUS=a\nSTATUS=b=c", [](NotifyMessage &m) { m.status = QStringLiteral("b=c"); });
    row("empty status", "STATUS=", [](NotifyMessage &m) { m.status = QStringLiteral(""); });
    row("status no UTF-8", "STATUS=a\xff", [](NotifyMessage &m) { m.status = QStringLiteral("a\uFFFD"); });
    row("status with escape", "STATUS=\x1b[31m", [](NotifyMessage &m) { m.status = QStringLiteral("\\x1b[31m"); });
    row("nonsense between", "=\n\nFOO=1\n=1\nREADY\nREADY=1", [](NotifyMessage &m) { m.ready = true; });
    none("empty", "");
    none("only NUL", QByteArray("\0", 1));
    none("two NULs at the end", QByteArray("READY=1\0\0", 9));
    none("not ready", "READY=0");
    none("ready with space", "READY=1 ");
    none("lower case", "ready=1");
    none("pid of init", "MAINPID=1");
    none("negative pid", "MAINPID=-5");
    none("pid too large", "MAINPID=99999999999");
    none("number with sign", "ERRNO=+2");
    none("no number", "EXTEND_TIMEOUT_USEC=soon");
    none("too long", QByteArray("READY=1\n") + QByteArray(4096, '\n'));
}

void NotifySocketTest::parses()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isMessage);
    QFETCH(NotifyMessage, expected);
    const auto message = parseNotifyMessage(text);
    QCOMPARE(message.has_value(), isMessage);
    if (isMessage)
        QVERIFY(*message == expected);
}

QTEST_GUILESS_MAIN(NotifySocketTest)
#include "tst_notifysocket.moc"
