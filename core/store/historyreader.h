#pragma once

#include "core/registry/history.h"
#include "core/store/databaseconnection.h"

#include <memory>

namespace foghorn {

/// Answers questions about history over a connection of its own, which only reads. Belongs to one thread.
class HistoryReader final
{
    Q_DISABLE_COPY_MOVE(HistoryReader)
public:
    explicit HistoryReader(QString path);
    ~HistoryReader();

    Result<ServiceHistory> ofService(const HistoryQuery &query);
    Result<EventPage> events(const EventQuery &query);

private:
    /// Runs `work` on the open database; opens it anew after a fault.
    MaybeFault onDatabase(const std::function<MaybeFault(QSqlDatabase &)> &work);

    QString m_path;
    std::unique_ptr<DatabaseConnection> m_connection;
};

} // namespace foghorn
