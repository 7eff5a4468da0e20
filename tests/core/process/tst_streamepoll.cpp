#include "core/process/streamepoll.h"

#include <QDir>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <functional>
#include <vector>

#include <sys/resource.h>

using namespace foghorn;

namespace {

/// A server on loopback whose peers are kept.
class Listening : public QTcpServer
{
public:
    QList<QTcpSocket *> peers;

    Listening()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *const peer = nextPendingConnection())
                peers.append(peer);
        });
    }
    StreamAddress address() const
    {
        return StreamAddress::fromNumbers(QStringLiteral("127.0.0.1"), serverPort()).value_or(StreamAddress());
    }
};

/// One stream and what it said.
class Ear final : public StreamListener
{
public:
    std::unique_ptr<Stream> stream;
    int connects = 0;
    QByteArray bytes;
    QList<StreamEnd::Kind> ends;
    QString reason;
    std::function<void()> onAnything = [] {};

    void onStreamConnected() override
    {
        ++connects;
        onAnything();
    }
    void onStreamBytes(QByteArrayView more) override
    {
        bytes += more;
        onAnything();
    }
    void onStreamEnded(const StreamEnd &end) override
    {
        ends.append(end.kind);
        reason = end.reason;
        onAnything();
    }
};

qsizetype openDescriptors()
{
    return QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::Files | QDir::System).size();
}

} // namespace

class TestStreamEpoll : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsAddressesInNumbersOnly();
    void carriesBytesBothWays();
    void carriesMuchToASlowReader();
    void tellsWhoRefuses();
    void tellsWhoResets();
    void tellsWhenWeLackDescriptors();
    void mayGoInAnyOfItsCalls();
    void leavesNoDescriptors();
};

void TestStreamEpoll::readsAddressesInNumbersOnly()
{
    for (const char *const good : {"127.0.0.1", "::1", "::ffff:127.0.0.1"})
        QVERIFY2(StreamAddress::fromNumbers(QString::fromLatin1(good), 80), good);
    for (const char *const bad : {"", "localhost", "example.org", "1.2.3.4.5", "[::1]", "256.1.1.1", "127.0.0.1:80"})
        QVERIFY2(!StreamAddress::fromNumbers(QString::fromLatin1(bad), 80), bad);
}

void TestStreamEpoll::carriesBytesBothWays()
{
    Listening server;
    StreamEpoll epoll;
    Ear ear;
    ear.stream = epoll.connectTo(server.address(), &ear);
    ear.stream->write("early "); // before it is open
    QVERIFY(!ear.stream->isConnected());
    QTRY_COMPARE(ear.connects, 1);
    QVERIFY(ear.stream->isConnected());
    ear.stream->write("late");
    QTRY_COMPARE(server.peers.size(), 1);
    QTRY_COMPARE(server.peers.first()->bytesAvailable(), 10);
    QCOMPARE(server.peers.first()->readAll(), QByteArray("early late"));
    server.peers.first()->write("answer");
    server.peers.first()->disconnectFromHost();
    QTRY_COMPARE(ear.ends, QList<StreamEnd::Kind>{StreamEnd::Kind::Closed});
    QCOMPARE(ear.bytes, QByteArray("answer"));
    QVERIFY(!ear.stream->isConnected());
}

void TestStreamEpoll::carriesMuchToASlowReader()
{
    Listening server;
    StreamEpoll epoll;
    Ear ear;
    ear.stream = epoll.connectTo(server.address(), &ear);
    const QByteArray much(8 * 1024 * 1024, 'x');
    QTRY_COMPARE(ear.connects, 1);
    ear.stream->write(much);
    QTRY_COMPARE(server.peers.size(), 1);
    qsizetype got = 0;
    QTRY_VERIFY((got += server.peers.first()->readAll().size()) >= much.size());
    QCOMPARE(got, much.size());
    QVERIFY(ear.ends.isEmpty());
}

void TestStreamEpoll::tellsWhoRefuses()
{
    auto server = std::make_unique<Listening>();
    const StreamAddress address = server->address();
    server.reset();
    StreamEpoll epoll;
    Ear ear;
    ear.stream = epoll.connectTo(address, &ear);
    QVERIFY(ear.ends.isEmpty()); // never inside a call
    QTRY_COMPARE(ear.ends, QList<StreamEnd::Kind>{StreamEnd::Kind::Failed});
    QCOMPARE(ear.reason, QStringLiteral("connection refused"));
    QCOMPARE(ear.connects, 0);
}

void TestStreamEpoll::tellsWhoResets()
{
    Listening server;
    StreamEpoll epoll;
    Ear ear;
    ear.stream = epoll.connectTo(server.address(), &ear);
    QTRY_COMPARE(server.peers.size(), 1);
    QTRY_COMPARE(ear.connects, 1);
    server.peers.first()->abort();
    QTRY_COMPARE(ear.ends, QList<StreamEnd::Kind>{StreamEnd::Kind::Closed});
    ear.stream->write("to nobody"); // harmless
}

void TestStreamEpoll::tellsWhenWeLackDescriptors()
{
    Listening server;
    StreamEpoll epoll;
    Ear ear;
    rlimit before{};
    QCOMPARE(::getrlimit(RLIMIT_NOFILE, &before), 0);
    const rlimit none = {1, before.rlim_max};
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &none), 0);
    QCOMPARE(StreamEpoll::descriptorLimit(), 1);
    ear.stream = epoll.connectTo(server.address(), &ear);
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &before), 0);
    QTRY_COMPARE(ear.ends, QList<StreamEnd::Kind>{StreamEnd::Kind::NotTried});
    QCOMPARE(ear.reason, QStringLiteral("no file descriptors left in foghorn"));
}

void TestStreamEpoll::mayGoInAnyOfItsCalls()
{
    Listening server;
    StreamEpoll epoll;
    for (int calls = 1; calls <= 3; ++calls) { // gone in: connected, bytes, ended
        Ear ear;
        int seen = 0;
        ear.onAnything = [&] {
            if (++seen == calls)
                ear.stream.reset();
        };
        server.peers.clear();
        ear.stream = epoll.connectTo(server.address(), &ear);
        QTRY_COMPARE(server.peers.size(), 1);
        QTRY_COMPARE(ear.connects, 1);
        server.peers.first()->write("x");
        QTRY_VERIFY(calls < 2 || !ear.bytes.isEmpty());
        server.peers.first()->disconnectFromHost();
        QTRY_VERIFY(!ear.stream);
        QCOMPARE(seen, calls);
    }
    // Two that are told in one turn, of which the first takes the second along.
    Ear first;
    Ear second;
    first.onAnything = second.onAnything = [&] {
        first.stream.reset();
        second.stream.reset();
    };
    first.stream = epoll.connectTo(server.address(), &first);
    second.stream = epoll.connectTo(server.address(), &second);
    QTRY_COMPARE(first.connects + second.connects, 1);
    QVERIFY(first.ends.isEmpty() && second.ends.isEmpty());
}

void TestStreamEpoll::leavesNoDescriptors()
{
    const qsizetype before = openDescriptors();
    {
        Listening server;
        StreamEpoll epoll;
        std::vector<Ear> ears(100);
        for (Ear &ear : ears)
            ear.stream = epoll.connectTo(server.address(), &ear);
        QTRY_COMPARE(server.peers.size(), 100);
        QTRY_VERIFY(ears.back().connects == 1);
        for (int i = 0; i < 50; ++i)
            server.peers.at(i)->abort();
        QTRY_VERIFY(openDescriptors() <= before + 2 + 100); // the listener, the epoll, and fifty pairs
    }
    QTRY_COMPARE(openDescriptors(), before);
}

QTEST_GUILESS_MAIN(TestStreamEpoll)
#include "tst_streamepoll.moc"
