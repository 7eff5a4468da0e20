#include "core/store/fleetreader.h"

#include "core/model/words.h"
#include "core/store/schema.h"
#include "core/store/storewords.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <algorithm>
#include <functional>

namespace foghorn {
namespace {

using Names = QHash<qint64, ServiceId>;

WallTime timeOf(const QVariant &value) { return WallTime(std::chrono::milliseconds(value.toLongLong())); }

MaybeFault forEachRow(
    QSqlDatabase &database, const QString &statement, const std::function<void(const QSqlQuery &)> &row)
{
    QSqlQuery query(database);
    query.setForwardOnly(true);
    if (!query.exec(statement))
        return faultOf(query.lastError());
    while (query.next())
        row(query);
    if (query.lastError().isValid()) // a page in the middle that cannot be read ends next() like the last row does
        return faultOf(query.lastError());
    return std::nullopt;
}

MaybeFault checkPages(QSqlDatabase &database)
{
    QString found;
    auto fault = forEachRow(database, QStringLiteral("PRAGMA quick_check(1)"),
        [&found](const QSqlQuery &row) { found = row.value(0).toString(); });
    if (!fault && found != QLatin1String("ok"))
        fault = StoreFault{StoreFault::Kind::Damaged, found.simplified().left(200)};
    return fault;
}

MaybeFault readFleetValues(QSqlDatabase &database, SavedFleet &fleet)
{
    return forEachRow(database, QStringLiteral("SELECT key, value FROM fleet"), [&fleet](const QSqlQuery &row) {
        const QString key = row.value(0).toString();
        if (key == QLatin1String("last_event_id"))
            fleet.lastEventId = row.value(1).toLongLong();
        else if (key == QLatin1String("ended_cleanly"))
            fleet.endedCleanly = row.value(1).toLongLong() != 0;
    });
}

MaybeFault readNames(QSqlDatabase &database, Names &names)
{
    return forEachRow(database, QStringLiteral("SELECT id, name FROM service"),
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
    return forEachRow(database, statement, [&](const QSqlQuery &row) {
        if (const auto name = names.constFind(row.value(0).toLongLong()); name != names.cend())
            fleet.services.insert(*name, stateOf(row, *name));
    });
}

/// Reads the rings of checks. Texts repeat a lot (each passed check says the same), so equal ones are decoded once and
/// shared.
class CheckReader final
{
public:
    CheckReader(const Names &names, SavedFleet &fleet)
        : m_names(names)
        , m_fleet(fleet)
    {
    }

    /// Rows come by service and slot.
    void take(const QSqlQuery &row)
    {
        const qint64 id = row.value(0).toLongLong();
        if (id != m_service) {
            finish();
            m_service = id;
        }
        const qint64 seq = row.value(1).toLongLong();
        if (!m_checks.isEmpty() && seq < m_lastSeq)
            m_oldest = m_checks.size();
        m_lastSeq = seq;
        m_checks.append(checkOf(row));
    }
    /// After the last row.
    void finish()
    {
        if (const auto name = m_names.constFind(m_service); name != m_names.cend() && !m_checks.isEmpty()) {
            std::rotate(m_checks.begin(), m_checks.begin() + m_oldest, m_checks.end());
            for (CheckResult &check : m_checks)
                check.service = *name;
            m_fleet.checks.insert(*name, m_checks);
        }
        m_checks = {};
        m_checks.reserve(checksKept);
        m_oldest = 0;
    }

private:
    CheckResult checkOf(const QSqlQuery &row)
    {
        CheckResult check;
        check.at = timeOf(row.value(2));
        check.passed = row.value(3).toBool();
        check.timedOut = row.value(4).toBool();
        check.responseTime = std::chrono::microseconds(row.value(5).toLongLong());
        check.healthAfter = healthFromWord(row.value(6).toString()).value_or(Health::Unknown);
        check.message = row.value(7).toString();
        if (const auto known = m_messages.constFind(check.message); known != m_messages.cend())
            check.message = *known;
        else
            m_messages.insert(check.message, check.message);
        const QString details = row.value(8).toString();
        auto known = m_details.find(details);
        if (known == m_details.end())
            known = m_details.insert(details, detailsFromText(details));
        check.details = *known;
        return check;
    }

    const Names &m_names;
    SavedFleet &m_fleet;
    qint64 m_service = -1;
    qint64 m_lastSeq = 0;
    qsizetype m_oldest = 0; ///< where in m_checks the ring begins
    QList<CheckResult> m_checks;
    QHash<QString, QString> m_messages;
    QHash<QString, QList<QPair<QString, QString>>> m_details;
};

MaybeFault readChecks(QSqlDatabase &database, const Names &names, SavedFleet &fleet)
{
    CheckReader reader(names, fleet);
    auto fault = forEachRow(database,
        QStringLiteral("SELECT service, seq, at, passed, timed_out, response_us, health, message, details"
                       " FROM recent_check ORDER BY service, slot"),
        [&reader](const QSqlQuery &row) { reader.take(row); });
    reader.finish();
    return fault;
}

MaybeFault readSpans(QSqlDatabase &database, const Names &names, SavedFleet &fleet)
{
    return forEachRow(database, QStringLiteral("SELECT service, at, condition FROM span ORDER BY service, at"),
        [&](const QSqlQuery &row) {
            if (const auto name = names.constFind(row.value(0).toLongLong()); name != names.cend())
                fleet.spans[*name].append({timeOf(row.value(1)), row.value(2).toInt()});
        });
}

} // namespace

MaybeFault readFleet(QSqlDatabase &database, SavedFleet &fleet)
{
    Names names;
    auto fault = checkPages(database);
    if (!fault)
        fault = readFleetValues(database, fleet);
    if (!fault)
        fault = readNames(database, names);
    if (!fault)
        fault = readStates(database, names, fleet);
    if (!fault)
        fault = readChecks(database, names, fleet);
    if (!fault)
        fault = readSpans(database, names, fleet);
    return fault;
}

} // namespace foghorn
