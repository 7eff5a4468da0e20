#include "core/client/remotelogs.h"

#include "core/client/remotelogstream.h"

namespace foghorn {

std::unique_ptr<LogStream> RemoteLogs::follow(const QList<ServiceId> &services, qsizetype tail)
{
    return std::make_unique<RemoteLogStream>(m_client, services, tail);
}

} // namespace foghorn
