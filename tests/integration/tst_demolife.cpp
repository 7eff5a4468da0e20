#include "tests/integration/demoprogram.h"

#include <QFile>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <cstring>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace foghorn;

namespace {

/// A supervisor's notification socket: hears what is said to NOTIFY_SOCKET.
class Ear
{
public:
    Ear()
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        const QByteArray path = QFile::encodeName(this->path());
        std::memcpy(address.sun_path, path.constData(), static_cast<std::size_t>(path.size()));
        m_socket = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
        m_isBound = ::bind(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    }
    ~Ear() { ::close(m_socket); }
    Ear(const Ear &) = delete;
    Ear &operator=(const Ear &) = delete;

    QString path() const { return m_directory.filePath(QStringLiteral("notify")); }
    bool isBound() const { return m_isBound; }
    /// All that was said so far.
    const QList<QByteArray> &heard()
    {
        char text[256];
        for (ssize_t size; (size = ::recv(m_socket, text, sizeof text, 0)) >= 0;)
            m_heard.append(QByteArray(text, size));
        return m_heard;
    }

private:
    QTemporaryDir m_directory;
    int m_socket = -1;
    bool m_isBound = false;
    QList<QByteArray> m_heard;
};

/// Resident memory of a process, in kB.
qint64 residentKb(qint64 pid)
{
    QFile file(QStringLiteral("/proc/%1/status").arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').first().toLongLong();
    }
    return -1;
}

} // namespace

/// What the demo says of itself, and its faults that need time.
class TestDemoLife : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsItsSupervisor();
    void beatsTwicePerWatchdogTime();
    void hangingStopsTheBeats();
    void isSlow();
    void leaks();

private:
    static QProcessEnvironment supervised(const Ear &ear, const QString &watchdogUsec = QString())
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("NOTIFY_SOCKET"), ear.path());
        if (!watchdogUsec.isEmpty())
            environment.insert(QStringLiteral("WATCHDOG_USEC"), watchdogUsec);
        return environment;
    }
};

void TestDemoLife::tellsItsSupervisor()
{
    Ear ear;
    QVERIFY(ear.isBound());
    Demo demo({QStringLiteral("--delay-ready"), QStringLiteral("500")}, supervised(ear));
    QTRY_VERIFY(demo.port() != 0);
    QVERIFY(talk(demo.port(), get("/health")).startsWith("HTTP/1.1 503 "));
    QVERIFY(ear.heard().isEmpty()); // not before it is so
    QTRY_COMPARE(ear.heard(), QList<QByteArray>{"READY=1"});
    QVERIFY(talk(demo.port(), get("/health")).startsWith("HTTP/1.1 200 "));
    demo.process.terminate();
    QTRY_COMPARE(ear.heard(), (QList<QByteArray>{"READY=1", "STOPPING=1"}));
}

void TestDemoLife::beatsTwicePerWatchdogTime()
{
    Ear ear;
    Demo demo({QStringLiteral("--heartbeat")}, supervised(ear, QStringLiteral("400000")));
    QElapsedTimer clock;
    QTRY_VERIFY(ear.heard().contains("WATCHDOG=1"));
    clock.start();
    const auto before = ear.heard().count("WATCHDOG=1");
    QTRY_VERIFY(ear.heard().count("WATCHDOG=1") >= before + 5);
    QVERIFY2(clock.elapsed() >= 700, qPrintable(QString::number(clock.elapsed()))); // five times 200 ms, less a poll
    QCOMPARE(ear.heard().first(), QByteArray("READY=1"));
}

void TestDemoLife::hangingStopsTheBeats()
{
    Ear ear;
    Demo demo({QStringLiteral("--heartbeat")}, supervised(ear, QStringLiteral("200000")));
    QTRY_VERIFY(demo.port() != 0);
    QTRY_VERIFY(ear.heard().contains("WATCHDOG=1"));
    talk(demo.port(), fault(R"({"kind":"hang","seconds":1})"));
    const auto before = ear.heard().size();
    QVERIFY(!QTest::qWaitFor([&] { return ear.heard().size() > before; }, 600));
    QTRY_VERIFY(ear.heard().size() > before); // and it goes on after the fault
}

void TestDemoLife::isSlow()
{
    Demo demo;
    QTRY_VERIFY(demo.port() != 0);
    talk(demo.port(), fault(R"({"kind":"slow","seconds":60})"));
    QElapsedTimer clock;
    clock.start();
    const QByteArray got = talk(demo.port(), get("/health"));
    QVERIFY2(got.startsWith("HTTP/1.1 200 "), got.constData());
    QVERIFY2(clock.elapsed() >= 1950 && clock.elapsed() < 2900, qPrintable(QString::number(clock.elapsed())));
    clock.start();
    QVERIFY(talk(demo.port(), get("/"), "/fault").startsWith("HTTP/1.1 200 "));
    QVERIFY(clock.elapsed() < 1000); // only /health is slow
}

void TestDemoLife::leaks()
{
    Demo demo;
    QTRY_VERIFY(demo.port() != 0);
    const qint64 before = residentKb(demo.process.processId());
    QVERIFY(before > 0);
    QElapsedTimer clock;
    clock.start();
    talk(demo.port(), fault(R"({"kind":"leak","seconds":1})"));
    QTRY_VERIFY(residentKb(demo.process.processId()) >= before + 7 * 1024);
    QVERIFY(clock.elapsed() >= 500); // 10 MiB a second
    QVERIFY(!QTest::qWaitFor([&] { return residentKb(demo.process.processId()) > before + 14 * 1024; }, 1500));
    QVERIFY(talk(demo.port(), get("/health")).startsWith("HTTP/1.1 200 ")); // it ends, and the demo lives
}

QTEST_GUILESS_MAIN(TestDemoLife)
#include "tst_demolife.moc"
