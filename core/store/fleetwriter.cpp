#include "core/store/fleetwriter.h"

#include "core/model/words.h"
#include "core/store/schema.h"
#include "core/store/storewords.h"

#include <QSqlError>
#include <QVariant>

namespace foghorn {
namespace {

constexpr std::chrono::milliseconds spansKept = std::chrono::days(7);

qint64 sinceEpoch(WallTime time) { return time.time_since_epoch().count(); }

/// NOT NULL columns: a null QString would be bound as NULL.
QString text(const QString &value) { return value.isNull() ? QStringLiteral("") : value; }

MaybeFault run(QSqlQuery &query, std::initializer_list<QVariant> values)
{
    int position = 0;
    for (const QVariant &value : values)
        query.bindValue(position++, value);
    if (!query.exec())
        return faultOf(query.lastError());
    return std::nullopt;
}

} // namespace

/// Prepared once per connection.
struct FleetWriter::Statements
{
    explicit Statements(const QSqlDatabase &database)
        : findService(database)
        , addService(database)
        , lastSeq(database)
        , state(database)
        , check(database)
        , cutSpans(database)
        , span(database)
        , pruneSpans(database)
        , value(database)
    {
    }
    MaybeFault prepare();

    QSqlQuery findService, addService, lastSeq, state, check, cutSpans, span, pruneSpans, value;
};

MaybeFault FleetWriter::Statements::prepare()
{
    const std::initializer_list<std::pair<QSqlQuery *, QString>> all = {
        {&findService, QStringLiteral("SELECT id FROM service WHERE name = ?")},
        {&addService, QStringLiteral("INSERT INTO service (name) VALUES (?)")},
        {&lastSeq, QStringLiteral("SELECT max(seq) FROM recent_check WHERE service = ?")},
        {&state,
            QStringLiteral(
                "INSERT OR REPLACE INTO state (service, goal, state, cause, since, was_ready, restart_count,"
                " restart_attempts, last_restart, exit_kind, exit_code, exit_signal, exit_core, exit_reason,"
                " last_error, ports, fingerprint) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")},
        {&check,
            QStringLiteral(
                "INSERT OR REPLACE INTO recent_check (service, slot, seq, at, passed, timed_out, response_us,"
                " health, message, details) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")},
        {&cutSpans, QStringLiteral("DELETE FROM span WHERE service = ? AND at >= ?")},
        {&span, QStringLiteral("INSERT INTO span (service, at, condition) VALUES (?, ?, ?)")},
        // The last span that begins before the window reaches into it and stays.
        {&pruneSpans,
            QStringLiteral("DELETE FROM span WHERE service = ? AND at <"
                           " (SELECT max(at) FROM span WHERE service = ? AND at <= ?)")},
        {&value, QStringLiteral("INSERT OR REPLACE INTO fleet (key, value) VALUES (?, ?)")},
    };
    for (const auto &[query, statement] : all) {
        query->setForwardOnly(true);
        if (!query->prepare(statement))
            return faultOf(query->lastError());
    }
    return std::nullopt;
}

FleetWriter::FleetWriter(QString path)
    : m_path(std::move(path))
{
}

FleetWriter::~FleetWriter() { close(); }

void FleetWriter::close()
{
    m_known.clear();
    m_statements.reset();
    m_connection.reset();
}

MaybeFault FleetWriter::write(const PendingWrites &writes)
{
    if (!m_connection) {
        m_connection = std::make_unique<DatabaseConnection>(m_path);
        auto fault = m_connection->open();
        if (!fault) {
            m_statements = std::make_unique<Statements>(m_connection->database());
            fault = m_statements->prepare();
        }
        if (fault) {
            close();
            return fault;
        }
    }
    auto fault = execute(m_connection->database(), QStringLiteral("BEGIN IMMEDIATE"));
    if (!fault)
        fault = writeAll(writes);
    if (!fault)
        fault = execute(m_connection->database(), QStringLiteral("COMMIT"));
    if (fault)
        close(); // rolls back; a fresh connection also finds a file that was replaced under us
    return fault;
}

MaybeFault FleetWriter::writeAll(const PendingWrites &writes)
{
    MaybeFault fault;
    const auto each = [&fault](const auto &values, auto &&writeOne) {
        for (auto value = values.begin(); value != values.end() && !fault; ++value)
            fault = writeOne(*value);
    };
    each(writes.removed, [this](const ServiceId &service) { return remove(service); });
    each(writes.services, [this](const SavedService &service) { return writeState(service); });
    each(writes.checks, [this](const CheckResult &check) { return writeCheck(check); });
    each(writes.spans, [this](const PendingWrites::Span &span) { return writeSpan(span); });
    if (!fault && writes.lastEventId)
        fault = writeValue(QStringLiteral("last_event_id"), *writes.lastEventId);
    if (!fault && writes.endedCleanly)
        fault = writeValue(QStringLiteral("ended_cleanly"), *writes.endedCleanly ? 1 : 0);
    return fault;
}

MaybeFault FleetWriter::remove(const ServiceId &service)
{
    m_known.remove(service);
    const QString owned = QStringLiteral("DELETE FROM %1 WHERE service = (SELECT id FROM service WHERE name = ?)");
    for (const QString &statement : {owned.arg(QStringLiteral("state")), owned.arg(QStringLiteral("recent_check")),
             owned.arg(QStringLiteral("span")), QStringLiteral("DELETE FROM service WHERE name = ?")}) {
        QSqlQuery query(m_connection->database());
        if (!query.prepare(statement))
            return faultOf(query.lastError());
        if (auto fault = run(query, {service}))
            return fault;
    }
    return std::nullopt;
}

MaybeFault FleetWriter::writeState(const SavedService &service)
{
    Known *known = nullptr;
    if (auto fault = find(service.service, known))
        return fault;
    const QVariant none;
    const auto &exit = service.lastExit;
    return run(m_statements->state,
        {known->id, QString(goalWord(service.goal)), QString(toWord(service.state)), QString(toWord(service.cause)),
            sinceEpoch(service.since), service.wasReady, service.restartCount, service.restartAttempts,
            service.lastRestart ? QVariant(sinceEpoch(*service.lastRestart)) : none,
            exit ? QVariant(QString(exitKindWord(exit->kind))) : none, exit ? QVariant(exit->code) : none,
            exit ? QVariant(exit->signal) : none, exit ? QVariant(exit->coreDumped) : none,
            exit ? QVariant(text(exit->reason)) : none, text(service.lastError), portsText(service.ports),
            service.fingerprint.isNull() ? QByteArray("") : service.fingerprint});
}

MaybeFault FleetWriter::writeCheck(const CheckResult &check)
{
    Known *known = nullptr;
    if (auto fault = find(check.service, known))
        return fault;
    if (known->nextSeq < 0) {
        if (auto fault = findNextSeq(*known))
            return fault;
    }
    const qint64 seq = known->nextSeq++;
    return run(m_statements->check,
        {known->id, seq % checksKept, seq, sinceEpoch(check.at), check.passed, check.timedOut,
            static_cast<qint64>(check.responseTime.count()), QString(toWord(check.healthAfter)), text(check.message),
            detailsText(check.details)});
}

MaybeFault FleetWriter::writeSpan(const PendingWrites::Span &entry)
{
    Known *known = nullptr;
    if (auto fault = find(entry.service, known))
        return fault;
    const qint64 from = sinceEpoch(entry.span.from);
    if (auto fault = run(m_statements->cutSpans, {known->id, from}))
        return fault;
    if (auto fault = run(m_statements->span, {known->id, from, entry.span.condition}))
        return fault;
    return run(m_statements->pruneSpans, {known->id, known->id, from - static_cast<qint64>(spansKept.count())});
}

MaybeFault FleetWriter::writeValue(const QString &key, qint64 value) { return run(m_statements->value, {key, value}); }

MaybeFault FleetWriter::find(const ServiceId &service, Known *&known)
{
    auto entry = m_known.find(service);
    if (entry == m_known.end()) {
        QSqlQuery &query = m_statements->findService;
        if (auto fault = run(query, {service}))
            return fault;
        Known found;
        if (query.next()) {
            found.id = query.value(0).toLongLong();
        } else {
            if (auto fault = run(m_statements->addService, {service}))
                return fault;
            found.id = m_statements->addService.lastInsertId().toLongLong();
        }
        query.finish();
        entry = m_known.insert(service, found);
    }
    known = &*entry;
    return std::nullopt;
}

MaybeFault FleetWriter::findNextSeq(Known &known)
{
    QSqlQuery &query = m_statements->lastSeq;
    if (auto fault = run(query, {known.id}))
        return fault;
    if (!query.next())
        return faultOf(query.lastError());
    known.nextSeq = query.isNull(0) ? 0 : query.value(0).toLongLong() + 1;
    query.finish();
    return std::nullopt;
}

} // namespace foghorn
