#pragma once

#include "core/store/storefault.h"

#include <QList>
#include <QString>

class QSqlDatabase;

namespace foghorn {

/// Checks kept of each service.
constexpr int checksKept = 100;

/// The statements that lead from schema version N to N + 1, at index N. A step that has been released is never changed.
using Migrations = QList<QList<QString>>;
const Migrations &migrations();

/// Brings an open database forward to the newest schema, each step in a transaction of its own. Newer: `user_version`
/// is beyond what we know. Damaged: a database that was not made by us.
MaybeFault migrate(QSqlDatabase &database, const Migrations &steps = migrations());

} // namespace foghorn
