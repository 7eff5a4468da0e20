#pragma once

#include "core/registry/history.h"
#include "core/store/storefault.h"

class QSqlDatabase;

namespace foghorn {

MaybeFault readEvents(QSqlDatabase &database, const EventQuery &query, EventPage &page);

/// The changes of run state of the query's service within its window; the newest ones when there are more than its
/// points.
MaybeFault readStateEvents(QSqlDatabase &database, const HistoryQuery &query, QList<Event> &states);

/// The spans of state and health of the service with that number that touch the window, likewise.
MaybeFault readSpans(QSqlDatabase &database, qint64 service, const HistoryQuery &query, ServiceHistory &history);

} // namespace foghorn
