#include "core/store/checkwriter.h"

#include "core/store/checklog.h"
#include "core/store/databaseconnection.h"
#include "core/store/historykeys.h"
#include "core/store/sqlsteps.h"

#include <QSqlError>

namespace foghorn {

CheckWriter::CheckWriter(QSqlDatabase &database)
    : m_database(database)
    , m_hasKey(database)
    , m_save(database)
    , m_log(database)
    , m_folded(database)
{
}

MaybeFault CheckWriter::open()
{
    auto fault = prepare(m_hasKey, QStringLiteral("SELECT 1 FROM check_block WHERE id = ?"));
    if (!fault)
        fault = prepare(
            m_save, QStringLiteral("INSERT OR REPLACE INTO check_block (id, until, count, data) VALUES (?, ?, ?, ?)"));
    if (!fault)
        fault = prepare(m_log, QStringLiteral("INSERT INTO check_log (id, data) VALUES (?, ?)"));
    if (!fault)
        fault =
            prepare(m_folded, QStringLiteral("INSERT OR REPLACE INTO check_folded (service, log_row) VALUES (?, ?)"));
    // Rows that were folded are gone; their numbers must not come again while somebody may remember them.
    if (!fault)
        fault = forEachRow(m_database, QStringLiteral("SELECT max(log_row) FROM check_folded"), {},
            [this](const QSqlQuery &row) { m_row = row.value(0).toLongLong(); });
    qint64 highest = 0;
    MaybeFault later;
    if (!fault)
        fault = readCheckLog(
            m_database, std::nullopt,
            [&](qint64 service, QByteArrayView block) {
                m_logSize += block.size();
                readCheckBlock(block, {}, [&](const CheckResult &check) {
                    // Closing a full block here would write; it is closed with its next check instead.
                    Open &open = m_open[service];
                    if (open.block.isEmpty() && !later)
                        later = findKey(service, check.at, open.key);
                    open.block.append(check);
                    open.isSaved = false;
                });
            },
            &highest);
    m_row = std::max(m_row, highest);
    return fault ? fault : later;
}

MaybeFault CheckWriter::findKey(qint64 service, WallTime at, qint64 &key)
{
    // Another block may begin in the same millisecond when clocks were set back: the next free one is taken.
    bool isTaken = true;
    for (key = historyKey(service, at) - 1; isTaken;) {
        ++key;
        isTaken = false;
        if (auto fault = runForEach(m_hasKey, {key}, [&isTaken](const QSqlQuery &) { isTaken = true; }))
            return fault;
    }
    return std::nullopt;
}

MaybeFault CheckWriter::save(Open &open)
{
    open.isSaved = true;
    return run(m_save, {open.key, sinceEpoch(open.block.last()), open.block.count(), open.block.bytes()});
}

MaybeFault CheckWriter::grow(Open &open, qint64 service, const CheckResult &check, bool &hasClosed)
{
    if (!open.block.takes(check.at)) {
        hasClosed = true;
        if (auto fault = save(open))
            return fault;
        open = {};
    }
    if (open.block.isEmpty()) {
        if (auto fault = findKey(service, check.at, open.key))
            return fault;
    }
    open.block.append(check);
    open.isSaved = false;
    return std::nullopt;
}

MaybeFault CheckWriter::add(qint64 service, const CheckResult &check)
{
    Added &added = m_added[service];
    added.block.append(check);
    return grow(m_open[service], service, check, added.isInBlocks);
}

MaybeFault CheckWriter::finish()
{
    QByteArray row;
    ++m_row;
    for (auto &[service, added] : m_added) {
        if (!added.isInBlocks) {
            putIntoLogRow(row, service, added.block.bytes());
            continue;
        }
        auto fault = save(m_open[service]);
        if (!fault)
            fault = run(m_folded, {service, m_row});
        if (fault)
            return fault;
    }
    m_added.clear();
    if (row.isEmpty())
        return std::nullopt;
    m_logSize += row.size();
    return run(m_log, {m_row, row});
}

MaybeFault CheckWriter::remove(qint64 service)
{
    m_open.erase(service);
    // Its checks in the log are nobody's any more; its number may be given again.
    ++m_row;
    if (auto fault = run(m_folded, {service, m_row}))
        return fault;
    QSqlQuery blocks(m_database);
    if (auto fault = prepare(blocks, QStringLiteral("DELETE FROM check_block WHERE id BETWEEN ? AND ?")))
        return fault;
    if (auto fault = run(blocks, {firstKeyOf(service), lastKeyOf(service)}))
        return fault;
    QSqlQuery buckets(m_database);
    if (auto fault = prepare(buckets, QStringLiteral("DELETE FROM bucket_block WHERE id BETWEEN ? AND ?")))
        return fault;
    return run(buckets, {firstKeyOf(service), lastKeyOf(service)});
}

MaybeFault CheckWriter::fold()
{
    for (auto &[service, open] : m_open) {
        if (open.isSaved)
            continue;
        if (auto fault = save(open))
            return fault;
    }
    m_logSize = 0;
    if (auto fault = execute(m_database, QStringLiteral("DELETE FROM check_log")))
        return fault;
    return execute(m_database, QStringLiteral("DELETE FROM check_folded"));
}

} // namespace foghorn
