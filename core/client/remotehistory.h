#pragma once

#include "core/client/apiclient.h"
#include "core/registry/history.h"

#include <QObject>

namespace foghorn {

/// The memory of an orchestrator elsewhere, over REST.
class RemoteHistory final : public QObject, public History
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RemoteHistory)
public:
    /// The client must outlive it.
    explicit RemoteHistory(ApiClient &client, QObject *parent = nullptr);
    ~RemoteHistory() override;

    QFuture<Result<ServiceHistory>> ofService(const HistoryQuery &query) override;
    /// The API knows no `before`: with one, what comes from it on is left out of the answer.
    QFuture<Result<EventPage>> events(const EventQuery &query) override;

private:
    ApiClient &m_client;
};

} // namespace foghorn
