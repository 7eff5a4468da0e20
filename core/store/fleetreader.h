#pragma once

#include "core/store/savedfleet.h"
#include "core/store/storefault.h"

class QSqlDatabase;

namespace foghorn {

/// Checks the file's pages and reads all that was saved into `fleet`. After a fault `fleet` holds nothing to be relied
/// on.
MaybeFault readFleet(QSqlDatabase &database, SavedFleet &fleet);

} // namespace foghorn
