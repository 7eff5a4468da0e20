#include "core/store/historyreader.h"

#include "core/store/checkreader.h"
#include "core/store/databaseconnection.h"
#include "core/store/eventreader.h"
#include "core/store/sqlsteps.h"

namespace foghorn {
namespace {

Error errorOf(const StoreFault &fault)
{
    return {QStringLiteral("The history cannot be read (%1); see what `foghornd` logs of it, and try again.")
                .arg(fault.text)};
}

/// All reads of one question see the same moment.
MaybeFault inSnapshot(QSqlDatabase &database, const std::function<MaybeFault()> &work)
{
    auto fault = execute(database, QStringLiteral("BEGIN"));
    if (fault)
        return fault;
    fault = work();
    execute(database, QStringLiteral("COMMIT")); // it only read
    return fault;
}

MaybeFault readHistory(QSqlDatabase &database, const HistoryQuery &query, ServiceHistory &history)
{
    std::optional<qint64> id;
    auto fault = forEachRow(database, QStringLiteral("SELECT id FROM service WHERE name = ?"), {query.service},
        [&id](const QSqlQuery &row) { id = row.value(0).toLongLong(); });
    if (!fault)
        fault = readStateEvents(database, query, history.states);
    if (!fault && id)
        fault = readCheckPoints(database, *id, query, history.checks);
    if (!fault && id)
        fault = readSpans(database, *id, query, history);
    return fault;
}

} // namespace

HistoryReader::HistoryReader(QString path)
    : m_path(std::move(path))
{
}

MaybeFault HistoryReader::onDatabase(const std::function<MaybeFault(QSqlDatabase &)> &work) const
{
    DatabaseConnection connection(m_path);
    if (auto fault = connection.openForReading())
        return fault;
    return inSnapshot(connection.database(), [&] { return work(connection.database()); });
}

Result<ServiceHistory> HistoryReader::ofService(const HistoryQuery &query) const
{
    ServiceHistory history;
    const auto fault = onDatabase([&](QSqlDatabase &database) { return readHistory(database, query, history); });
    if (fault)
        return errorOf(*fault);
    return history;
}

Result<EventPage> HistoryReader::events(const EventQuery &query) const
{
    EventPage page;
    const auto fault = onDatabase([&](QSqlDatabase &database) { return readEvents(database, query, page); });
    if (fault)
        return errorOf(*fault);
    return page;
}

} // namespace foghorn
