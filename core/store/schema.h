#pragma once

#include "core/store/storefault.h"

#include <QList>
#include <QString>

#include <functional>

class QSqlDatabase;

namespace foghorn {

/// What leads from one schema version to the next.
struct Migration
{
    QList<QString> before; ///< statements
    std::function<MaybeFault(QSqlDatabase &)> convert; ///< what statements cannot say; may be none
    QList<QString> after; ///< statements
};

/// From version N to N + 1, at index N. A step that has been released is never changed.
using Migrations = QList<Migration>;
const Migrations &migrations();

/// Brings an open database forward to the newest schema, each step in a transaction of its own. Newer: `user_version`
/// is beyond what we know. Damaged: a database that was not made by us.
MaybeFault migrate(QSqlDatabase &database, const Migrations &steps = migrations());

} // namespace foghorn
