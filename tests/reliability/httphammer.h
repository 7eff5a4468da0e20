#pragma once

#include <QElapsedTimer>
#include <QMap>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <functional>
#include <memory>
#include <vector>

namespace foghorn {

/// Sends many requests over many connections at once and counts what comes of them.
class HttpHammer final : public QObject
{
    Q_DISABLE_COPY_MOVE(HttpHammer)
public:
    struct Plan
    {
        std::function<QByteArray(int)> make; ///< the bytes of request number so and so
        int requests = 0; ///< all together
        int lanes = 8; ///< connections at once
        int perConnection = 1; ///< requests, one after the other
        std::chrono::milliseconds patience{20'000}; ///< for each answer
    };

    HttpHammer(quint16 port, Plan plan)
        : m_port(port)
        , m_plan(std::move(plan))
    {
    }
    /// Whether all were sent and answered or given up in time. The connections of those answered last stay open for as
    /// long as this lives, when the plan has more requests for each than were left.
    bool run(int longestMs)
    {
        for (int i = 0; i < m_plan.lanes; ++i) {
            m_lanes.push_back(std::make_unique<Lane>());
            open(*m_lanes.back());
        }
        return QTest::qWaitFor([this] { return m_done == m_plan.requests; }, longestMs);
    }

    QMap<int, int> statuses; ///< how many answers had it; 0: none came
    /// The time in which so much of all were answered, in milliseconds: percentile(0.99).
    double percentile(double share)
    {
        if (m_times.empty())
            return 0;
        std::sort(m_times.begin(), m_times.end());
        const auto last = static_cast<double>(m_times.size() - 1);
        return static_cast<double>(m_times[static_cast<std::size_t>(last * share)]) / 1e6;
    }
    int withStatus(int from, int to) const
    {
        int sum = 0;
        for (auto at = statuses.begin(); at != statuses.end(); ++at)
            sum += at.key() >= from && at.key() <= to ? at.value() : 0;
        return sum;
    }

private:
    struct Lane
    {
        std::unique_ptr<QTcpSocket> socket;
        QTimer late;
        QElapsedTimer clock;
        QByteArray received;
        int left = 0; ///< requests on this connection
        bool waits = false;
    };

    void open(Lane &lane)
    {
        if (m_sent >= m_plan.requests)
            return;
        if (lane.socket)
            lane.socket.release()->deleteLater(); // we may be in one of its slots
        lane.socket = std::make_unique<QTcpSocket>();
        lane.left = m_plan.perConnection;
        lane.late.setSingleShot(true);
        lane.late.disconnect();
        connect(&lane.late, &QTimer::timeout, this, [this, &lane] { end(lane, 0, true); });
        connect(lane.socket.get(), &QTcpSocket::connected, this, [this, &lane] { send(lane); });
        connect(lane.socket.get(), &QTcpSocket::readyRead, this, [this, &lane] { read(lane); });
        connect(lane.socket.get(), &QTcpSocket::errorOccurred, this, [this, &lane] { end(lane, 0, true); });
        ++m_sent;
        lane.waits = true;
        lane.clock.start();
        lane.late.start(m_plan.patience);
        lane.socket->connectToHost(QStringLiteral("127.0.0.1"), m_port);
    }
    void send(Lane &lane)
    {
        lane.received.clear();
        lane.socket->write(m_plan.make(m_next++));
    }
    void read(Lane &lane)
    {
        lane.received += lane.socket->readAll();
        const qsizetype end = lane.received.indexOf("\r\n\r\n");
        if (!lane.waits || end < 0)
            return;
        const int status = lane.received.mid(9, 3).toInt();
        if (status == 100) {
            lane.received.remove(0, end + 4);
            return read(lane);
        }
        const QByteArray head = lane.received.first(end).toLower();
        const qsizetype at = head.indexOf("content-length: ");
        const qsizetype size = at < 0 ? 0 : head.mid(at + 16, head.indexOf('\r', at) - at - 16).toLongLong();
        if (lane.received.size() < end + 4 + size)
            return;
        this->end(lane, status, --lane.left == 0 || status == 503 || head.contains("connection: close"));
    }
    void end(Lane &lane, int status, bool closes)
    {
        if (!lane.waits)
            return;
        lane.waits = false;
        lane.late.stop();
        ++statuses[status];
        ++m_done;
        m_times.push_back(lane.clock.nsecsElapsed());
        if (closes) {
            lane.socket->disconnect();
            lane.socket->abort();
            return open(lane);
        }
        if (m_sent >= m_plan.requests)
            return;
        ++m_sent;
        lane.waits = true;
        lane.clock.start();
        lane.late.start(m_plan.patience);
        send(lane);
    }

    const quint16 m_port;
    const Plan m_plan;
    std::vector<std::unique_ptr<Lane>> m_lanes;
    std::vector<qint64> m_times; ///< ns
    int m_sent = 0;
    int m_next = 0;
    int m_done = 0;
};

} // namespace foghorn
