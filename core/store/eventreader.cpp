#include "core/store/eventreader.h"

#include "core/model/words.h"
#include "core/store/sqlsteps.h"

#include <algorithm>
#include <limits>

namespace foghorn {
namespace {

constexpr qint64 earliest = std::numeric_limits<qint64>::min();
constexpr qint64 latest = std::numeric_limits<qint64>::max();

Event eventOf(const QSqlQuery &row)
{
    Event event;
    event.id = row.value(0).toLongLong();
    event.at = timeOf(row.value(1));
    event.kind = eventKindFromWord(row.value(2).toString()).value_or(EventKind::Fleet);
    event.service = row.value(3).toString();
    event.from = row.value(4).toString();
    event.to = row.value(5).toString();
    event.cause = row.value(6).toString();
    event.actor = row.value(7).toString();
    event.message = row.value(8).toString();
    return event;
}

/// Only the conditions that are asked for, so that SQLite can choose among its indexes.
QString statementOf(const EventQuery &query)
{
    QString statement = QStringLiteral("SELECT id, at, kind, service, from_word, to_word, cause, actor, message"
                                       " FROM event WHERE id > ? AND id < ? AND at >= ? AND at <= ?");
    if (!query.service.isEmpty())
        statement += QLatin1String(" AND service = ?");
    if (query.kind)
        statement += QLatin1String(" AND kind = ?");
    return statement + QLatin1String(query.after ? " ORDER BY id" : " ORDER BY id DESC") + QLatin1String(" LIMIT ")
        + QString::number(query.limit);
}

/// One series of (at, word, cause) rows as spans: each lasts until the next.
struct SpanRow
{
    WallTime from;
    QString word;
    QString cause;
};

MaybeFault readSpanRows(
    QSqlDatabase &database, const QString &columns, qint64 service, const HistoryQuery &query, QList<SpanRow> &rows)
{
    // Backwards from the end, one more than wanted, because the first one reaches into the window.
    auto fault = forEachRow(database,
        QStringLiteral("SELECT at, %1 WHERE service = ? AND at <= ? AND at >= coalesce((SELECT max(at)%2 WHERE"
                       " service = ? AND at <= ?), ?) ORDER BY at DESC LIMIT ?")
            .arg(columns, columns.mid(columns.indexOf(QLatin1String(" FROM")))),
        {service, query.to ? sinceEpoch(*query.to) : latest, service, query.from ? sinceEpoch(*query.from) : earliest,
            earliest, query.points + 1},
        [&rows](const QSqlQuery &row) {
            rows.append({timeOf(row.value(0)), row.value(1).toString(), row.value(2).toString()});
        });
    std::reverse(rows.begin(), rows.end());
    return fault;
}

std::optional<WallTime> endOf(const QList<SpanRow> &rows, qsizetype index)
{
    if (index + 1 < rows.size())
        return rows.at(index + 1).from;
    return std::nullopt;
}

} // namespace

MaybeFault readEvents(QSqlDatabase &database, const EventQuery &query, EventPage &page)
{
    auto fault = forEachRow(database, QStringLiteral("SELECT min(id) FROM event"), {},
        [&page](const QSqlQuery &row) { page.firstId = row.value(0).toLongLong(); });
    if (fault)
        return fault;
    QSqlQuery select(database);
    fault = prepare(select, statementOf(query));
    if (fault)
        return fault;
    int place = 0;
    select.bindValue(place++, query.after.value_or(earliest));
    select.bindValue(place++, query.before.value_or(latest));
    select.bindValue(place++, query.from ? sinceEpoch(*query.from) : earliest);
    select.bindValue(place++, query.to ? sinceEpoch(*query.to) : latest);
    if (!query.service.isEmpty())
        select.bindValue(place++, query.service);
    if (query.kind)
        select.bindValue(place++, QString(toWord(*query.kind)));
    fault = runForEach(select, {}, [&page](const QSqlQuery &row) { page.events.append(eventOf(row)); });
    if (!query.after)
        std::reverse(page.events.begin(), page.events.end());
    return fault;
}

MaybeFault readStateEvents(QSqlDatabase &database, const HistoryQuery &query, QList<Event> &states)
{
    EventQuery changes;
    changes.service = query.service;
    changes.kind = EventKind::StateChanged;
    changes.from = query.from;
    changes.to = query.to;
    changes.limit = query.points;
    EventPage page;
    auto fault = readEvents(database, changes, page);
    states = page.events;
    return fault;
}

MaybeFault readSpans(QSqlDatabase &database, qint64 service, const HistoryQuery &query, ServiceHistory &history)
{
    QList<SpanRow> rows;
    auto fault = readSpanRows(database, QStringLiteral("state, cause FROM state_span"), service, query, rows);
    for (qsizetype i = 0; i < rows.size(); ++i)
        history.stateSpans.append({rows.at(i).from, endOf(rows, i), runStateFromWord(rows.at(i).word),
            causeFromWord(rows.at(i).cause).value_or(Cause::None)});
    rows.clear();
    if (!fault)
        fault = readSpanRows(database, QStringLiteral("health, '' FROM health_span"), service, query, rows);
    for (qsizetype i = 0; i < rows.size(); ++i)
        history.healthSpans.append(
            {rows.at(i).from, endOf(rows, i), healthFromWord(rows.at(i).word).value_or(Health::Unknown)});
    const auto keepNewest = [&query](auto &spans) {
        spans = spans.mid(std::max<qsizetype>(0, spans.size() - query.points));
    };
    keepNewest(history.stateSpans);
    keepNewest(history.healthSpans);
    return fault;
}

} // namespace foghorn
