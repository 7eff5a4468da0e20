#include "core/health/connectionpool.h"

#include "core/health/httpconnection.h"

#include <algorithm>

namespace foghorn {

int ConnectionPool::usualLimit()
{
    constexpr int most = 4096;
    return std::min(most, StreamEpoll::descriptorLimit() / 2);
}

ConnectionPool::ConnectionPool(int limit, std::chrono::milliseconds longestIdle)
    : m_limit(limit)
    , m_longestIdle(longestIdle)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(m_longestIdle / 4);
    connect(&m_timer, &QTimer::timeout, this, &ConnectionPool::onTimer);
}

ConnectionPool::Ticket ConnectionPool::keep(HttpConnection *connection)
{
    if (kept() >= m_limit)
        return 0;
    m_idle.emplace_hint(m_idle.end(), ++m_lastTicket, Idle{connection, std::chrono::steady_clock::now()});
    if (!m_timer.isActive())
        m_timer.start();
    return m_lastTicket;
}

bool ConnectionPool::makeRoom()
{
    constexpr int few = 16;
    if (m_idle.empty())
        return false;
    for (int i = 0; i < few && !m_idle.empty(); ++i)
        closeOldest();
    return true;
}

void ConnectionPool::closeOldest()
{
    HttpConnection *const connection = m_idle.begin()->second.connection;
    m_idle.erase(m_idle.begin());
    connection->close();
}

void ConnectionPool::onTimer()
{
    const MonoTime tooOld = std::chrono::steady_clock::now() - m_longestIdle;
    while (!m_idle.empty() && m_idle.begin()->second.since <= tooOld)
        closeOldest();
    if (!m_idle.empty())
        m_timer.start();
}

} // namespace foghorn
