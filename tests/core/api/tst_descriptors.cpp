#include "tests/core/api/fakefleet.h"

#include <QDir>
#include <QSignalSpy>
#include <QSocketNotifier>
#include <QTest>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <ctime>
#include <vector>

using namespace foghorn;

namespace {

/// All descriptors that this process may have are in use, as long as it lives.
class NoDescriptorsLeft
{
public:
    NoDescriptorsLeft()
    {
        ::getrlimit(RLIMIT_NOFILE, &m_before);
        const rlimit low = {256, m_before.rlim_max};
        ::setrlimit(RLIMIT_NOFILE, &low);
        for (int taken; (taken = ::open("/dev/null", O_RDONLY | O_CLOEXEC)) >= 0;)
            m_taken.push_back(taken);
    }
    ~NoDescriptorsLeft()
    {
        for (const int taken : m_taken)
            ::close(taken);
        ::setrlimit(RLIMIT_NOFILE, &m_before);
    }
    Q_DISABLE_COPY_MOVE(NoDescriptorsLeft)

private:
    rlimit m_before{};
    std::vector<int> m_taken;
};

double processorSeconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

} // namespace

/// The server when the process may open nothing more.
class TestDescriptors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptsAgainWhenThereAreSome();
};

void TestDescriptors::acceptsAgainWhenThereAreSome()
{
    FakeFleet fleet;
    QVERIFY(fleet.open());
    const int client = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    QVERIFY(client >= 0);
    QSocketNotifier readable(client, QSocketNotifier::Read);
    QSignalSpy answered(&readable, &QSocketNotifier::activated);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(fleet.server->port());
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    {
        const NoDescriptorsLeft none;
        ::connect(client, reinterpret_cast<sockaddr *>(&address), sizeof address);
        const double before = processorSeconds();
        QVERIFY(!answered.wait(1000)); // nobody can take the call now
        QVERIFY2(processorSeconds() - before < 0.5, "it spins while it waits for descriptors");
        QCOMPARE(fleet.server->connections(), 0);
    }
    const QByteArray request = "GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n";
    QCOMPARE(::write(client, request.constData(), static_cast<std::size_t>(request.size())), request.size());
    QVERIFY(answered.wait(20'000)); // the very connection that had to wait
    char answer[16] = {};
    QVERIFY(::read(client, answer, sizeof answer - 1) > 0);
    QCOMPARE(QByteArray(answer, 13), QByteArray("HTTP/1.1 200 "));
    readable.setEnabled(false);
    ::close(client);
}

QTEST_GUILESS_MAIN(TestDescriptors)
#include "tst_descriptors.moc"
