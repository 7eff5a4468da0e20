#include "core/store/fleetreader.h"

#include "core/model/words.h"
#include "core/store/recentchecks.h"
#include "core/store/sqlsteps.h"
#include "core/store/storewords.h"

#include <QFileInfo>

#include <algorithm>

namespace foghorn {
namespace {

/// Reading it whole takes about a tenth of a second.
constexpr qint64 quicklyChecked = 32 * 1024 * 1024;

using Names = QHash<qint64, ServiceId>;

/// The whole file where that is quick, else only the tables that are read now. What is wrong with the others shows when
/// they are read.
MaybeFault checkPages(QSqlDatabase &database)
{
    QList<QString> questions{QStringLiteral("PRAGMA quick_check(1)")};
    if (QFileInfo(database.databaseName()).size() > quicklyChecked) {
        questions.clear();
        for (const char *table : {"fleet", "service", "state", "span", "check_log", "check_folded"})
            questions << QStringLiteral("PRAGMA quick_check(%1)").arg(QLatin1String(table));
    }
    MaybeFault fault;
    for (auto question = questions.cbegin(); question != questions.cend() && !fault; ++question) {
        QString found;
        fault =
            forEachRow(database, *question, {}, [&found](const QSqlQuery &row) { found = row.value(0).toString(); });
        if (!fault && found != QLatin1String("ok"))
            fault = StoreFault{StoreFault::Kind::Damaged, found.simplified().left(200)};
    }
    return fault;
}

MaybeFault readEventIds(QSqlDatabase &database, SavedFleet &fleet)
{
    return forEachRow(database, QStringLiteral("SELECT max(id), (SELECT min(id) FROM event) FROM event"), {},
        [&fleet](const QSqlQuery &row) {
            fleet.lastEventId = std::max(fleet.lastEventId, row.value(0).toLongLong());
            fleet.firstEventId = row.value(1).toLongLong();
        });
}

/// `isEndKnown`: somebody has noted how it ended.
MaybeFault readFleetValues(QSqlDatabase &database, SavedFleet &fleet, bool &isEndKnown)
{
    BootClock alive;
    auto fault = forEachRow(database, QStringLiteral("SELECT key, value FROM fleet"), {}, [&](const QSqlQuery &row) {
        const QString key = row.value(0).toString();
        if (key == QLatin1String("last_event_id"))
            fleet.lastEventId = row.value(1).toLongLong();
        else if (key == QLatin1String("ended_cleanly")) {
            isEndKnown = true;
            fleet.endedCleanly = row.value(1).toLongLong() != 0;
        } else if (key == QLatin1String("alive_at"))
            alive.wall = timeOf(row.value(1));
        else if (key == QLatin1String("alive_since_boot"))
            alive.sinceBoot = timeOf(row.value(1)).time_since_epoch();
        else if (key == QLatin1String("alive_in_boot"))
            alive.boot = row.value(1).toLongLong();
    });
    if (alive != BootClock{})
        fleet.alive = alive;
    return fault;
}

MaybeFault readNames(QSqlDatabase &database, Names &names)
{
    return forEachRow(database, QStringLiteral("SELECT id, name FROM service"), {},
        [&names](const QSqlQuery &row) { names.insert(row.value(0).toLongLong(), row.value(1).toString()); });
}

std::optional<ExitInfo> exitOf(const QSqlQuery &row, int column)
{
    if (row.isNull(column))
        return std::nullopt;
    return ExitInfo{exitKindFromWord(row.value(column).toString()), row.value(column + 1).toInt(),
        row.value(column + 2).toInt(), row.value(column + 3).toBool(), row.value(column + 4).toString()};
}

SavedService stateOf(const QSqlQuery &row, const ServiceId &service)
{
    SavedService saved;
    saved.service = service;
    saved.goal = goalFromWord(row.value(1).toString());
    saved.state = runStateFromWord(row.value(2).toString()).value_or(RunState::Stopped);
    saved.cause = causeFromWord(row.value(3).toString()).value_or(Cause::None);
    saved.since = timeOf(row.value(4));
    saved.wasReady = row.value(5).toBool();
    saved.restartCount = row.value(6).toInt();
    saved.restartAttempts = row.value(7).toInt();
    if (!row.isNull(8))
        saved.lastRestart = timeOf(row.value(8));
    saved.lastExit = exitOf(row, 9);
    saved.lastError = row.value(14).toString();
    saved.ports = portsFromText(row.value(15).toString());
    saved.fingerprint = row.value(16).toByteArray();
    return saved;
}

MaybeFault readStates(QSqlDatabase &database, const Names &names, SavedFleet &fleet)
{
    const QString statement =
        QStringLiteral("SELECT service, goal, state, cause, since, was_ready, restart_count, restart_attempts,"
                       " last_restart, exit_kind, exit_code, exit_signal, exit_core, exit_reason, last_error,"
                       " ports, fingerprint FROM state");
    return forEachRow(database, statement, {}, [&](const QSqlQuery &row) {
        if (const auto name = names.constFind(row.value(0).toLongLong()); name != names.cend())
            fleet.services.insert(*name, stateOf(row, *name));
    });
}

MaybeFault readSpans(QSqlDatabase &database, const Names &names, SavedFleet &fleet)
{
    return forEachRow(database, QStringLiteral("SELECT service, at, condition FROM span ORDER BY service, at"), {},
        [&](const QSqlQuery &row) {
            if (const auto name = names.constFind(row.value(0).toLongLong()); name != names.cend())
                fleet.spans[*name].append({timeOf(row.value(1)), row.value(2).toInt()});
        });
}

} // namespace

MaybeFault readFleet(QSqlDatabase &database, SavedFleet &fleet)
{
    Names names;
    bool isEndKnown = false;
    auto fault = checkPages(database);
    if (!fault)
        fault = readFleetValues(database, fleet, isEndKnown);
    if (!fault)
        fault = readEventIds(database, fleet);
    if (!fault)
        fault = readNames(database, names);
    if (!fault)
        fault = readStates(database, names, fleet);
    if (!isEndKnown) // a new file is as good as an end; one with states was begun anew while they lived
        fleet.endedCleanly = fleet.services.isEmpty();
    if (!fault)
        fault = readRecentChecks(database, names, fleet.checks);
    if (!fault)
        fault = readSpans(database, names, fleet);
    return fault;
}

} // namespace foghorn
