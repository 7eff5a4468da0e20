#include "core/store/eventwriter.h"

#include "core/model/words.h"
#include "core/store/sqlsteps.h"

namespace foghorn {

EventWriter::EventWriter(QSqlDatabase &database)
    : m_database(database)
    , m_event(database)
    , m_cutStates(database)
    , m_cutHealths(database)
    , m_stateSpan(database)
    , m_healthSpan(database)
{
}

MaybeFault EventWriter::open()
{
    auto fault = prepare(m_event,
        // What has happened stays as it was told, whatever comes later under its number.
        QStringLiteral("INSERT INTO event (id, at, kind, service, from_word, to_word, cause, actor, message)"
                       " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING"));
    if (!fault)
        fault = prepare(m_stateSpan,
            QStringLiteral("INSERT OR REPLACE INTO state_span (service, at, state, cause) VALUES (?, ?, ?, ?)"));
    if (!fault)
        fault = prepare(
            m_healthSpan, QStringLiteral("INSERT OR REPLACE INTO health_span (service, at, health) VALUES (?, ?, ?)"));
    if (!fault)
        fault = prepare(m_cutStates, QStringLiteral("DELETE FROM state_span WHERE service = ? AND at > ?"));
    if (!fault)
        fault = prepare(m_cutHealths, QStringLiteral("DELETE FROM health_span WHERE service = ? AND at > ?"));
    return fault;
}

MaybeFault EventWriter::write(const Event &event, std::optional<qint64> service)
{
    auto fault = run(m_event,
        {event.id, sinceEpoch(event.at), QString(toWord(event.kind)), notNull(event.service), notNull(event.from),
            notNull(event.to), notNull(event.cause), notNull(event.actor), notNull(event.message)});
    if (fault || !service)
        return fault;
    const qint64 at = sinceEpoch(event.at);
    // What begins later was written before the clock was set back; it would hide what is now.
    if (event.kind == EventKind::StateChanged) {
        fault = run(m_cutStates, {*service, at});
        return fault ? fault : run(m_stateSpan, {*service, at, notNull(event.to), notNull(event.cause)});
    }
    if (event.kind == EventKind::HealthChanged) {
        fault = run(m_cutHealths, {*service, at});
        return fault ? fault : run(m_healthSpan, {*service, at, notNull(event.to)});
    }
    return std::nullopt;
}

MaybeFault EventWriter::writeUnobserved(qint64 service, WallTime from)
{
    auto fault = run(m_stateSpan, {service, sinceEpoch(from), QStringLiteral(""), QStringLiteral("")});
    if (!fault)
        fault = run(m_healthSpan, {service, sinceEpoch(from), QString(toWord(Health::Unknown))});
    return fault;
}

MaybeFault EventWriter::remove(qint64 service)
{
    for (const QString &table : {QStringLiteral("state_span"), QStringLiteral("health_span")}) {
        if (auto fault = forEachRow(m_database, QStringLiteral("DELETE FROM %1 WHERE service = ?").arg(table),
                {service}, [](const QSqlQuery &) {}))
            return fault;
    }
    return std::nullopt;
}

} // namespace foghorn
