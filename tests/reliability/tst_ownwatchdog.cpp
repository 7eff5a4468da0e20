#include "tests/integration/fleetfixture.h"

#include <QElapsedTimer>
#include <QSocketNotifier>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>

using namespace foghorn;

namespace {

/// What systemd listens on for its services.
class ServiceManager final : public QObject
{
    Q_DISABLE_COPY_MOVE(ServiceManager)
public:
    explicit ServiceManager(const QString &path)
        : m_socket(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0))
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        const QByteArray name = QFile::encodeName(path);
        std::memcpy(address.sun_path, name.constData(), std::min<std::size_t>(std::size_t(name.size()), 100));
        if (::bind(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
            qFatal("cannot bind %s", name.constData());
        m_notifier = std::make_unique<QSocketNotifier>(m_socket, QSocketNotifier::Read);
        connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] { read(); });
    }
    ~ServiceManager() override
    {
        m_notifier.reset();
        ::close(m_socket);
    }
    bool isReady() const { return m_isReady; }
    int signsOfLife() const { return m_signsOfLife; }

private:
    void read()
    {
        char text[4096];
        for (ssize_t size = ::recv(m_socket, text, sizeof text, 0); size > 0;
             size = ::recv(m_socket, text, sizeof text, 0)) {
            const QByteArray said(text, size);
            m_isReady = m_isReady || said.contains("READY=1");
            m_signsOfLife += said.contains("WATCHDOG=1") ? 1 : 0;
        }
    }

    int m_socket;
    std::unique_ptr<QSocketNotifier> m_notifier;
    bool m_isReady = false;
    int m_signsOfLife = 0;
};

} // namespace

/// Row 22: the service manager hears from us as long as our event loop turns, and only then; services inherit nothing
/// of that conversation.
class TestOwnWatchdog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isFedWhileTheLoopTurns()
    {
        FleetFixture fleet("  shown: {command: 'env > ${DIR}/environment; exec sleep 1000'}\n");
        ServiceManager manager(fleet.path(QStringLiteral("notify")));
        fleet.setEnvironment(QStringLiteral("NOTIFY_SOCKET"), fleet.path(QStringLiteral("notify")));
        fleet.setEnvironment(QStringLiteral("WATCHDOG_USEC"), QStringLiteral("400000"));
        QVERIFY(fleet.beginAndSettle());
        QTRY_VERIFY_WITH_TIMEOUT(manager.isReady(), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(manager.signsOfLife() >= 5, 20'000);
        fleet.daemon().signal(SIGSTOP); // as a loop that hangs
        QElapsedTimer stopped;
        QTRY_VERIFY_WITH_TIMEOUT(isStopped(fleet.daemon().pid()), 10'000);
        int before = manager.signsOfLife();
        stopped.start();
        QTRY_VERIFY_WITH_TIMEOUT(stopped.elapsed() > 1'500, 10'000); // in which systemd would have noticed
        QVERIFY(manager.signsOfLife() - before <= 1); // one may have been on its way
        fleet.daemon().signal(SIGCONT);
        before = manager.signsOfLife();
        QTRY_VERIFY_WITH_TIMEOUT(manager.signsOfLife() >= before + 3, 20'000);
        QTRY_VERIFY(fleet.read(QStringLiteral("environment")).contains("PATH="));
        for (const char *name : {"NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"})
            QVERIFY2(!fleet.read(QStringLiteral("environment")).contains(name), name);
        QCOMPARE(fleet.number("shown", "restart_count"), 0);
    }

private:
    static bool isStopped(qint64 pid)
    {
        QFile status(QStringLiteral("/proc/%1/status").arg(pid));
        return status.open(QIODevice::ReadOnly) && status.readAll().contains("State:\tT");
    }
};

QTEST_GUILESS_MAIN(TestOwnWatchdog)
#include "tst_ownwatchdog.moc"
