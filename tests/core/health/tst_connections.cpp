#include "core/health/healthmonitor.h"
#include "core/health/httpprobe.h"
#include "core/health/tcpprobe.h"
#include "tests/core/health/localservers.h"

#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <vector>

#include <fcntl.h>
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace foghorn;

namespace {

const ServiceId edge = QStringLiteral("edge");

qsizetype openDescriptors()
{
    return QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::Files | QDir::System).size();
}

/// A loopback port whose listener is there but takes nobody: its queue is full, so the kernel drops what comes.
class DeafPort
{
public:
    DeafPort()
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        auto *const plain = reinterpret_cast<sockaddr *>(&address);
        const int listener = newSocket();
        if (::bind(listener, plain, size) != 0 || ::listen(listener, 0) != 0
            || ::getsockname(listener, plain, &size) != 0)
            return;
        port = ntohs(address.sin_port);
        for (int i = 0; i < 4; ++i)
            std::ignore = ::connect(newSocket(), plain, size);
    }
    ~DeafPort()
    {
        for (const int socket : m_sockets)
            ::close(socket);
    }
    DeafPort(const DeafPort &) = delete;
    DeafPort &operator=(const DeafPort &) = delete;

    quint16 port = 0;

private:
    int newSocket()
    {
        m_sockets.push_back(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
        return m_sockets.back();
    }

    std::vector<int> m_sockets;
};

/// Takes all descriptors that this process may still have, until it goes.
class NoDescriptorsLeft
{
public:
    NoDescriptorsLeft()
    {
        ::getrlimit(RLIMIT_NOFILE, &m_before);
        const rlimit low = {static_cast<rlim_t>(openDescriptors()) + 32, m_before.rlim_max};
        ::setrlimit(RLIMIT_NOFILE, &low);
        for (int taken; (taken = ::open("/dev/null", O_RDONLY | O_CLOEXEC)) >= 0;)
            m_taken.push_back(taken);
    }
    ~NoDescriptorsLeft()
    {
        ::setrlimit(RLIMIT_NOFILE, &m_before);
        for (const int taken : m_taken)
            ::close(taken);
    }
    NoDescriptorsLeft(const NoDescriptorsLeft &) = delete;
    NoDescriptorsLeft &operator=(const NoDescriptorsLeft &) = delete;

private:
    rlimit m_before{};
    std::vector<int> m_taken;
};

HealthPolicy policyOf(milliseconds interval, milliseconds timeout)
{
    HealthPolicy policy;
    policy.interval = interval;
    policy.timeout = timeout;
    return policy;
}

ProbeAnswer ask(Probe &probe)
{
    QSignalSpy spy(&probe, &Probe::answered);
    probe.start(5s);
    if (!spy.isEmpty() || !spy.wait(4000) || spy.size() != 1)
        return {.message = QStringLiteral("(answers: %1)").arg(spy.size())};
    return spy.first().first().value<ProbeAnswer>();
}

} // namespace

/// How probes treat connections: many, idle ones, deaf ones, and none at all.
class TestConnections : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void twoHundredServersSeeOneConnectionEach();
    void closesWhatIsIdleForTooLong();
    void letsIdleOnesGoWhenDescriptorsRunOut();
    void doesNotBlameTheServiceForOurDescriptors();
    void portsThatNeverAnswerTimeOut();
    void aStopOfOursIsNoTimeout();
};

void TestConnections::twoHundredServersSeeOneConnectionEach()
{
    constexpr int services = 200;
    std::vector<std::unique_ptr<LocalHttp>> servers;
    for (int i = 0; i < services; ++i)
        servers.push_back(std::make_unique<LocalHttp>());
    const qsizetype before = openDescriptors();
    {
        HealthMonitor monitor;
        int failures = 0;
        connect(&monitor, &HealthMonitor::checked, this,
            [&failures](const CheckResult &result) { failures += result.passed ? 0 : 1; });
        for (int i = 0; i < services; ++i) {
            const ServiceId name = QString::number(i);
            monitor.configure(
                name, httpProbe(servers.at(static_cast<std::size_t>(i))->url()), policyOf(500ms, 5s), {}, {});
            monitor.serviceAdopted(name, 1, {Health::Healthy, 0, 1});
        }
        const auto allAsked = [&servers](int times) {
            return std::all_of(
                servers.begin(), servers.end(), [times](const auto &server) { return server->requests >= times; });
        };
        QTRY_VERIFY(allAsked(4));
        for (const auto &server : servers)
            QCOMPARE(server->connections, 1);
        QCOMPARE(failures, 0);
        QVERIFY(openDescriptors() <= before + 2 * services + 2);
    }
    QTRY_COMPARE(openDescriptors(), before);
}

void TestConnections::closesWhatIsIdleForTooLong()
{
    LocalHttp server;
    auto pool = std::make_shared<ConnectionPool>(10, 200ms);
    HttpProbe probe(httpProbe(server.url()), pool);
    for (int i = 0; i < 3; ++i)
        QVERIFY(ask(probe).passed);
    QCOMPARE(pool->kept(), 1);
    QCOMPARE(server.connections, 1);
    QTRY_COMPARE(pool->kept(), 0);
    QTRY_VERIFY(server.peers.isEmpty());
    QVERIFY(ask(probe).passed);
    QCOMPARE(server.connections, 2);
}

void TestConnections::letsIdleOnesGoWhenDescriptorsRunOut()
{
    LocalHttp server;
    auto pool = std::make_shared<ConnectionPool>(10);
    HttpProbe idle(httpProbe(server.url()), pool);
    QVERIFY(ask(idle).passed);
    TcpProbe before(tcpProbe(QStringLiteral("127.0.0.1"), server.serverPort()), std::make_shared<ConnectionPool>());
    QVERIFY(ask(before).passed); // the undefined-behaviour sanitizer looks at a type's first call through a pipe
    TcpProbe probe(tcpProbe(QStringLiteral("127.0.0.1"), server.serverPort()), pool);
    QSignalSpy spy(&probe, &Probe::answered);
    {
        const NoDescriptorsLeft none;
        probe.start(5s);
        QTRY_COMPARE(spy.size(), 1);
    }
    QVERIFY(spy.first().first().value<ProbeAnswer>().passed);
    QCOMPARE(pool->kept(), 0);
    QVERIFY(ask(idle).passed);
}

void TestConnections::doesNotBlameTheServiceForOurDescriptors()
{
    LocalHttp server;
    // Each with a pool of its own: in a shared one, what the first keeps would make room for the second.
    HttpProbe http(httpProbe(server.url()), std::make_shared<ConnectionPool>());
    TcpProbe tcp(tcpProbe(QStringLiteral("127.0.0.1"), server.serverPort()), std::make_shared<ConnectionPool>());
    for (Probe *const probe : std::initializer_list<Probe *>{&http, &tcp}) {
        QSignalSpy spy(probe, &Probe::answered);
        {
            const NoDescriptorsLeft none;
            probe->start(5s);
            QTRY_COMPARE(spy.size(), 1);
        }
        const auto answer = spy.first().first().value<ProbeAnswer>();
        QVERIFY(answer.couldNotAsk && !answer.passed);
        QCOMPARE(answer.message, QStringLiteral("not asked: no file descriptors left in foghorn"));
        QVERIFY(ask(*probe).passed);
    }
}

void TestConnections::portsThatNeverAnswerTimeOut()
{
    const DeafPort deaf;
    QVERIFY(deaf.port != 0);
    const ProbeSpec http = httpProbe(QStringLiteral("http://127.0.0.1:%1/").arg(deaf.port));
    for (const ProbeSpec &spec : {tcpProbe(QStringLiteral("127.0.0.1"), deaf.port), http}) {
        HealthMonitor monitor;
        QList<CheckResult> results;
        connect(
            &monitor, &HealthMonitor::checked, this, [&results](const CheckResult &result) { results.append(result); });
        monitor.configure(edge, spec, policyOf(1h, 300ms), {}, {});
        monitor.serviceAdopted(edge, 1, {Health::Healthy, 0, 1});
        monitor.checkNow(edge);
        QTRY_COMPARE(results.size(), 1);
        QVERIFY(results.first().timedOut && !results.first().passed);
        QCOMPARE(results.first().message, QStringLiteral("no connection in 300 ms"));
        QVERIFY(results.first().responseTime >= 295ms && results.first().responseTime < 600ms);
    }
}

void TestConnections::aStopOfOursIsNoTimeout()
{
    LocalHttp server;
    server.reply = [&server](const QByteArray &) {
        QTcpSocket *const peer = server.peers.last();
        QTimer::singleShot(150, peer, [peer] { peer->write(LocalHttp::ok()); });
        return QByteArray();
    };
    HealthMonitor monitor;
    QList<CheckResult> results;
    connect(&monitor, &HealthMonitor::checked, this, [&results](const CheckResult &result) { results.append(result); });
    monitor.configure(edge, httpProbe(server.url()), policyOf(500ms, 500ms), {}, {});
    monitor.serviceAdopted(edge, 1, {Health::Healthy, 0, 1});
    QTRY_VERIFY(!results.isEmpty());
    // Somebody stops us amid a check for as long as four intervals last, and lets us go on.
    const int requestsBefore = server.requests;
    QTRY_VERIFY(server.requests > requestsBefore);
    QElapsedTimer clock;
    clock.start();
    const QString script =
        QStringLiteral("kill -STOP %1; sleep 2; kill -CONT %1").arg(QCoreApplication::applicationPid());
    QVERIFY(QProcess::startDetached(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), script}));
    QTRY_VERIFY(clock.elapsed() >= 2000);
    const qsizetype after = results.size();
    QVERIFY(QTest::qWaitFor([&] { return results.size() > after; }, 3000));
    QVERIFY(clock.elapsed() < 4000);
    for (const CheckResult &result : std::as_const(results))
        QVERIFY2(result.passed, qPrintable(result.message));
    QVERIFY(results.size() < 2 + clock.elapsed() / 400); // none was made up for
}

QTEST_GUILESS_MAIN(TestConnections)
#include "tst_connections.moc"
