#include "core/store/thinner.h"

#include "core/store/checkblock.h"
#include "core/store/checkpoints.h"
#include "core/store/historykeys.h"
#include "core/store/retention.h"
#include "core/store/sqlsteps.h"

#include <algorithm>

namespace foghorn {
namespace {

constexpr int mostBlocksAtOnce = 64;
constexpr qint64 mostEventsAtOnce = 2'000;

} // namespace

/// Blocks that are to become buckets.
struct Thinner::OldChecks
{
    qint64 upTo = -1; ///< the last one's key
    Buckets buckets;
};

Thinner::Thinner(QSqlDatabase &database)
    : m_database(database)
{
}

MaybeFault Thinner::countSteps(qint64 &steps)
{
    return forEachRow(m_database, QStringLiteral("SELECT count(*) + 1 FROM service"), {},
        [&steps](const QSqlQuery &row) { steps = row.value(0).toLongLong(); });
}

MaybeFault Thinner::step(WallTime now)
{
    qint64 next = 0;
    auto fault = forEachRow(m_database, QStringLiteral("SELECT min(id) FROM service WHERE id > ?"), {m_service},
        [&next](const QSqlQuery &row) { next = row.value(0).toLongLong(); });
    if (fault)
        return fault;
    if (m_isBehind) // with the events
        next = 0;
    m_service = next;
    m_hasRemoved = false;
    return inTransaction(
        m_database, [&] { return next == 0 ? forgetEvents(now - historyKept) : thinService(next, now); });
}

MaybeFault Thinner::thinService(qint64 service, WallTime now)
{
    OldChecks old;
    auto fault = readOldChecks(service, now - rawChecksKept, old);
    if (!fault && old.upTo >= 0) {
        fault = addToDays(service, old.buckets);
        if (!fault)
            fault = forEachRow(m_database, QStringLiteral("DELETE FROM check_block WHERE id BETWEEN ? AND ?"),
                {firstKeyOf(service), old.upTo}, [](const QSqlQuery &) {});
    }
    if (!fault)
        fault = forgetOldest(service, now - historyKept);
    return fault ? fault : forgetOutsider(service, now - outsidersKept);
}

MaybeFault Thinner::readOldChecks(qint64 service, WallTime before, OldChecks &old)
{
    qint64 left = 0;
    auto fault = forEachRow(m_database, QStringLiteral("SELECT sum(count) FROM check_block WHERE id BETWEEN ? AND ?"),
        {firstKeyOf(service), lastKeyOf(service)}, [&left](const QSqlQuery &row) { left = row.value(0).toLongLong(); });
    if (fault)
        return fault;
    bool isEnough = false;
    fault = forEachRow(m_database,
        QStringLiteral("SELECT id, until, count, data FROM check_block WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ?"),
        {firstKeyOf(service), historyKey(service, before), mostBlocksAtOnce}, [&](const QSqlQuery &row) {
            left -= row.value(2).toLongLong();
            isEnough = isEnough || timeOf(row.value(1)) >= before || left < checksKept;
            if (isEnough)
                return;
            old.upTo = row.value(0).toLongLong();
            // one that cannot be read goes without a trace, and stops no other
            (void)readCheckBlock(row.value(3).toByteArray(), {},
                [&old](const CheckResult &check) { addToBuckets(old.buckets, pointOf(check)); });
        });
    return fault;
}

MaybeFault Thinner::addToDays(qint64 service, const Buckets &buckets)
{
    for (auto first = buckets.cbegin(); first != buckets.cend();) {
        const WallTime day = dayOf(first->first);
        const auto last = buckets.lower_bound(day + std::chrono::days(1));
        Buckets ofDay;
        bool isGood = true;
        auto fault = forEachRow(m_database, QStringLiteral("SELECT data FROM bucket_block WHERE id = ?"),
            {historyKey(service, day)},
            [&](const QSqlQuery &row) { isGood = readBuckets(row.value(0).toByteArray(), day, {}, ofDay); });
        if (fault)
            return fault;
        if (!isGood) // begun anew
            ofDay.clear();
        for (; first != last; ++first)
            addToBuckets(ofDay, first->second);
        fault = forEachRow(m_database, QStringLiteral("INSERT OR REPLACE INTO bucket_block (id, data) VALUES (?, ?)"),
            {historyKey(service, day), packBuckets(day, ofDay)}, [](const QSqlQuery &) {});
        if (fault)
            return fault;
    }
    return std::nullopt;
}

MaybeFault Thinner::forgetOldest(qint64 service, WallTime before)
{
    auto fault = forEachRow(m_database, QStringLiteral("DELETE FROM bucket_block WHERE id BETWEEN ? AND ?"),
        {firstKeyOf(service), historyKey(service, before - std::chrono::days(1))}, [](const QSqlQuery &) {});
    // The last span that begins before reaches into what is kept and stays.
    for (const QString &table : {QStringLiteral("state_span"), QStringLiteral("health_span")}) {
        if (!fault)
            fault = forEachRow(m_database,
                QStringLiteral("DELETE FROM %1 WHERE service = ? AND at < (SELECT max(at) FROM %1 WHERE service = ?"
                               " AND at <= ?)")
                    .arg(table),
                {service, service, sinceEpoch(before)}, [](const QSqlQuery &) {});
    }
    return fault;
}

/// What was never ours to run has no saved state. Its events stay, by name.
MaybeFault Thinner::forgetOutsider(qint64 service, WallTime before)
{
    const qint64 first = firstKeyOf(service);
    const qint64 last = lastKeyOf(service);
    auto fault = forEachRow(m_database,
        QStringLiteral("DELETE FROM service WHERE id = ? AND id NOT IN (SELECT service FROM state)"
                       " AND id NOT IN (SELECT service FROM span)"
                       " AND NOT EXISTS (SELECT 1 FROM check_block WHERE check_block.id BETWEEN ? AND ?)"
                       " AND NOT EXISTS (SELECT 1 FROM bucket_block WHERE bucket_block.id BETWEEN ? AND ?)"
                       " AND (SELECT max(at) FROM state_span WHERE service = ?) < ?"
                       " AND coalesce((SELECT max(at) FROM health_span WHERE service = ?), 0) < ?"),
        {service, first, last, first, last, service, sinceEpoch(before), service, sinceEpoch(before)},
        [](const QSqlQuery &) {});
    if (!fault)
        fault = forEachRow(m_database, QStringLiteral("SELECT changes()"), {},
            [this](const QSqlQuery &row) { m_hasRemoved = row.value(0).toInt() > 0; });
    for (const QString &table : {QStringLiteral("state_span"), QStringLiteral("health_span")}) {
        if (!fault && m_hasRemoved)
            fault = forEachRow(m_database, QStringLiteral("DELETE FROM %1 WHERE service = ?").arg(table), {service},
                [](const QSqlQuery &) {});
    }
    return fault;
}

MaybeFault Thinner::forgetEvents(WallTime before)
{
    qint64 surplus = 0; // counted, because ids have gaps
    auto fault = forEachRow(m_database, QStringLiteral("SELECT count(*) - ? FROM event"), {mostEventsKept},
        [&surplus](const QSqlQuery &row) { surplus = std::max<qint64>(0, row.value(0).toLongLong()); });
    if (!fault)
        fault = forEachRow(m_database,
            QStringLiteral("DELETE FROM event WHERE id IN (SELECT id FROM event ORDER BY id LIMIT ?)"),
            {std::min(surplus, mostEventsAtOnce)}, [](const QSqlQuery &) {});
    if (!fault)
        fault = forEachRow(m_database,
            QStringLiteral("DELETE FROM event WHERE id IN"
                           " (SELECT id FROM (SELECT id, at FROM event ORDER BY id LIMIT ?) WHERE at < ?)"),
            {mostEventsAtOnce, sinceEpoch(before)}, [](const QSqlQuery &) {});
    if (!fault)
        fault = forEachRow(
            m_database, QStringLiteral("SELECT changes(), (SELECT min(id) FROM event)"), {}, [&](const QSqlQuery &row) {
                m_isBehind = surplus > mostEventsAtOnce || row.value(0).toLongLong() >= mostEventsAtOnce;
                m_oldestEvent = row.value(1).toLongLong();
            });
    return fault;
}

} // namespace foghorn
