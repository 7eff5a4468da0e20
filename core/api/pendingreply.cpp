#include "core/api/pendingreply.h"

#include "core/api/requestchecks.h"

namespace foghorn {

PendingReply::PendingReply(Connection &connection, RequestLease lease, std::shared_ptr<int> count, QByteArray instance)
    : m_connection(&connection)
    , m_lease(std::move(lease))
    , m_count(std::move(count))
    , m_instance(std::move(instance))
{
    ++*m_count;
    connection.awaitAnswer();
}

PendingReply::~PendingReply()
{
    if (!m_isSent)
        send(HttpReply::problem(503,
            QStringLiteral("The orchestrator ended before this was done; look at the state "
                           "and try again.")));
    --*m_count;
}

void PendingReply::send(HttpReply reply)
{
    if (m_isSent)
        return;
    m_isSent = true;
    // A request that came behind this one was never read: the connection ends, so the client knows to send it again.
    reply.closes = true;
    if (m_connection)
        m_connection->answer(revalidated(m_connection->head(), std::move(reply), m_instance));
    m_lease.reset();
}

} // namespace foghorn
