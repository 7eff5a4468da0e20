#include "core/store/sqlsteps.h"

#include "core/store/databaseconnection.h"

#include <QSqlError>

namespace foghorn {

MaybeFault prepare(QSqlQuery &query, const QString &statement)
{
    query.setForwardOnly(true);
    if (!query.prepare(statement))
        return faultOf(query.lastError());
    return std::nullopt;
}

MaybeFault run(QSqlQuery &query, std::initializer_list<QVariant> values)
{
    int position = 0;
    for (const QVariant &value : values)
        query.bindValue(position++, value);
    if (!query.exec())
        return faultOf(query.lastError());
    return std::nullopt;
}

MaybeFault runForEach(
    QSqlQuery &query, std::initializer_list<QVariant> values, const std::function<void(const QSqlQuery &)> &row)
{
    if (auto fault = run(query, values))
        return fault;
    while (query.next())
        row(query);
    MaybeFault fault;
    if (query.lastError().isValid()) // a page in the middle that cannot be read ends next() like the last row does
        fault = faultOf(query.lastError());
    query.finish();
    return fault;
}

MaybeFault forEachRow(QSqlDatabase &database, const QString &statement, std::initializer_list<QVariant> values,
    const std::function<void(const QSqlQuery &)> &row)
{
    QSqlQuery query(database);
    if (auto fault = prepare(query, statement))
        return fault;
    return runForEach(query, values, row);
}

MaybeFault inTransaction(QSqlDatabase &database, const std::function<MaybeFault()> &work)
{
    auto fault = execute(database, QStringLiteral("BEGIN IMMEDIATE"));
    if (fault)
        return fault;
    fault = work();
    if (!fault)
        fault = execute(database, QStringLiteral("COMMIT"));
    if (fault)
        execute(database, QStringLiteral("ROLLBACK")); // may be rolled back already; the first fault is the one to tell
    return fault;
}

} // namespace foghorn
