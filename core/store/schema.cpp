#include "core/store/schema.h"

#include "core/store/databaseconnection.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

namespace foghorn {
namespace {

// Words instead of enum numbers, milliseconds since the epoch for times: the file can be read by people and by later
// versions.
QList<QString> firstSchema()
{
    return {
        QStringLiteral("CREATE TABLE fleet (key TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID"),
        QStringLiteral("CREATE TABLE service (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)"),
        QStringLiteral("CREATE TABLE state (service INTEGER PRIMARY KEY, goal TEXT NOT NULL, state TEXT NOT NULL, "
                       "cause TEXT NOT NULL,"
                       " since INTEGER NOT NULL, was_ready INTEGER NOT NULL, restart_count INTEGER NOT NULL,"
                       " restart_attempts INTEGER NOT NULL, last_restart INTEGER, exit_kind TEXT, exit_code INTEGER,"
                       " exit_signal INTEGER, exit_core INTEGER, exit_reason TEXT, last_error TEXT NOT NULL,"
                       " ports TEXT NOT NULL, fingerprint BLOB NOT NULL)"),
        // A ring per service: slot is seq modulo the number kept, so a new check takes the oldest one's place and
        // nothing is pruned.
        QStringLiteral(
            "CREATE TABLE recent_check (service INTEGER NOT NULL, slot INTEGER NOT NULL, seq INTEGER NOT NULL,"
            " at INTEGER NOT NULL, passed INTEGER NOT NULL, timed_out INTEGER NOT NULL, response_us INTEGER NOT NULL,"
            " health TEXT NOT NULL, message TEXT NOT NULL, details TEXT NOT NULL,"
            " PRIMARY KEY (service, slot)) WITHOUT ROWID"),
        QStringLiteral("CREATE TABLE span (service INTEGER NOT NULL, at INTEGER NOT NULL, condition INTEGER NOT NULL,"
                       " PRIMARY KEY (service, at)) WITHOUT ROWID"),
    };
}

MaybeFault readNumber(QSqlDatabase &database, const QString &statement, qint64 &number)
{
    QSqlQuery query(database);
    if (!query.exec(statement) || !query.next())
        return faultOf(query.lastError());
    number = query.value(0).toLongLong();
    return std::nullopt;
}

MaybeFault runStep(QSqlDatabase &database, const Migrations &steps, qsizetype version)
{
    // Writing lock first: two that migrate at once do it one after the other, and the second finds nothing to do.
    if (auto fault = execute(database, QStringLiteral("BEGIN IMMEDIATE")))
        return fault;
    qint64 found = 0;
    MaybeFault fault = readNumber(database, QStringLiteral("PRAGMA user_version"), found);
    if (!fault && found == version) {
        QList<QString> statements = steps.at(version);
        statements.append(QStringLiteral("PRAGMA user_version=%1").arg(version + 1));
        for (const QString &statement : std::as_const(statements)) {
            fault = execute(database, statement);
            if (fault)
                break;
        }
    }
    if (!fault)
        fault = execute(database, QStringLiteral("COMMIT"));
    if (fault)
        execute(database,
            QStringLiteral("ROLLBACK")); // may have been rolled back already; the first fault is the one to tell
    return fault;
}

} // namespace

const Migrations &migrations()
{
    static const Migrations steps{firstSchema()};
    return steps;
}

MaybeFault migrate(QSqlDatabase &database, const Migrations &steps)
{
    qint64 version = 0;
    if (auto fault = readNumber(database, QStringLiteral("PRAGMA user_version"), version))
        return fault;
    if (version > steps.size())
        return StoreFault{StoreFault::Kind::Newer,
            QStringLiteral("schema version %1, this Foghorn knows %2").arg(version).arg(steps.size())};
    if (version < 0)
        return StoreFault{StoreFault::Kind::Damaged, QStringLiteral("schema version %1").arg(version)};
    for (qsizetype step = version; step < steps.size(); ++step) {
        if (auto fault = runStep(database, steps, step))
            return fault;
    }
    return std::nullopt;
}

} // namespace foghorn
