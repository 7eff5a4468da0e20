#pragma once

#include "core/registry/history.h"
#include "core/store/storefault.h"

#include <functional>

class QSqlDatabase;

namespace foghorn {

/// Answers questions about history. Each over a connection of its own, which only reads: opening takes less than a
/// millisecond, and a file that was replaced is found.
class HistoryReader final
{
    Q_DISABLE_COPY_MOVE(HistoryReader)
public:
    explicit HistoryReader(QString path);

    Result<ServiceHistory> ofService(const HistoryQuery &query) const;
    Result<EventPage> events(const EventQuery &query) const;

private:
    MaybeFault onDatabase(const std::function<MaybeFault(QSqlDatabase &)> &work) const;

    const QString m_path;
};

} // namespace foghorn
