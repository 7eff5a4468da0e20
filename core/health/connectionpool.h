#pragma once

#include "core/base/clock.h"
#include "core/process/streamepoll.h"

#include <QTimer>

#include <map>

namespace foghorn {

class HttpConnection;

/// What all probes of a monitor share: the sockets' event source, and the count of connections kept open between
/// checks. Descriptors are finite, so only so many are kept, and none for long; when they run out, some are let go.
class ConnectionPool final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionPool)
public:
    /// Says which connection is meant; none is 0.
    using Ticket = quint64;

    static constexpr std::chrono::milliseconds usualIdleTime{120'000};
    /// As many as are worth keeping, but never more than half of what this process may open.
    static int usualLimit();

    explicit ConnectionPool(int limit = usualLimit(), std::chrono::milliseconds longestIdle = usualIdleTime);

    StreamEpoll &epoll() { return m_epoll; }
    int kept() const { return static_cast<int>(m_idle.size()); }

    /// The connection is idle from now on and is told to close() when it was so for too long. 0: it is not to be kept.
    [[nodiscard]] Ticket keep(HttpConnection *connection);
    /// The connection is in use again, or gone.
    void release(Ticket ticket) { m_idle.erase(ticket); }
    /// No descriptors are left: closes a few of those idle the longest. False: there are none.
    bool makeRoom();

private:
    struct Idle
    {
        HttpConnection *connection = nullptr;
        MonoTime since{};
    };

    void closeOldest();
    void onTimer();

    const int m_limit;
    const std::chrono::milliseconds m_longestIdle;
    StreamEpoll m_epoll;
    std::map<Ticket, Idle> m_idle; ///< tickets rise: the first is idle the longest
    Ticket m_lastTicket = 0;
    QTimer m_timer;
};

} // namespace foghorn
