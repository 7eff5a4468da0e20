#pragma once

#include "core/api/httpreply.h"
#include "core/api/qthttpcompat.h"

#include <QObject>
#include <QPointer>

#include <memory>

namespace foghorn {

/// The answer that a request still waits for. Whoever does the work keeps it and sends once; what comes later, or after
/// the client has left, is dropped. Dropped unsent it answers 503.
class PendingReply final
{
    Q_DISABLE_COPY_MOVE(PendingReply)
public:
    PendingReply(Connection &connection, RequestLease lease, std::shared_ptr<int> count, QByteArray instance);
    ~PendingReply();

    bool isSent() const { return m_isSent; }
    void send(HttpReply reply);

private:
    QPointer<Connection> m_connection;
    RequestLease m_lease;
    std::shared_ptr<int> m_count; ///< how many wait, over the whole server
    QByteArray m_instance; ///< of the server, for ETags
    bool m_isSent = false;
};

using PendingReplyPtr = std::shared_ptr<PendingReply>;

} // namespace foghorn
