#include "core/store/historyreader.h"

#include "core/store/checkreader.h"
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

HistoryReader::~HistoryReader() = default;

MaybeFault HistoryReader::onDatabase(const std::function<MaybeFault(QSqlDatabase &)> &work)
{
    MaybeFault fault;
    if (!m_connection) {
        m_connection = std::make_unique<DatabaseConnection>(m_path);
        fault = m_connection->openForReading();
    }
    if (!fault) {
        QSqlDatabase &database = m_connection->database();
        fault = inSnapshot(database, [&] { return work(database); });
    }
    if (fault)
        m_connection.reset();
    return fault;
}

Result<ServiceHistory> HistoryReader::ofService(const HistoryQuery &query)
{
    ServiceHistory history;
    const auto fault = onDatabase([&](QSqlDatabase &database) { return readHistory(database, query, history); });
    if (fault)
        return errorOf(*fault);
    return history;
}

Result<EventPage> HistoryReader::events(const EventQuery &query)
{
    EventPage page;
    const auto fault = onDatabase([&](QSqlDatabase &database) { return readEvents(database, query, page); });
    if (fault)
        return errorOf(*fault);
    return page;
}

} // namespace foghorn
