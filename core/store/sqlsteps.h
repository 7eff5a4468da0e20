#pragma once

#include "core/base/clock.h"
#include "core/store/historykeys.h"
#include "core/store/storefault.h"

#include <QSqlQuery>
#include <QVariant>

#include <algorithm>
#include <functional>
#include <initializer_list>

namespace foghorn {

// What every statement on the database needs: faults instead of booleans, and times as milliseconds since the epoch.

inline qint64 sinceEpoch(WallTime time) { return time.time_since_epoch().count(); }
/// Of a damaged file, which may hold any number, the nearest one that a clock may show.
inline WallTime timeOf(const QVariant &value)
{
    return WallTime(std::chrono::milliseconds(std::clamp<qint64>(value.toLongLong(), 0, latestTime)));
}
/// For NOT NULL columns: a null QString would be bound as NULL.
inline QString notNull(const QString &value) { return value.isNull() ? QStringLiteral("") : value; }

MaybeFault prepare(QSqlQuery &query, const QString &statement);
/// Binds by position and executes.
MaybeFault run(QSqlQuery &query, std::initializer_list<QVariant> values);
/// The same, then `row` for each row.
MaybeFault runForEach(
    QSqlQuery &query, std::initializer_list<QVariant> values, const std::function<void(const QSqlQuery &)> &row);
/// `row` for each row that the statement gives.
MaybeFault forEachRow(QSqlDatabase &database, const QString &statement, std::initializer_list<QVariant> values,
    const std::function<void(const QSqlQuery &)> &row);
/// All of `work` in one transaction that writes, or nothing of it.
MaybeFault inTransaction(QSqlDatabase &database, const std::function<MaybeFault()> &work);

} // namespace foghorn
