#pragma once

#include "core/store/savedfleet.h"
#include "core/store/storefault.h"

class QSqlDatabase;

namespace foghorn {

/// The last checks of each service (checksKept), oldest first, by `names`' numbers of services.
MaybeFault readRecentChecks(
    QSqlDatabase &database, const QHash<qint64, ServiceId> &names, QHash<ServiceId, QList<CheckResult>> &checks);

} // namespace foghorn
