#pragma once

#include "core/store/storefault.h"

class QSqlDatabase;

namespace foghorn {

/// Puts what schema version 1 kept of checks, a ring of a hundred for each service, into blocks.
MaybeFault convertRecentChecks(QSqlDatabase &database);

} // namespace foghorn
