#pragma once

#include "core/store/storefault.h"
#include "core/store/varint.h"

#include <QByteArray>
#include <QHash>

#include <functional>
#include <optional>

class QSqlDatabase;

namespace foghorn {

// The newest checks stand in check_log, one row for each transaction, because that is one page to write and not one for
// each service. Now and then they are folded into check_block, which keeps the checks of a service together, and the
// log begins anew. A row of the log holds for each service its number and a CheckBlock.

/// Adds the checks of a service to a row.
void putIntoLogRow(QByteArray &row, qint64 service, const QByteArray &block);

/// Gives every block in the log that check_block does not hold yet, in the order of writing, of one service or of all.
/// Also tells the highest row. What cannot be read of a row is left out: it stops no other.
MaybeFault readCheckLog(QSqlDatabase &database, std::optional<qint64> service,
    const std::function<void(qint64 service, QByteArrayView block)> &take, qint64 *highestRow = nullptr);

} // namespace foghorn
