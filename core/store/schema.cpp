#include "core/store/schema.h"

#include "core/store/checkring.h"
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

/// Checks leave their ring of a hundred for log, blocks and buckets (checklog.h, checkblock.h, bucketblock.h); ids of
/// those are historykeys.h's. Events and spans are kept.
QList<QString> historySchema()
{
    return {
        QStringLiteral("CREATE TABLE check_log (id INTEGER PRIMARY KEY, data BLOB NOT NULL)"),
        QStringLiteral("CREATE TABLE check_folded (service INTEGER PRIMARY KEY, log_row INTEGER NOT NULL)"),
        QStringLiteral("CREATE TABLE check_block (id INTEGER PRIMARY KEY, until INTEGER NOT NULL,"
                       " count INTEGER NOT NULL, data BLOB NOT NULL)"),
        QStringLiteral("CREATE TABLE bucket_block (id INTEGER PRIMARY KEY, data BLOB NOT NULL)"),
        QStringLiteral("CREATE TABLE state_span (service INTEGER NOT NULL, at INTEGER NOT NULL, state TEXT NOT NULL,"
                       " cause TEXT NOT NULL, PRIMARY KEY (service, at)) WITHOUT ROWID"),
        QStringLiteral("CREATE TABLE health_span (service INTEGER NOT NULL, at INTEGER NOT NULL, health TEXT NOT NULL,"
                       " PRIMARY KEY (service, at)) WITHOUT ROWID"),
        // By name: events stay when their service is removed.
        QStringLiteral("CREATE TABLE event (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, kind TEXT NOT NULL,"
                       " service TEXT NOT NULL, from_word TEXT NOT NULL, to_word TEXT NOT NULL, cause TEXT NOT NULL,"
                       " actor TEXT NOT NULL, message TEXT NOT NULL)"),
        QStringLiteral("CREATE INDEX event_service ON event (service, id)"),
        QStringLiteral("CREATE INDEX event_kind ON event (kind, id)"),
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

MaybeFault executeAll(QSqlDatabase &database, const QList<QString> &statements)
{
    for (const QString &statement : statements) {
        if (auto fault = execute(database, statement))
            return fault;
    }
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
        const Migration &step = steps.at(version);
        fault = executeAll(database, step.before);
        if (!fault && step.convert)
            fault = step.convert(database);
        if (!fault)
            fault = executeAll(
                database, step.after + QList<QString>{QStringLiteral("PRAGMA user_version=%1").arg(version + 1)});
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
    static const Migrations steps{
        {firstSchema(), nullptr, {}},
        {historySchema(), &convertRecentChecks, {QStringLiteral("DROP TABLE recent_check")}},
    };
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
