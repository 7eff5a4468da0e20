#pragma once

#include "core/registry/history.h"
#include "core/store/storefault.h"

class QSqlDatabase;

namespace foghorn {

/// The checks of the service with that number within the query's window, thinned to its number of points.
MaybeFault readCheckPoints(
    QSqlDatabase &database, qint64 service, const HistoryQuery &query, QList<CheckPoint> &points);

} // namespace foghorn
