#include "tests/core/api/rawclient.h"
#include "tests/integration/fleetfixture.h"
#include "tests/reliability/memoryuse.h"
#include "tests/support/figures.h"

#include <QElapsedTimer>
#include <QTimer>

#include <functional>

using namespace foghorn;

namespace {

const QByteArray host = "Host: localhost\r\n";
constexpr qint64 mostMemory = memoryAllowance(8 * 1024); ///< KiB more than before

/// One that sends piece after piece for as long as it is let.
class Pusher final : public QObject
{
    Q_DISABLE_COPY_MOVE(Pusher)
public:
    using NextPiece = std::function<QByteArray()>; ///< empty: that was all

    Pusher(quint16 port, QByteArray begin, NextPiece next, int everyMs = 0)
        : m_next(std::move(next))
    {
        m_clock.start();
        connect(&m_socket, &QTcpSocket::connected, this, [this, begin, everyMs] {
            m_socket.write(begin);
            m_pace.start(everyMs);
        });
        connect(&m_pace, &QTimer::timeout, this, [this] { push(); });
        connect(&m_socket, &QTcpSocket::readyRead, this, [this] { m_received += m_socket.readAll(); });
        connect(&m_socket, &QTcpSocket::disconnected, this, [this] {
            m_pace.stop();
            m_tookMs = m_clock.elapsed();
        });
        m_socket.connectToHost(QStringLiteral("127.0.0.1"), port);
    }
    /// Before its parts, so that none of them calls the others while they go.
    ~Pusher() override { m_socket.disconnect(this); }
    bool isCut() const { return m_tookMs >= 0; }
    qint64 tookMs() const { return m_tookMs; }
    qint64 sent() const { return m_sent; }
    int status() const { return m_received.mid(9, 3).toInt(); }

private:
    void push()
    {
        while (m_socket.bytesToWrite() < 256 * 1024) {
            const QByteArray piece = m_next();
            if (piece.isEmpty() || m_socket.state() != QAbstractSocket::ConnectedState)
                return m_pace.stop();
            m_sent += piece.size();
            m_socket.write(piece);
            if (m_pace.interval() > 0)
                return;
        }
    }

    QTcpSocket m_socket;
    QTimer m_pace;
    QElapsedTimer m_clock;
    NextPiece m_next;
    QByteArray m_received;
    qint64 m_sent = 0;
    qint64 m_tookMs = -1;
};

Pusher::NextPiece upTo(qint64 bytes, const QByteArray &piece)
{
    return [left = bytes, piece]() mutable {
        left -= piece.size();
        return left < 0 ? QByteArray() : piece;
    };
}

} // namespace

/// T15: clients that send too much, or too slowly, or never end: each is refused by what it says or cut off by the
/// clock, costs next to no memory, and keeps nobody else from being served.
class TestHttpAbuse final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_fleet = std::make_unique<FleetFixture>("  edge: {command: [sleep, '1000']}\n");
        QVERIFY(m_fleet->beginAndSettle());
        m_port = quint16(m_fleet->daemon().client().target().url.port());
        m_request = request("GET", "/api/orchestration/services", m_fleet->daemon().client().target().token);
        for (int i = 0; i < 20; ++i)
            QCOMPARE(call(m_port, m_request).status, 200);
    }
    void cleanupTestCase() { m_fleet.reset(); }

    void tooMuch_data();
    void tooMuch();
    void tooSlow();

private:
    std::unique_ptr<FleetFixture> m_fleet;
    quint16 m_port = 0;
    QByteArray m_request;
};

void TestHttpAbuse::tooMuch_data()
{
    QTest::addColumn<QByteArray>("begin");
    QTest::addColumn<QByteArray>("piece");
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<int>("status");
    const QByteArray header = "GET /livez HTTP/1.1\r\n" + host + "X: ";
    const QByteArray letters(10'000, 'a');
    const QByteArray lines = QByteArray("X: y\r\n").repeated(1000);
    const QByteArray chunk = "10000\r\n" + QByteArray(0x10000, 'c') + "\r\n";
    const QByteArray post = "POST /api/orchestration/reload HTTP/1.1\r\n" + host;
    constexpr qint64 megabyte = 1'000'000;
    QTest::newRow("header of 10 kB") << header + letters + "\r\n\r\n" << QByteArray() << qint64(0) << 200;
    QTest::newRow("header of 100 kB") << header << letters << qint64(100'000) << 431;
    QTest::newRow("header of 20 MB") << header << letters << 20 * megabyte << 431;
    QTest::newRow("endless headers") << "GET /livez HTTP/1.1\r\n" + host << lines << 100 * megabyte << 431;
    QTest::newRow("target of 20 MB") << QByteArray("GET /") << letters << 20 * megabyte << 431;
    QTest::newRow("body of 100 MB") << post + "Content-Length: 100000000\r\n\r\n" << letters << 100 * megabyte << 413;
    QTest::newRow("100 MB in chunks") << post + "Transfer-Encoding: chunked\r\n\r\n" << chunk << 100 * megabyte << 411;
    QTest::newRow("100 MB after a whole request")
        << "POST /livez HTTP/1.1\r\n" + host + "Content-Length: 2\r\nConnection: close\r\n\r\n{}" << letters
        << 100 * megabyte << 401;
}

void TestHttpAbuse::tooMuch()
{
    QFETCH(QByteArray, begin);
    QFETCH(QByteArray, piece);
    QFETCH(qint64, bytes);
    QFETCH(int, status);
    const MemoryPeak memory(m_fleet->daemon().pid());
    Pusher pusher(m_port, begin, upTo(bytes, piece));
    QTRY_COMPARE_WITH_TIMEOUT(pusher.status(), status, 20'000);
    if (status >= 400)
        QTRY_VERIFY_WITH_TIMEOUT(pusher.isCut(), 20'000);
    QCOMPARE(call(m_port, m_request).status, 200);
    QVERIFY2(memory.growth() < mostMemory, qPrintable(QString::number(memory.growth())));
    reportFigure("T15",
        QStringLiteral("%1: %2, %3 KiB of memory more at the most, %4 bytes were sent")
            .arg(QLatin1String(QTest::currentDataTag()))
            .arg(status)
            .arg(memory.growth())
            .arg(pusher.sent()));
}

/// All at once: the deadline of a request is ten seconds, however its bytes come.
void TestHttpAbuse::tooSlow()
{
    const MemoryPeak memory(m_fleet->daemon().pid());
    const auto byte = [] { return QByteArray("a"); };
    std::vector<std::unique_ptr<Pusher>> slow;
    for (int i = 0; i < figure(20, 100); ++i) {
        slow.push_back(std::make_unique<Pusher>(m_port, "GET /livez HTTP/1.1\r\n" + host + "X: ", byte, 200));
        slow.push_back(std::make_unique<Pusher>(
            m_port, "POST /livez HTTP/1.1\r\n" + host + "Content-Length: 5000\r\n\r\n{", byte, 200));
    }
    int served = 0;
    qint64 slowest = 0;
    const auto allCut = [&slow] {
        return std::all_of(slow.begin(), slow.end(), [](const auto &one) { return one->isCut(); });
    };
    QElapsedTimer since;
    since.start();
    while (!allCut() && since.elapsed() < 30'000) {
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(call(m_port, m_request).status, 200);
        slowest = std::max(slowest, clock.elapsed());
        ++served;
        QTest::qWait(100);
    }
    QVERIFY(allCut());
    qint64 longest = 0;
    for (const auto &one : slow) {
        QCOMPARE(one->status(), 408);
        longest = std::max(longest, one->tookMs());
        QVERIFY(one->tookMs() > 9'000); // and not for another reason
    }
    QVERIFY2(longest < 15'000, qPrintable(QString::number(longest))); // on a busy machine; the rule says 11 s
    QVERIFY2(memory.growth() < mostMemory, qPrintable(QString::number(memory.growth())));
    reportFigure("T15",
        QStringLiteral("%1 dribbling clients: all cut off with 408 after at most %2 ms; of %3 good requests meanwhile "
                       "the slowest took %4 ms; %5 KiB of memory more at the most")
            .arg(slow.size())
            .arg(longest)
            .arg(served)
            .arg(slowest)
            .arg(memory.growth()));
}

QTEST_GUILESS_MAIN(TestHttpAbuse)
#include "tst_httpabuse.moc"
