#pragma once

#include "core/client/apiclient.h"
#include "core/registry/servicelogs.h"

namespace foghorn {

/// The logs of an orchestrator elsewhere, over REST: each is asked for every second, and answered at once where nothing
/// was written.
class RemoteLogs final : public ServiceLogs
{
public:
    /// The client must outlive it and its streams.
    explicit RemoteLogs(ApiClient &client)
        : m_client(client)
    {
    }

    std::unique_ptr<LogStream> follow(const QList<ServiceId> &services, qsizetype tail) override;
    QString placeOf(const ServiceId &) const override { return {}; }

private:
    ApiClient &m_client;
};

} // namespace foghorn
